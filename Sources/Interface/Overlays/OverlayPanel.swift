import Screen

/// What lies over the screen: the screen behind goes dark, the panel stands on it.
struct OverlayPanel: Drawable {
  let shell: Shell
  let overlay: Overlay

  func draw(in scene: inout Scene) {
    scene.coverAll()
    scene.frame.veil()
    switch overlay {
    case .help(let page): HelpPage(shell: shell, page: page).draw(in: &scene)
    case .picker(let picker): PickerList(shell: shell, picker: picker).draw(in: &scene)
    case .prompt(let prompt): PromptLine(prompt: prompt).draw(in: &scene)
    case .weights(let editor): WeightList(shell: shell, editor: editor).draw(in: &scene)
    case .equation(let line): EquationPage(shell: shell, firstLine: line).draw(in: &scene)
    case .figures: FiguresPage(shell: shell).draw(in: &scene)
    case .message(let message): MessageBox(message: message).draw(in: &scene)
    }
  }
}

extension Scene {
  /// Opens a panel of a size in the middle of the screen and returns the room inside its margins.
  mutating func openPanel(_ wanted: Size, title: String, note: String = "") -> Rect {
    let whole = Rect(x: 0, y: 1, width: frame.size.width, height: frame.size.height - 2)
    let panel = whole.centered(Size(wanted.width + 6, wanted.height + 4))
    frame.fill(panel, .surface)
    frame.put(title.uppercased(), x: panel.x + 3, y: panel.y + 1, .accent, .bold)
    if !note.isEmpty { frame.put(note, endingAt: panel.maxX - 3, y: panel.y + 1, .dim) }
    return Rect(x: panel.x + 3, y: panel.y + 3, width: panel.width - 6, height: panel.height - 4)
  }
}
