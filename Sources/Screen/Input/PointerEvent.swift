/// Something the mouse did, at a cell of the screen.
public struct PointerEvent: Hashable, Sendable {
  /// What the mouse did.
  public enum Kind: Hashable, Sendable {
    /// A button went down.
    case press
    /// A button went up.
    case release
    /// Moved while the button is held.
    case drag
    /// Moved with no button held.
    case move
    /// The wheel turned away from the hand.
    case scrollUp
    /// The wheel turned towards the hand.
    case scrollDown
  }

  /// Which button was pressed, is held, or was let go; `left` where none is.
  public enum Button: Hashable, Sendable {
    case left
    case middle
    case right
  }

  /// The keys that were held meanwhile.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// One bit for each key.
    public let rawValue: UInt8
    /// The keys whose bits are set.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Shift; many terminals keep it for selecting text, and then it never arrives.
    public static let shift = Modifiers(rawValue: 1)
    /// Alt, or Meta.
    public static let alt = Modifiers(rawValue: 2)
    /// Control.
    public static let control = Modifiers(rawValue: 4)
  }

  /// What happened.
  public var kind: Kind
  /// The column it happened in, from 0.
  public var x: Int
  /// The row it happened in, from 0.
  public var y: Int
  /// The button it happened with; without meaning for `move` and the wheel.
  public var button: Button
  /// The keys held meanwhile, as far as the terminal tells.
  public var modifiers: Modifiers

  /// What the mouse did in column `x` of row `y`, with the left button and no keys unless others are named.
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
