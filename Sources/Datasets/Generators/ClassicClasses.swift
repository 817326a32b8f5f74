import Glibc
import NeuralEngine

// The four sets of TensorFlow Playground (D. Smilkov, S. Carter): order of draws and of operations are its own.

/// A disc of radius 2.5 (+) within a ring from 3.5 to 5 (−). Noise shifts where the label is read, not the point.
func circlePoints(_ count: Int, noise: Double, using random: inout SeededRandom) -> [LabelledPoint] {
  let radius = 5.0
  var points: [LabelledPoint] = []
  points.reserveCapacity(count)
  for index in 0..<count {
    let inside = index < (count + 1) / 2
    let r = inside ? random.uniform(0, radius * 0.5) : random.uniform(radius * 0.7, radius)
    let angle = random.uniform(0, 2 * .pi)
    let x = r * sin(angle)
    let y = r * cos(angle)
    let noiseX = random.uniform(-radius, radius) * noise
    let noiseY = random.uniform(-radius, radius) * noise
    let distance = ((x + noiseX) * (x + noiseX) + (y + noiseY) * (y + noiseY)).squareRoot()
    points.append(LabelledPoint(x1: x, x2: y, label: distance < radius * 0.5 ? 1 : -1))
  }
  return points
}

extension PointRecipe {
  static let circle = PointRecipe(
    summary: "A disc within a ring: no straight line parts them.", kind: .binary, draw: circlePoints,
    sketch: .areas { u, v in
      let radius = hypot(u, v)
      return radius < 0.46 ? .positive : 0.66 < radius && radius < 0.98 ? .negative : nil
    })
}

/// Four quadrants, + where both coordinates have one sign. Noise shifts where the label is read, not the point.
func xorPoints(_ count: Int, noise: Double, using random: inout SeededRandom) -> [LabelledPoint] {
  let reach = 5.0
  let padding = 0.3
  return (0..<count).map { _ in
    var x = random.uniform(-reach, reach)
    x += x > 0 ? padding : -padding
    var y = random.uniform(-reach, reach)
    y += y > 0 ? padding : -padding
    let noiseX = random.uniform(-reach, reach) * noise
    let noiseY = random.uniform(-reach, reach) * noise
    return LabelledPoint(x1: x, x2: y, label: (x + noiseX) * (y + noiseY) >= 0 ? 1 : -1)
  }
}

extension PointRecipe {
  static let xor = PointRecipe(
    summary: "Four quadrants, opposite ones alike: the smallest problem that needs a hidden layer.", kind: .binary,
    draw: xorPoints,
    sketch: .areas { u, v in min(abs(u), abs(v)) < 0.08 ? nil : u * v > 0 ? .positive : .negative })
}

/// Two round clouds, + about (2, 2) and − about (−2, −2); noise widens them.
func gaussPoints(_ count: Int, noise: Double, using random: inout SeededRandom) -> [LabelledPoint] {
  let variance = LinearMap(domain: (0, 0.5), range: (0.5, 4))(noise)
  return (0..<count).map { index in
    let first = index < (count + 1) / 2
    let centre = first ? 2.0 : -2.0
    let x = random.normal(mean: centre, variance: variance)
    let y = random.normal(mean: centre, variance: variance)
    return LabelledPoint(x1: x, x2: y, label: first ? 1 : -1)
  }
}

extension PointRecipe {
  static let gauss = PointRecipe(
    summary: "Two round clouds: one straight line does it.", kind: .binary, draw: gaussPoints,
    sketch: .areas { u, v in
      hypot(u - 0.45, v - 0.45) < 0.52 ? .positive : hypot(u + 0.45, v + 0.45) < 0.52 ? .negative : nil
    })
}

/// Two arms, each 1.75 turns long; noise moves the points by up to its share of a unit.
func spiralPoints(_ count: Int, noise: Double, using random: inout SeededRandom) -> [LabelledPoint] {
  let firstArm = (count + 1) / 2
  var points: [LabelledPoint] = []
  points.reserveCapacity(count)
  for (armCount, turn, label) in [(firstArm, 0.0, 1.0), (count - firstArm, .pi, -1.0)] {
    let n = Double(armCount)
    for index in 0..<armCount {
      let i = Double(index)
      let r = i / n * 5
      let t = 1.75 * i / n * 2 * .pi + turn
      let x = r * sin(t) + random.uniform(-1, 1) * noise
      let y = r * cos(t) + random.uniform(-1, 1) * noise
      points.append(LabelledPoint(x1: x, x2: y, label: label))
    }
  }
  return points
}

extension PointRecipe {
  static let spiral = PointRecipe(
    summary: "Two arms wound about each other: patience, width or better features.", kind: .binary, draw: spiralPoints,
    sketch: .lines { u, v in
      // Each arm grows by its angle; they are half a turn apart. An arm of the drawing is 1.2 turns long and ends where
      // that of the samples does after 1.75.
      let radius = hypot(u, v)
      let angle = atan2(u, v)
      let turn = 2 * Double.pi
      for (ink, offset) in [(PointSketch.Ink.positive, 0.55 * turn), (.negative, 1.05 * turn)] {
        let turned = (angle - offset + 2 * turn).truncatingRemainder(dividingBy: turn)
        for round in 0..<2 {
          let arm = (turned + turn * Double(round)) / (1.2 * turn)
          if abs(radius - arm) < 0.11, arm < 1.05 { return ink }
        }
      }
      return nil
    })
}
