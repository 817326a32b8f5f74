import Formulas

/// A formula with numbers for its variables, and how far they have been followed: values forward, node by node, then
/// gradients back by the chain rule.
struct ComputationGraph: Sendable, Equatable {
  let formula: Formula
  /// A number for each variable.
  private(set) var inputs: [Double]
  /// How many steps have been gone: one for each operation forward, and one for each back.
  private(set) var step = 0
  /// The nodes at which something is done, in order.
  private let operations: [Int]

  init(_ formula: Formula, at inputs: [Double]) {
    self.formula = formula
    self.inputs = inputs
    operations = formula.nodes.indices.filter { !formula.nodes[$0].operands.isEmpty }
  }

  /// What is opened first: a product of a sum, whose gradients can be checked in the head.
  static let first: ComputationGraph = {
    guard let formula = try? Formula("(x + y) z") else { preconditionFailure("the first expression is one") }
    return ComputationGraph(formula, keeping: [:])
  }()

  /// A formula whose variables keep the numbers that they have already.
  init(_ formula: Formula, keeping known: [String: Double]) {
    let usual = [2, -1, 3, 0.5, -2, 1]
    self.init(
      formula, at: formula.variables.enumerated().map { index, name in known[name] ?? usual[index % usual.count] })
  }

  /// The numbers of the variables by their names.
  var known: [String: Double] { Dictionary(zip(formula.variables, inputs)) { first, _ in first } }

  // MARK: - Where it is

  /// All steps there are.
  var steps: Int { 2 * operations.count }

  /// Whether values are all there, and gradients are being sent back.
  var isBackward: Bool { step > operations.count }

  /// The node that the last step was at; nil before the first.
  var current: Int? {
    guard step > 0 else { return nil }
    return step <= operations.count ? operations[step - 1] : operations[2 * operations.count - step]
  }

  mutating func go(by change: Int) { step = min(steps, max(0, step + change)) }

  mutating func go(to end: Int) { step = min(steps, max(0, end)) }

  mutating func set(_ variable: Int, to value: Double) { inputs[variable] = value }

  // MARK: - What is known there

  /// The value of every node; nil where the way forward has not come yet.
  var values: [Double?] {
    let values = formula.values(at: inputs)
    let done = Set(operations.prefix(step))
    return formula.nodes.indices.map { formula.nodes[$0].operands.isEmpty || done.contains($0) ? values[$0] : nil }
  }

  /// How the whole moves with each node, as far as the way back has come: a sum over those that need it; nil where none
  /// has sent anything.
  var gradients: [Double?] {
    guard isBackward else { return formula.nodes.map { _ in nil } }
    let slopes = self.slopes
    var gradients: [Double?] = formula.nodes.map { _ in nil }
    gradients[formula.nodes.count - 1] = 1
    for node in operations.reversed().prefix(step - operations.count) {
      guard let gradient = gradients[node] else { continue }
      for (place, operand) in formula.nodes[node].operands.enumerated() where !formula.nodes[operand].isConstant {
        gradients[operand] = (gradients[operand] ?? 0) + gradient * slopes[node][place]
      }
    }
    return gradients
  }

  /// How each node moves with each of its operands.
  var slopes: [[Double]] { formula.gradient(at: inputs).slopes }

  /// What a node is called: a variable, a number, or the part of the text that it stands for.
  func name(_ node: Int) -> String { formula.text(of: node) }
}

extension ComputationGraph {
  /// Goes to the step that a node has in the direction of now; what is only there has none.
  mutating func go(toNode node: Int) {
    guard let place = formula.nodes.indices.filter({ !formula.nodes[$0].operands.isEmpty }).firstIndex(of: node) else {
      return
    }
    go(to: isBackward ? steps - place : place + 1)
  }
}
