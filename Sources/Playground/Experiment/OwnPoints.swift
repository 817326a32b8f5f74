import Datasets
import Words

/// Points placed by hand as files have them: the number of classes, and `train` and `test` as lists of [x1, x2, label].
///
///     points:
///       classes: 2
///       dimensions: 2
///       train:
///         - [0.5, -1.25, 1]
///       test: []
struct OwnPoints: Codable, Equatable {
  var train: [[Double]]
  var test: [[Double]]
  /// 0 for numbers to predict.
  var classes: Int
  var dimensions: Int

  /// Not one of the keys, whose values are words, but a key in files.
  static let key = "points"
  private static let allowed =
    "classes (0 for numbers to predict), dimensions (1 or 2), train and test, these two as lists of [x1, x2, label]"
  private static let mostClasses = 256
  private static let most = 200_000

  init(_ set: PointSet) {
    train = set.train.map { [$0.x1, $0.x2, $0.label] }
    test = set.test.map { [$0.x1, $0.x2, $0.label] }
    classes = set.classCount ?? 0
    dimensions = set.dimensions
  }

  /// The points.
  ///
  /// - Throws: `ExperimentError.notAllowed`, with what is wrong.
  func set() throws(ExperimentError) -> PointSet {
    guard (1...2).contains(dimensions), classes == 0 || (2...Self.mostClasses).contains(classes) else {
      throw Self.refusal("\(classes) classes in \(dimensions) dimensions")
    }
    guard !train.isEmpty else { throw Self.refusal("no point to train on") }
    guard train.count + test.count <= Self.most else { throw Self.refusal("more than \(Self.most) points") }
    let kind: LabelKind = classes == 0 ? .regression : classes == 2 ? .binary : .classes(classes)
    var points: [LabelledPoint] = []
    for row in train + test {
      guard row.count == 3, row.allSatisfy(\.isFinite), Self.isLabel(row[2], of: kind) else {
        throw Self.refusal("\(row)")
      }
      points.append(LabelledPoint(x1: row[0], x2: row[1], label: row[2]))
    }
    return PointSet(points: points, trainCount: train.count, kind: kind, dimensions: dimensions)
  }

  private static func isLabel(_ label: Double, of kind: LabelKind) -> Bool {
    switch kind {
    case .binary: abs(label) == 1
    case .classes(let count): Int(exactly: label).map { (0..<count).contains($0) } ?? false
    case .regression: true
    }
  }

  private static func refusal(_ value: String) -> ExperimentError {
    .notAllowed(key: key, value: value, allowed: allowed, nearest: nil)
  }
}

extension OwnPoints {
  /// Reads what stands under `points` in YAML.
  ///
  /// - Throws: `ExperimentError.notAllowed`.
  init(_ value: YAML.Value) throws(ExperimentError) {
    guard case .keys(let entries) = value else { throw Self.refusal(value.word ?? "a list") }
    (train, test, classes, dimensions) = ([], [], 2, 2)
    for entry in entries {
      switch entry.key {
      case "classes": classes = try Self.whole(entry.value)
      case "dimensions": dimensions = try Self.whole(entry.value)
      case "train": train = try Self.rows(entry.value)
      case "test": test = try Self.rows(entry.value)
      case let other: throw Self.refusal(other)
      }
    }
  }

  private static func whole(_ value: YAML.Value) throws(ExperimentError) -> Int {
    guard let number = value.word.flatMap({ Int($0) }) else { throw refusal("a count that is no whole number") }
    return number
  }

  private static func rows(_ value: YAML.Value) throws(ExperimentError) -> [[Double]] {
    guard case .list(let values) = value else { throw refusal("train or test without a list") }
    var rows: [[Double]] = []
    for row in values {
      guard case .list(let numbers) = row else { throw refusal("a point that is no list") }
      rows.append(numbers.map { $0.word.flatMap { Double($0) } ?? .nan })
    }
    return rows
  }

  /// The same as YAML, one line a point.
  var yaml: String {
    func list(_ name: String, _ rows: [[Double]]) -> String {
      rows.isEmpty
        ? "  \(name): []\n"
        : "  \(name):\n" + rows.map { "    - [\($0.map { shortest($0) }.joined(separator: ", "))]\n" }.joined()
    }
    return "\(Self.key):\n  classes: \(classes)\n  dimensions: \(dimensions)\n" + list("train", train)
      + list("test", test)
  }
}
