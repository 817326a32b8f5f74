extension Frame {
  /// A name with its value: the underlined letter of the name is its key. Returns the column after the value.
  ///
  /// - Parameter valueColumn: where the value starts, so that it does not move; `nil` puts it after the name.
  @discardableResult
  public mutating func setting(
    _ name: String, key: Character?, value: String, x: Int, y: Int, valueColumn: Int? = nil,
    _ state: ControlState = .resting
  ) -> Int {
    let after = keyed(name, key: key, x: x, y: y, state.nameRole)
    return put(value, x: valueColumn ?? after + 1, y: y, state.valueRole, state.valueAttributes)
  }

  /// A slider in two rows: name and value above, the track of `width` cells below, its knob at `share` (0 … 1).
  public mutating func slider(
    _ name: String, key: Character? = nil, value: String, share: Double, x: Int, y: Int, width: Int,
    _ state: ControlState = .resting
  ) {
    keyed(name, key: key, x: x, y: y, state.nameRole)
    put(value, endingAt: x + width, y: y, state.valueRole, state.valueAttributes)
    let table = theme.glyphs.table
    if state == .unavailable { return rule(x: x, y: y + 1, width: width, .faint) }
    let knob = Frame.knob(share: share, width: width)
    let reached = theme.style(state == .resting ? .text : state.valueRole)
    for column in 0..<max(0, width) where column != knob {
      let isReached = column < knob
      write(
        isReached ? table.sliderReached : table.sliderRest, x: x + column, y: y + 1,
        isReached ? reached : theme.style(.rule))
    }
    write(table.knob, x: x + knob, y: y + 1, theme.style(state.valueRole))
  }

  /// The column of a slider's knob, from its left end.
  private static func knob(share: Double, width: Int) -> Int {
    Int((min(1, max(0, share.isNaN ? 0 : share)) * Double(max(0, width - 1))).rounded())
  }

  /// The share that a slider of `width` cells at column `x` takes when its track is clicked in column `column`.
  public static func sliderShare(column: Int, x: Int, width: Int) -> Double {
    width > 1 ? min(1, max(0, Double(column - x) / Double(width - 1))) : 0
  }

  /// Something that is on or off.
  public mutating func toggle(
    _ name: String, key: Character?, isOn: Bool, x: Int, y: Int, _ state: ControlState = .resting
  ) {
    let table = theme.glyphs.table
    let role: Role = state == .resting ? (isOn ? .accent : .dim) : state.valueRole
    let after = put(isOn ? table.on : table.off, x: x, y: y, role)
    keyed(name, key: key, x: after + 1, y: y, state.nameRole)
  }

  /// One row of a list: the chosen one is marked and bold.
  public mutating func choice(_ text: String, isChosen: Bool, x: Int, y: Int) {
    if isChosen { write(theme.glyphs.table.chosen, x: x, y: y, theme.style(.accent).adding(.bold)) }
    put(text, x: x + 2, y: y, isChosen ? .strong : .text, isChosen ? .bold : [])
  }

  /// One row of a numbered list, to be answered with its number.
  public mutating func answer(_ number: Int, _ text: String, isChosen: Bool, x: Int, y: Int) {
    if isChosen { write(theme.glyphs.table.chosen, x: x, y: y, theme.style(.accent).adding(.bold)) }
    put(String(number), x: x + 2, y: y, isChosen ? .accent : .strong, .bold)
    put(text, x: x + 5, y: y, isChosen ? .strong : .text, isChosen ? .bold : [])
  }

  /// A goal in two rows: what is to be reached, and how far it is.
  public mutating func goal(_ text: String, progress: String, isReached: Bool, x: Int, y: Int) {
    let table = theme.glyphs.table
    let start = put(isReached ? table.on : table.off, x: x, y: y, isReached ? .accent : .dim, .bold) + 1
    put(text, x: start, y: y, isReached ? .strong : .text)
    put(progress, x: start, y: y + 1, isReached ? .accent : .dim)
  }

  /// A value that is being typed, with the place of the next character shown reversed; long text scrolls.
  ///
  /// - Parameter isSelected: whether the next character replaces the whole text, which is then reversed too.
  public mutating func field(_ text: String, cursor: Int, isSelected: Bool = false, x: Int, y: Int, width: Int) {
    fill(Rect(x: x, y: y, width: width, height: 1), .surface)
    let scalars = Array(theme.glyphs.spelled(text).unicodeScalars)
    let place = min(scalars.count, max(0, cursor))
    let first = max(0, place - width + 1)
    for column in 0..<max(0, width) {
      let index = first + column
      let glyph = index < scalars.count ? scalars[index] : " "
      let isCursor = index == place || isSelected && index < place
      self[x + column, y] = Cell(
        glyph.columns == 1 ? glyph : "?", foreground: theme.color(.strong), background: theme.color(.surface),
        attributes: isCursor ? [.bold, .reverse] : .bold)
    }
  }
}
