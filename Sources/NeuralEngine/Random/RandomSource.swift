/// Where random numbers come from: the engine draws through this and owns no generator of its own.
///
/// The order in which the engine draws is part of its promise, so that a seed gives the same network everywhere.
public protocol RandomSource {
  /// The next number, uniform in [0, 1).
  mutating func uniform() -> Double
}
