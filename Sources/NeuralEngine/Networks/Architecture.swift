/// The shape of a fully connected network: how many units, in which layers, with which activations.
///
/// Layers are counted from 0, the first one that has weights; inputs are no layer. The last layer is the output.
public struct Architecture: Hashable, Codable, Sendable {
  /// The number of inputs of one sample.
  public let inputs: Int
  /// Units of every hidden layer, first to last. Empty: the inputs reach the output directly.
  public let hidden: [Int]
  /// Units of the output layer.
  public let outputs: Int
  /// The activation of every hidden layer, one for each.
  public let hiddenActivations: [Activation]
  /// The activation of the output layer.
  public let outputActivation: Activation
  /// Whether every hidden layer normalises its pre-activations over the mini-batch before its activation.
  ///
  /// ẑ = γ (z − μ) ∕ √(σ² + 10⁻⁵) + β, with mean μ and variance σ² of the batch while training (biased, as in Ioffe and
  /// Szegedy 2015; of each 8,192 samples where it is larger), and their running means (momentum 0.1, variance unbiased:
  /// PyTorch's) when evaluating.
  public let batchNormalization: Bool

  /// A shape with an activation for each hidden layer.
  ///
  /// - Throws: ``EngineError`` when a layer has no units, the lists do not fit each other, or softmax stands inside.
  public init(
    inputs: Int, hidden: [Int], outputs: Int, hiddenActivations: [Activation], outputActivation: Activation,
    batchNormalization: Bool = false
  ) throws(EngineError) {
    for (layer, units) in (hidden + [outputs]).enumerated() where units < 1 {
      throw .emptyLayer(layer: layer, units: units)
    }
    guard inputs > 0 else { throw .noInputs(inputs) }
    guard hidden.count == hiddenActivations.count else {
      throw .activationCount(hiddenLayers: hidden.count, activations: hiddenActivations.count)
    }
    if let layer = hiddenActivations.firstIndex(of: .softmax) { throw .hiddenSoftmax(layer: layer) }
    self.inputs = inputs
    self.hidden = hidden
    self.outputs = outputs
    self.hiddenActivations = hiddenActivations
    self.outputActivation = outputActivation
    self.batchNormalization = batchNormalization
  }

  /// A shape whose hidden layers share one activation.
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

  /// The number of layers that have weights: the hidden ones and the output.
  public var layerCount: Int { hidden.count + 1 }

  /// Units of a layer.
  public func units(_ layer: Int) -> Int { layer < hidden.count ? hidden[layer] : outputs }

  /// What a layer's units are connected to: the inputs, or the units of the layer before.
  public func sources(_ layer: Int) -> Int { layer == 0 ? inputs : hidden[layer - 1] }

  /// The activation of a layer.
  public func activation(_ layer: Int) -> Activation {
    layer < hidden.count ? hiddenActivations[layer] : outputActivation
  }

  /// Whether a layer is normalised over the batch: hidden layers only, and only if the shape says so.
  public func isNormalized(_ layer: Int) -> Bool { batchNormalization && layer < hidden.count }

  /// Units of all layers together.
  public var unitCount: Int { hidden.reduce(outputs, +) }
}

extension Architecture {
  /// Reads a shape that somebody wrote down, and checks it as the other initialisers do.
  ///
  /// - Throws: what the decoder throws, or ``EngineError``.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      inputs: values.decode(Int.self, forKey: .inputs), hidden: values.decode([Int].self, forKey: .hidden),
      outputs: values.decode(Int.self, forKey: .outputs),
      hiddenActivations: values.decode([Activation].self, forKey: .hiddenActivations),
      outputActivation: values.decode(Activation.self, forKey: .outputActivation),
      batchNormalization: values.decode(Bool.self, forKey: .batchNormalization))
  }
}

extension Architecture: CustomStringConvertible {
  /// Sizes from inputs to outputs and the activations, once if they are all the same: `2-4-2-1 tanh`.
  public var description: String {
    let sizes = ([inputs] + hidden + [outputs]).map(String.init).joined(separator: "-")
    let activations = hiddenActivations + [outputActivation]
    let isUniform = activations.allSatisfy { $0 == outputActivation }
    let names = isUniform ? outputActivation.rawValue : activations.map(\.rawValue).joined(separator: ",")
    return "\(sizes) \(names)" + (batchNormalization ? " batchNorm" : "")
  }
}
