/// The shape of a network: what goes in, and the layers through which it goes.
///
/// Layers are counted from 0; inputs are no layer. The last layer, the output, is dense.
public struct Architecture: Hashable, Sendable {
  /// The shape of one sample.
  public let input: Shape
  /// The layers, first to last.
  public let layers: [Layer]
  /// The slope of every ``Activation/leakyReLU`` below 0, from 0 to 1.
  public let leakySlope: Double
  /// The last layer.
  let output: DenseKind
  /// What comes out of each layer.
  private let outputShapes: [Shape]

  /// A shape, layer by layer.
  ///
  /// - Throws: ``EngineError`` when a layer cannot make anything of what comes before it, softmax stands inside, or the
  ///   last layer is no output.
  public init(
    input: Shape, layers: [Layer], leakySlope: Double = Activation.leakySlope
  ) throws(EngineError) {
    guard (0...1).contains(leakySlope) else {
      throw .outOfRange(setting: "leakySlope", value: leakySlope, range: "from 0 to 1")
    }
    let sides = [input.channels, input.rows, input.columns]
    guard let least = sides.min(), let most = sides.max(), least > 0, most <= Self.largestSide else {
      throw .noInputs(min(0, sides.min() ?? 0))
    }
    var shapes: [Shape] = []
    for (index, layer) in layers.enumerated() {
      let shape = try layer.kind.output(of: shapes.last ?? input, layer: index)
      guard shape.channels <= Self.largestSide, shape.count <= Self.mostUnits else {
        throw .tooManyUnits(layer: index, most: shape.channels > Self.largestSide ? Self.largestSide : Self.mostUnits)
      }
      shapes.append(shape)
    }
    if let layer = layers.dropLast().firstIndex(where: { $0.kind.activation == .softmax }) {
      throw .hiddenSoftmax(layer: layer)
    }
    guard case .dense(let units, let activation, normalized: false)? = layers.last else {
      throw .noOutput(layers: layers.count)
    }
    output = DenseKind(units: units, activation: activation, isNormalized: false)
    self.input = input
    self.layers = layers
    self.leakySlope = leakySlope
    outputShapes = shapes
  }

  /// No sample is larger in any direction; three such sides can be multiplied.
  private static let largestSide = 1 << 20
  /// No layer has more units; so the weights between two can be counted.
  private static let mostUnits = 1 << 31

  /// The shape that a layer gets.
  public func shape(before layer: Int) -> Shape { layer == 0 ? input : outputShapes[layer - 1] }

  /// The shape that a layer gives.
  public func shape(after layer: Int) -> Shape { outputShapes[layer] }
}

extension Architecture: Codable {
  private enum Key: String, CodingKey { case input, layers, leakySlope }

  /// Reads a shape that somebody wrote down, and checks it as the other initialisers do.
  ///
  /// - Throws: what the decoder throws, or ``EngineError``.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    try self.init(
      input: values.decode(Shape.self, forKey: .input), layers: values.decode([Layer].self, forKey: .layers),
      leakySlope: values.decodeIfPresent(Double.self, forKey: .leakySlope) ?? Activation.leakySlope)
  }

  /// Writes the shape down.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(input, forKey: .input)
    try values.encode(layers, forKey: .layers)
    if leakySlope != Activation.leakySlope { try values.encode(leakySlope, forKey: .leakySlope) }
  }
}
