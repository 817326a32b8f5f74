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

/// sin x: nearly two waves across the map.
func sineHeight(at x: Double) -> Double { sin(x) }

/// −1 left of 0, +1 from there on.
func stepHeight(at x: Double) -> Double { x < 0 ? -1 : 1 }

/// A bell of height 2 that stands on −1.
func bumpHeight(at x: Double) -> Double { 2 * exp(-x * x / 2) - 1 }
