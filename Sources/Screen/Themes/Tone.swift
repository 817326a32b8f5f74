/// What the values of a picture mean, and so which shades they get.
public enum Tone: Int, CaseIterable, Hashable, Sendable {
  /// A unit's answer, −1 … +1: orange through grey to blue.
  case signed
  /// A feature that is not used, −1 … +1: the darkest greys.
  case unused
  /// A map that no longer is, −1 … +1: greys (the last picture before a run diverged).
  case stale
  /// A loss, 0 … 1 on whatever scale the caller chose: low is dark.
  case lossSurface
  /// A digit, 0 paper … 1 ink.
  case ink
  /// A digit that was read wrongly.
  case wrongInk
  /// The pad, 0 surface … 1 ink.
  case pen

  /// The values of the first and the last shade.
  ///
  /// A feature's greys are equal fifths of −1 … +1, so the middle of the first stands at −0.8.
  var range: ClosedRange<Float> {
    switch self {
    case .signed, .stale: -1...1
    case .unused: -0.8...0.8
    case .lossSurface, .ink, .wrongInk, .pen: 0...1
    }
  }

  /// Whether the picture has a middle and two sides.
  var isSigned: Bool {
    switch self {
    case .signed, .unused, .stale: true
    case .lossSurface, .ink, .wrongInk, .pen: false
    }
  }
}
