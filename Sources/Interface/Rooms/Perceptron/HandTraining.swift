import Datasets

/// How far a perceptron has been taught by hand: which sample has its turn, and what the corrections were.
struct HandTraining: Equatable, Sendable {
  /// Where it is now.
  private(set) var now: HandPerceptron
  /// What it was before the last correction; nil before the first, and once the next sample has its turn.
  private(set) var before: HandPerceptron?
  /// The sample that has its turn, counted from 0.
  private(set) var sample = 0
  /// Passes over all samples that are done.
  private(set) var passes = 0
  /// Mistakes in the pass under way, and in the one before; nil while there is none.
  private(set) var mistakes = 0
  private(set) var lastMistakes: Int?
  /// How many corrections there were in all.
  private(set) var corrections = 0
  /// Whether anything has been done by hand.
  private(set) var hasBegun = false

  init(from start: HandPerceptron = HandPerceptron()) { now = start }

  /// Whether the last thing done was a correction, that is now to be seen.
  var isCorrected: Bool { before != nil }

  /// The next thing: the correction of a wrong answer, else the next sample's turn.
  mutating func step(_ points: ArraySlice<LabelledPoint>, rate: Double) {
    guard let point = points.dropFirst(sample).first else { return }
    hasBegun = true
    if !isCorrected, now.error(point) != 0 {
      before = now
      now = now.corrected(by: point, rate: rate)
      mistakes += 1
      corrections += 1
      return
    }
    before = nil
    sample += 1
    if sample == points.count {
      (sample, passes) = (0, passes + 1)
      (lastMistakes, mistakes) = (mistakes, 0)
    }
  }

  /// On to the next sample that is answered wrongly, at most once round.
  mutating func stepToMistake(_ points: ArraySlice<LabelledPoint>, rate: Double) {
    for _ in 0...points.count {
      step(points, rate: rate)
      guard let point = points.dropFirst(sample).first, !isCorrected else { continue }
      if now.error(point) != 0 { return }
    }
  }

  /// To the end of the pass.
  mutating func pass(_ points: ArraySlice<LabelledPoint>, rate: Double) {
    guard !points.isEmpty else { return }
    let end = passes + 1
    while passes < end { step(points, rate: rate) }
  }
}
