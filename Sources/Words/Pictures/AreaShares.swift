/// How a line of pixels is brought to another length: how much each old pixel counts in each new one, by the share of
/// the new one that it covers (a box filter).
package struct AreaShares: Sendable {
  /// For each new pixel, the first old one that it covers.
  package let firsts: [Int]
  /// For each new pixel, the shares of the old ones from the first on; they add up to 1.
  package let shares: [[Float]]

  /// The shares of `old` pixels in `new` ones, both at least 1.
  package init(from old: Int, to new: Int) {
    // In units of an old pixel over `new`, borders are whole numbers: no rounding decides what is covered.
    firsts = (0..<new).map { $0 * old / new }
    shares = (0..<new).map { place in
      let (start, end) = (place * old, (place + 1) * old)
      return (start / new...(end - 1) / new).map { Float(min(end, ($0 + 1) * new) - max(start, $0 * new)) / Float(old) }
    }
  }
}
