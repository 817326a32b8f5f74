import Formulas

/// A number that a lecture works out of the run in play, so that it stands nowhere in the text:
/// `points for each weight: samples / parameters`.
public struct Computation: Sendable, Equatable {
  /// What of a run a formula can name.
  public enum Quantity: String, CaseIterable, Sendable {
    case epoch, trainLoss, testLoss, trainAccuracy, testAccuracy
    /// The training samples, and how many of them one update averages.
    case samples, batchSize
    case learningRate
    /// The numbers that the network learns, those that go into it, and the classes that it tells apart.
    case parameters, inputs, classes
  }

  /// What the number is.
  public let label: String
  /// The formula as it was written.
  public var text: String { formula.text }
  private let formula: Formula

  /// Reads a formula over the names of `Quantity`.
  ///
  /// - Throws: what is wrong with it, and at which character.
  public init(label: String, _ formula: String) throws(FormulaError) {
    self.label = label
    self.formula = try Formula(formula, over: Quantity.allCases.map { Variable($0.rawValue) })
  }

  /// The number for a run of which `quantity` tells what it knows; nil where something is missing, or it is not finite.
  public func value(_ quantity: (Quantity) -> Double?) -> Double? {
    let value = formula.value(at: Quantity.allCases.map { quantity($0) ?? .nan })
    return value.isFinite ? value : nil
  }
}
