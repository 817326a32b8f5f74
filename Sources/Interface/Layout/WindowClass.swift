import Screen

/// How much room the window gives, and so which grid is used.
///
/// The thresholds are those at which the next grid's columns all fit: 60×18, 110×34 and 180×52 cells.
public enum WindowClass: Sendable, Equatable {
  /// Fewer than 60×18 cells: one panel and a sentence.
  case tiny
  /// From 60×18: tables under the network instead of a settings row and a column of controls.
  case small
  /// From 110×34: the measure; every panel at once.
  case medium
  /// From 180×52: larger pictures of everything, more data sets.
  case large

  /// The class of a window of so many cells: the largest whose columns and rows it has both.
  public init(_ size: Size) {
    switch (size.width, size.height) {
    case (180..., 52...): self = .large
    case (110..., 34...): self = .medium
    case (60..., 18...): self = .small
    case _: self = .tiny
    }
  }

  /// Blank columns at the left and right edge.
  var margin: Int {
    switch self {
    case .tiny: 0
    case .small: 1
    case .medium: 2
    case .large: 3
    }
  }
}
