/// Networks of dense layers alone, by the numbers of their units.
extension Architecture {
  /// A fully connected shape with an activation for each hidden layer.
  ///
  /// - Parameter batchNormalization: whether every hidden layer normalises its pre-activations over the mini-batch before
  ///   its activation: ẑ = γ (z − μ) ∕ √(σ² + 10⁻⁵) + β, with mean μ and variance σ² of the batch while training (biased,
  ///   as in Ioffe and Szegedy 2015; of each 8,192 samples where it is larger), and their running means (momentum 0.1,
  ///   variance unbiased: PyTorch's) when evaluating.
  /// - Throws: ``EngineError`` when a layer has no units, the lists do not fit each other, or softmax stands inside.
  public init(
    inputs: Int, hidden: [Int], outputs: Int, hiddenActivations: [Activation], outputActivation: Activation,
    batchNormalization: Bool = false
  ) throws(EngineError) {
    guard hidden.count == hiddenActivations.count else {
      throw .activationCount(hiddenLayers: hidden.count, activations: hiddenActivations.count)
    }
    let layers = zip(hidden, hiddenActivations).map { units, activation in
      Layer.dense(units: units, activation: activation, normalized: batchNormalization)
    }
    try self.init(
      input: Shape(channels: inputs), layers: layers + [.dense(units: outputs, activation: outputActivation)])
  }

  /// A fully connected shape whose hidden layers share one activation.
  ///
  /// - Throws: as the other initialiser.
  public init(
    inputs: Int, hidden: [Int], outputs: Int, activation: Activation, outputActivation: Activation,
    batchNormalization: Bool = false
  ) throws(EngineError) {
    try self.init(
      inputs: inputs, hidden: hidden, outputs: outputs,
      hiddenActivations: Array(repeating: activation, count: hidden.count), outputActivation: outputActivation,
      batchNormalization: batchNormalization)
  }

  /// The number of inputs of one sample.
  public var inputs: Int { input.count }

  /// Units of every layer before the output, first to last. Empty: the inputs reach the output directly.
  public var hidden: [Int] { layers.indices.dropLast().map(units) }

  /// Units of the output layer.
  public var outputs: Int { units(layers.count - 1) }

  /// The activation of every layer before the output.
  public var hiddenActivations: [Activation] { layers.indices.dropLast().map(activation) }

  /// The activation of the output layer.
  public var outputActivation: Activation { activation(layers.count - 1) }

  /// Whether any layer is normalised over the mini-batch.
  public var batchNormalization: Bool { layers.contains { $0.kind.isNormalized } }

  /// The number of layers, the output counted in.
  public var layerCount: Int { layers.count }

  /// Units of a layer.
  public func units(_ layer: Int) -> Int { shape(after: layer).count }

  /// What a layer's units are connected to: the inputs, or the units of the layer before.
  public func sources(_ layer: Int) -> Int { shape(before: layer).count }

  /// The activation of a layer.
  public func activation(_ layer: Int) -> Activation { layers[layer].kind.activation }

  /// Whether a layer is normalised over the batch.
  public func isNormalized(_ layer: Int) -> Bool { layers[layer].kind.isNormalized }

  /// Units of all layers together.
  public var unitCount: Int { layers.indices.reduce(0) { $0 + units($1) } }

  /// How often one sample uses each number of a part: weights of a convolution once at each place of their map.
  package func uses(_ part: Part) -> Int { part.isPenalized ? units(part.layer) / part.width : 1 }

  /// Whether every layer is dense.
  var isDense: Bool {
    layers.allSatisfy { if case .dense = $0 { true } else { false } }
  }
}

extension Architecture: CustomStringConvertible {
  /// Layers from inputs to outputs and the activations, once if they are all the same: `2-4-2-1 tanh`.
  public var description: String {
    let sizes = (["\(inputs)"] + layers.map(\.description)).joined(separator: "-")
    let activations = layers.indices.filter { layers[$0].kind.hasUnits }.map(activation)
    let isUniform = activations.allSatisfy { $0 == outputActivation }
    let names = isUniform ? outputActivation.rawValue : activations.map(\.rawValue).joined(separator: ",")
    return "\(sizes) \(names)" + (batchNormalization ? " batchNorm" : "")
  }
}
