/// What `v` lists: other ways of looking at the run in play.
///
/// A view is a panel in the losses' place or a room of its own. A new one is a case here, with its sentence and what it
/// opens.
public enum View: String, CaseIterable, Sendable {
  case losses, gradients, surface, forward, graph, perceptron, atlas

  /// What is seen there.
  var sentence: String {
    switch self {
    case .losses: "the losses along the run"
    case .gradients: "of every layer, as they are"
    case .surface: "the loss around the weights"
    case .forward: "the matrices of a step"
    case .graph: "values forward, gradients back"
    case .perceptron: "taught by hand"
    case .atlas: "a thousand trainings as one map"
    }
  }

  /// Where it is seen.
  var kind: Kind {
    switch self {
    case .losses: .panel(.losses)
    case .gradients: .panel(.layers)
    case .surface: .room { _ in .surface(SurfaceRoom()) }
    case .forward: .room { _ in .forward(ForwardRoom()) }
    case .graph: .room { _ in .graph(GraphRoom()) }
    case .perceptron: .room(PerceptronRoom.opened)
    case .atlas: .room { AtlasRoom.opened(&$0) }
    }
  }

  /// Where a view is seen.
  enum Kind {
    /// In the losses' place.
    case panel(RunView)
    /// In a room, which may say why it cannot be opened now.
    case room(@Sendable (inout Shell) -> Place?)
  }
}

extension Shell {
  /// `v`: the list of views, over the room that shows one already.
  mutating func pickView(in room: View? = nil) {
    let now = room ?? View.allCases.first { if case .panel(runView) = $0.kind { true } else { false } }
    let items = View.allCases.map { Picker.Item(value: $0.rawValue, label: $0.rawValue, sentence: $0.sentence) }
    open(
      Picker(
        subject: .view(from: runView, in: room), title: "Views", items: items,
        selected: now.flatMap(View.allCases.firstIndex) ?? 0, takesTyping: false))
  }

  /// Shows what can be seen beside the list: a panel, not a room.
  mutating func tryOut(_ view: View) {
    if case .panel(let panel) = view.kind { runView = panel }
  }

  /// Opens a view; the room that shows another one is left for it.
  mutating func open(_ view: View, from room: View?) {
    switch view.kind {
    case .panel(let panel):
      runView = panel
      if room != nil { turn = .leave }
    case .room(let place):
      if let place = place(&self) { turn = room == nil ? .open(place) : .replace(place) }
    }
  }
}
