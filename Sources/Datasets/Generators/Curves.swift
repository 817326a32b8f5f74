import Glibc
import NeuralEngine

/// Samples of a curve: x evenly drawn from −6…6, and noise adds an even −1…1, times its share, to the label.
func curvePoints(
  _ count: Int, noise: Double, using random: inout SeededRandom, height: (Double) -> Double
) -> [LabelledPoint] {
  let reach = 6.0
  return (0..<count).map { _ in
    let x = random.uniform(-reach, reach)
    return LabelledPoint(x1: x, x2: 0, label: height(x) + random.uniform(-1, 1) * noise)
  }
}

extension PointRecipe {
  /// sin x: nearly two waves across the map.
  static let curveSine = PointRecipe(
    summary: "A sine wave to be predicted from one number.", kind: .regression, dimensions: 1,
    draw: { curvePoints($0, noise: $1, using: &$2) { sin($0) } },
    sketch: .curve(height: { 0.7 * sin(Double.pi * $0) }, slope: { 2.2 * abs(cos(Double.pi * $0)) }))

  /// −1 left of 0, +1 from there on.
  static let curveStep = PointRecipe(
    summary: "A step to be predicted from one number: how steep can a sum of soft units be?", kind: .regression,
    dimensions: 1, draw: { curvePoints($0, noise: $1, using: &$2) { $0 < 0 ? -1 : 1 } },
    sketch: .lines { u, v in
      let isOnStep = abs(u) < 0.07 && abs(v) < 0.6
      return isOnStep || abs(v - (u < 0 ? -0.55 : 0.55)) < 0.1 ? .positive : nil
    })

  /// A bell of height 2 that stands on −1.
  static let curveBump = PointRecipe(
    summary: "A bell to be predicted from one number: two units can raise it.", kind: .regression, dimensions: 1,
    draw: { curvePoints($0, noise: $1, using: &$2) { 2 * exp(-$0 * $0 / 2) - 1 } },
    sketch: .curve(height: { 1.3 * exp(-$0 * $0 * 8) - 0.65 }, slope: { 20 * abs($0) * exp(-$0 * $0 * 8) }))
}
