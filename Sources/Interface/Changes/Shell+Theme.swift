import Screen

/// Choosing how everything looks.
extension Shell {
  /// The depths that are offered; without colours there is a theme.
  private static let depths: [ColorDepth] = [.full, .palette, .sixteen]

  mutating func pickTheme() {
    var items = Theme.Name.allCases.map { Picker.Item(value: $0.rawValue, label: $0.rawValue, sentence: "colours") }
    items += GlyphSet.allCases.map {
      Picker.Item(value: "glyphs " + $0.rawValue, label: "glyphs " + $0.rawValue, sentence: "characters")
    }
    items.append(Picker.Item(value: "color auto", label: "color auto", sentence: "the terminal's"))
    items += Self.depths.map {
      Picker.Item(value: "color " + $0.rawValue, label: "color " + $0.rawValue, sentence: "in any case")
    }
    open(
      Picker(
        subject: .theme(from: theme), title: "theme", items: items,
        selected: items.firstIndex { $0.value == theme.name.rawValue } ?? 0, takesTyping: false))
  }

  /// Shows how a choice looks.
  mutating func wear(_ value: String) {
    var (name, glyphs, depth) = (theme.name, theme.glyphs, color ?? terminalDepth)
    if let chosen = Theme.Name(rawValue: value) {
      name = chosen
    } else if let chosen = GlyphSet(rawValue: String(value.trimmingPrefix("glyphs "))) {
      glyphs = chosen
    } else {
      depth = Self.color(value) ?? terminalDepth
    }
    theme = Theme(name, depth: depth, glyphs: glyphs, paintsGround: theme.paintsGround)
  }

  /// Stays with a choice.
  mutating func keepWearing(_ value: String) -> [Effect] {
    wear(value)
    if value.hasPrefix("color ") { color = Self.color(value) }
    return [.saveSettings(theme.name, theme.glyphs, color), .redraw]
  }

  /// The colours that a row of the list asks for; nil for those of the terminal.
  private static func color(_ value: String) -> ColorDepth? {
    ColorDepth(rawValue: String(value.trimmingPrefix("color ")))
  }
}
