import Datasets

/// The keys that say what is learnt from.
extension ExperimentKey {
  static let data: [ExperimentKey] = [
    .dataset, .samples, .noise, .trainRatio, .validation, .shuffleLabels, .seed, .features, .normalize,
  ]

  /// The data set, by its name; `circle` unless said.
  package static let dataset = ExperimentKey(
    "dataset", \.dataset, .dataset, fills: .field(\.dataset, default: .opening), "Where the samples come from.",
    isText: true,
    control: KeyControl(
      "data",
      .list(isOpen: false) { _ in DatasetCatalog.entries.map { Choice($0.name, note: $0.summary) } }),
    page: .has(control: "dataset"))

  /// How many samples are drawn, for training and test together; each generator has a default of its own.
  package static let samples = ExperimentKey(
    "samples", \.samples, .whole(1...100_000, "a whole number"),
    fills: .field(\.samples) { _, filled in filled.dataset.defaultCount }, "How many samples are made.",
    concerns: { $0.isDrawn },
    control: KeyControl(
      "samples", .slider(.count, stops: [20, 50, 100, 200, 300, 500, 800, 1200, 2000, 5000, 10_000]),
      "How many samples there are, for training and test together."),
    page: .has(control: nil))

  /// The noise in per cent, 0 to 80; each generator says what it moves. 0 unless said.
  package static let noise = ExperimentKey(
    "noise", \.noise, .number(0...80, "a number of per cent from 0 to 80"), fills: .field(\.noise, default: 0),
    "How far chance moves points.",
    concerns: { $0.isDrawn },
    control: KeyControl(
      "noise", .slider(.percent, stops: Array(stride(from: 0, through: 80, by: 5))),
      "How far chance moves samples or turns their labels: the training loss falls while the test loss may rise."),
    page: .has(control: "noise"))

  /// The share of the samples that is for training, 0.1 to 1; a half unless said, all of a truth table, four
  /// fifths of pictures.
  package static let trainRatio = ExperimentKey(
    "trainRatio", \.trainRatio, .number(0.1...1, "a number from 0.1 to 1"),
    fills: .field(\.trainRatio) { _, filled in filled.dataset.usualRatio },
    "The share of the samples that is for training; 1 keeps none for the test.",
    concerns: { $0.isDrawn || $0.isShared },
    control: KeyControl(
      "train", .slider(.share, stops: Array(stride(from: 10, through: 90, by: 10)).map { $0 / 100 }),
      "The share of all samples that is learnt from; the rest tests what was learnt."),
    page: .has(control: "percTrainData"))

  /// The share of the training samples, 0 to 0.9, that is held back: the loss on it is shown, and tells `patience` when to
  /// stop. None unless said.
  package static let validation = ExperimentKey(
    "validation", \.validation, .number(0...0.9, "a number from 0 to 0.9"), fills: .field(\.validation, default: 0),
    "The share of the training samples that is not trained on, but held back to see when to stop.",
    page: .lacks { _, _ in "The page holds no samples back for validation." })

  /// Whether the training samples' labels are dealt out anew among them (Zhang and others 2017); those of the test, and of
  /// own points, stay as they are. Not unless said.
  package static let shuffleLabels = ExperimentKey(
    "shuffleLabels", \.shuffleLabels, .flag, fills: .field(\.shuffleLabels, default: false),
    "Whether the training labels are dealt out anew by chance: they can then only be learnt by heart.",
    page: .lacks { _, _ in "The page does not shuffle labels." })

  /// The text that every random number of the run comes from; never blank.
  package static let seed = ExperimentKey(
    "seed", \.seed, .text("any text that is not blank"), fills: .field(\.seed, default: defaultSeed),
    "The text that all chance comes from; the same seed gives the same run.", isText: true,
    control: KeyControl(
      "seed", .text,
      "All chance of the run comes from this text: the same seed gives the same samples and the same first weights."),
    page: .has(control: nil))

  /// The inputs of the network: features of a point, or the pixels of a picture. Unless said, points are shown as
  /// x₁ and x₂ (on a line as x₁ alone), pictures pixel by pixel.
  package static let features = ExperimentKey(
    "features", \.features, .features, fills: .inputs, "What the network is shown of a sample.", lasting: .form,
    control: KeyControl("features", .picture), page: .has(control: nil))

  /// How inputs are scaled, from the training samples alone; not at all unless said.
  package static let normalize = ExperimentKey(
    "normalize", \.normalize, .name,
    fills: .field(\.normalize) { _, filled in filled.dataset.isInferredTable ? .standard : .none },
    "What is done to the inputs before the network sees them.",
    page: .lacks { _, _ in "The page does not normalise its inputs." })
}

extension Filling where Value == [InputFeature] {
  /// What the network is shown, in its own order, whatever the order in which it was said.
  fileprivate static var inputs: Filling {
    Filling(
      fill: { said, _, resolved in resolved.features = inputs(said, of: resolved.dataset) },
      // A table's columns are taken as they are, and have no names here.
      read: { $0.features.isEmpty ? nil : $0.features })
  }

  private static func inputs(_ said: [InputFeature]?, of dataset: Dataset) -> [InputFeature] {
    switch dataset {
    case .points, .formula:
      guard let said else { return dataset.recipe?.dimensions == 1 ? [.plane(.x1)] : [.plane(.x1), .plane(.x2)] }
      return inOrder(said)
    case .images, .idx: return said ?? [.pixels]
    case .table(let source): return source.holdsPictures ? said ?? [.pixels] : said.map(inOrder) ?? []
    }
  }

  private static func inOrder(_ said: [InputFeature]) -> [InputFeature] {
    let named = Feature.named.map(InputFeature.plane)
    return named.filter(said.contains)
      + said.indices.filter { !named.contains(said[$0]) && !said[..<$0].contains(said[$0]) }.map { said[$0] }
  }
}

extension Dataset {
  /// The data of an experiment that names none.
  static let opening = Dataset.points(.circle)

  /// How many samples there are unless said; 0 where the data bring their own number.
  fileprivate var defaultCount: Int {
    recipe?.count ?? 0
  }

  /// The share that is for training unless said.
  fileprivate var usualRatio: Double {
    switch self {
    case .points, .formula: recipe?.isTruthTable == true ? 1 : 0.5
    case .images: 0.5
    case .table, .idx: isImages ? 0.8 : 0.5
    }
  }

  /// Whether samples are drawn by chance, as many and as noisy as one likes.
  fileprivate var isDrawn: Bool {
    recipe?.isTruthTable == false
  }

  /// Whether it is a table whose columns are not taken as they stand.
  fileprivate var isInferredTable: Bool {
    switch self {
    case .table(let source): source.targetCount == nil && !source.holdsPictures
    case .points, .formula, .images, .idx: false
    }
  }

  /// Whether it is a set of one's own, of which a share is kept for the test.
  fileprivate var isShared: Bool {
    switch self {
    case .table: true
    case .idx(let source): source.test == nil
    case .points, .formula, .images: false
    }
  }
}
