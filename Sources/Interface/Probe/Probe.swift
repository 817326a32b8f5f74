/// What is looked at closely, until Esc: every unit shows its answer to it, every line what it carries.
public enum Probe: Sendable, Equatable {
  /// A place on the plane, or on the line with x2 = 0.
  case place(x1: Double, x2: Double)
  /// A sample: those for training come first, then those for the test.
  case sample(Int)
}
