import NeuralEngine
import Playground
import Screen

/// The one unit of a network without hidden layers, with its weights as they are now: z term by term, and a.
struct OutputUnitPanel: Drawable {
  private let shell: Shell
  private let network: Network
  private let x: Int
  private let y: Int
  private let width: Int

  /// The most rows it takes, its heading included.
  static let rows = 5
  /// Columns of a term: a weight, a blank, and what it is the weight of.
  private static let termWidth = 11

  /// The panel, where the step shows it and there is such a unit.
  init?(_ shell: Shell, x: Int, y: Int, width: Int) {
    guard shell.hasOutputUnit, let network = shell.network, width >= 4 + Self.termWidth else { return nil }
    (self.shell, self.network, self.x, self.y, self.width) = (shell, network, x, y, width)
  }

  func draw(in scene: inout Scene) {
    let isCurrent = shell.attention.current?.panel == .network || shell.stepPoints(at: .unit)
    scene.frame.heading("OUTPUT UNIT", x: x, y: y, isCurrent: isCurrent)
    let across = max(1, (width - 4) / Self.termWidth)
    scene.frame.put("z = ", x: x, y: y + 1, .dim)
    let terms = self.terms
    let room = across * (Self.rows - 2)
    for (index, term) in terms.prefix(room).enumerated() {
      let place = Point(x + 4 + index % across * Self.termWidth, y + 1 + index / across)
      draw(term, at: place, isLast: index == room - 1 && terms.count > room, in: &scene)
    }
    let last = y + 1 + (min(terms.count, room) + across - 1) / across
    scene.frame.put("a = \(network.architecture.outputActivation.rawValue) z", x: x, y: last, .dim)
  }

  private struct Term {
    let value: Double
    let name: String
    let target: Target
  }

  private var terms: [Term] {
    let weights = network.weights(layer: 0, unit: 0).enumerated().map { source, weight in
      Term(
        value: Double(weight), name: shell.sourceName(layer: 0, source: source),
        target: .weight(layer: 0, unit: 0, source: source))
    }
    return weights + [Term(value: Double(network.bias(layer: 0, unit: 0)), name: "", target: .bias(layer: 0, unit: 0))]
  }

  private func draw(_ term: Term, at place: Point, isLast: Bool, in scene: inout Scene) {
    if isLast {
      scene.frame.put("…", x: place.x, y: place.y, .dim)
      return
    }
    let isCurrent = shell.attention.current == term.target
    scene.frame.put(
      [
        Span(Number.signed(term.value), Number.role(term.value), isCurrent ? [.bold, .underline] : .bold),
        Span(" " + term.name, isCurrent ? .accent : .text),
      ], x: place.x, y: place.y)
    scene.mark(Rect(x: place.x, y: place.y, width: Self.termWidth - 1, height: 1), as: term.target)
  }
}

extension Shell {
  /// Whether the network is one unit, and the step of a lecture shows it.
  var hasOutputUnit: Bool {
    guard let architecture = network?.architecture else { return false }
    return architecture.hidden.isEmpty && architecture.outputs == 1 && !showsImages && divergence == nil
      && shows(.unit)
  }
}
