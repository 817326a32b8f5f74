/// One training among many: a number by which it is known, and what is trained.
public struct Trial: Equatable, Sendable {
  /// The number, counted from 0.
  public let number: Int
  /// How often the same number was trained before, for fewer epochs: above 0 only in successive halving.
  public let rung: Int
  /// What differs from others, in the order of the search's dimensions.
  public let settings: [Setting]
  /// What is trained.
  public let experiment: Experiment
  /// Where it stops short of the experiment's end; nil for not at all.
  public let epochs: Int?

  /// A training of an experiment.
  public init(number: Int, rung: Int = 0, settings: [Setting] = [], _ experiment: Experiment, epochs: Int? = nil) {
    self.number = number
    self.rung = rung
    self.settings = settings
    self.experiment = experiment
    self.epochs = epochs
  }

  /// By what it is known among all trials of a search.
  public struct ID: Hashable, Sendable {
    /// The number, counted from 0.
    public let number: Int
    /// How often it was trained before.
    public let rung: Int
  }

  /// By what it is known.
  public var id: ID { ID(number: number, rung: rung) }

  /// What became of it.
  public enum End: Equatable, Sendable {
    case trained(Outcome)
    /// The experiment cannot be opened; a sentence with the remedy.
    case refused(String)
  }
}

/// A trial that is over.
public struct FinishedTrial: Equatable, Sendable {
  /// What was trained.
  public let trial: Trial
  /// What became of it.
  public let end: Trial.End

  /// A trial with its end.
  public init(_ trial: Trial, _ end: Trial.End) {
    self.trial = trial
    self.end = end
  }
}

extension Trial.ID: Comparable {
  /// By rungs, then by numbers.
  public static func < (one: Trial.ID, other: Trial.ID) -> Bool { (one.rung, one.number) < (other.rung, other.number) }
}
