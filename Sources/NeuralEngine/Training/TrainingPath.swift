import CKernels

/// The ways of doing a training step, by what is fastest for shape and batch.
public enum TrainingWay: String, Sendable {
  /// All of it in one thread's nearest cache, with a layer's units across the lanes of a vector.
  case units
  /// The same with a mini-batch's samples across the lanes.
  case samples
  /// Layer by layer through matrix products, which several threads share where a step is long enough.
  case products

  /// The floats of a vector on this processor: 4, 8 or 16.
  public static var lanes: Int { Int(ck_lanes()) }
}

/// A way of doing the training step of one network: large ones through matrix products on several threads, small ones
/// whole in one thread's registers. All work on the same parameters in the same layout.
protocol TrainingPath: AnyObject {
  /// Which way it is.
  var way: TrainingWay { get }

  /// Rows that go through together; a larger mini-batch needs ``Sweep/gradients`` to be summed in.
  var passRows: Int { get }

  /// Trains on a stretch of samples, or only sums their gradients, and advances the clock.
  func run(_ sweep: Sweep, clock: inout TrainingClock) -> Progress
}
