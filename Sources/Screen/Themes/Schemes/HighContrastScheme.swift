extension Scheme {
  /// Black, white and full colours, for weak projectors and weak eyes: no text below 7 : 1 against its ground.
  static let highContrast = Scheme(
    ground: 16, band: 236, surface: 234, lift: 240,
    strong: 231, text: 255, dim: 250, rule: 244, faint: 240,
    accent: 122, alarm: 211,
    negative: 220, positive: 117, negativeResting: 172, positiveResting: 68,
    negativePoint: 230, positivePoint: 231, contour: 231,
    ramp: ramp(
      [(166, 5), (130, 3), (240, 1), (238, 1), (236, 1), (234, 1)], 16,
      [(26, 5), (25, 3), (240, 1), (238, 1), (236, 1), (234, 1)]),
    smoothRamp: (OKLab(215, 95, 0), OKLab(8, 8, 8), OKLab(0, 95, 215)),
    negativeLines: [136, 172, 208, 214, 220], positiveLines: [31, 32, 39, 75, 117],
    unused: [16, 234, 237, 239, 241],
    stale: [16, 234, 236, 238, 240, 242, 244],
    lossSurface: [16, 233, 235, 237, 239, 241, 243, 245, 247, 248, 249, 250],
    ink: [16, 234, 236, 239, 242, 245, 248, 250, 252, 254, 231],
    wrongInk: [16, 234, 236, 239, 95, 132, 168, 204, 211, 218, 225],
    pen: [234, 236, 239, 241, 243, 245, 248, 250, 252, 254, 231],
    classAreas: [26, 166, 28, 90, 30, 124, 100, 57, 95, 242],
    classPoints: [195, 230, 194, 225, 159, 224, 229, 189, 223, 231])
}
