/// What a colour is for. Panels name roles; the theme says what they look like.
public enum Role: Int, CaseIterable, Hashable, Sendable {
  /// The background.
  case ground
  /// The title and the key bar.
  case band
  /// The pad, an overlay.
  case surface
  /// A shade above the surface: lines that are there but do not matter now.
  case lift
  /// Values, and what is chosen.
  case strong
  /// Sentences.
  case text
  /// Names, headings (with bold), axes.
  case dim
  /// Rules, a slider at rest, leading zeros, what is not available, other lines while one unit is current.
  case rule
  /// The grid of a chart, the rule beside a lecture.
  case faint
  /// What is current, chosen, running, reached.
  case accent
  /// What is wrong or has diverged.
  case alarm
  /// A negative number or class, in text and icons.
  case negative
  /// A positive number or class, in text and icons.
  case positive
  /// The negative class in the icon of a data set that is not chosen.
  case negativeResting
  /// The positive class in the icon of a data set that is not chosen.
  case positiveResting
  /// A sample of the negative class on a map.
  case negativePoint
  /// A sample of the positive class on a map.
  case positivePoint
  /// The numbers on the contours of a loss surface.
  case contour
}
