/// Something the mouse did, at a cell of the screen.
public struct PointerEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case press
    case release
    /// Moved while the button is held.
    case drag
    /// Moved with no button held.
    case move
    case scrollUp
    case scrollDown
  }

  /// Which button was pressed, is held, or was let go; `left` where none is.
  public enum Button: Hashable, Sendable {
    case left
    case middle
    case right
  }

  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  public var kind: Kind
  public var x: Int
  public var y: Int
  public var button: Button
  public var modifiers: Modifiers

  public init(_ kind: Kind, x: Int, y: Int, button: Button = .left, modifiers: Modifiers = []) {
    self.kind = kind
    self.x = x
    self.y = y
    self.button = button
    self.modifiers = modifiers
  }

  /// The cell it happened at.
  public var point: Point { Point(x, y) }
}
