extension Scheme {
  /// The sixteen colours every terminal has, on the terminal's own dark ground.
  static let sixteen = Scheme(
    strong: 15, text: 7, dim: 7, rule: 8, faint: 8,
    accent: 10, alarm: 9,
    negative: 11, positive: 12, negativeResting: 3, positiveResting: 4,
    negativePoint: 11, positivePoint: 12, contour: 15,
    negativeLines: [3, 3, 11], positiveLines: [4, 4, 12],
    unused: [0, 8], stale: [0, 8], lossSurface: [0, 8, 7],
    ink: [0, 8, 7, 15], wrongInk: [0, 8, 1, 9], pen: [0, 8, 7, 15],
    classAreas: [4, 3, 2, 5, 6, 1, 7, 8], classPoints: [12, 11, 10, 13, 14, 9, 15, 7])

  /// The same on a light ground.
  static let sixteenLight = Scheme(
    strong: 0, text: nil, dim: 8, rule: 7, faint: 7,
    accent: 2, alarm: 1,
    negative: 3, positive: 4, negativeResting: 3, positiveResting: 4,
    negativePoint: 3, positivePoint: 4, contour: 0,
    negativeLines: [11, 3, 3], positiveLines: [12, 4, 4],
    unused: [15, 7], stale: [15, 7], lossSurface: [15, 7, 8],
    ink: [15, 7, 8, 0], wrongInk: [15, 7, 9, 1], pen: [15, 7, 8, 0],
    classAreas: [4, 3, 2, 5, 6, 1, 7, 8], classPoints: [4, 3, 2, 5, 6, 1, 0, 8])

  /// No colour at all: strength is bold and dim, a shade is a glyph.
  static let monochrome = Scheme(
    negativeLines: [nil], positiveLines: [nil], classAreas: [], classPoints: [])
}
