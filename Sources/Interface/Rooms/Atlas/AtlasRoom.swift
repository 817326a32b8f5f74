import Playground
import Screen

/// A map of trainings: every cell is one, over any two keys of the experiment, coloured by what came of it.
struct AtlasRoom: Room {
  /// The experiment in play when the room was opened; when it changes the map is drawn anew.
  private var mapped: Experiment?

  /// The room, where the experiment in play can be mapped.
  static func opened(_ shell: inout Shell) -> Place? { shell.canMap() ? .atlas(AtlasRoom()) : nil }

  var place: Place { .atlas(self) }

  func keys(_ shell: Shell) -> KeyScope? { .atlas }

  func draw(_ shell: Shell, _ explanation: Explanation, over beneath: ArraySlice<any Room>, in scene: inout Scene) {
    guard let study = shell.atlas else { return }
    AtlasScreen(shell: shell, study: study, cell: pointed(shell, study) ?? study.cell, explanation: explanation).draw(
      in: &scene)
  }

  func request(_ shell: Shell) -> SnapshotRequest? { SnapshotRequest() }

  func bar(_ shell: Shell, narrow: Bool) -> [Command]? {
    [
      .enter, .axisAcross, .axisUp, .measure, .closer, .farther, .nextStart, .moreStarts, .leave, .views, .help, .quit,
    ]
  }

  func word(for command: Command, _ shell: Shell) -> String? { command == .enter ? "open" : nil }

  /// Beside the map.
  func besides(_ shell: Shell) -> Rect? {
    let layout = AtlasLayout(shell.size)
    return Rect(columns: layout.map.maxX + 1..<shell.size.width, rows: 1..<shell.size.height - 1)
  }

  func explain(_ target: Target?, _ shell: Shell) -> Explanation? {
    switch target {
    case nil, .part?, .state?:
      shell.atlas.map { explanation(of: $0, shell) }
    case _?: nil
    }
  }

  private func explanation(of study: AtlasStudy, _ shell: Shell) -> Explanation {
    AtlasExplanation(study: study, cell: pointed(shell, study) ?? study.cell, looks: shell.theme.mapWords).explain()
  }

  // MARK: - Coming and going

  mutating func enter(_ shell: inout Shell) -> [Effect] {
    shell.enlarged = nil
    shell.attention.focus(on: nil)
    mapped = shell.experiment
    return shell.openAtlas()
  }

  mutating func receive(_ snapshot: Snapshot, _ shell: inout Shell) -> [Effect] {
    guard shell.session.isSettled, snapshot.experiment != mapped else { return [] }
    mapped = snapshot.experiment
    if shell.showsImages {
      shell.turn = .leave
      return []
    }
    return shell.openAtlas()
  }

  func leave(_ shell: inout Shell) -> [Effect] { [.survey(nil)] }

  // MARK: - Keys and pointer

  mutating func perform(_ command: Command, _ shell: inout Shell) -> [Effect]? {
    // What is done is done at the place that is shown.
    if let study = shell.atlas, let shown = pointed(shell, study) { shell.atlas?.go(to: shown) }
    switch command {
    case .views: shell.pickView(in: .atlas)
    case .left: move(-1, 0, &shell)
    case .right: move(1, 0, &shell)
    case .up: move(0, 1, &shell)
    case .down: move(0, -1, &shell)
    case .nextStart: shell.atlas.map { shell.atlas?.choose(start: $0.start + 1) }
    case .previousStart: shell.atlas.map { shell.atlas?.choose(start: $0.start - 1) }
    case .enter: return shell.openMapped()
    case .axisAcross: shell.pickAxis(across: true)
    case .axisUp: shell.pickAxis(across: false)
    case .measure: shell.pickMeasure()
    case .closer:
      guard shell.atlas?.zoomIn() == true else { return shell.refuse("Nothing lies between these columns and rows.") }
      return shell.survey()
    case .farther:
      guard shell.atlas?.zoomOut() == true else {
        return shell.refuse("This is the whole map: x and y put other keys on it.")
      }
      return shell.survey()
    case .moreStarts:
      guard shell.atlas?.tryMore() == true else { return shell.refuse("So many first weights are enough to judge by.") }
      return shell.survey()
    case _: return nil
    }
    return []
  }

  private mutating func move(_ columns: Int, _ rows: Int, _ shell: inout Shell) {
    shell.attention.pointerMovedLast = false
    shell.atlas?.move(columns: columns, rows: rows)
  }

  /// A click on the map looks at a place, one on a square of first weights at these.
  mutating func activate(_ target: Target, _ shell: inout Shell) -> [Effect]? {
    guard case .part(let part) = target, let study = shell.atlas else { return nil }
    if part >= AtlasScreen.firstStart {
      shell.atlas?.choose(start: part - AtlasScreen.firstStart)
    } else if let cell = pointed(shell, study) {
      shell.atlas?.go(to: cell)
    }
    return []
  }

  /// The place under the pointer, where that moved last and is on the map.
  private func pointed(_ shell: Shell, _ study: AtlasStudy) -> Atlas.Cell? {
    guard shell.attention.pointerMovedLast, shell.attention.pointed == .part(AtlasScreen.mapPart),
      let point = shell.pointer
    else { return nil }
    return AtlasGrid(study.atlas, in: AtlasLayout(shell.size).map).cell(at: point)
  }
}
