/// What stands in a column, counted.
struct ColumnProfile {
  /// Numbers, words and gaps among its cells.
  var numbers = 0
  var words = 0
  var gaps = 0
  /// Numbers that are not finite.
  var notFinite = 0
  /// Whether a number has a fraction.
  var hasFractions = false
  /// Whether each line has the number after that of the line before.
  var countsUp = true
  /// Whether the word of the file's first line stands again further down.
  var repeatsFirstWord = false

  private var last: Double?

  mutating func add(_ cell: TableCell, first: TableCell) {
    if let value = cell.value {
      numbers += 1
      // Beyond 2⁵³ there are no fractions to be seen.
      if value != value.rounded() || value.magnitude > Double(CellReading.largestExact) { hasFractions = true }
      if let last, value != last + 1 { countsUp = false }
      last = value
      return
    }
    countsUp = false
    if cell.word != nil || cell == .lostWord {
      words += 1
      if cell == first { repeatsFirstWord = true }
    } else if cell == .gap {
      gaps += 1
    } else {
      notFinite += 1
    }
  }
}

extension RawTable {
  /// What stands in each column below the first line.
  var profiles: [ColumnProfile] {
    var profiles = Array(repeating: ColumnProfile(), count: width)
    let first = Array(line(0))
    profiles.withUnsafeMutableBufferPointer { profiles in
      for start in stride(from: width, to: cells.count, by: width) {
        for column in 0..<width { profiles[column].add(cells[start + column], first: first[column]) }
      }
    }
    return profiles
  }

  /// Whether the first line names the columns.
  ///
  /// It does where it has a word and numbers stand below, most of it being words; where all of it are words that never
  /// come again; and where it counts 0, 1, 2 …, as pandas numbers columns without names.
  ///
  /// - Parameter isCounted: whether a line that counts may be one.
  func hasHeader(_ profiles: [ColumnProfile], isCounted: Bool = true) -> Bool {
    let first = line(0)
    let wordCount = first.count { $0.word != nil }
    let numberCount = first.count { $0.value != nil }
    guard wordCount > 0 else { return isCounted && counts(profiles) }
    let headsNumbers = zip(first, profiles).contains { $0.word != nil && $1.numbers > 0 && $1.words == 0 }
    if headsNumbers { return numberCount * 2 < width }
    guard numberCount == 0, wordCount + 1 >= width else { return false }
    return Set(firstLine).count == width && !profiles.contains(where: \.repeatsFirstWord)
  }

  private func counts(_ profiles: [ColumnProfile]) -> Bool {
    // Pandas may have written its index, whose column has no name.
    let names = firstLine.first == "" ? firstLine.dropFirst() : firstLine[...]
    guard names.count > 1, names.elementsEqual((0..<names.count).map(String.init)) else { return false }
    return names.count > 2 || profiles.contains(where: \.hasFractions)
  }
}
