import Glibc

/// What the environment says about the terminal: a value, so that every choice made from it can be tested.
package struct TerminalEnvironment: Sendable {
  private let variables: [String: String]

  /// An environment of these variables, by name; those that are missing count as unset.
  package init(_ variables: [String: String]) { self.variables = variables }

  /// What this process was given.
  static var current: TerminalEnvironment {
    var variables: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return TerminalEnvironment(variables)
  }

  private static let names = [
    "TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "TMUX",
    "STY", "ESCDELAY", "TERM_PROGRAM",
  ]

  /// The variable's value; an empty one counts as missing.
  subscript(_ name: String) -> String? {
    guard let value = variables[name], !value.isEmpty else { return nil }
    return value
  }

  /// Whether the terminal is at the far end of a network connection.
  var isRemote: Bool { ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"].contains { self[$0] != nil } }

  /// Whether TERM names a terminal that reads what xterm reads: then xterm's description serves where a machine has
  /// none under that name, as servers have for terminals younger than themselves.
  package var isKinOfXterm: Bool {
    guard let type = self["TERM"]?.lowercased() else { return false }
    let family = type.prefix { $0 != "-" }
    return Self.kinOfXterm.contains(String(family)) || type.contains("xterm")
      || ["-256color", "-direct", "-truecolor"].contains { type.hasSuffix($0) }
  }

  private static let kinOfXterm: Set = [
    "kitty", "foot", "ghostty", "wezterm", "alacritty", "st", "stterm", "rio", "contour", "konsole", "gnome", "vte",
    "iterm", "iterm2", "mintty", "putty", "rxvt", "tmux", "screen", "mlterm", "terminology", "termite", "eterm", "warp",
    "nsterm",
  ]

  /// Whether the terminal is known to read questions that it does not understand to their end.
  var understandsQuestions: Bool {
    guard let type = self["TERM"], multiplexer != .screen else { return false }
    return !type.hasPrefix("linux") && !(type.hasPrefix("screen") && multiplexer == .none)
      && self["TERM_PROGRAM"] != "Apple_Terminal"
  }

  var multiplexer: Clipboard.Multiplexer {
    if self["TMUX"] != nil { return .tmux }
    return self["STY"] != nil ? .screen : .none
  }

  /// How long a lone ESC is waited on: it may be the first byte of an arrow, whose rest a network may bring much later.
  /// As for ncurses, ESCDELAY says otherwise.
  package var escapeDelay: Duration {
    guard let text = self["ESCDELAY"], let milliseconds = Int(text), (0...10_000).contains(milliseconds) else {
      return .milliseconds(isRemote ? 300 : 100)
    }
    return .milliseconds(milliseconds)
  }
}
