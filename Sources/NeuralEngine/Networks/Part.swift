/// One tensor of a network's parameters, with its place in the flat buffer.
///
/// The numbers of the first axis, units or maps, lie side by side in rows of ``stride`` floats, one row for each place on
/// the other axes, in order. So a dense layer's weights [units, sources] stand as [sources × stride], input-major; a
/// vector is one row. What fills up a row is zero and stays zero.
public struct Part: Equatable, Sendable {
  /// The name within its layer, PyTorch's where that has one: `weight`, `bias`, `norm.running_mean`.
  public let name: String
  /// The tensor's shape, first axis first, as files have it.
  public let shape: [Int]
  /// Whether training changes it by gradients.
  public let isTrained: Bool
  /// Whether regularisation pulls at it: weights.
  public let isPenalized: Bool
  /// How its first values come about.
  public let first: FirstValue
  /// The layer it belongs to, counted from 0.
  public internal(set) var layer = 0
  /// Where it starts in the flat buffer.
  public internal(set) var start = 0

  /// How the first values of a part come about.
  public enum FirstValue: Equatable, Sendable {
    /// Drawn, as an initialiser does for sums of so many sources that reach so many units.
    case drawn(sources: Int, units: Int)
    /// What an initialiser gives to biases.
    case bias
    /// The same number everywhere.
    case constant(Float)
  }

  /// A part of a layer that has no place yet.
  public init(
    _ name: String, shape: [Int], isTrained: Bool = true, isPenalized: Bool = false, first: FirstValue
  ) {
    self.name = name
    self.shape = shape
    self.isTrained = isTrained
    self.isPenalized = isPenalized
    self.first = first
  }

  /// The numbers that lie side by side.
  public var width: Int { shape.first ?? 1 }

  /// The length of a row: ``width``, ``ParameterLayout/padded(_:)``.
  public var stride: Int { ParameterLayout.padded(width) }

  /// The number of rows.
  public var rows: Int { shape.dropFirst().reduce(1, *) }

  /// The room it takes, padding included.
  public var length: Int { rows * stride }

  /// How many numbers it has.
  public var count: Int { rows * width }

  /// Its places in the flat buffer, padding included.
  public var range: Range<Int> { start..<(start + length) }

  /// The places of its numbers in the flat buffer, in the order of the shape's axes: the last axis runs fastest.
  public var places: [Int] {
    (0..<width).flatMap { unit in (0..<rows).map { start + $0 * stride + unit } }
  }

  /// Which number a place of ``range`` holds: of the first axis, and of the others; nil for padding.
  public func indices(of place: Int) -> (unit: Int, row: Int)? {
    let (row, unit) = (place - start).quotientAndRemainder(dividingBy: stride)
    return range.contains(place) && unit < width ? (unit, row) : nil
  }
}
