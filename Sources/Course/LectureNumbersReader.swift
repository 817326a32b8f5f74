import Formulas
import Playground
import Words

extension LectureReader {
  /// Reads a `numbers` block; nil, with what is wrong noted, where it cannot be worked with.
  mutating func numbers(_ text: String, line: Int) -> GivenNumbers? {
    let before = errors.count
    var given: (kind: GivenNumbers.Kind, values: [Double])?
    var names: [String]?
    var right: (name: String, line: Int)?
    for entry in entries(
      of: text, firstLine: line, keys: GivenNumbers.Kind.allCases.map(\.rawValue) + ["names", "right"])
    {
      switch entry.key {
      case "names": names = texts(of: entry)
      case "right": right = (self.text(of: entry), entry.line)
      case let key:
        guard let kind = GivenNumbers.Kind(rawValue: key), let values = values(of: entry, kind) else { continue }
        if given != nil {
          note(entry.line, LectureSentence.wrongValue(key, "a second list", wanted: "give answers or scores, not both"))
        }
        given = (kind, values)
      }
    }
    guard errors.count == before else { return nil }
    guard let given else {
      note(line, LectureSentence.missingKey("answers", example: "answers: [0.1, 0.7, 0.2], or scores: [−1, 2, 0.5]"))
      return nil
    }
    guard let right else {
      note(line, LectureSentence.missingKey("right", example: "right: \(names?.first ?? "1")"))
      return nil
    }
    let known = names ?? given.values.indices.map { "\($0 + 1)" }
    guard known.count == given.values.count, Set(known).count == known.count else {
      note(
        line, LectureSentence.wrongValue("names", known.joined(separator: ", "), wanted: "give each number one name"))
      return nil
    }
    guard let place = known.firstIndex(of: right.name) else {
      note(right.line, LectureSentence.wrongValue("right", right.name, wanted: "give one of \(known.inWords)"))
      return nil
    }
    return GivenNumbers(given.kind, values: given.values, names: known, right: place)
  }

  private mutating func values(of entry: YAML.Entry, _ kind: GivenNumbers.Kind) -> [Double]? {
    let words = texts(of: entry)
    guard GivenNumbers.counts.contains(words.count) else {
      let (least, most) = (GivenNumbers.counts.lowerBound, GivenNumbers.counts.upperBound)
      note(
        entry.line,
        LectureSentence.wrongValue(entry.key, "\(words.count) of them", wanted: "give \(least) to \(most) numbers"))
      return nil
    }
    let bounds = kind == .answers ? 0...1 : -GivenNumbers.largest...GivenNumbers.largest
    var values: [Double] = []
    for word in words {
      guard let value = Double(word.replacing("−", with: "-")), bounds.contains(value) else {
        let range = "numbers from \(shortest(bounds.lowerBound)) to \(shortest(bounds.upperBound))"
        note(entry.line, LectureSentence.wrongValue(entry.key, word, wanted: "give \(range)"))
        return nil
      }
      values.append(value)
    }
    return values
  }

  /// Reads a `compute` block: what each number is, and its formula.
  mutating func computations(_ text: String, line: Int) -> [Computation] {
    let before = errors.count
    var computations: [Computation] = []
    for entry in entries(of: text, firstLine: line, keys: nil) {
      guard let formula = entry.value.word else {
        note(
          entry.line, LectureSentence.wrongValue(entry.key, "a list", wanted: "write a formula such as samples / 10"))
        continue
      }
      do {
        computations.append(try Computation(label: entry.key, formula))
      } catch {
        note(entry.line, "\(error).")
      }
    }
    if computations.isEmpty, errors.count == before {
      note(line, LectureSentence.missingKey("a formula", example: "points for each weight: samples / parameters"))
    }
    return computations
  }
}
