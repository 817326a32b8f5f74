import Formulas
import Glibc

/// What a network may be shown of a point: one of the functions that have a name, or a formula.
public enum Feature: Hashable, Sendable {
  /// Across.
  case x1
  /// Up.
  case x2
  /// x1 · x1.
  case x1Squared
  /// x2 · x2.
  case x2Squared
  /// x1 · x2.
  case product
  /// sin x1, in radians.
  case sinX1
  /// sin x2, in radians.
  case sinX2
  /// A formula of x1 and x2.
  case formula(Formula)

  /// Those with a name, in the order in which they are inputs whatever was chosen; formulas come after them.
  public static let named: [Feature] = [.x1, .x2, .x1Squared, .x2Squared, .product, .sinX1, .sinX2]

  /// The coordinates as formulas call them.
  static let variables: [Variable] = [Variable("x1", or: "x"), Variable("x2", or: "y")]

  /// The largest value that a formula may give a network.
  private static let largest = 1e6

  /// A formula of x1 and x2 (or x and y).
  ///
  /// - Throws: `DatasetError.formula` with the place of the mistake, or for what is the same everywhere.
  public init(formula text: String) throws(DatasetError) {
    let formula: Formula
    do throws(FormulaError) {
      formula = try Formula(text, over: Self.variables)
    } catch {
      throw .formula(name: nil, .malformed(error))
    }
    guard formula.nodes.contains(where: { !$0.isConstant }) else { throw .formula(name: text, .constant) }
    self = .formula(formula)
  }

  /// The feature's value at the point (x1, x2); 0 where a formula has none.
  public func value(_ x1: Double, _ x2: Double) -> Double {
    switch self {
    case .x1: x1
    case .x2: x2
    case .x1Squared: x1 * x1
    case .x2Squared: x2 * x2
    case .product: x1 * x2
    case .sinX1: sin(x1)
    case .sinX2: sin(x2)
    case .formula(let formula): Self.usable(formula(x1, x2)) ?? 0
    }
  }

  /// The feature's value at a sample.
  public func value(at point: LabelledPoint) -> Double { value(point.x1, point.x2) }

  /// Whether there is a value at a sample that a network can take: √−1 is none, nor is 1 ∕ 0, nor a number beyond a
  /// million.
  public func hasValue(at point: LabelledPoint) -> Bool {
    switch self {
    case .x1, .x2, .x1Squared, .x2Squared, .product, .sinX1, .sinX2: true
    case .formula(let formula): Self.usable(formula(point.x1, point.x2)) != nil
    }
  }

  private static func usable(_ value: Double) -> Double? { value.magnitude <= largest ? value : nil }

  /// Whether the feature depends on x2; in a set on a line, where x2 is always 0, it then says nothing.
  public var readsX2: Bool {
    switch self {
    case .x1, .x1Squared, .sinX1: false
    case .x2, .x2Squared, .product, .sinX2: true
    case .formula(let formula): formula.nodes.contains { $0.operation == .variable(1) }
    }
  }
}

extension Feature: RawRepresentable, Codable {
  /// Reads a name, or a formula; nil for what is neither.
  public init?(rawValue text: String) {
    if let named = Self.named.first(where: { $0.rawValue == text }) {
      self = named
    } else {
      guard let feature = try? Feature(formula: text) else { return nil }
      self = feature
    }
  }

  /// The name, or the formula, as the key `features` has it.
  public var rawValue: String {
    switch self {
    case .x1: "x1"
    case .x2: "x2"
    case .x1Squared: "x1^2"
    case .x2Squared: "x2^2"
    case .product: "x1x2"
    case .sinX1: "sin(x1)"
    case .sinX2: "sin(x2)"
    case .formula(let formula): formula.text
    }
  }
}
