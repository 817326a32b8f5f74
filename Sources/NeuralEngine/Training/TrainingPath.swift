/// A way of doing the training step of one network: large ones through matrix products on several threads, small ones
/// whole in one thread's registers. All work on the same parameters in the same layout.
protocol TrainingPath: AnyObject {
  /// Rows that go through together; a larger mini-batch needs ``Sweep/gradients`` to be summed in.
  var passRows: Int { get }

  /// Trains on a stretch of samples, or only sums their gradients, and advances the clock.
  func run(_ sweep: Sweep, clock: inout TrainingClock) -> Progress
}
