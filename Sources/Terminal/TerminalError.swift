import Words

/// Why the playground cannot open on this terminal; each says what is missing and what works instead.
public enum TerminalError: Error, Equatable, Sendable {
  /// Keys would come from a file or a pipe.
  case inputIsNoTerminal
  /// The picture would go to a file or a pipe.
  case outputIsNoTerminal
  /// The variable TERM is missing or empty.
  case typeUnset
  /// Nobody described a terminal of this name on this machine.
  case typeUnknown(String)
  /// The terminal cannot place its cursor: `dumb`, or a printer.
  case typeCannotDraw(String)
  /// The system refused what a session needs.
  case refused(String)
}

extension TerminalError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .inputIsNoTerminal:
      "standard input is not a terminal, so the playground would hear no keys: \(Self.remedy)"
    case .outputIsNoTerminal:
      "standard output is not a terminal, so there is nothing to draw on: \(Self.remedy)"
    case .typeUnset:
      "TERM is not set, so the kind of terminal is unknown: \(Self.setting), or \(Self.remedy)"
    case .typeUnknown(let name):
      "TERM is \(quoted(name)), which this machine does not know: \(Self.setting), or \(Self.remedy)"
    case .typeCannotDraw(let name):
      "TERM is \(quoted(name)), a terminal that cannot place its cursor: \(Self.setting), or \(Self.remedy)"
    case .refused(let what):
      "the terminal could not be taken: \(what); \(Self.remedy)"
    }
  }

  private static let remedy = "try `nnplay train SOURCE`, which needs no screen"
  private static let setting = "try TERM=xterm-256color"
}
