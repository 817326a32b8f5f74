/// The word that `text` was probably meant to be; nil if none is near.
///
/// Near is: at most two typing mistakes, and those in fewer than half of the letters; or three letters or more with
/// which the word begins or ends. Text of more than a hundred bytes is no slip.
package func nearest(to text: String, among words: [String]) -> String? {
  // Comparing costs the text's length times the words'.
  guard text.utf8.count <= 100 else { return nil }
  let typed = text.lowercased()
  let fewestLetters = 3
  let mostMistakes = 2
  let ranked = words.map { word in (word: word, mistakes: editDistance(typed, word.lowercased())) }
  let best = ranked.min { $0.mistakes < $1.mistakes }
  if let best, best.mistakes <= mostMistakes, best.mistakes * 2 < max(best.word.count, 1) { return best.word }
  guard typed.count >= fewestLetters else { return nil }
  return words.first { $0.lowercased().hasPrefix(typed) } ?? words.first { $0.lowercased().hasSuffix(typed) }
}

/// How many letters must be put in, taken out, exchanged, or swapped with their neighbour to get from `a` to `b`
/// (optimal string alignment; F. Damerau 1964).
private func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
