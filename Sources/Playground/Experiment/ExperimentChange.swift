/// What was changed in an experiment, apart from the rest of it.
///
/// It can be made in an experiment that has meanwhile become another, and it can be taken back there: new samples that
/// were drawn in between stay.
public struct ExperimentChange: Equatable, Sendable {
  /// The experiment in which it was made first.
  public let before: Experiment
  /// What came of it there.
  public let after: Experiment

  /// What leads from one experiment to another.
  public init(from before: Experiment, to after: Experiment) {
    self.before = before
    self.after = after
  }

  /// What takes it back.
  public var inverse: ExperimentChange { ExperimentChange(from: after, to: before) }

  /// The keys that it changes.
  public var keys: Set<ExperimentKey> { Set(after.differences(from: before).map(\.key)) }

  /// Whether nothing is left of it once a later change is made.
  func isCovered(by later: ExperimentChange) -> Bool {
    keys.isSubset(of: later.keys) && (before.points == after.points || later.before.points != later.after.points)
  }

  /// The same change made in another experiment: what it does not touch stays as it is there.
  public func applied(to experiment: Experiment) -> Experiment {
    var changed = experiment
    for key in ExperimentKey.all where key.setting(in: before) != key.setting(in: after) {
      key.copy(from: after, into: &changed)
    }
    if before.points != after.points { changed.points = after.points }
    return changed
  }
}
