import Glibc
import NeuralEngine

/// Two half circles of radius 3 that reach into each other, + above and − below; noise moves the points, with its
/// share of a unit as standard deviation.
func moonPoints(_ count: Int, noise: Double, using random: inout SeededRandom) -> [LabelledPoint] {
  let radius = 3.0
  return (0..<count).map { index in
    let upper = index < (count + 1) / 2
    let side = upper ? 1.0 : -1.0
    let angle = random.uniform(0, .pi)
    // Each moon's centre is half a radius off the middle, and a quarter of one below (above) it.
    let x = side * radius * (cos(angle) - 0.5)
    let y = side * radius * (sin(angle) - 0.25)
    let variance = noise * noise
    let noisyX = random.normal(mean: x, variance: variance)
    let noisyY = random.normal(mean: y, variance: variance)
    return LabelledPoint(x1: noisyX, x2: noisyY, label: side)
  }
}

extension PointRecipe {
  static let moons = PointRecipe(
    summary: "Two half circles that reach into each other: one bend is enough.", kind: .binary, draw: moonPoints,
    sketch: .lines { u, v in
      if v > -0.2, abs(hypot(u + 0.32, v + 0.2) - 0.6) < 0.11 { return .positive }
      return v < 0.2 && abs(hypot(u - 0.32, v - 0.2) - 0.6) < 0.11 ? .negative : nil
    })
}

/// Four by four squares of side 3, + on those at the corner (0, 0)…(3, 3) and its like. Noise shifts where the
/// label is read, not the point.
func checkerboardPoints(_ count: Int, noise: Double, using random: inout SeededRandom) -> [LabelledPoint] {
  let reach = 6.0
  let side = 3.0
  return (0..<count).map { _ in
    let x = random.uniform(-reach, reach)
    let y = random.uniform(-reach, reach)
    let noiseX = random.uniform(-side, side) * noise
    let noiseY = random.uniform(-side, side) * noise
    let square = ((x + noiseX) / side).rounded(.down) + ((y + noiseY) / side).rounded(.down)
    return LabelledPoint(x1: x, x2: y, label: square.remainder(dividingBy: 2) == 0 ? 1 : -1)
  }
}

extension PointRecipe {
  static let checkerboard = PointRecipe(
    summary: "Four by four squares in turn: many corners to cut.", kind: .binary, draw: checkerboardPoints,
    sketch: .areas { u, v in (Int((u + 1) * 2) + Int((v + 1) * 2)) % 2 == 1 ? .positive : .negative })
}

/// A disc (class 0) in a ring (1) in a ring (2), radii 0–1.3, 2–3.3 and 4–5.3. Noise shifts where the label is
/// read, not the point.
func ringPoints(_ count: Int, noise: Double, using random: inout SeededRandom) -> [LabelledPoint] {
  let bandWidth = 1.3
  let bandPitch = 2.0
  let innerBorder = 1.65
  let outerBorder = innerBorder + bandPitch
  return (0..<count).map { index in
    let ring = Double(index * 3 / count)
    let r = random.uniform(ring * bandPitch, ring * bandPitch + bandWidth)
    let angle = random.uniform(0, 2 * .pi)
    let x = r * sin(angle)
    let y = r * cos(angle)
    let noisyX = x + random.uniform(-bandPitch, bandPitch) * noise
    let noisyY = y + random.uniform(-bandPitch, bandPitch) * noise
    let distance = (noisyX * noisyX + noisyY * noisyY).squareRoot()
    return LabelledPoint(x1: x, x2: y, label: distance < innerBorder ? 0 : distance < outerBorder ? 1 : 2)
  }
}

extension PointRecipe {
  static let rings3 = PointRecipe(
    summary: "Three rings, three classes: softmax with a unit for each.", kind: .classes(3), draw: ringPoints,
    sketch: .areas { u, v in
      let radius = hypot(u, v)
      if radius < 0.28 { return .positive }
      if 0.44 < radius, radius < 0.62 { return .negative }
      return 0.8 < radius && radius < 0.99 ? .third : nil
    })
}
