import Datasets
import NeuralEngine

extension Preparation: Codable {
  private enum Key: String, CodingKey {
    case features, columns, picture, width, height, channels, pixels, scaling, layout, targetScaling
  }

  /// `{"features": […]}`, `{"columns": 4}` (with `picture` where they lie as one) or `{"width": 28, …, "pixels": […]}`, with `scaling` and
  /// `layout` where there are any.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch source {
    case .features(let features): try container.encode(features, forKey: .features)
    case .columns(let shape):
      try container.encode(shape.count, forKey: .columns)
      if shape.rows * shape.columns > 1 { try container.encode(shape, forKey: .picture) }
    case .pixels(let shape, let form):
      try container.encode(shape.width, forKey: .width)
      try container.encode(shape.height, forKey: .height)
      try container.encode(shape.channels, forKey: .channels)
      try container.encode(form.features, forKey: .pixels)
    }
    try container.encodeIfPresent(scaling, forKey: .scaling)
    try container.encodeIfPresent(layout, forKey: .layout)
    try container.encodeIfPresent(targetScaling, forKey: .targetScaling)
  }

  /// Reads what `encode` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    scaling = try container.decodeIfPresent(Scaling.self, forKey: .scaling)
    layout = try container.decodeIfPresent(TableLayout.self, forKey: .layout)
    targetScaling = try container.decodeIfPresent(Scaling.self, forKey: .targetScaling)
    if let features = try container.decodeIfPresent([Feature].self, forKey: .features) {
      source = .features(features)
    } else if let count = try container.decodeIfPresent(Int.self, forKey: .columns) {
      source = .columns(try container.decodeIfPresent(Shape.self, forKey: .picture) ?? Shape(channels: count))
    } else {
      source = .pixels(
        PictureShape(
          width: try container.decode(Int.self, forKey: .width),
          height: try container.decode(Int.self, forKey: .height),
          channels: try container.decode(Int.self, forKey: .channels)),
        try PixelForm(features: container.decode([String].self, forKey: .pixels)))
    }
  }
}

extension Preparation {
  /// The most inputs of a network: a colour picture of 256×256.
  private static let mostInputs = 1 << 18

  /// Refuses what a file may claim and no network can have.
  ///
  /// - Throws: `ExperimentError.doesNotFit`.
  func check() throws(ExperimentError) {
    let sizes: [Int] =
      switch source {
      case .features(let features): [features.count]
      case .columns(let shape): [shape.channels, shape.rows, shape.columns]
      case .pixels(let shape, _): [shape.width, shape.height, shape.channels]
      }
    var count = 1
    for size in sizes {
      guard size > 0, size <= Self.mostInputs / count else {
        throw .doesNotFit("The inputs are said to be \(sizes): at least one and at most \(Self.mostInputs) will do.")
      }
      count *= size
    }
    if let layout {
      let inputs = layout.inputNames.count
      let isFit =
        switch source {
        case .columns(let shape): inputs == shape.count
        case .features: (1...2).contains(inputs)
        case .pixels: false
        }
      guard layout.isSound, isFit else {
        throw .doesNotFit("The table's columns do not make the network's \(inputCount) inputs.")
      }
    }
    if let targetScaling, !targetScaling.isSound(counts: [1]) {
      throw .doesNotFit("The scaling of the numbers to be predicted is not one mean and one deviation above 0.")
    }
    if let scaling {
      guard scaling.isSound(counts: [1, inputCount]) else {
        throw .doesNotFit(
          "The inputs' scaling has \(scaling.means.count) means for \(inputCount) inputs, or no numbers.")
      }
    }
  }
}

extension Scaling {
  /// Whether it holds numbers to shift and divide by, as many as one of the counts.
  fileprivate func isSound(counts: [Int]) -> Bool {
    counts.contains(means.count) && means.count == deviations.count && means.allSatisfy(\.isFinite)
      && deviations.allSatisfy { $0.isFinite && $0 > 0 }
  }
}
