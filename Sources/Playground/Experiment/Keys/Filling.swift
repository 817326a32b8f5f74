/// How a key fills its field of an experiment with nothing left open, and how it is read from there.
struct Filling<Value: Sendable>: Sendable {
  /// Fills the field from what was said (nil: nothing), the rest of what was said, and the fields filled before.
  let fill: @Sendable (Value?, Experiment, inout ResolvedExperiment) -> Void
  /// What stands in the field; nil where it is empty.
  let read: @Sendable (ResolvedExperiment) -> Value?
}

extension Filling {
  /// A field with the same default for everybody.
  static func field(
    _ path: WritableKeyPath<ResolvedExperiment, Value> & Sendable, default standard: Value
  ) -> Filling {
    field(path) { _, _ in standard }
  }

  /// A field whose default depends on what else was said and on the fields filled before.
  static func field(
    _ path: WritableKeyPath<ResolvedExperiment, Value> & Sendable,
    default standard: @escaping @Sendable (_ said: Experiment, _ filled: ResolvedExperiment) -> Value
  ) -> Filling {
    Filling(fill: { $2[keyPath: path] = $0 ?? standard($1, $2) }, read: { $0[keyPath: path] })
  }

  /// A field that stays empty unless something was said.
  static func field(_ path: WritableKeyPath<ResolvedExperiment, Value?> & Sendable) -> Filling {
    Filling(fill: { said, _, resolved in resolved[keyPath: path] = said }, read: { $0[keyPath: path] })
  }
}
