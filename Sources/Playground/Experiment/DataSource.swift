import Datasets

/// Where an experiment's samples come from: the value of the key `dataset`.
public enum DataSource: Hashable, Sendable {
  /// A data set that is made from the seed.
  case points(PointGenerator)
  /// Pictures, all classes of them (`classes` empty) or a choice: `mnist:3,8`.
  case images(ImageSource, classes: [Int])
  /// A file of comma-separated values; `targets` is how many last columns are the target vector, where that was said.
  case table(path: String, targets: Int?)

  /// The prefix that makes the rest a path.
  static let tablePrefix = "csv:"
  /// What separates the path from the number of target columns.
  static let targetsMark = "#targets="

  /// Reads `circle`, `mnist`, `mnist:3,8`, `csv:PATH` or `csv:PATH#targets=K`; nil for anything else.
  public init?(_ text: String) {
    if text.hasPrefix(Self.tablePrefix) {
      self.init(table: text.dropFirst(Self.tablePrefix.count))
    } else if let generator = PointGenerator(rawValue: text) {
      self = .points(generator)
    } else {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let source = parts.first.flatMap({ ImageSource(rawValue: String($0)) }) else { return nil }
      guard parts.count == 2 else {
        self = .images(source, classes: [])
        return
      }
      let names = parts[1].split(separator: ",", omittingEmptySubsequences: false)
      let classes = names.compactMap { Int($0.trimmed) }
      let isChoice = classes.count == names.count && classes.count >= 2 && Set(classes).count == classes.count
      guard isChoice, classes.allSatisfy((0..<source.classCount).contains) else { return nil }
      self = .images(source, classes: classes)
    }
  }

  private init?(table text: Substring) {
    guard let mark = text.range(of: Self.targetsMark) else {
      guard !text.isEmpty else { return nil }
      self = .table(path: String(text), targets: nil)
      return
    }
    let path = text[..<mark.lowerBound]
    guard !path.isEmpty, let targets = Int(text[mark.upperBound...]), targets >= 1 else { return nil }
    self = .table(path: String(path), targets: targets)
  }

  /// The names that are not paths, in the order of the lists a learner sees.
  public static let names: [String] =
    PointGenerator.allCases.map(\.rawValue) + ImageSource.allCases.map(\.rawValue)

  /// What the data ask of a network, as far as it is known before they are read; nil for a table.
  public var problem: Problem? {
    switch self {
    case .points(let generator):
      switch generator.kind {
      case .binary: .classification(classes: 2)
      case .classes(let count): .classification(classes: count)
      case .regression: .regression(targets: 1)
      }
    case .images(let source, let classes):
      .classification(classes: classes.isEmpty ? source.classCount : classes.count)
    case .table: nil
    }
  }

  /// Whether the samples are pictures.
  public var isImages: Bool {
    switch self {
    case .images: true
    case .points, .table: false
    }
  }
}

extension DataSource: CustomStringConvertible {
  /// The name as the key `dataset` reads it.
  public var description: String {
    switch self {
    case .points(let generator): generator.rawValue
    case .images(let source, let classes):
      classes.isEmpty ? source.rawValue : "\(source.rawValue):\(classes.map(String.init).joined(separator: ","))"
    case .table(let path, let targets):
      Self.tablePrefix + path + (targets.map { "\(Self.targetsMark)\($0)" } ?? "")
    }
  }
}

/// What a network is to do with the data.
public enum Problem: Hashable, Sendable {
  /// To tell classes apart.
  case classification(classes: Int)
  /// To predict numbers, `targets` of them for each sample.
  case regression(targets: Int)

  /// The number of classes; nil for regression.
  public var classCount: Int? {
    switch self {
    case .classification(let classes): classes
    case .regression: nil
    }
  }
}
