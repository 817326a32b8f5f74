import Playground
import Screen

/// A computation graph: a formula, a unit or a small network, whose values flow forward and whose gradients flow back, a
/// node a key press.
struct GraphRoom: Room {
  /// The variable that is chosen, among those of the formula.
  private(set) var chosen = 0

  var place: Place { .graph(self) }

  func keys(_ shell: Shell) -> KeyScope? { .graph }

  func draw(_ shell: Shell, _ explanation: Explanation, over beneath: ArraySlice<any Room>, in scene: inout Scene) {
    GraphScreen(shell: shell, room: self, explanation: explanation).draw(in: &scene)
  }

  func request(_ shell: Shell) -> SnapshotRequest? { SnapshotRequest() }

  func bar(_ shell: Shell, narrow: Bool) -> [Command]? {
    [
      .right, .left, .allSteps, .expression, .enter, .nextInput, .otherGraph, .views, .leave, .playOrPause, .help,
      .quit,
    ]
  }

  func word(for command: Command, _ shell: Shell) -> String? {
    switch command {
    case .right: "next node"
    case .left: "back"
    case .enter: "edit \(shell.graph.formula.variables[safe: chosen] ?? "")"
    case .allSteps: shell.graph.step == shell.graph.steps ? "from the start" : "to the end"
    case _: nil
    }
  }

  func explain(_ target: Target?, _ shell: Shell) -> Explanation? {
    switch target {
    case nil, .part?, .state?: GraphExplanation(graph: shell.graph).explain()
    case _?: nil
    }
  }

  // MARK: - Coming and going

  mutating func enter(_ shell: inout Shell) -> [Effect] {
    shell.enlarged = nil
    shell.attention.focus(on: nil)
    return []
  }

  mutating func letGo(_ shell: inout Shell) -> Bool { false }

  mutating func follow(_ shell: inout Shell) { chosen = min(chosen, max(0, shell.graph.formula.variables.count - 1)) }

  // MARK: - Keys and pointer

  mutating func perform(_ command: Command, _ shell: inout Shell) -> [Effect]? {
    let count = shell.graph.formula.variables.count
    switch command {
    case .views: shell.pickView(in: .graph)
    case .right: shell.graph.go(by: 1)
    case .left: shell.graph.go(by: -1)
    case .allSteps: shell.graph.go(to: shell.graph.step == shell.graph.steps ? 0 : shell.graph.steps)
    case .nextInput, .down: if count > 0 { chosen = (chosen + 1) % count }
    case .previousInput, .up: if count > 0 { chosen = (chosen + count - 1) % count }
    case .enter: return shell.askForInput(chosen)
    case .expression: return shell.askForExpression()
    case .otherGraph: shell.pickGraph()
    case _: return nil
    }
    return []
  }

  /// A click on a variable edits it, one on any other node goes there.
  mutating func activate(_ target: Target, _ shell: inout Shell) -> [Effect]? {
    guard case .part(let node) = target, shell.graph.formula.nodes.indices.contains(node) else { return nil }
    if case .variable(let variable) = shell.graph.formula.nodes[node].operation {
      chosen = variable
      return shell.askForInput(variable)
    }
    shell.graph.go(toNode: node)
    return []
  }

  mutating func wheel(_ target: Target, by step: Int, _ shell: inout Shell) -> [Effect]? {
    guard case .part = target else { return nil }
    shell.graph.go(by: -step)
    return []
  }
}
