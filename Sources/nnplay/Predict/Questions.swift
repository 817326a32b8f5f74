import Datasets
import NeuralEngine
import Playground

/// Samples from a file in the form that a model takes, one at a time, with what is right where the file says it.
struct Questions {
  /// What is right for a sample.
  enum Truth {
    case unknown
    /// A class by its name.
    case label(String)
    /// Numbers to be predicted.
    case values([Float])
  }

  let count: Int
  /// The network's inputs for a sample.
  let inputs: (Int) -> [Float]
  let truth: (Int) -> Truth
  /// What is to be said of the file.
  private(set) var remark: String?

  /// Rows of a table: first the model's inputs, then nothing, a label, or the targets.
  init(csv path: String, for model: Model) throws {
    guard let columns = model.columns else {
      throw BadInput("The model reads pictures and \(path) holds rows: give pictures with --idx or --strokes.")
    }
    let layout = model.preparation.layout ?? .points(dimensions: columns)
    let table = try AskedTable(path: path, layout: layout, hasClasses: !model.classNames.isEmpty)
    let width = layout.inputNames.count
    count = table.rowCount
    remark = table.account
    inputs = { row in
      model.preparation.inputs(row: (0..<width).map { Double(table.features[row * width + $0]) }) ?? []
    }
    switch table.truth {
    case .labels(let labels): truth = { labels[$0].map(Truth.label) ?? .unknown }
    case .values(let values):
      let width = values.count / table.rowCount
      truth = { .values(Array(values[$0 * width..<($0 + 1) * width])) }
    case .none: truth = { _ in .unknown }
    }
  }

  /// Pictures, a file each, brought to the size of MNIST's digits.
  init(png paths: [String], for model: Model) throws {
    try Self.check(takesDigits: model)
    let pictures = try paths.map { try Drawing.digitImage(png: $0) }
    count = pictures.count
    inputs = { model.preparation.inputs(picture: pictures[$0]) ?? [] }
    truth = { _ in .unknown }
  }

  private static func check(takesDigits model: Model) throws {
    let side = Drawing.DigitFrame.side
    guard model.preparation.takesPictures(width: side, height: side) else {
      throw BadInput(
        "The model does not read pictures of \(side)×\(side), to which drawings are brought: "
          + "give a model trained on mnist.")
    }
  }

  /// Drawings, brought to the size of MNIST's digits.
  init(strokes path: String, for model: Model) throws {
    try Self.check(takesDigits: model)
    let drawings = try StrokesFile.read(path: path)
    count = drawings.count
    inputs = { model.preparation.inputs(picture: drawings[$0].drawing.digitImage()) ?? [] }
    let names = model.labelNames
    truth = { index in
      guard let label = drawings[index].label else { return .unknown }
      return .label(Int(label).flatMap { names.indices.contains($0) ? names[$0] : nil } ?? label)
    }
  }

  /// Pictures in MNIST's format, `#transposed` behind the path where they lie on their side, and their labels if there are
  /// any.
  init(idx path: String, labels labelPath: String?, for model: Model) throws {
    let turned = "#transposed"
    let isTransposed = path.hasSuffix(turned)
    let stored = try IDX(path: isTransposed ? String(path.dropLast(turned.count)) : path, dimensions: 3)
    let pictures = isTransposed ? stored.transposed() : stored
    let (height, width) = (pictures.sizes[1], pictures.sizes[2])
    guard model.preparation.takesPictures(width: width, height: height) else {
      throw BadInput(
        "The pictures of \(path) are \(width)×\(height), which the model does not read: "
          + "give pictures like those it was trained on.")
    }
    let labels = try labelPath.map { try IDX.labels(path: $0) }
    if let labels, labels.sizes[0] != pictures.sizes[0] {
      throw BadInput(
        "\(path) has \(pictures.sizes[0]) pictures and \(labelPath ?? "") \(labels.sizes[0]) labels: "
          + "give the two files that belong together.")
    }
    count = pictures.sizes[0]
    inputs = { index in
      let size = width * height
      return model.preparation.inputs(picture: Array(pictures.bytes[index * size..<(index + 1) * size])) ?? []
    }
    let names = model.labelNames
    truth = { index in
      guard let label = labels.map({ Int($0.bytes[index]) }) else { return .unknown }
      return .label(names.indices.contains(label) ? names[label] : String(label))
    }
  }
}

extension Model {
  /// The columns of a row that the model takes; nil for one that takes pictures.
  fileprivate var columns: Int? {
    switch preparation.source {
    case .features:
      switch resolved.dataset {
      case .points, .formula: resolved.dataset.recipe?.dimensions
      // Without a choice of features each column is one.
      case .table, .images, .idx: experiment.features == nil ? preparation.inputCount : 2
      }
    case .columns(let shape): shape.count
    case .pixels: nil
    }
  }

  /// What the labels of the published pictures stand for, from 0: a model of some classes is asked about all.
  fileprivate var labelNames: [String] {
    switch resolved.dataset {
    case .images(let selection): selection.source.classNames
    case .points, .formula, .table, .idx: []
    }
  }
}

extension Preparation {
  /// Whether the model takes gray pictures of a size.
  fileprivate func takesPictures(width: Int, height: Int) -> Bool {
    switch source {
    case .pixels(let shape, _): shape.width == width && shape.height == height && shape.channels == 1
    case .features, .columns: false
    }
  }
}
