import Words

/// What the key `dataset` of an experiment names.
public enum Dataset: Hashable, Sendable {
  /// Points that are made: `circle`, `gate-xor`, `curve-sine` …
  case points(PointGenerator)
  /// Points that are made by a formula: `curve:sin(2x)+x/3`, `class:x1^2+x2^2<9`.
  case formula(LabelFormula)
  /// Pictures: `mnist`, `mnist:3,8` …
  case images(ImageSelection)
  /// A table on disk: `csv:PATH`, `csv:PATH#targets=K`.
  case table(TableSource)
  /// Pictures on disk: `idx:IMAGES,LABELS`.
  case idx(IDXSource)

  /// Reads a name as it is written in an experiment.
  ///
  /// - Throws: `DatasetError.unknownDataset` with the nearest name, or what is wrong with the part behind the colon.
  public init(_ text: String) throws(DatasetError) {
    let name = String(text.trimmingBlanks)
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let head = parts.first.map(String.init) ?? ""
    let tail = parts.count > 1 ? String(parts[1]) : nil
    if head == "csv" {
      guard let tail, !tail.isEmpty else { throw .noPath(name) }
      self = .table(try TableSource(tail))
    } else if head == "idx" {
      self = .idx(try IDXSource(tail ?? ""))
    } else if let kind = LabelFormula.Kind(rawValue: head) {
      self = .formula(try LabelFormula(kind, tail ?? ""))
    } else if let generator = PointGenerator(rawValue: head) {
      guard tail == nil else { throw .classChoice(dataset: head, .takesNone) }
      self = .points(generator)
    } else if let source = ImageSource(rawValue: head) {
      if let tail {
        self = .images(try ImageSelection(source, classes: tail))
      } else {
        self = .images(ImageSelection(source))
      }
    } else {
      throw .unknownDataset(name, suggestion: nearest(to: head, among: DatasetCatalog.names))
    }
  }
}

extension Dataset {
  /// How the set is made; nil for one that is read.
  public var recipe: PointRecipe? {
    switch self {
    case .points(let generator): generator.recipe
    case .formula(let formula): formula.recipe
    case .images, .table, .idx: nil
    }
  }

  /// The name where there is little room: of pictures of one's own the first file alone, without its folder.
  public var shortName: String {
    guard case .idx(let source) = self else { return description }
    return "idx:" + (source.train.images.split(separator: "/").last ?? "")
  }
}

extension Dataset: CustomStringConvertible {
  /// The name as it is written in an experiment.
  public var description: String {
    switch self {
    case .points(let generator): generator.rawValue
    case .formula(let formula): formula.description
    case .images(let selection): selection.description
    case .table(let table): "csv:\(table)"
    case .idx(let source): "idx:\(source)"
    }
  }
}
