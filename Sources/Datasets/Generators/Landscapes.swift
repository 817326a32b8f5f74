import Glibc
import NeuralEngine

// The two regression sets of TensorFlow Playground: order of draws and of operations are its own.

/// Half the width of the map on which the landscapes lie.
private let reach = 6.0

/// A slope, rising to the upper right: (x1 + x2) / 10. Noise shifts where the label is read, not the point.
func planePoints(_ count: Int, noise: Double, using random: inout SeededRandom) -> [LabelledPoint] {
  let height = LinearMap(domain: (-10, 10), range: (-1, 1))
  return landscape(count, noise: noise, using: &random) { x, y in height(x + y) }
}

extension PointRecipe {
  static let plane = PointRecipe(
    summary: "A slope to be predicted from two numbers: a line is all it takes.", kind: .regression, count: 1200,
    draw: planePoints,
    sketch: .areas { u, v in
      abs(u + v) < 0.5 || max(abs(u), abs(v)) > 0.9 ? nil : u + v > 0 ? .positive : .negative
    })
}

/// Three hills and three hollows of radius 2. Noise shifts where the label is read, not the point.
func multiGaussPoints(_ count: Int, noise: Double, using random: inout SeededRandom) -> [LabelledPoint] {
  let centres: [(x: Double, y: Double, sign: Double)] = [
    (-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1),
  ]
  let slope = LinearMap(domain: (0, 2), range: (1, 0))
  return landscape(count, noise: noise, using: &random) { x, y in
    var height = 0.0
    for centre in centres {
      let dx = x - centre.x
      let dy = y - centre.y
      let value = centre.sign * slope.clamped((dx * dx + dy * dy).squareRoot())
      if abs(value) > abs(height) { height = value }
    }
    return height
  }
}

extension PointRecipe {
  static let multiGauss = PointRecipe(
    summary: "Three hills and three hollows to be predicted from two numbers.", kind: .regression, count: 1200,
    draw: multiGaussPoints,
    sketch: .areas { u, v in
      let hills: [(u: Double, v: Double, ink: PointSketch.Ink)] = [
        (-0.6, 0.4, .positive), (0, 0.4, .negative), (0.6, 0.4, .positive),
        (-0.6, -0.4, .negative), (0, -0.4, .positive), (0.6, -0.4, .negative),
      ]
      return hills.first { hypot(u - $0.u, v - $0.v) < 0.27 }?.ink
    })
}

private func landscape(
  _ count: Int, noise: Double, using random: inout SeededRandom, height: (Double, Double) -> Double
) -> [LabelledPoint] {
  (0..<count).map { _ in
    let x = random.uniform(-reach, reach)
    let y = random.uniform(-reach, reach)
    let noiseX = random.uniform(-reach, reach) * noise
    let noiseY = random.uniform(-reach, reach) * noise
    return LabelledPoint(x1: x, x2: y, label: height(x + noiseX, y + noiseY))
  }
}
