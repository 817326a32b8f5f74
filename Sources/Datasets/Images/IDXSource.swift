import Words

/// Pictures and labels in IDX files of the user's own, and how they are to be taken.
///
/// `IMAGES,LABELS`, or two such pairs, the second for the test; behind them `#transposed` for pictures that lie on their
/// side, as EMNIST's do, and `#only=3,8` for some of the classes.
public struct IDXSource: Hashable, Sendable {
  /// Pictures and labels to learn from.
  public var train: IDXPair
  /// Pictures and labels for the test; nil: a share of the others.
  public var test: IDXPair?
  /// Whether rows and columns are exchanged.
  public var isTransposed = false
  /// The classes that are taken, by their numbers; nil for all.
  public var only: [Int]?

  /// Two files, or four.
  public init(train: IDXPair, test: IDXPair? = nil) {
    self.train = train
    self.test = test
  }

  /// Reads what follows `idx:` in an experiment.
  ///
  /// - Throws: `DatasetError.idxSource` for another number of files, or an option that there is not.
  public init(_ text: String) throws(DatasetError) {
    let parts = text.split(separator: Self.mark, omittingEmptySubsequences: false).map(String.init)
    let paths = parts[0].split(separator: ",", omittingEmptySubsequences: false).map {
      DataFolders.inHome(String($0.trimmingBlanks))
    }
    guard [2, 4].contains(paths.count), !paths.contains("") else { throw .idxSource(text) }
    train = IDXPair(images: paths[0], labels: paths[1])
    test = paths.count == 4 ? IDXPair(images: paths[2], labels: paths[3]) : nil
    for option in parts.dropFirst() {
      if option == Self.transposed {
        isTransposed = true
      } else if option.hasPrefix(Self.only) {
        let classes = option.dropFirst(Self.only.count).split(separator: ",").map { UInt8($0.trimmingBlanks) }
        guard classes.count > 1, !classes.contains(nil), Set(classes).count == classes.count else {
          throw .idxSource(text)
        }
        only = classes.compactMap { $0.map(Int.init) }
      } else {
        throw .idxSource(text)
      }
    }
  }

  /// The source that a file of pictures belongs to, by the names that such files have: its labels lie beside it, and for
  /// the training set so may the test set. EMNIST's pictures lie on their side. Nil where there are no labels.
  public init?(beside path: String) {
    guard let pair = IDXPair(beside: path) else { return nil }
    train = pair
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let folder = String(path.dropLast(name.count))
    isTransposed = name.lowercased().contains("emnist")
    guard name.contains("train") else { return }
    for word in ["t10k", "test"] where test == nil {
      let other = folder + name.replacing("train", with: word, maxReplacements: 1)
      if fileExists(other) { test = IDXPair(beside: other) }
    }
  }

  private static let mark: Character = "#"
  private static let transposed = "transposed"
  private static let only = "only="

  /// Reads the pictures. Each different label is a class, in the order of the numbers.
  ///
  /// - Throws: `DatasetError` with the file and what is wrong with it.
  public func load() throws(DatasetError) -> OwnPictures {
    let (learnt, tested) = (try train.read(), try test.map { (pair) throws(DatasetError) in try pair.read() })
    let found = Set(learnt.labels.bytes).union(tested?.labels.bytes ?? []).sorted().map(Int.init)
    let classes = only ?? found
    for wanted in classes where !found.contains(wanted) {
      throw .classChoice(dataset: train.labels, .unknown(String(wanted), known: found.map(String.init)))
    }
    guard classes.count > 1 else { throw .format(file: train.labels, .oneClass(classes.first ?? 0)) }
    let set = try pictures(learnt, of: train, classes)
    guard let tested, let test else { return .whole(set) }
    let other = try pictures(tested, of: test, classes)
    guard set.width == other.width, set.height == other.height else {
      throw .format(
        file: test.images, .otherSize(found: [other.width, other.height], expected: [set.width, set.height]))
    }
    return .split(train: set, test: other)
  }

  private func pictures(
    _ files: (images: IDX, labels: IDX), of pair: IDXPair, _ classes: [Int]
  ) throws(DatasetError) -> ImageSet {
    let all = try ImageSet(
      pictures: files.images, from: pair.images, classes: files.labels, from: pair.labels,
      classNames: (0...Int(UInt8.max)).map(String.init))
    let chosen = all.choosing(classes: classes)
    guard chosen.count > 0 else { throw .format(file: pair.labels, .empty) }
    return isTransposed ? chosen.transposed() : chosen
  }
}

/// A file of pictures and the file of their labels.
public struct IDXPair: Hashable, Sendable {
  /// The file of pictures.
  public var images: String
  /// The file of labels.
  public var labels: String

  /// Two files that belong together.
  public init(images: String, labels: String) {
    self.images = images
    self.labels = labels
  }

  /// Both files; the small one first, so that what is wrong with it is said without unpacking the large one.
  fileprivate func read() throws(DatasetError) -> (images: IDX, labels: IDX) {
    let labels = try IDX.labels(path: labels)
    return (images: try IDX(path: images, dimensions: 3), labels: labels)
  }

  /// The pair that a file of pictures belongs to, whose labels lie beside it under the name that such files have:
  /// `train-images-idx3-ubyte` and `train-labels-idx1-ubyte`, gzipped or not; nil where there are none.
  public init?(beside path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let (folder, name) = (parts.dropLast().map { "\($0)/" }.joined(), String(parts.last ?? ""))
    guard name.contains("images") else { return nil }
    var base = name.replacing("images", with: "labels", maxReplacements: 1)
    if base.hasSuffix(Self.packed) { base.removeLast(Self.packed.count) }
    for kind in ["idx1-ubyte", "idx2-int"] {
      let labels = folder + base.replacing("idx3-ubyte", with: kind)
      for candidate in [labels, labels + Self.packed] where candidate != path && fileExists(candidate) {
        self.init(images: path, labels: candidate)
        return
      }
    }
    return nil
  }

  private static let packed = ".gz"
}

extension IDXSource: CustomStringConvertible {
  /// The source as it is written after `idx:`.
  public var description: String {
    let pairs = [train] + (test.map { [$0] } ?? [])
    return pairs.map { "\($0.images),\($0.labels)" }.joined(separator: ",")
      + (isTransposed ? "#\(Self.transposed)" : "")
      + (only.map { "#\(Self.only)\($0.map(String.init).joined(separator: ","))" } ?? "")
  }
}
