/// The modes of the terminal that ncurses does not know how to switch.
enum TerminalModes {
  private static let pasteBrackets = "\u{1b}[?2004h"
  // 1002 reports drags, 1003 every movement, 1006 columns beyond 223. A terminal that knows less ignores the rest.
  private static let drag = "\u{1b}[?1002h\u{1b}[?1006h"
  private static let hover = "\u{1b}[?1002h\u{1b}[?1003h\u{1b}[?1006h"

  /// The bytes that switch on what a session needs.
  static func on(_ mouse: TerminalOptions.Mouse) -> String {
    switch mouse {
    case .off: pasteBrackets
    case .drag: pasteBrackets + drag
    case .automatic, .hover: pasteBrackets + hover
    }
  }

  /// Around a picture that is to be shown when it is whole.
  static let synchronized = (begin: "\u{1b}[?2026h", end: "\u{1b}[?2026l")

  /// The bytes that switch everything off, also what a terminal may have made of the above.
  static let off = "\u{1b}[?2026l\u{1b}[?1003l\u{1b}[?1002l\u{1b}[?1000l\u{1b}[?1006l\u{1b}[?2004l"
}

extension TerminalOptions.Mouse {
  /// The choice made for the user who left it to us.
  func resolved(isRemote: Bool) -> TerminalOptions.Mouse {
    switch self {
    case .automatic: isRemote ? .drag : .hover
    case .hover, .drag, .off: self
    }
  }
}
