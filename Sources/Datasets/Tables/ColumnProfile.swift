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
  /// Whether a number is so large that whole numbers are no longer told apart.
  var hasHuge = false
  /// Whether each line has the number after, or before, that of the line above.
  var countsUp = true
  var countsDown = true
  /// The least and the greatest number.
  var least = Double.infinity
  var most = -Double.infinity
  /// Whether the word of the file's first line stands again further down.
  var repeatsFirstWord = false

  private var last: Double?
  private static let largestExact = Double(CellReading.largestExact)

  mutating func add(_ cell: TableCell, first: TableCell) {
    if let value = cell.value {
      numbers += 1
      if value.magnitude > Self.largestExact {
        hasHuge = true
      } else if Double(Int(value)) != value {
        hasFractions = true
      }
      if let last {
        if value != last + 1 { countsUp = false }
        if value != last - 1 { countsDown = false }
      }
      least = min(least, value)
      most = max(most, value)
      last = value
      return
    }
    (countsUp, countsDown) = (false, false)
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
}
