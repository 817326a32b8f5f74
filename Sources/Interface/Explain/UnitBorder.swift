import NeuralEngine
import Screen

/// Where a unit's z is 0 on the plane, or on a line of data: z = w₁ x₁ + w₂ x₂ + b.
struct UnitBorder {
  /// One weight a coordinate.
  let weights: [Double]
  let bias: Double

  /// What is seen on the two sides of the border.
  struct Sides {
    /// Where z is positive.
    let above: String
    /// Where it is negative.
    let below: String
  }

  /// `z is 0 on the line x₁ = +0.41 −0.20 x₂. Left of it a is positive, blue; on the other side negative, orange.`
  func sentence(_ sides: Sides, names: (String, String)) -> String {
    let smallest = 1e-6
    let (first, second) = (weights[0], weights.count > 1 ? weights[1] : 0)
    guard max(abs(first), abs(second)) > smallest else {
      return "Its weights are almost 0: it answers the same everywhere."
    }
    let place: String
    if weights.count == 1 {
      place = "at \(names.0) = \(Number.signed(-bias / first))"
    } else if abs(first) >= abs(second) {
      place = "on the line \(names.0) = \(Number.signed(-bias / first)) \(Number.signed(-second / first)) \(names.1)"
    } else {
      place = "on the line \(names.1) = \(Number.signed(-bias / second)) \(Number.signed(-first / second)) \(names.0)"
    }
    let side = abs(first) >= abs(second) ? (first < 0 ? "Left of" : "Right of") : (second < 0 ? "Below" : "Above")
    return "z is 0 \(place). \(side) it \(sides.above); on the other side \(sides.below)."
  }
}

extension Activation {
  /// What a unit's picture shows where z is positive, and where it is negative.
  func sides(_ words: SignWords) -> UnitBorder.Sides {
    switch self {
    case .tanh, .linear, .leakyReLU, .elu:
      UnitBorder.Sides(above: "a is positive, \(words.positive)", below: "negative, \(words.negative)")
    case .prelu: UnitBorder.Sides(above: "a is z, \(words.positive)", below: "α z with the slope α it has learnt")
    case .relu: UnitBorder.Sides(above: "a is z, \(words.positive)", below: "a is 0, \(words.neutral)")
    case .swish, .gelu:
      UnitBorder.Sides(above: "a is positive, \(words.positive)", below: "just below 0, all but \(words.neutral)")
    case .softplus:
      UnitBorder.Sides(above: "a rises with z, \(words.positive)", below: "it sinks to 0, \(words.neutral)")
    case .sigmoid, .softmax:
      UnitBorder.Sides(above: "a is above ½, \(words.positive)", below: "below ½ and down to 0, \(words.neutral)")
    case .step: UnitBorder.Sides(above: "a is 1, \(words.positive)", below: "0, \(words.neutral)")
    }
  }
}
