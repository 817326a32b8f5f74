/// What of a picture is ink: how far each place is from the ground, whichever of the two is lighter. [height × width]
///
/// A large picture is taken in as squares of pixels, so that its memory is bounded whatever its size and order.
struct PictureInk {
  let width: Int
  let height: Int
  /// 0 is the ground, 1 the place that is furthest from it.
  private(set) var ink: [Float] = []

  /// No side of the grid is longer.
  private static let longestSide = 1024

  /// Reads a PNG file.
  ///
  /// - Throws: `DatasetError.png`, also for a picture of one colour.
  init(png path: String) throws(DatasetError) {
    let reader = try PNGReader(path: path)
    let step = (max(reader.header.width, reader.header.height) + Self.longestSide - 1) / Self.longestSide
    let (width, height) = ((reader.header.width + step - 1) / step, (reader.header.height + step - 1) / step)
    var squares = [Square](repeating: Square(), count: width * height)
    try squares.withUnsafeMutableBufferPointer { (squares) throws(DatasetError) in
      try reader.read { x, y, pixel in squares[y / step * width + x / step].add(pixel) }
    }
    (self.width, self.height) = (width, height)
    take(Self.brightness(of: squares))
    guard !ink.isEmpty else { throw .png(file: path, .oneColour) }
  }

  /// Pixels of which the mean is taken.
  private struct Square {
    var count: Float = 0
    var opaque: Float = 0
    /// Brightness times opacity.
    var light: Float = 0

    mutating func add(_ pixel: PNGPixel) {
      let alpha = Float(pixel.alpha) / 255
      let light = 0.299 * Float(pixel.red) + 0.587 * Float(pixel.green) + 0.114 * Float(pixel.blue)
      count += 1
      opaque += alpha
      self.light += light / 255 * alpha
    }
  }

  /// The squares' brightness, 0…1. What is transparent is taken for a ground: where most of the picture is, what is left
  /// is ink, and the ground its opposite; else it is like the rest.
  private static func brightness(of squares: [Square]) -> [Float] {
    let sums = squares.reduce(into: (count: Float(0), opaque: Float(0), light: Float(0))) { sums, square in
      sums = (sums.count + square.count, sums.opaque + square.opaque, sums.light + square.light)
    }
    let isLight = sums.light * 2 > sums.opaque
    let ground: Float = isLight == (sums.opaque * 2 > sums.count) ? 1 : 0
    return squares.map { ($0.light + ($0.count - $0.opaque) * ground) / $0.count }
  }

  /// The ground is what the rim mostly is; what differs from it no more than the rim itself does is ground too.
  private mutating func take(_ brightness: [Float]) {
    let rim = (0..<width * height).filter { place in
      let (x, y) = (place % width, place / width)
      return x == 0 || y == 0 || x == width - 1 || y == height - 1
    }
    let sorted = rim.map { brightness[$0] }.sorted()
    let ground = sorted[sorted.count / 2]
    let distances = brightness.map { abs($0 - ground) }
    guard let most = distances.max(), most > Self.leastContrast else { return }
    // A tenth of the rim may be ink that runs out of the picture.
    let unevenness = rim.map { distances[$0] }.sorted()[rim.count * 9 / 10]
    let noise = min(unevenness * 2, most / 2)
    ink = distances.map { $0 <= noise ? 0 : $0 / most }
  }

  /// Less than this can be told apart by nobody.
  private static let leastContrast: Float = 1 / 64

  /// The smallest upright box around all ink: columns and rows.
  var bounds: (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    var (columns, rows) = ((width, -1), (height, -1))
    for place in ink.indices where ink[place] > 0 {
      let (x, y) = (place % width, place / width)
      columns = (min(columns.0, x), max(columns.1, x))
      rows = (min(rows.0, y), max(rows.1, y))
    }
    return (columns.0...max(columns.0, columns.1), rows.0...max(rows.0, rows.1))
  }
}
