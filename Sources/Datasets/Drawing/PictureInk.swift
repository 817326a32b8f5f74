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

  /// The ground is what the rim mostly is. Where the rim is even, all that differs from it is ink; where it is not, as in a
  /// photograph, ink is what lies beyond the brightness that parts the picture best.
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
    if unevenness < Self.leastContrast {
      ink = distances.map { $0 <= unevenness * 2 ? 0 : $0 / most }
    } else {
      let middle = Self.parting(distances, most: most)
      let (low, high) = (middle * 0.6, min(middle * 1.4, most))
      ink = distances.map { min(max(($0 - low) / max(high - low, .leastNormalMagnitude), 0), 1) }
      fewestOfLine = 2
      leastInk = 0.5
    }
  }

  /// Less than this can be told apart by nobody.
  private static let leastContrast: Float = 1 / 64

  /// The value that parts others into two groups whose means are as far apart, for their sizes, as they can be (N. Otsu,
  /// "A threshold selection method from gray-level histograms", 1979).
  private static func parting(_ values: [Float], most: Float) -> Float {
    let count = 256
    var histogram = [Double](repeating: 0, count: count)
    for value in values { histogram[min(count - 1, Int(value / most * Float(count)))] += 1 }
    let (all, sum) = (Double(values.count), zip(0..<count, histogram).reduce(0) { $0 + Double($1.0) * $1.1 })
    var (below, sumBelow, best): (Double, Double, (spread: Double, bin: Int)) = (0, 0, (-1, 0))
    for bin in 0..<count - 1 {
      below += histogram[bin]
      sumBelow += Double(bin) * histogram[bin]
      guard below > 0, below < all else { continue }
      let gap = sum * below / all - sumBelow
      let spread = gap * gap / (below * (all - below))
      if spread > best.spread { best = (spread, bin) }
    }
    return (Float(best.bin) + 0.5) / Float(count) * most
  }

  /// How much ink a place has that counts for the box, and how many of them a row or a column needs: specks are none.
  private var leastInk: Float = 0
  private var fewestOfLine = 1

  /// The smallest upright box around all ink: columns and rows.
  var bounds: (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    var across = [Int](repeating: 0, count: width)
    var down = [Int](repeating: 0, count: height)
    for place in ink.indices where ink[place] > leastInk {
      across[place % width] += 1
      down[place / width] += 1
    }
    return (span(across), span(down))
  }

  private func span(_ counts: [Int]) -> ClosedRange<Int> {
    let fewest = counts.contains { $0 >= fewestOfLine } ? fewestOfLine : 1
    let first = counts.firstIndex { $0 >= fewest } ?? 0
    return first...max(first, counts.lastIndex { $0 >= fewest } ?? counts.count - 1)
  }
}
