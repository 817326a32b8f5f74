/// How everything looks: the colours of every role, the ramps of maps, the colours of lines, the glyphs.
public struct Theme: Sendable {
  /// The themes that can be chosen, by their names in settings.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    case dark
    case light
    case highContrast = "high-contrast"
    /// No colours, whatever the terminal has.
    case monochrome
  }

  /// The theme that was asked for.
  public let name: Name
  /// How many colours it is made for; `.none` for the monochrome theme on any terminal.
  public let depth: ColorDepth
  /// Which characters may be drawn.
  public let glyphs: GlyphSet
  /// Whether the theme paints its own ground, rather than leaving the terminal's.
  public let paintsGround: Bool

  private let styles: [Style]
  /// −1 … +1 with the neutral in the middle; empty where a map has no ramp (`depth.hasRamps`).
  let ramp: [Color]
  let negativeLines: [Color]
  let positiveLines: [Color]
  private let shades: [Shades]
  let classShades: [[Color]]
  let classPoints: [Color]

  /// The theme for a terminal: entries of its palette, or the same colours in 24 bits where it has `full` depth.
  ///
  /// - Parameter paintsGround: `false` leaves the terminal's own background where the theme would paint its ground.
  public init(
    _ name: Name = .dark, depth: ColorDepth = .palette, glyphs: GlyphSet = .full, paintsGround: Bool = true
  ) {
    let depth: ColorDepth = name == .monochrome ? .none : depth
    let scheme = Theme.scheme(name, depth: depth)
    func color(_ entry: UInt8?) -> Color { Theme.color(entry, depth: depth) }
    func colors(_ entries: [UInt8]) -> [Color] { entries.map { color($0) } }

    self.name = name
    self.depth = depth
    self.glyphs = glyphs
    self.paintsGround = paintsGround
    styles = Role.allCases.map { role in
      if role == .ground, !paintsGround { return Style(.terminal) }
      return Theme.style(role, entry: scheme.entry(role), depth: depth)
    }
    if depth == .full, let (negative, neutral, positive) = scheme.smoothRamp {
      ramp = OKLab.ramp(negative: negative, neutral: neutral, positive: positive, steps: 32)
    } else {
      ramp = colors(scheme.ramp)
    }
    let hasOwnLines = depth == .full && !scheme.smoothNegativeLines.isEmpty
    negativeLines = hasOwnLines ? scheme.smoothNegativeLines : scheme.negativeLines.map { color($0) }
    positiveLines = hasOwnLines ? scheme.smoothPositiveLines : scheme.positiveLines.map { color($0) }
    let signed = ramp
    shades = Tone.allCases.map { tone in
      let entries =
        switch tone {
        case .signed: signed
        case .unused: colors(scheme.unused)
        case .stale: colors(scheme.stale)
        case .lossSurface: colors(scheme.lossSurface)
        case .ink: colors(scheme.ink)
        case .wrongInk: colors(scheme.wrongInk)
        case .pen: colors(scheme.pen)
        }
      return Shades(colors: entries, over: tone.range)
    }
    let neutral = signed.isEmpty ? Color.terminal : signed[signed.count / 2]
    classShades = scheme.classAreas.map { ClassShades.steps(from: neutral, to: color($0), depth: depth) }
    classPoints = colors(scheme.classPoints)
  }

  private static func scheme(_ name: Name, depth: ColorDepth) -> Scheme {
    switch (depth, name) {
    case (.none, _), (_, .monochrome): .monochrome
    case (.eight, .light), (.sixteen, .light): .sixteenLight
    case (.eight, _), (.sixteen, _): .sixteen
    case (_, .dark): .dark
    case (_, .light): .light
    case (_, .highContrast): .highContrast
    }
  }

  private static func color(_ entry: UInt8?, depth: ColorDepth) -> Color {
    guard let entry else { return .terminal }
    switch depth {
    case .none: return .terminal
    case .eight: return .indexed(entry % 8)
    case .sixteen, .palette: return .indexed(entry)
    case .full: return Color.indexed(entry).trueColor
    }
  }

  /// Without colours strength is bold and dim; with eight of them bold stands for the bright twin.
  private static func style(_ role: Role, entry: UInt8?, depth: ColorDepth) -> Style {
    switch depth {
    case .none:
      switch role {
      case .strong, .accent, .alarm, .contour: Style(.terminal, .bold)
      case .dim, .rule, .faint, .lift: Style(.terminal, .dim)
      case .ground, .band, .surface, .text, .negative, .positive, .negativeResting, .positiveResting,
        .negativePoint, .positivePoint:
        Style(.terminal)
      }
    case .eight:
      switch entry {
      case 8: Style(.terminal, .dim)
      case .some(let bright) where bright > 8: Style(.indexed(bright - 8), .bold)
      default: Style(color(entry, depth: depth))
      }
    case .sixteen, .palette, .full:
      Style(color(entry, depth: depth))
    }
  }
}

extension Theme: Equatable {
  /// Equal settings give equal colours.
  public static func == (left: Theme, right: Theme) -> Bool {
    left.name == right.name && left.depth == right.depth && left.glyphs == right.glyphs
      && left.paintsGround == right.paintsGround
  }
}

extension Theme {
  /// How text of a role is written.
  public func style(_ role: Role) -> Style { styles[role.rawValue] }

  /// The colour of a role.
  public func color(_ role: Role) -> Color { styles[role.rawValue].foreground }

  /// The background of the screen.
  public var ground: Color { color(.ground) }

  /// The colours of a tone, from its lowest value to its highest.
  func shades(_ tone: Tone) -> Shades { shades[tone.rawValue] }
}

extension Theme: CustomStringConvertible {
  /// The settings in a few words: `dark, 256 colours, full`.
  public var description: String {
    "\(name.rawValue), \(depth.rawValue) colours, \(glyphs.rawValue)\(paintsGround ? "" : ", on the terminal's ground")"
  }
}
