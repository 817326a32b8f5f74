import Datasets

extension Preparation: Codable {
  private enum Key: String, CodingKey {
    case features, columns, width, height, channels, pixels, scaling, layout
  }

  /// `{"features": […]}`, `{"columns": 4}` or `{"width": 28, …, "pixels": […]}`, with `scaling` and
  /// `layout` where there are any.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch source {
    case .features(let features): try container.encode(features, forKey: .features)
    case .columns(let count): try container.encode(count, forKey: .columns)
    case .pixels(let shape, let form):
      try container.encode(shape.width, forKey: .width)
      try container.encode(shape.height, forKey: .height)
      try container.encode(shape.channels, forKey: .channels)
      try container.encode(form.features, forKey: .pixels)
    }
    try container.encodeIfPresent(scaling, forKey: .scaling)
    try container.encodeIfPresent(layout, forKey: .layout)
  }

  /// Reads what `encode` wrote.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    scaling = try container.decodeIfPresent(Scaling.self, forKey: .scaling)
    layout = try container.decodeIfPresent(TableLayout.self, forKey: .layout)
    if let features = try container.decodeIfPresent([Feature].self, forKey: .features) {
      source = .features(features)
    } else if let count = try container.decodeIfPresent(Int.self, forKey: .columns) {
      source = .columns(count)
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
      case .columns(let count): [count]
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
        case .columns(let count): inputs == count
        case .features: (1...2).contains(inputs)
        case .pixels: false
        }
      guard layout.isSound, isFit else {
        throw .doesNotFit("The table's columns do not make the network's \(inputCount) inputs.")
      }
    }
    if let scaling {
      let isSound =
        [1, inputCount].contains(scaling.means.count) && scaling.means.count == scaling.deviations.count
        && scaling.means.allSatisfy(\.isFinite) && scaling.deviations.allSatisfy { $0.isFinite && $0 > 0 }
      guard isSound else {
        throw .doesNotFit(
          "The inputs' scaling has \(scaling.means.count) means for \(inputCount) inputs, or no numbers.")
      }
    }
  }
}
