/// The colours of a theme as entries of the 256 palette: the table that a designer edits.
///
/// `nil` leaves the terminal's own.
struct Scheme: Sendable {
  typealias Entry = UInt8

  var ground: Entry?
  var band: Entry?
  var surface: Entry?
  var lift: Entry?
  var strong: Entry?
  var text: Entry?
  var dim: Entry?
  var rule: Entry?
  var faint: Entry?
  var accent: Entry?
  var alarm: Entry?
  var negative: Entry?
  var positive: Entry?
  var negativeResting: Entry?
  var positiveResting: Entry?
  var negativePoint: Entry?
  var positivePoint: Entry?
  var contour: Entry?

  /// −1 … +1, an odd number of entries with the neutral in the middle.
  var ramp: [Entry] = []
  /// The ends and the middle of the ramp in 24 bits.
  var smoothRamp: (negative: OKLab, neutral: OKLab, positive: OKLab)?
  /// Lines by weight, weak to strong.
  var negativeLines: [Entry?]
  var positiveLines: [Entry?]
  /// The same in 24 bits, where they are not simply the palette's.
  var smoothNegativeLines: [Color] = []
  var smoothPositiveLines: [Color] = []
  /// A feature that is not used, −1 … +1.
  var unused: [Entry] = []
  /// The last picture before a run diverged, −1 … +1.
  var stale: [Entry] = []
  /// The loss surface, low to high.
  var lossSurface: [Entry] = []
  /// A digit, paper to ink.
  var ink: [Entry] = []
  /// A digit that was read wrongly.
  var wrongInk: [Entry] = []
  /// The pad under the pen, surface to ink.
  var pen: [Entry] = []
  /// One colour a class, for maps of three classes and more, and one that stands out on it.
  var classAreas: [Entry]
  var classPoints: [Entry]

  func entry(_ role: Role) -> Entry? {
    switch role {
    case .ground: ground
    case .band: band
    case .surface: surface
    case .lift: lift
    case .strong: strong
    case .text: text
    case .dim: dim
    case .rule: rule
    case .faint: faint
    case .accent: accent
    case .alarm: alarm
    case .negative: negative
    case .positive: positive
    case .negativeResting: negativeResting
    case .positiveResting: positiveResting
    case .negativePoint: negativePoint
    case .positivePoint: positivePoint
    case .contour: contour
    }
  }

  /// A ramp from the strengths of its two sides, each listed from strong to weak as (entry, how often).
  static func ramp(
    _ negative: [(Entry, Int)], _ neutral: Entry, _ positive: [(Entry, Int)]
  ) -> [Entry] {
    func unrolled(_ side: [(Entry, Int)]) -> [Entry] {
      side.flatMap { Array(repeating: $0.0, count: $0.1) }
    }
    return unrolled(negative) + [neutral] + unrolled(positive).reversed()
  }
}
