import Screen

/// What the user asks for with `--color`.
public enum ColorRequest: Hashable, Sendable {
  /// As the terminal can, unless NO_COLOR is set.
  case automatic
  /// As the terminal can, NO_COLOR or not.
  case always
  case never
  /// Exactly this many colours, whatever the terminal says of itself.
  case exactly(ColorDepth)

  /// Reads `auto`, `always`, `never`, or a depth: `none`, `8`, `16`, `256`, `24bit`.
  public init?(_ text: String) {
    switch text {
    case "auto": self = .automatic
    case "always": self = .always
    case "never": self = .never
    default:
      guard let depth = ColorDepth(rawValue: text) else { return nil }
      self = .exactly(depth)
    }
  }

  /// The depth that is asked for; `nil` where it is left to the terminal.
  public var depth: ColorDepth? {
    switch self {
    case .automatic, .always: nil
    case .never: ColorDepth.none
    case .exactly(let depth): depth
    }
  }

  /// The words that `init(_:)` reads, for help and errors.
  public static let words = ["auto", "always", "never"] + ColorDepth.allCases.map(\.rawValue)
}

extension ColorDepth {
  /// The depth of a terminal whose description lists so many colours.
  init(terminalColors: Int) {
    switch terminalColors {
    case ..<8: self = .none
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    default: self = .palette
    }
  }

  /// How many colours a terminal's description must list for this depth.
  var colorCount: Int {
    switch self {
    case .none: 0
    case .eight: 8
    case .sixteen: 16
    case .palette: 256
    case .full: 1 << 24
    }
  }

  /// The depth to draw with: the request, then NO_COLOR, then what the terminal can.
  ///
  /// - Parameter saysFull: whether the terminal itself has said that it shows 24 bits.
  package static func chosen(
    _ request: ColorRequest, terminalColors: Int, environment: TerminalEnvironment, saysFull: Bool = false
  ) -> ColorDepth {
    let described = ColorDepth(terminalColors: terminalColors)
    let best = (environment.says24Bit || saysFull) && described != .none ? ColorDepth.full : described
    switch request {
    case .never: return .none
    case .exactly(let depth): return depth
    case .always: return best == .none ? .eight : best
    case .automatic: return environment["NO_COLOR"] == nil ? best : .none
    }
  }
}

extension TerminalEnvironment {
  /// Whether the terminal is known to show 24-bit colours.
  fileprivate var says24Bit: Bool {
    let type = self["TERM"] ?? ""
    if type.hasSuffix("-direct") { return true }
    // GNU screen and the Linux console pass COLORTERM on from where they were started, but do not do what it says.
    if type.hasPrefix("linux") || (type.hasPrefix("screen") && self["TMUX"] == nil) { return false }
    return self["COLORTERM"] == "truecolor" || self["COLORTERM"] == "24bit"
  }
}
