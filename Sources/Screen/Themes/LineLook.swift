/// How a weight looks as a line: stronger weights get more dots and a brighter colour.
///
/// The scale is fixed, never relative to the largest weight, so that nothing jumps while training.
public struct LineLook: Hashable, Sendable {
  /// How wide a pen the line is drawn with.
  public enum Pen: Int, Hashable, Comparable, Sendable {
    case none, thin, medium, thick

    /// Whether the left pen is the narrower one.
    public static func < (left: Pen, right: Pen) -> Bool { left.rawValue < right.rawValue }
  }

  /// |w| over the scale, 0 … 1.
  public let strength: Double
  /// How wide the line is; `.none` for one too weak to be drawn.
  public let pen: Pen

  /// The look of `weight` where `crowded` says that more than 30 lines share the gap: then the weak ones stay away.
  public init(weight: Double, crowded: Bool = false) {
    let magnitude = weight.isNaN ? 0 : abs(weight)
    strength = min(1, magnitude / LineLook.scale(crowded: crowded))
    pen =
      if crowded {
        switch strength {
        case ..<0.14: .none
        case ..<0.5: .thin
        default: .medium
        }
      } else {
        switch strength {
        case 0: .none
        case ..<0.2: .thin
        case ..<0.65: .medium
        default: .thick
        }
      }
  }

  /// The weight of full strength.
  static func scale(crowded: Bool) -> Double { crowded ? 3.2 : 2 }
  /// More lines than this in one gap are a crowd.
  static let crowd = 30
}

extension Theme {
  /// The colour of a line of this weight, by |w|/2 in fifths.
  public func lineColor(weight: Double, crowded: Bool = false) -> Color {
    let colors = weight < 0 ? negativeLines : positiveLines
    let strength = LineLook(weight: weight, crowded: crowded).strength
    return colors[min(colors.count - 1, Int(strength * Double(colors.count)))]
  }
}
