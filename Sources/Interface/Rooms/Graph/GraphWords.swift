import Formulas
import Screen

/// What is said of a node: its local derivatives as formulas, and what is wrong with a value that is no number.
extension ComputationGraph {
  /// The derivative of a node by one of its operands, as a formula of the operands' names.
  func slopeFormula(_ node: Int, by place: Int) -> String {
    let operands = formula.nodes[node].operands
    let (a, b) = (operands.first.map(shortName) ?? "", operands.last.map(shortName) ?? "")
    switch formula.nodes[node].operation {
    case .negate: return "−1"
    case .add: return "1"
    case .subtract: return place == 0 ? "1" : "−1"
    case .multiply: return name(operands[1 - place])
    case .divide: return place == 0 ? "1 ∕ \(b)" : "−\(a) ∕ \(b)²"
    case .power: return place == 0 ? "\(b)·\(a)^(\(b) − 1)" : "\(a)^\(b) · ln \(a)"
    case .function(let function): return slopeFormula(function, a, b, place)
    case .number, .variable, .comparison, .and, .or, .not: return "0"
    }
  }

  private func slopeFormula(_ function: Function, _ a: String, _ b: String, _ place: Int) -> String {
    switch function {
    case .sin: "cos \(a)"
    case .cos: "−sin \(a)"
    case .tan: "1 + tan² \(a)"
    case .exp: "e^\(a)"
    case .ln: "1 ∕ \(a)"
    case .log: "1 ∕ (\(a) · ln 10)"
    case .sqrt: "1 ∕ (2 √\(a))"
    case .abs: "the sign of \(a)"
    case .tanh: "1 − tanh² \(a)"
    case .sigmoid: "σ (1 − σ)"
    case .relu: "1 where \(a) > 0, else 0"
    case .step: "0"
    case .min: "1 for the smaller, else 0"
    case .max: "1 for the larger, else 0"
    }
  }

  /// A variable's name or a number as it is; of an operation what fits into a formula.
  func shortName(_ node: Int) -> String {
    let name = name(node)
    if formula.nodes[node].operands.isEmpty { return name }
    if case .function = formula.nodes[node].operation { return name }
    return "(\(name))"
  }

  /// What is wrong at the first node that is no number although what it is made of are numbers; nil where all is well.
  var complaint: String? {
    let values = formula.values(at: inputs)
    for (index, node) in formula.nodes.enumerated() where !values[index].isFinite {
      let operands = node.operands.map { values[$0] }
      guard !operands.isEmpty, operands.allSatisfy(\.isFinite) else { continue }
      return cause(index, operands)
    }
    return nil
  }

  private func cause(_ node: Int, _ operands: [Double]) -> String {
    let (whole, first) = (name(node), operands[0])
    let numbers = operands.map { Number.short($0) }
    func operandName(_ operand: Int) -> String { shortName(formula.nodes[node].operands[operand]) }
    switch formula.nodes[node].operation {
    case .divide: return "\(whole) divides by zero, for \(operandName(1)) is 0: another number there has an answer."
    case .function(.ln) where first < 0, .function(.log) where first < 0:
      return "\(whole) has no value, for \(operandName(0)) is \(numbers[0]): logarithms are of numbers above 0."
    case .function(.ln), .function(.log):
      return "\(whole) is −∞, for \(operandName(0)) is 0: logarithms are of numbers above 0."
    case .function(.sqrt):
      return "\(whole) has no value, for \(operandName(0)) is \(numbers[0]): roots are of 0 and more."
    case .power where first < 0:
      return "\(whole) has no value, for \(numbers[0]) is below 0 and \(numbers[1]) is not whole."
    case .power where first == 0: return "\(whole) divides by zero, for 0 to the power of \(numbers[1]) is 1 ∕ 0."
    case _: return "\(whole) is too large for a number: take smaller ones."
    }
  }
}
