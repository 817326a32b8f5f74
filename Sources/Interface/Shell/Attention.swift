/// What is current: keyboard focus or pointer, whichever moved last, and the unit that is held in the large map.
public struct Attention: Sendable, Equatable {
  /// Where Tab and the arrows stand; nil while nothing has the focus.
  public var focus: Target?
  /// What lies under the pointer; nil where nothing can be pointed at.
  public var pointed: Target?
  /// Whether the pointer moved after the keyboard.
  public var pointerMovedLast = false
  /// The unit that OUTPUT shows until Esc lets it go; nil for the output itself.
  public var held: Target?

  /// The one thing that wears the accent and that the explain line speaks of.
  public var current: Target? { pointerMovedLast ? pointed ?? focus : focus }

  /// Whether the keyboard put the focus where it is, and the pointer has not moved since.
  var isWalking: Bool { focus != nil && focus != .lectureText && !pointerMovedLast }

  /// Nothing is focused, pointed at or held.
  public init() {}

  mutating func focus(on target: Target?) {
    focus = target
    pointerMovedLast = false
  }

  mutating func point(at target: Target?) {
    pointed = target
    pointerMovedLast = true
  }

  /// The layer whose units `]` and `[` change: that of the current target, else the last one.
  func layer(of hiddenCount: Int) -> Int? {
    guard hiddenCount > 0 else { return nil }
    switch current ?? focus {
    case .unit(let layer, _), .layer(let layer), .layerButton(let layer, _), .weight(let layer, _, _),
      .bias(let layer, _):
      return min(layer, hiddenCount - 1)
    case _:
      return hiddenCount - 1
    }
  }
}
