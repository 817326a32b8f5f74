extension Scheme {
  /// Light on near-black. The ramp is muted on purpose: samples and lines are brighter than any map.
  static let dark = Scheme(
    ground: 233, band: 235, surface: 235, lift: 236,
    strong: 255, text: 250, dim: 244, rule: 238, faint: 236,
    accent: 115, alarm: 204,
    negative: 214, positive: 75, negativeResting: 94, positiveResting: 24,
    negativePoint: 222, positivePoint: 117, contour: 250,
    ramp: ramp(
      [(130, 5), (94, 3), (240, 1), (239, 1), (238, 1), (237, 1)], 236,
      [(25, 5), (24, 3), (240, 1), (239, 1), (238, 1), (237, 1)]),
    smoothRamp: (OKLab(196, 112, 28), OKLab(46, 47, 50), OKLab(30, 112, 190)),
    negativeLines: [94, 130, 172, 208, 214], positiveLines: [24, 25, 32, 33, 75],
    smoothNegativeLines: [
      .rgb(104, 66, 22), .rgb(150, 92, 24), .rgb(196, 118, 26), .rgb(240, 142, 28), .rgb(255, 174, 62),
    ],
    smoothPositiveLines: [
      .rgb(22, 66, 110), .rgb(26, 88, 152), .rgb(32, 110, 196), .rgb(44, 136, 240), .rgb(104, 178, 255),
    ],
    unused: [234, 235, 236, 237, 238],
    stale: [234, 235, 236, 237, 238, 239, 240],
    lossSurface: [234, 235, 236, 237, 238, 239, 240, 241, 242, 243, 244, 245],
    ink: [234, 235, 237, 239, 241, 243, 245, 248, 250, 253, 255],
    wrongInk: [234, 235, 237, 239, 241, 96, 132, 168, 204, 211, 218],
    pen: [235, 237, 239, 241, 243, 245, 247, 249, 251, 253, 255],
    classAreas: [25, 130, 65, 96, 30, 131, 101, 61, 95, 242],
    classPoints: [117, 222, 120, 213, 86, 210, 227, 141, 180, 254])
}
