/// Finds the name that was probably meant.
enum Nearest {
  /// The candidate fewest slips away from `text`, if it is near enough to be worth a question.
  ///
  /// A slip is a letter wrong, missing, too many or two swapped (optimal string alignment distance); case does not count.
  /// Near means within a third of the text's length, and at least one slip.
  static func name(to text: String, among candidates: [String]) -> String? {
    // Longer input is no typing slip, and the table below grows with its square.
    let longestNameWorthComparing = 40
    guard text.count <= longestNameWorthComparing else { return nil }
    let limit = max(1, text.count / 3)
    var best: (name: String, slips: Int)?
    for candidate in candidates {
      let slips = distance(Array(text.lowercased()), Array(candidate.lowercased()))
      if slips <= limit, slips < (best?.slips ?? .max) { best = (candidate, slips) }
    }
    return best?.name
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        let same = a[i] == b[j] ? 0 : 1
        var slips = min(last[j + 1] + 1, row[j] + 1, last[j] + same)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { slips = min(slips, beforeLast[j - 1] + 1) }
        row.append(slips)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
