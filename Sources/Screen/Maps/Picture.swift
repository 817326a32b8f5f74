/// Values to be shown as pixels, row by row from the upper left. NaN is a pixel that is not there.
///
/// A pixel is one column wide and half a row high, so it is about square.
public struct Picture: Hashable, Sendable {
  /// Columns, and pixels a row.
  public let width: Int
  /// Rows of pixels: two to a row of cells.
  public let height: Int
  /// `width × height` values; a slice, so that the maps of all units can lie in one array.
  public let values: ArraySlice<Float>

  /// A picture of `width × height` pixels; values that are missing are NaN, those beyond are dropped.
  public init(width: Int, height: Int, values: ArraySlice<Float>) {
    self.width = max(0, width)
    self.height = max(0, height)
    let count = self.width * self.height
    if values.count >= count {
      self.values = values.prefix(count)
    } else {
      self.values = (Array(values) + Array(repeating: .nan, count: count - values.count))[...]
    }
  }

  /// A picture of `width × height` pixels from an array; what is missing is NaN, what is too much is dropped.
  public init(width: Int, height: Int, values: [Float]) {
    self.init(width: width, height: height, values: values[...])
  }

  /// A picture made pixel by pixel.
  public init(width: Int, height: Int, value: (_ x: Int, _ y: Int) -> Float) {
    var values: [Float] = []
    values.reserveCapacity(max(0, width) * max(0, height))
    for y in 0..<max(0, height) { for x in 0..<max(0, width) { values.append(value(x, y)) } }
    self.init(width: width, height: height, values: values[...])
  }

  /// The value in column `x` of pixel row `y`, both inside.
  public subscript(x: Int, y: Int) -> Float { values[values.startIndex + y * width + x] }
}
