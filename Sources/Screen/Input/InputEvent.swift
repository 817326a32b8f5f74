/// What the user did, as the terminal reports it.
public enum InputEvent: Hashable, Sendable {
  case key(Key)
  case pointer(PointerEvent)
  /// Text that was pasted, as it came: it may hold control characters.
  case paste(String)
  /// The window has a new size.
  case resized(Size)
}
