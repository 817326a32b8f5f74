/// Whether a table's first line names its columns, and what it calls them.
extension RawTable {
  /// Whether the first line names the columns.
  ///
  /// It does where it has a word and numbers stand below, most of it being words or its numbers rising; where all of it
  /// are words that never come again; and where it counts 0, 1, 2 …, as pandas numbers columns without names.
  ///
  /// - Parameter isCounted: whether a line that counts may be one.
  func hasHeader(_ profiles: [ColumnProfile], isCounted: Bool = true) -> Bool {
    let first = line(0)
    let wordCount = first.count { $0.word != nil }
    let numbers = first.compactMap(\.value)
    guard wordCount > 0 else { return isCounted && counts(profiles) }
    let headsNumbers = zip(first, profiles).contains { $0.word != nil && $1.numbers > 0 && $1.words == 0 }
    if headsNumbers {
      return numbers.count < wordCount || numbers.count * 2 == width && width > 2 || areRising(numbers)
    }
    guard !profiles.contains(where: \.repeatsFirstWord) else { return false }
    // Pandas' count with a name at its end; of few lines that may be a sample.
    if lineCount > RoleChoice.fewestLines, numbers.count > 1, numbers == numbers.indices.map(Double.init) {
      return true
    }
    guard numbers.isEmpty, wordCount + 1 >= width else { return false }
    return Set(firstLine).count == width
  }

  /// Numbers that name columns beside words: 0, 1, 2 …, years, wavelengths.
  private func areRising(_ numbers: [Double]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 } && (numbers.count > 2 || numbers.first == 0)
  }

  /// Whether the first line is nothing but a count; from 1 on only over numbers of another kind.
  private func counts(_ profiles: [ColumnProfile]) -> Bool {
    // Pandas may have written its index, whose column has no name.
    let names = firstLine.first == "" ? firstLine.dropFirst() : firstLine[...]
    guard names.count > 1, let first = names.first else { return false }
    let isCount = names.elementsEqual(((Int(first) ?? 0)..<(Int(first) ?? 0) + names.count).map(String.init))
    let fractions = profiles.count(where: \.hasFractions)
    return isCount && (first == "0" ? names.count > 2 || fractions > 0 : first == "1" && fractions * 2 >= names.count)
  }

  /// What the first line calls the columns: x and the column's number where it says nothing, and with a number behind
  /// it, as pandas writes it, where the name stood before.
  var columnNames: [String] {
    var seen: Set<String> = []
    return firstLine.enumerated().map { place, text in
      let name = text.isEmpty ? "x\(place + 1)" : text
      var unique = name
      var copy = 1
      while !seen.insert(unique).inserted {
        unique = "\(name).\(copy)"
        copy += 1
      }
      return unique
    }
  }

  /// Takes the second line away if it is none of the samples: where it has words, as units are, all else are numbers.
  mutating func dropSecondHeader(_ profiles: [ColumnProfile]) -> Bool {
    guard lineCount > 3 else { return false }
    let second = Array(line(1))
    let hasOnlyWords = second.allSatisfy { $0.value == nil } && second.contains { $0.word != nil }
    guard hasOnlyWords, zip(second, profiles).allSatisfy({ $0.word == nil || $1.words == 1 && $1.numbers > 1 })
    else { return false }
    cells.removeSubrange(width..<(2 * width))
    return true
  }
}
