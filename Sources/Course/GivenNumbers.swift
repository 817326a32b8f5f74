import Glibc

/// Numbers to work with: what a network might say of one sample, what is right, and what each loss makes of it.
public struct GivenNumbers: Sendable, Equatable {
  /// What the numbers are.
  public enum Kind: String, CaseIterable, Sendable {
    /// The outputs a as they are.
    case answers
    /// The sums z before the output's activation, of which sigmoid and softmax make answers.
    case scores
  }

  /// What the numbers are.
  public let kind: Kind
  /// What the classes are called: one for each number.
  public let names: [String]
  /// The numbers, finite.
  public private(set) var values: [Double]
  /// The index of the class that is right.
  public var right: Int

  /// How few and how many numbers there may be.
  static let counts = 2...16
  /// No number is further from 0.
  static let largest = 100.0

  init(_ kind: Kind, values: [Double], names: [String], right: Int) {
    (self.kind, self.values, self.names, self.right) = (kind, values, names, right)
  }

  /// Makes a number larger or smaller; answers stay between 0 and 1.
  public mutating func change(_ index: Int, by change: Double) {
    guard values.indices.contains(index) else { return }
    let bounds = kind == .answers ? 0...1 : -Self.largest...Self.largest
    let changed = min(bounds.upperBound, max(bounds.lowerBound, values[index] + change))
    // Twentieths added up would show the errors of binary fractions.
    values[index] = (changed * 10_000).rounded() / 10_000
  }

  /// The target of a class: 1 for the right one, else 0.
  public func target(_ index: Int) -> Double { index == right ? 1 : 0 }

  /// σ(z) = 1 ∕ (1 + e⁻ᶻ) of each score; answers as they are.
  public var shares: [Double] { kind == .answers ? values : values.map { 1 / (1 + exp(-$0)) } }

  /// e^zᵢ ∕ Σ e^zⱼ of each score; answers as they are.
  public var probabilities: [Double] {
    guard kind == .scores else { return values }
    let largest = values.max() ?? 0
    let powers = values.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// ½ Σ (a − t)² of the numbers as they are.
  public var squaredError: Double {
    values.indices.reduce(0) { $0 + (values[$1] - target($1)) * (values[$1] - target($1)) } / 2
  }

  /// −Σ t ln a + (1 − t) ln(1 − a) with a = σ(z) of scores; infinite where a is sure and wrong.
  public var sigmoidCrossEntropy: Double {
    guard kind == .scores else {
      return values.indices.reduce(0) { $0 - log(target($1) == 1 ? values[$1] : 1 - values[$1]) }
    }
    // ln(1 + eᶻ) − t z, which stays finite.
    return values.indices.reduce(0) {
      $0 + max(values[$1], 0) + log1p(exp(-abs(values[$1]))) - target($1) * values[$1]
    }
  }

  /// −ln a of the right class, with a = softmax of scores.
  public var softmaxCrossEntropy: Double { -log(probabilities[right]) }
}
