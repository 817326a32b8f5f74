import Playground
import Words

/// What a step asks the learner to reach, or to see fail.
///
///     testLoss < 0.05
///     trainAccuracy == 1 within 200 epochs
///     fails: trainAccuracy == 1 within 500 epochs
///     try: testLoss < 0.3
public struct LectureGoal: Equatable, Sendable {
  /// The condition looked at.
  public let condition: Goal
  /// Whether the point of the step is that the condition is *not* reached.
  public let fails: Bool
  /// Whether the learner is to find what reaches it: the step's own experiment need not.
  public let isToBeFound: Bool

  /// What turns a goal round, and what leaves it to the learner.
  private static let failsMark = "fails:"
  private static let tryMark = "try:"

  /// Reads a goal.
  ///
  /// - Throws: `ExperimentError.notAllowed` with the form expected.
  public init(_ text: String) throws(ExperimentError) {
    let text = text.trimmed
    fails = text.hasPrefix(Self.failsMark)
    isToBeFound = text.hasPrefix(Self.tryMark)
    let mark = fails ? Self.failsMark : isToBeFound ? Self.tryMark : ""
    condition = try Goal(String(text.dropFirst(mark.count)).trimmed)
  }

  /// The goal in words: "test loss below 0.05 within 200 epochs".
  public var words: String {
    fails ? "not reached: \(condition.words)" : condition.words
  }
}

extension Goal {
  /// The condition in words: "test loss below 0.05 within 200 epochs".
  public var words: String {
    let limit = within.map { " within \($0) epochs" } ?? ""
    return "\(quantity.words) \(comparison.words) \(shortest(value))\(limit)"
  }
}

extension Goal.Quantity {
  /// The quantity as the screen says it.
  fileprivate var words: String {
    switch self {
    case .trainLoss: "training loss"
    case .testLoss: "test loss"
    case .trainAccuracy: "training accuracy"
    case .testAccuracy: "test accuracy"
    }
  }
}

extension Goal.Comparison {
  fileprivate var words: String {
    switch self {
    case .atMost: "at most"
    case .atLeast: "at least"
    case .equal: "exactly"
    case .less: "below"
    case .greater: "above"
    }
  }
}
