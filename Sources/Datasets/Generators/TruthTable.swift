/// The four rows of a two-input gate, laid on the map: false stands at −3, true at +3, the result is −1 or +1.
///
/// ±3 puts each row in the middle of its quadrant of a map from −6 to 6. The rows keep the order 00, 01, 10, 11.
func truthTable(_ gate: (Bool, Bool) -> Bool) -> [LabelledPoint] {
  let truth = 3.0
  return [(false, false), (false, true), (true, false), (true, true)].map { a, b in
    LabelledPoint(x1: a ? truth : -truth, x2: b ? truth : -truth, label: gate(a, b) ? 1 : -1)
  }
}
