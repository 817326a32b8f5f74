/// Reads a PNG file row by row: every kind of pixel, interlaced or not; what is in memory at a time is two rows.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification", 9.2 (filters) and 11.3.1 (transparency).
struct PNGReader {
  let header: PNGHeader
  private let chunks: PNGChunks
  /// Red, green, blue and alpha of each entry.
  private var palette: [[UInt8]] = []
  /// The samples of the one colour that is transparent.
  private var transparent: [Int]?

  private static let largestChunk = 1 << 24

  /// Reads what stands ahead of the pixels.
  ///
  /// - Throws: `DatasetError.png` or `.cannotRead`.
  init(path: String) throws(DatasetError) {
    chunks = try PNGChunks(path: path)
    try chunks.next()
    guard chunks.type == "IHDR", chunks.left == PNGHeader.size else {
      throw .png(file: path, .damaged("it does not begin with a header"))
    }
    header = try PNGHeader(chunks.body(most: PNGHeader.size), file: chunks.name)
    repeat {
      try chunks.next()
      switch chunks.type {
      case "PLTE":
        let bytes = try chunks.body(most: 3 * 256)
        palette = stride(from: 0, to: bytes.count - 2, by: 3).map { Array(bytes[$0..<$0 + 3]) + [255] }
      case "tRNS": takeTransparency(try chunks.body(most: 256))
      case "IEND": throw .png(file: path, .damaged("it has no pixels"))
      case _: continue
      }
    } while chunks.type != PNGChunks.pixels
    guard header.color != .palette || !palette.isEmpty else { throw .png(file: path, .damaged("it has no palette")) }
  }

  private mutating func takeTransparency(_ bytes: [UInt8]) {
    if header.color == .palette {
      for (entry, alpha) in bytes.enumerated() where entry < palette.count { palette[entry][3] = alpha }
    } else if bytes.count == 2 * header.color.samples {
      transparent = stride(from: 0, to: bytes.count, by: 2).map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) }
    }
  }

  /// Calls `add` with each pixel's column, row, red, green, blue and alpha, 0…255.
  ///
  /// - Throws: `DatasetError.png` where the pixels are cut off or damaged.
  func read(_ add: (_ x: Int, _ y: Int, _ pixel: PNGPixel) -> Void) throws(DatasetError) {
    let inflater = try Inflater(chunks, format: .zlib)
    let pixelBytes = max(1, header.bits / 8)
    for pass in header.passes {
      let columns = (header.width - pass.x + pass.dx - 1) / pass.dx
      let rows = (header.height - pass.y + pass.dy - 1) / pass.dy
      guard columns > 0, rows > 0 else { continue }
      let rowBytes = (columns * header.bits + 7) / 8
      var above = [UInt8](repeating: 0, count: rowBytes)
      let line = UnsafeMutableRawBufferPointer.allocate(byteCount: rowBytes + 1, alignment: 1)
      defer { line.deallocate() }
      for row in 0..<rows {
        guard try inflater.read(into: line) == line.count else {
          throw .png(file: chunks.name, .damaged("its pixels are cut off"))
        }
        guard let filter = PNGFilter(rawValue: line[0]) else {
          throw .png(file: chunks.name, .damaged("a row has the filter \(line[0]), which there is not"))
        }
        above = filter.undo(Array(line[1...]), above: above, pixelBytes: pixelBytes)
        for column in 0..<columns {
          add(pass.x + column * pass.dx, pass.y + row * pass.dy, pixel(column, in: above))
        }
      }
    }
  }

  private func pixel(_ column: Int, in row: [UInt8]) -> PNGPixel {
    let samples = header.color.samples
    func sample(_ index: Int) -> Int {
      let place = column * samples + index
      switch header.depth {
      case 16: return Int(row[2 * place]) << 8 | Int(row[2 * place + 1])
      case 8: return Int(row[place])
      case let depth:
        let bit = place * depth
        return Int(row[bit / 8]) >> (8 - depth - bit % 8) & (1 << depth - 1)
      }
    }
    let most = 1 << header.depth - 1
    func byte(_ index: Int) -> UInt8 { UInt8(sample(index) * 255 / most) }
    let isClear = transparent.map { key in (0..<samples).allSatisfy { sample($0) == key[$0] } } ?? false
    switch header.color {
    case .gray: return PNGPixel(byte(0), byte(0), byte(0), alpha: isClear ? 0 : 255)
    case .grayAlpha: return PNGPixel(byte(0), byte(0), byte(0), alpha: byte(1))
    case .rgb: return PNGPixel(byte(0), byte(1), byte(2), alpha: isClear ? 0 : 255)
    case .rgbAlpha: return PNGPixel(byte(0), byte(1), byte(2), alpha: byte(3))
    case .palette:
      let entry = palette[min(sample(0), palette.count - 1)]
      return PNGPixel(entry[0], entry[1], entry[2], alpha: entry[3])
    }
  }
}

/// A pixel's colour and how much it hides, 0…255.
struct PNGPixel {
  let red, green, blue, alpha: UInt8

  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8, alpha: UInt8) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }
}

/// How a row was made easier to pack: as differences from its neighbours.
private enum PNGFilter: UInt8 {
  case none, left, up, average, paeth

  /// The row as it was.
  func undo(_ bytes: [UInt8], above: [UInt8], pixelBytes: Int) -> [UInt8] {
    var row = bytes
    switch self {
    case .none: break
    case .left: for place in pixelBytes..<max(pixelBytes, row.count) { row[place] &+= row[place - pixelBytes] }
    case .up: for place in row.indices { row[place] &+= above[place] }
    case .average:
      for place in row.indices {
        let left = place < pixelBytes ? 0 : Int(row[place - pixelBytes])
        row[place] &+= UInt8((left + Int(above[place])) / 2)
      }
    case .paeth:
      for place in row.indices {
        let left = place < pixelBytes ? 0 : Int(row[place - pixelBytes])
        let corner = place < pixelBytes ? 0 : Int(above[place - pixelBytes])
        row[place] &+= UInt8(Self.nearest(left, Int(above[place]), corner))
      }
    }
    return row
  }

  /// Which of three neighbours is nearest to left + up − corner, the first of equals.
  private static func nearest(_ left: Int, _ up: Int, _ corner: Int) -> Int {
    let guess = left + up - corner
    let (a, b, c) = (abs(guess - left), abs(guess - up), abs(guess - corner))
    return a <= b && a <= c ? left : b <= c ? up : corner
  }
}
