/// The last column of a table while it is read: classes if all labels are whole numbers or words, else numbers.
struct LabelColumn {
  /// Where a label stands.
  let place: DatasetError.TablePlace
  /// The most classes that a label can name: it is kept as a byte.
  static let mostClasses = 256

  /// What the labels turned out to be.
  enum Labels: Equatable {
    case classes([UInt8], names: [String])
    case numbers([Float])
  }

  /// A class as it is told from others: 1 and 1.0 are one.
  private enum Name: Hashable {
    case number(Int)
    case word(String)

    var text: String {
      switch self {
      case .number(let number): String(number)
      case .word(let word): word
      }
    }
  }

  private var codes: [UInt8] = []
  private var codeOfName: [Name: UInt8] = [:]
  private var numbers: [Float] = []
  private var firstWord: (line: Int, text: String)?
  private var hasFractions = false
  private var hasTooManyClasses = false

  /// An empty column at a place in a file.
  init(place: DatasetError.TablePlace) {
    self.place = place
  }

  /// Takes in the label of the next line.
  mutating func append(_ text: UnsafeRawBufferPointer, line: Int) throws(DatasetError) {
    switch CellReading(text) {
    case .value(let value):
      let isWhole = value == value.rounded() && abs(value) < Double(CellReading.largestExact)
      if !isWhole { hasFractions = true }
      if hasFractions, let word = firstWord { throw .table(at(word.line), .wordAmongNumbers(word.text)) }
      if firstWord == nil { numbers.append(Float(value)) }
      if isWhole && !hasFractions { try appendClass(.number(Int(value))) }
    case .word:
      let word = String(String(decoding: text, as: UTF8.self).trimmingBlanks)
      guard !hasFractions else { throw .table(at(line), .wordAmongNumbers(word)) }
      if firstWord == nil {
        firstWord = (line, word)
        numbers = []
      }
      try appendClass(.word(word))
    case .missing: throw .table(at(line), .missingValue)
    case .notFinite: throw .table(at(line), .notFinite(String(decoding: text, as: UTF8.self)))
    }
  }

  /// What the labels are; classes are numbered by size if they are numbers, else by their words' order.
  ///
  /// - Parameter needsTwoClasses: whether one class alone is an error.
  func finish(needsTwoClasses: Bool) throws(DatasetError) -> Labels {
    if hasFractions { return .numbers(numbers) }
    if hasTooManyClasses { throw .table(place, .tooManyClasses(limit: Self.mostClasses, numeric: true)) }
    if needsTwoClasses, codeOfName.count == 1, let only = codeOfName.keys.first {
      throw .table(place, .oneClass(only.text))
    }
    let sorted = codeOfName.sorted { a, b in
      switch (a.key, b.key) {
      case (.number(let a), .number(let b)): a < b
      case (.number, .word): true
      case (.word, .number): false
      case (.word(let a), .word(let b)): a < b
      }
    }
    var renumbered = [UInt8](repeating: 0, count: Self.mostClasses)
    for (new, entry) in sorted.enumerated() { renumbered[Int(entry.value)] = UInt8(new) }
    return .classes(codes.map { renumbered[Int($0)] }, names: sorted.map(\.key.text))
  }

  private mutating func appendClass(_ name: Name) throws(DatasetError) {
    guard !hasTooManyClasses else { return }
    if let code = codeOfName[name] {
      codes.append(code)
    } else if codeOfName.count < Self.mostClasses {
      let code = UInt8(codeOfName.count)
      codeOfName[name] = code
      codes.append(code)
    } else if firstWord != nil {
      throw .table(place, .tooManyClasses(limit: Self.mostClasses, numeric: false))
    } else {
      // Numbers may still turn out to have fractions.
      hasTooManyClasses = true
      codes = []
    }
  }

  private func at(_ line: Int) -> DatasetError.TablePlace {
    var place = place
    place.line = line
    return place
  }
}
