/// How many colours the terminal has.
public enum ColorDepth: String, CaseIterable, Hashable, Sendable {
  /// None: shades are glyphs, signs are numbers.
  case none
  /// The eight of an old console; brightness comes from bold.
  case eight = "8"
  /// Eight and their bright twins.
  case sixteen = "16"
  /// The palette of 256.
  case palette = "256"
  /// 24 bits.
  case full = "24bit"

  /// Whether a map is painted in the colours of a ramp, rather than in a handful of colours or in glyphs.
  public var hasRamps: Bool {
    switch self {
    case .none, .eight, .sixteen: false
    case .palette, .full: true
    }
  }
}
