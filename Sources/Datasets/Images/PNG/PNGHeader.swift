/// What a PNG file says of its pixels ahead of them: their number, what they are made of, their order.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification", 11.2.1 and 11.2.2.
struct PNGHeader {
  let width: Int
  let height: Int
  /// Bits a sample: 1, 2, 4, 8 or 16.
  let depth: Int
  let color: Color
  /// Whether they come in seven passes, each finer than the one before.
  let isInterlaced: Bool

  enum Color: UInt8 {
    case gray = 0
    case rgb = 2
    case palette = 3
    case grayAlpha = 4
    case rgbAlpha = 6

    /// Samples a pixel.
    var samples: Int {
      switch self {
      case .gray, .palette: 1
      case .grayAlpha: 2
      case .rgb: 3
      case .rgbAlpha: 4
      }
    }

    fileprivate var depths: [Int] {
      switch self {
      case .gray: [1, 2, 4, 8, 16]
      case .palette: [1, 2, 4, 8]
      case .rgb, .grayAlpha, .rgbAlpha: [8, 16]
      }
    }
  }

  /// The longest side that is read.
  static let longestSide = 8192
  /// Bytes of the chunk.
  static let size = 13

  /// Reads the chunk `IHDR`.
  ///
  /// - Throws: `DatasetError.png` for what no picture has, or one that is too large.
  init(_ bytes: [UInt8], file: String) throws(DatasetError) {
    func number(_ start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    (width, height, depth) = (number(0), number(4), Int(bytes[8]))
    guard width > 0, height > 0 else { throw .png(file: file, .noPixels(width: width, height: height)) }
    guard width <= Self.longestSide, height <= Self.longestSide else {
      throw .png(file: file, .tooLarge(width: width, height: height, limit: Self.longestSide))
    }
    guard let color = Color(rawValue: bytes[9]), color.depths.contains(depth), bytes[10] == 0, bytes[11] == 0,
      bytes[12] < 2
    else { throw .png(file: file, .unknownForm(depth: depth, color: Int(bytes[9]))) }
    self.color = color
    isInterlaced = bytes[12] == 1
  }

  /// Bits a pixel.
  var bits: Int { depth * color.samples }

  /// Where the pixels of each pass stand: the first column and row, and the steps from one to the next.
  var passes: [Pass] {
    guard isInterlaced else { return [Pass(x: 0, y: 0, dx: 1, dy: 1)] }
    return [
      Pass(x: 0, y: 0, dx: 8, dy: 8), Pass(x: 4, y: 0, dx: 8, dy: 8), Pass(x: 0, y: 4, dx: 4, dy: 8),
      Pass(x: 2, y: 0, dx: 4, dy: 4), Pass(x: 0, y: 2, dx: 2, dy: 4), Pass(x: 1, y: 0, dx: 2, dy: 2),
      Pass(x: 0, y: 1, dx: 1, dy: 2),
    ]
  }

  /// Every so many columns of every so many rows.
  struct Pass {
    let x, y, dx, dy: Int
  }
}
