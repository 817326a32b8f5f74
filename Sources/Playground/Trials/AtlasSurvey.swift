/// A map of trainings that is wanted, and which of its first weights are still to be trained.
public struct AtlasSurvey: Equatable, Sendable {
  /// By which its findings are known; each is larger than the one before.
  public let number: Int
  /// The map.
  public let atlas: Atlas
  /// Which first weights of each place.
  public let starts: Range<Int>

  /// A map that is wanted.
  public init(number: Int, _ atlas: Atlas, starts: Range<Int>) {
    self.number = number
    self.atlas = atlas
    self.starts = starts
  }

  /// What is trained, in its order: the first weights of all places from coarse to fine, then the second ones.
  var places: [(cell: Atlas.Cell, start: Int)] {
    let order = atlas.order
    return starts.flatMap { start in order.map { ($0, start) } }
  }
}

/// What was found out of a map since the last time.
public struct Findings: Equatable, Sendable {
  /// The survey's number.
  public var survey: Int
  /// Places that were trained.
  public var findings: [Finding] = []

  /// What became of one training.
  public struct Finding: Equatable, Sendable {
    /// The place.
    public let cell: Atlas.Cell
    /// Which of its first weights.
    public let start: Int
    /// What became of it.
    public let end: Trial.End

    /// What became of one training.
    public init(cell: Atlas.Cell, start: Int, end: Trial.End) {
      self.cell = cell
      self.start = start
      self.end = end
    }
  }

  /// What was found out of a survey.
  public init(survey: Int, findings: [Finding] = []) {
    self.survey = survey
    self.findings = findings
  }
}
