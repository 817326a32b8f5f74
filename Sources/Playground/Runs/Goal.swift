import NeuralEngine
import Words

/// A condition that a run is judged by: `test-loss<0.01`, `trainAccuracy == 1 within 200 epochs`.
public struct Goal: Hashable, Sendable {
  /// What is looked at.
  public enum Quantity: String, CaseIterable, Sendable {
    case trainLoss, testLoss, trainAccuracy, testAccuracy
  }

  /// How it is compared.
  public enum Comparison: String, CaseIterable, Sendable {
    case atMost = "<="
    case atLeast = ">="
    case equal = "=="
    case less = "<"
    case greater = ">"
  }

  /// What is looked at.
  public var quantity: Quantity
  /// How it is compared.
  public var comparison: Comparison
  /// What it is compared with.
  public var value: Double
  /// The last epoch at which reaching it counts; nil for no limit.
  public var within: Int?
  /// Whether the run ends once it is judged; a lecture's goals are ticked while it goes on.
  public var endsRun = true

  /// A condition on which the run ends.
  public init(_ quantity: Quantity, _ comparison: Comparison, _ value: Double, within: Int? = nil) {
    self.quantity = quantity
    self.comparison = comparison
    self.value = value
    self.within = within
  }

  /// Reads a condition; the quantity may be written `test-loss` or `testLoss`, blanks do not count.
  ///
  /// - Throws: `ExperimentError.notAllowed` with the form expected, `.doesNotFit` for what can never hold.
  public init(_ text: String) throws(ExperimentError) {
    func refusal(nearest: String? = nil) -> ExperimentError {
      .notAllowed(
        key: "a goal", value: text,
        allowed: "trainLoss, testLoss, trainAccuracy or testAccuracy, one of < <= >= > ==, and a number, such as "
          + "test-loss<0.01 or trainAccuracy == 1 within 200 epochs",
        nearest: nearest)
    }
    guard let comparison = Comparison.allCases.first(where: { text.contains($0.rawValue) }),
      let place = text.firstRange(of: comparison.rawValue)
    else { throw refusal() }
    let name = text[..<place.lowerBound].filter { !$0.isWhitespace && $0 != "-" }.lowercased()
    guard let quantity = Quantity.allCases.first(where: { $0.rawValue.lowercased() == name }) else {
      throw refusal(nearest: nearest(to: name, among: Quantity.allCases.map(\.rawValue)))
    }
    let words = text[place.upperBound...].split(whereSeparator: \.isWhitespace)
    guard let value = words.first.flatMap({ Double($0) }), value.isFinite else { throw refusal() }
    var within: Int?
    if words.count > 1 {
      guard words.count <= 4, words[1] == "within", words.count > 2, let limit = Int(words[2]), limit > 0,
        words.count == 3 || words[3] == "epochs"
      else { throw refusal() }
      within = limit
    }
    self.init(quantity, comparison, value, within: within)
    try checkBounds()
  }

  /// Whether it is reached; never by what is not known or not a number.
  public func isReached(train: Evaluation?, test: Evaluation?, epoch: Int) -> Bool {
    if let within, epoch > within { return false }
    let found: Double? =
      switch quantity {
      case .trainLoss: train?.loss
      case .testLoss: test?.loss
      case .trainAccuracy: train?.accuracy
      case .testAccuracy: test?.accuracy
      }
    guard let found else { return false }
    return switch comparison {
    case .atMost: found <= value
    case .atLeast: found >= value
    case .equal: found == value
    case .less: found < value
    case .greater: found > value
    }
  }
}

extension Goal: CustomStringConvertible {
  /// `testLoss < 0.01`, with `within 200 epochs` where there is a limit.
  public var description: String {
    "\(quantity.rawValue) \(comparison.rawValue) \(shortest(value))" + (within.map { " within \($0) epochs" } ?? "")
  }
}

/// What became of a goal.
public struct Verdict: Equatable, Sendable {
  /// The goal judged.
  public let goal: Goal
  /// Whether it was reached; else its time was over.
  public let isReached: Bool
  /// The epoch at which that showed.
  public let epoch: Int
}
