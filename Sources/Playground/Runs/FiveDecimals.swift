/// A number of [0, 1) with five decimals, as JavaScript's `toFixed(5)` writes it: the page's new seeds.
///
/// The nearest of the two neighbours is taken of the number as it is in binary, the larger if both are as near.
func fiveDecimals(_ value: Double) -> String {
  let scaled = value * 100_000
  // What the product lost in rounding; with it the comparison to one half is exact.
  let lost = (-scaled).addingProduct(value, 100_000)
  let whole = scaled.rounded(.down)
  let rest = scaled - whole
  let roundsUp = rest > 0.5 || (rest == 0.5 && lost >= 0)
  let digits = Int(whole) + (roundsUp ? 1 : 0)
  let decimals = String(digits % 100_000)
  return "\(digits / 100_000)." + String(repeating: "0", count: 5 - decimals.count) + decimals
}
