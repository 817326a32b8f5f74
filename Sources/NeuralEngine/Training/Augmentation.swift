import CKernels

/// How far chance moves a training picture each time it is shown, so that no picture is seen twice.
///
/// A pixel's place p, counted from the middle, takes what was at A p + shift + d(p): A rotates, shears and scales, d is
/// the field of a grid of 6 × 6 corners that are moved by chance (Simard, Steinkraus and Platt 2003). What comes from
/// beyond the border is black. The numbers are drawn from counters, as dropout's masks are: the same place in the run,
/// the same move.
public struct Augmentation: Equatable, Sendable {
  /// Whether half of the pictures are mirrored, left for right.
  public var flips: Bool
  /// Whole pixels, at most, across and down.
  public var shift: Int
  /// Degrees, at most, either way.
  public var rotation: Double
  /// The share by which height and width change at most, each by itself, in [0, 1).
  public var scale: Double
  /// By how much of its distance from the middle a row moves sideways, at most.
  public var shear: Double
  /// Pixels: the deviation of the corners of the grid.
  public var elastic: Double

  /// Moves; none unless said.
  public init(
    flips: Bool = false, shift: Int = 0, rotation: Double = 0, scale: Double = 0, shear: Double = 0, elastic: Double = 0
  ) {
    self.flips = flips
    self.shift = shift
    self.rotation = rotation
    self.scale = scale
    self.shear = shear
    self.elastic = elastic
  }

  /// Pictures stay as they are.
  public static let none = Augmentation()

  /// Whether anything is moved.
  public var isActive: Bool { self != .none }

  /// Refuses what has no meaning.
  ///
  /// - Throws: ``EngineError`` for inputs that are no picture, or a number out of its range.
  func check(for input: Shape) throws(EngineError) {
    guard isActive else { return }
    guard input.isPicture else { throw .augmentationNeedsPicture(input: input) }
    func check(_ name: String, _ value: Double, _ range: ClosedRange<Double>) throws(EngineError) {
      guard range.contains(value) else {
        throw .outOfRange(setting: name, value: value, range: "from \(range.lowerBound) to \(range.upperBound)")
      }
    }
    try check("shift", Double(shift), 0...1000)
    try check("rotation", rotation, 0...180)
    try check("scale", scale, 0...0.9)
    try check("shear", shear, 0...10)
    try check("elastic", elastic, 0...1000)
  }

  /// The same as the C kernels have it.
  var kernel: ck_augmentation {
    ck_augmentation(
      flips: flips ? 1 : 0, shift: Int32(shift), rotation: Float(rotation * .pi / 180), scale: Float(scale),
      shear: Float(shear), elastic: Float(elastic))
  }
}
