/// How a control stands to the user.
public enum ControlState: Hashable, Sendable {
  /// Neither pointed at nor reached with the keyboard.
  case resting
  /// Under the pointer or the keyboard, whichever moved last: it alone wears the accent.
  case current
  /// What the reader is told to look at.
  case pointedOut
  /// It has no effect at present.
  case unavailable
  /// Its value is what went wrong.
  case alarming

  /// The role of the control's name.
  public var nameRole: Role {
    switch self {
    case .resting: .dim
    case .pointedOut: .strong
    case .current: .accent
    case .unavailable: .rule
    case .alarming: .alarm
    }
  }

  /// The role of its value.
  public var valueRole: Role {
    switch self {
    case .resting, .pointedOut: .strong
    case .current: .accent
    case .unavailable: .rule
    case .alarming: .alarm
    }
  }

  /// Values that are looked at are bold.
  public var valueAttributes: Attributes {
    switch self {
    case .resting, .unavailable: []
    case .current, .pointedOut, .alarming: .bold
    }
  }
}
