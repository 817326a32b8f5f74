import Foundation
import NeuralEngine

/// The declared reference version of the engine: the same network in double precision, one sample and one unit at a
/// time, written to be read. No test trusts it blindly: its own gradients are compared with central differences.
struct ReferenceNetwork {
  let architecture: Architecture
  let layout: ParameterLayout
  /// In the layout of ``Network/parameters``.
  var parameters: [Double]
  /// Whether normalised layers go by what they have learnt of all batches instead of the batch at hand.
  var usesRunningStatistics = false

  init(_ network: Network) {
    architecture = network.architecture
    layout = network.layout
    parameters = network.parameters.map(Double.init)
  }

  // MARK: Activations

  static func activate(_ activation: Activation, _ z: Double, slope: Double) -> Double {
    switch activation {
    case .step: z >= 0 ? 1 : 0
    case .linear: z
    case .sigmoid: 1 / (1 + exp(-z))
    case .tanh: tanh(z)
    case .relu: max(0, z)
    case .leakyReLU, .prelu: z > 0 ? z : slope * z
    case .elu: z > 0 ? z : expm1(z)
    case .swish: z / (1 + exp(-z))
    case .softplus: max(z, 0) + log1p(exp(-abs(z)))
    case .gelu: z * 0.5 * erfc(-z / 2.0.squareRoot())
    case .softmax: .nan  // needs its layer
    }
  }

  static func derivative(_ activation: Activation, _ z: Double, slope: Double) -> Double {
    let sigmoid = 1 / (1 + exp(-z))
    switch activation {
    case .step: return 0
    case .linear: return 1
    case .sigmoid: return sigmoid * (1 - sigmoid)
    case .tanh: return 1 - tanh(z) * tanh(z)
    case .relu: return z > 0 ? 1 : 0
    case .leakyReLU, .prelu: return z > 0 ? 1 : slope
    case .elu: return z > 0 ? 1 : exp(z)
    case .swish: return sigmoid + z * sigmoid * (1 - sigmoid)
    case .softplus: return sigmoid
    case .gelu: return 0.5 * erfc(-z / 2.0.squareRoot()) + z * exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    case .softmax: return .nan
    }
  }

  // MARK: Forward

  /// What one layer made of a batch.
  struct LayerState {
    /// Σ w x + b: [sample][unit].
    var sums: [[Double]]
    /// What the activation saw: the sums, or their normalised form.
    var z: [[Double]]
    var outputs: [[Double]]
  }

  /// Every layer's state for a batch of samples, normalised by the batch's own statistics where normalised.
  func forward(_ inputs: [[Double]]) -> [LayerState] {
    var below = inputs
    return layout.layers.indices.map { index in
      let layer = layout.layers[index]
      let sums = below.map { sample in
        (0..<layer.units).map { unit in
          (0..<layer.sources).reduce(parameters[layer.biases + unit]) { sum, source in
            sum + sample[source] * parameters[layer.weights + source * layer.stride + unit]
          }
        }
      }
      let z = architecture.isNormalized(index) ? normalize(sums, layer) : sums
      let outputs = z.map { activate($0, layer: index) }
      below = outputs
      return LayerState(sums: sums, z: z, outputs: outputs)
    }
  }

  private func activate(_ z: [Double], layer: Int) -> [Double] {
    let activation = architecture.activation(layer)
    if activation == .softmax {
      let top = z.max() ?? 0
      let powers = z.map { exp($0 - top) }
      return powers.map { $0 / powers.reduce(0, +) }
    }
    return z.map { Self.activate(activation, $0, slope: slope(layer)) }
  }

  private func slope(_ layer: Int) -> Double {
    layout.layers[layer].slope.map { parameters[$0] } ?? architecture.leakySlope
  }

  /// y = γ (z − μ) ∕ √(σ² + 10⁻⁵) + β over the batch.
  private func normalize(_ sums: [[Double]], _ layer: ParameterLayout.Layer) -> [[Double]] {
    guard let gamma = layer.gamma, let beta = layer.beta else { return sums }
    var result = sums
    for unit in 0..<layer.units {
      let column = sums.map { $0[unit] }
      let (mean, variance) = statistics(column, layer, unit)
      for row in sums.indices {
        let normalized = (column[row] - mean) / (variance + 1e-5).squareRoot()
        result[row][unit] = parameters[gamma + unit] * normalized + parameters[beta + unit]
      }
    }
    return result
  }

  private func statistics(
    _ column: [Double], _ layer: ParameterLayout.Layer, _ unit: Int
  ) -> (mean: Double, variance: Double) {
    guard usesRunningStatistics, let mean = layer.runningMean, let variance = layer.runningVariance else {
      return Self.statistics(column)
    }
    return (parameters[mean + unit], parameters[variance + unit])
  }

  static func statistics(_ values: [Double]) -> (mean: Double, variance: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count))
  }

  // MARK: Loss

  /// The mean loss of a batch.
  func loss(_ loss: Loss, _ inputs: [[Double]], _ targets: [[Double]]) -> Double {
    guard let output = forward(inputs).last else { return .nan }
    let losses = zip(zip(output.outputs, output.z), targets).map { values, t in
      Self.loss(loss, outputs: values.0, z: values.1, targets: t)
    }
    return losses.reduce(0, +) / Double(inputs.count)
  }

  static func loss(_ loss: Loss, outputs a: [Double], z: [Double], targets t: [Double]) -> Double {
    switch loss {
    case .squaredError, .perceptron: zip(a, t).reduce(0) { $0 + 0.5 * ($1.0 - $1.1) * ($1.0 - $1.1) }
    case .sigmoidCrossEntropy: zip(z, t).reduce(0) { $0 + max($1.0, 0) + log1p(exp(-abs($1.0))) - $1.1 * $1.0 }
    case .softmaxCrossEntropy: zip(a, t).reduce(0) { $1.1 == 0 ? $0 : $0 - $1.1 * log($1.0) }
    }
  }
}
