import Glibc

/// The four rows of a two-input gate, laid on the map: false stands at −3, true at +3, the result is −1 or +1.
///
/// ±3 puts each row in the middle of its quadrant of a map from −6 to 6. The rows keep the order 00, 01, 10, 11.
func truthTable(_ gate: (Bool, Bool) -> Bool) -> [LabelledPoint] {
  let truth = 3.0
  return [(false, false), (false, true), (true, false), (true, true)].map { a, b in
    LabelledPoint(x1: a ? truth : -truth, x2: b ? truth : -truth, label: gate(a, b) ? 1 : -1)
  }
}

extension PointRecipe {
  static let gateAnd = gate("The truth table of AND: true only if both are.") { $0 && $1 }
  static let gateOr = gate("The truth table of OR: true if one is.") { $0 || $1 }
  static let gateXor = gate("The truth table of XOR: true if just one is, and a perceptron cannot learn it.") {
    $0 != $1
  }

  /// The sketch has a disc for each of the four rows.
  private static func gate(_ summary: String, _ gate: @escaping @Sendable (Bool, Bool) -> Bool) -> PointRecipe {
    PointRecipe(
      summary: summary, kind: .binary, count: 4, isTruthTable: true, draw: { _, _, _ in truthTable(gate) },
      sketch: .areas { u, v in
        guard hypot(abs(u) - 0.6, abs(v) - 0.6) < 0.34 else { return nil }
        return gate(u > 0, v > 0) ? .positive : .negative
      })
  }
}
