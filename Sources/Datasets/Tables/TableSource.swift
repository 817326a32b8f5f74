/// Where a table lies and which of its columns are to be predicted: `PATH` or `PATH#targets=K`.
public struct TableSource: Hashable, Sendable {
  /// The file.
  public var path: String
  /// The last so many columns are the target vector, as they stand; nil: the last column is the label.
  public var targetCount: Int?

  private static let option = "#targets="

  /// A table by its path.
  public init(path: String, targetCount: Int? = nil) {
    self.path = path
    self.targetCount = targetCount
  }

  /// Reads what follows `csv:` in an experiment.
  ///
  /// - Throws: `DatasetError.table` if the number of targets is none.
  public init(_ text: String) throws(DatasetError) {
    // The last "#targets=" counts: a path may contain anything.
    var split: String.Index?
    var place = text.startIndex
    while place < text.endIndex {
      if text[place...].hasPrefix(Self.option) { split = place }
      place = text.index(after: place)
    }
    guard let split else {
      self.init(path: text)
      return
    }
    let count = text[split...].dropFirst(Self.option.count)
    guard let targets = Int(count), targets > 0 else {
      throw .table(.init(file: String(text[..<split])), .targets(String(count)))
    }
    self.init(path: String(text[..<split]), targetCount: targets)
  }
}

extension TableSource: CustomStringConvertible {
  /// The source as it is written after `csv:`.
  public var description: String { targetCount.map { "\(path)\(Self.option)\($0)" } ?? path }
}
