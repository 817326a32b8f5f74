import Words

/// Finds the column that is to be predicted.
extension RoleChoice {
  /// Names by which a label is known, wherever it stands; earlier ones before later.
  private static let labelNames = [
    "label", "labels", "target", "targets", "survived", "diagnosis", "outcome", "class", "classes", "species", "y",
  ]
  /// Words that make a longer name one of a label: class_label, is_target.
  private static let labelWords: Set<String> = ["label", "target"]

  /// The columns to be predicted: those that were said, else the one that is called so, else the last.
  func targets(without: [Int]) throws(DatasetError) -> [Int] {
    let width = table.width
    if let count = source.targetCount {
      guard width > count else {
        throw .table(.init(file: table.file), .tooFewColumns(found: width, needed: count + 1))
      }
      return Array((width - count)..<width)
    }
    guard width > 1 else { throw .table(.init(file: table.file), .tooFewColumns(found: width, needed: 2)) }
    switch source.label {
    case .first?: return [0]
    case .last?: return [width - 1]
    case .column(let name)?: return [try column(named: name)]
    case nil: break
    }
    let left = Set(without)
    let candidates = (0..<width).filter { !left.contains($0) && !isEmpty($0) }
    if let called = called(among: candidates) { return [called] }
    // A key behind the data is not what is asked.
    return [candidates.last { !isKey($0) } ?? candidates.last ?? width - 1]
  }

  private func called(among candidates: [Int]) -> Int? {
    guard let names else { return nil }
    let lowered = names.map { $0.lowercased() }
    for name in Self.labelNames {
      guard let found = candidates.first(where: { lowered[$0] == name }) else { continue }
      // Beside x, and with a third column to be predicted, y is a coordinate.
      if name == "y", lowered.contains("x"), candidates.count > 2 { continue }
      return found
    }
    return candidates.first { !Self.labelWords.isDisjoint(with: Self.words(of: names[$0])) }
  }

  /// The column of a name, or of a number counted from 1.
  func column(named name: String) throws(DatasetError) -> Int {
    if let found = names?.firstIndex(of: name) ?? names?.firstIndex(where: { $0.lowercased() == name.lowercased() }) {
      return found
    }
    guard let number = Int(name), (1...table.width).contains(number) else {
      throw .table(
        .init(file: table.file), .noColumn(name, nearest: nearest(to: name, among: names ?? []), width: table.width))
    }
    return number - 1
  }
}
