import Words

/// A set of pictures, whole or only some of its classes: `mnist`, `mnist:3,8`, `fashion-mnist:bag,sandal`.
public struct ImageSelection: Hashable, Sendable {
  /// The published set.
  public let source: ImageSource
  /// The classes chosen, in the order in which they were named; nil is all.
  public let classes: [Int]?

  /// All classes of a set.
  public init(_ source: ImageSource) {
    self.source = source
    classes = nil
  }

  /// Some classes, by number or by name, separated by commas.
  ///
  /// - Throws: `DatasetError.classChoice` if one is unknown or named twice, or fewer than two are left.
  public init(_ source: ImageSource, classes list: String) throws(DatasetError) {
    let known = source.classNames
    var chosen: [Int] = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(part.trimmingBlanks)
      let index = known.firstIndex(of: name.lowercased()) ?? Int(name).flatMap { known.indices.contains($0) ? $0 : nil }
      guard let index else {
        throw .classChoice(dataset: source.rawValue, .unknown(name, known: known))
      }
      guard !chosen.contains(index) else { throw .classChoice(dataset: source.rawValue, .twice(name)) }
      chosen.append(index)
    }
    guard chosen.count >= 2 else { throw .classChoice(dataset: source.rawValue, .fewerThanTwo) }
    self.source = source
    classes = chosen
  }

  /// What the classes are called, in the order of their labels.
  public var classNames: [String] {
    classes.map { $0.map { source.classNames[$0] } } ?? source.classNames
  }

  /// Reads the pictures of these classes.
  public func load(
    from folders: DataFolders = .standard
  ) throws(DatasetError) -> (train: ImageSet, test: ImageSet) {
    let (train, test) = try source.load(from: folders)
    guard let classes else { return (train, test) }
    return (train: train.choosing(classes: classes), test: test.choosing(classes: classes))
  }
}

extension ImageSelection: CustomStringConvertible {
  /// The selection as it is written in an experiment, with class numbers.
  public var description: String {
    classes.map { "\(source.rawValue):\($0.map(String.init).joined(separator: ","))" } ?? source.rawValue
  }
}
