import Screen

/// What can end a wait.
public enum TerminalEvent: Equatable, Sendable {
  /// A key, the pointer, pasted text, or a window of another size.
  case input(InputEvent)
  /// The program is asked to end by this signal; a window that was closed counts as SIGHUP.
  case terminate(Int32)
  /// Ctrl-Z, or SIGTSTP: pause what runs, then call `suspend()`.
  case suspendRequested
  /// The program runs again after it was stopped: the clock has jumped, and the screen has to be drawn.
  case continued
  /// The wake descriptor is readable; whoever owns it reads it.
  case wake
}
