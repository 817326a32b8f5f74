import Screen

/// What the user asks of the terminal.
public struct TerminalOptions: Sendable {
  /// Which movements of the pointer are reported.
  public enum Mouse: String, CaseIterable, Sendable {
    /// `hover`, but `drag` over SSH, where every movement would travel.
    case automatic = "auto"
    /// Clicks, drags, and the pointer wherever it goes.
    case hover
    /// Clicks and drags.
    case drag
    /// Nothing: the terminal selects text with it, as usual.
    case off
  }

  /// How many colours to draw with.
  public var colors: ColorRequest
  /// Which characters to draw with; `nil`: as locale and terminal allow.
  public var glyphs: GlyphSet?
  /// Which movements of the pointer to report.
  public var mouse: Mouse

  /// Everything as the terminal can, unless something else is asked for.
  public init(colors: ColorRequest = .automatic, glyphs: GlyphSet? = nil, mouse: Mouse = .automatic) {
    self.colors = colors
    self.glyphs = glyphs
    self.mouse = mouse
  }
}

/// What was found, and chosen, when the terminal was taken.
public struct TerminalCapabilities: Equatable, Sendable {
  /// The value of TERM.
  public let type: String
  /// The colours to draw with.
  public let depth: ColorDepth
  /// The colours that the terminal has, whatever was asked for.
  public let terminalDepth: ColorDepth
  /// The glyphs to draw with.
  public let glyphs: GlyphSet
  /// Whether the terminal's encoding is UTF-8.
  public let isUTF8: Bool
  /// The movements of the pointer that are reported; never `.automatic`.
  public let mouse: TerminalOptions.Mouse
  /// Whether the terminal is at the far end of a network connection.
  public let isRemote: Bool
}
