import Glibc

/// What a node of a formula does.
public enum Operation: Hashable, Sendable {
  /// A number that was written, π, or e.
  case number(Double)
  /// The value given for the variable of that place.
  case variable(Int)
  case negate, add, subtract, multiply, divide, power
  /// A function of one number, or of two.
  case function(Function)
  /// Two numbers compared.
  case comparison(Comparison)
  case and, or, not

  /// Whether it makes true or false, which are counted as 1 and 0.
  public var yieldsTruth: Bool {
    switch self {
    case .comparison, .and, .or, .not: true
    case .number, .variable, .negate, .add, .subtract, .multiply, .divide, .power, .function: false
    }
  }

  /// The sign or word for it; nil for numbers and variables.
  public var symbol: String? {
    switch self {
    case .number, .variable: nil
    case .negate, .subtract: "−"
    case .add: "+"
    case .multiply: "·"
    case .divide: "/"
    case .power: "^"
    case .function(let function): function.rawValue
    case .comparison(let comparison): comparison.symbol
    case .and: "and"
    case .or: "or"
    case .not: "not"
    }
  }
}

/// Two numbers compared.
public enum Comparison: String, CaseIterable, Sendable {
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
  case equal = "=="
  case unequal = "!="

  /// The sign as it is printed.
  public var symbol: String {
    switch self {
    case .less, .greater: rawValue
    case .atMost: "≤"
    case .atLeast: "≥"
    case .equal: "="
    case .unequal: "≠"
    }
  }

  func holds(_ a: Double, _ b: Double) -> Bool {
    switch self {
    case .less: a < b
    case .atMost: a <= b
    case .greater: a > b
    case .atLeast: a >= b
    case .equal: a == b
    case .unequal: a != b
    }
  }
}

extension Operation {
  /// What comes of it; `b` is `a` where there is one operand, and neither means anything where there is none.
  func value(_ a: Double, _ b: Double, _ variables: [Double]) -> Double {
    switch self {
    case .number(let number): number
    case .variable(let index): variables[index]
    case .negate: -a
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: pow(a, b)
    case .function(let function): function.value(a, b)
    case .comparison(let comparison): comparison.holds(a, b) ? 1 : 0
    case .and: a != 0 && b != 0 ? 1 : 0
    case .or: a != 0 || b != 0 ? 1 : 0
    case .not: a == 0 ? 1 : 0
    }
  }

  /// How fast `value` grows with the first and with the second operand; 0 where it jumps, and for conditions.
  func slopes(_ a: Double, _ b: Double, value: Double) -> (Double, Double) {
    switch self {
    case .number, .variable, .comparison, .and, .or, .not: (0, 0)
    case .negate: (-1, 0)
    case .add: (1, 1)
    case .subtract: (1, -1)
    case .multiply: (b, a)
    case .divide: (1 / b, -a / (b * b))
    case .power: (b == 0 ? 0 : b * pow(a, b - 1), a == 0 && b > 0 ? 0 : value * log(a))
    case .function(let function): function.slopes(a, b, value: value)
    }
  }
}
