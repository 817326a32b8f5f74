extension Scheme {
  /// Dark on white, for projectors and bright rooms: no line is paler than 3 : 1 against the ground.
  static let light = Scheme(
    ground: 231, band: 255, surface: 255, lift: 254,
    strong: 232, text: 238, dim: 243, rule: 246, faint: 254,
    accent: 29, alarm: 161,
    negative: 166, positive: 26, negativeResting: 216, positiveResting: 111,
    negativePoint: 88, positivePoint: 18, contour: 240,
    ramp: ramp(
      [(215, 5), (222, 2), (223, 2), (230, 2), (255, 1)], 255,
      [(75, 5), (117, 2), (153, 2), (195, 2), (255, 1)]),
    smoothRamp: (OKLab(255, 175, 95), OKLab(238, 238, 238), OKLab(95, 175, 255)),
    negativeLines: [137, 137, 166, 166, 130], positiveLines: [67, 68, 32, 26, 25],
    smoothNegativeLines: [
      .rgb(170, 130, 90), .rgb(180, 118, 56), .rgb(190, 104, 24), .rgb(196, 90, 0), .rgb(160, 70, 0),
    ],
    smoothPositiveLines: [
      .rgb(110, 135, 170), .rgb(84, 128, 190), .rgb(48, 118, 208), .rgb(0, 96, 216), .rgb(0, 78, 172),
    ],
    unused: [255, 254, 253, 252, 251],
    stale: [255, 254, 253, 252, 251, 250, 249],
    lossSurface: [255, 254, 253, 252, 251, 250, 249, 248, 247, 246, 245, 244],
    ink: [231, 255, 253, 251, 249, 246, 243, 240, 237, 235, 233],
    wrongInk: [231, 255, 225, 218, 212, 211, 205, 204, 198, 161, 125],
    pen: [255, 254, 252, 250, 247, 244, 241, 238, 235, 233, 232],
    classAreas: [75, 215, 114, 176, 80, 210, 186, 147, 181, 250],
    classPoints: [18, 94, 22, 53, 23, 88, 58, 55, 52, 236])
}
