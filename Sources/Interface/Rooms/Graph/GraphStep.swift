import Formulas
import Screen

/// What the last step of a graph did, with its numbers: an operation forward, or the chain rule back.
struct GraphStep {
  let graph: ComputationGraph

  var lines: [[Span]] {
    guard let node = graph.current else {
      return [
        [
          Span(
            "Right computes the first node from numbers that are there; at the end it goes back with gradients.", .text)
        ]
      ]
    }
    return graph.isBackward ? back(node) : [forward(node)]
  }

  /// `x + y = +2.00 + −1.00 = +1.00`.
  private func forward(_ node: Int) -> [Span] {
    let (values, operation) = (graph.values, graph.formula.nodes[node].operation)
    let operands = graph.formula.nodes[node].operands.map { values[$0] ?? .nan }
    var line: [Span] = []
    line.strong(graph.name(node))
    line.dim(" = ")
    switch operation {
    case .function(let function):
      line.dim("\(function.rawValue)(")
      for (place, operand) in operands.enumerated() {
        if place > 0 { line.dim(", ") }
        line.number(operand)
      }
      line.dim(")")
    case .negate:
      line.dim("− ")
      line.number(operands[0])
    case _:
      line.number(operands[0])
      line.dim(" \(operation.symbol ?? "") ")
      line.number(operands[operands.count - 1])
    }
    line.dim(" = ")
    line.append(Span(Number.signed(values[node] ?? .nan, decimals: 4, width: 8).trimmedLeft, .accent, .bold))
    return line
  }

  /// For each operand: `∂f/∂x = ∂f/∂(x + y) · ∂(x + y)/∂x = +3.00 · 1 (1) = +3.00`.
  private func back(_ node: Int) -> [[Span]] {
    let (gradients, slopes, nodes) = (graph.gradients, graph.slopes, graph.formula.nodes)
    guard let own = gradients[node] else { return [] }
    let whole = graph.shortName(node)
    var lines: [[Span]] = []
    for (place, operand) in nodes[node].operands.enumerated() where !nodes[operand].isConstant {
      // The same variable twice, as in x · x, has one line for each.
      let name = graph.shortName(operand)
      let (slope, share) = (slopes[node][place], own * slopes[node][place])
      var line: [Span] = []
      line.strong("∂f/∂\(name)")
      line.dim(" = ∂f/∂\(whole) · ∂\(whole)/∂\(name) = ")
      line.number(own)
      line.dim(" · ")
      line.number(slope)
      line.dim(" (\(graph.slopeFormula(node, by: place))) = ")
      line.append(Span(Number.signed(share, decimals: 4, width: 8).trimmedLeft, .accent, .bold))
      let total = gradients[operand] ?? share
      if abs(total - share) > 1e-12 * max(1, abs(total)) {
        line.dim(", in all ")
        line.number(total)
      }
      lines.append(line)
    }
    return lines
  }
}

extension String {
  fileprivate var trimmedLeft: String { String(drop { $0 == " " }) }
}
