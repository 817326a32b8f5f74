import Datasets
import NeuralEngine

/// What turns a raw sample into the network's inputs: the same for training, for maps, and for a model's users.
public struct Preparation: Equatable, Sendable {
  /// The first step: what is taken from the sample.
  public enum Source: Equatable, Sendable {
    /// Functions of a point's coordinates.
    case features([Feature])
    /// A row's numbers as they are, side by side or as a picture.
    case columns(Shape)
    /// A picture's pixels, 0…1.
    case pixels(PictureShape, PixelForm)
  }

  /// The first step.
  public var source: Source
  /// The second step: (x − mean) ∕ deviation for each input; nil for none.
  public var scaling: Scaling?
  /// What brought the numbers to be predicted to mean 0 and deviation 1; nil where they are as they stand.
  public var targetScaling: Scaling?
  /// Which columns of a table the sample is made of; nil for samples that come from none.
  public var layout: TableLayout?

  /// A preparation step by step.
  package init(
    source: Source, scaling: Scaling? = nil, targetScaling: Scaling? = nil, layout: TableLayout? = nil
  ) {
    (self.source, self.scaling, self.targetScaling, self.layout) = (source, scaling, targetScaling, layout)
  }

  /// The number of inputs it makes.
  public var inputCount: Int {
    switch source {
    case .features(let features): features.count
    case .columns(let shape): shape.count
    case .pixels(let shape, let form): shape.shown(as: form).count
    }
  }

  /// How the inputs lie: pictures as they are shown, all others as a row of numbers.
  public var inputShape: Shape {
    switch source {
    case .features: Shape(channels: inputCount)
    case .columns(let shape): shape
    case .pixels(let shape, let form):
      Shape(
        channels: shape.shown(as: form).channels, rows: shape.shown(as: form).height,
        columns: shape.shown(as: form).width)
    }
  }

  /// The inputs for a point of the plane (or of the line, with x2 = 0).
  public func inputs(x1: Double, x2: Double) -> [Float] {
    switch source {
    case .features(let features): scaled(features.map { $0.value(x1, x2) })
    case .columns(let shape): scaled(Array([x1, x2].prefix(shape.count)))
    case .pixels: []
    }
  }

  /// The inputs for a row of a table; nil when it has another number of columns.
  public func inputs(row: [Double]) -> [Float]? {
    switch source {
    case .features: (1...2).contains(row.count) ? inputs(x1: row[0], x2: row.count == 2 ? row[1] : 0) : nil
    case .columns(let shape): row.count == shape.count ? scaled(row) : nil
    case .pixels: nil
    }
  }

  /// The inputs for a picture [channels × height × width] of 0…255; nil when it is of another size.
  public func inputs(picture: [UInt8]) -> [Float]? {
    guard case .pixels(let shape, let form) = source, picture.count == shape.count else { return nil }
    let raw = ImageSet(
      width: shape.width, height: shape.height, channels: shape.channels, pixels: picture, labels: [0],
      classNames: [""])
    return scaled(raw.shown(as: form).pixels.map { Double($0) / 255 })
  }

  /// A number to be predicted as the network is taught it.
  public func target(_ value: Double) -> Double {
    targetScaling.map { Double($0.apply(value, at: 0)) } ?? value
  }

  /// The network's outputs as the numbers that they stand for.
  public func answers(_ outputs: [Float]) -> [Float] {
    targetScaling.map { scaling in outputs.map { Float(scaling.undo(Double($0), at: 0)) } } ?? outputs
  }

  /// Points with the labels that the network is taught.
  public func taught(_ points: PointSet) -> PointSet {
    guard targetScaling != nil else { return points }
    var taught = points
    taught.points = points.points.map { LabelledPoint(x1: $0.x1, x2: $0.x2, label: target($0.label)) }
    return taught
  }

  /// What a squared distance of outputs is in squared units of the numbers predicted.
  public var squaredUnit: Double { targetScaling.map { $0.deviations[0] * $0.deviations[0] } ?? 1 }

  private func scaled(_ values: [Double]) -> [Float] {
    guard let scaling else { return values.map { Float($0) } }
    return values.indices.map { scaling.apply(values[$0], at: $0) }
  }
}

/// Mean and deviation of each input over the training samples.
public struct Scaling: Equatable, Codable, Sendable {
  /// One for each input, or a single one for all (pictures).
  public var means: [Double]
  /// As many; never 0.
  public var deviations: [Double]

  /// An input's value, shifted and scaled.
  func apply(_ value: Double, at index: Int) -> Float {
    let index = min(index, means.count - 1)
    return Float((value - means[index]) / deviations[index])
  }

  /// The value that was shifted and scaled.
  func undo(_ value: Double, at index: Int) -> Double { value * deviations[index] + means[index] }

  /// The scaling that brings each column of `values` [count × columns] to mean 0 and deviation 1.
  ///
  /// A column that never changes is only shifted.
  package init(of values: [Double], columns: Int) {
    self.init(rows: 0..<values.count / max(columns, 1), columns: columns) { values[$0 * columns + $1] }
  }

  /// The same of some rows, each value of which is asked for.
  init(rows: some Collection<Int>, columns: Int, value: (_ row: Int, _ column: Int) -> Double) {
    let count = Double(max(rows.count, 1))
    var sums = [Double](repeating: 0, count: columns)
    for row in rows {
      for column in 0..<columns { sums[column] += value(row, column) }
    }
    let means = sums.map { $0 / count }
    var squares = [Double](repeating: 0, count: columns)
    for row in rows {
      for column in 0..<columns {
        let distance = value(row, column) - means[column]
        squares[column] += distance * distance
      }
    }
    self.means = means
    deviations = squares.map { sum in
      let deviation = (sum / count).squareRoot()
      return deviation > 0 && deviation.isFinite ? deviation : 1
    }
  }
}

/// The size of pictures as they are read.
public struct PictureShape: Hashable, Sendable {
  /// Pixels across.
  public var width: Int
  /// Pixels down.
  public var height: Int
  /// 1 for gray, 3 for red, green and blue.
  public var channels: Int

  /// A size.
  package init(width: Int, height: Int, channels: Int) {
    (self.width, self.height, self.channels) = (width, height, channels)
  }

  /// Numbers a picture.
  public var count: Int { width * height * channels }

  /// The size that a form gives them.
  public func shown(as form: PixelForm) -> PictureShape {
    PictureShape(
      width: form.size?.width ?? width, height: form.size?.height ?? height, channels: form.isGray ? 1 : channels)
  }
}
