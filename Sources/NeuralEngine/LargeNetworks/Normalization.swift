/// Batch normalisation of one layer's pre-activations (Ioffe and Szegedy 2015): y = γ x̂ + β, x̂ = (z − μ) ∕ √(σ² + ε).
///
/// All vectors are [stride], all matrices [rows × stride]. Statistics are those of the whole mini-batch, so that one thread
/// computes them; the products around stay shared.
struct Normalization {
  /// ε, added to the variance.
  static let epsilon: Float = 1e-5
  /// How much of a new mini-batch enters the running statistics.
  static let momentum: Float = 0.1

  private let units: Int
  private let stride: Int
  private let gamma: UnsafeMutablePointer<Float>
  private let beta: UnsafeMutablePointer<Float>
  private let runningMean: UnsafeMutablePointer<Float>
  private let runningVariance: UnsafeMutablePointer<Float>

  /// Nil where the layer is not normalised.
  init?(_ layer: ParameterLayout.Layer, parameters: UnsafeMutablePointer<Float>) {
    guard let gamma = layer.gamma, let beta = layer.beta, let mean = layer.runningMean,
      let variance = layer.runningVariance
    else { return nil }
    units = layer.units
    stride = layer.stride
    self.gamma = parameters + gamma
    self.beta = parameters + beta
    runningMean = parameters + mean
    runningVariance = parameters + variance
  }

  /// What one layer's forward pass leaves for its backward pass.
  struct Trace {
    /// x̂: [rows × stride].
    let normalized: UnsafeMutablePointer<Float>
    /// 1 ∕ √(σ² + ε): [stride].
    let inverseDeviation: UnsafeMutablePointer<Float>
    /// Σ over the batch of δ x̂, the gradient of γ: [stride].
    let gammaGradient: UnsafeMutablePointer<Float>
    /// Σ over the batch of δ, the gradient of β: [stride].
    let betaGradient: UnsafeMutablePointer<Float>
  }

  /// z ← y with the running statistics.
  func evaluate(rows: Int, biases: UnsafePointer<Float>, _ z: UnsafeMutablePointer<Float>) {
    for unit in 0..<units {
      let factor = gamma[unit] / (runningVariance[unit] + Self.epsilon).squareRoot()
      let offset = beta[unit] + (biases[unit] - runningMean[unit]) * factor
      for row in 0..<rows { z[row * stride + unit] = z[row * stride + unit] * factor + offset }
    }
  }

  /// z ← y with the statistics of these rows, which also enter the running ones if `isLearning`.
  ///
  /// Running statistics: μ̂ ← 0.9 μ̂ + 0.1 μ, and σ̂² likewise with the unbiased variance, as PyTorch keeps them.
  func train(
    rows: Int, biases: UnsafePointer<Float>, _ z: UnsafeMutablePointer<Float>, _ trace: Trace, isLearning: Bool
  ) {
    for unit in 0..<units {
      var sum = 0.0
      for row in 0..<rows { sum += Double(z[row * stride + unit]) }
      let mean = sum / Double(rows)
      var squares = 0.0
      for row in 0..<rows {
        let distance = Double(z[row * stride + unit]) - mean
        squares += distance * distance
      }
      let variance = Float(squares / Double(rows))
      let inverse = 1 / (variance + Self.epsilon).squareRoot()
      trace.inverseDeviation[unit] = inverse
      for row in 0..<rows {
        let place = row * stride + unit
        let normalized = (z[place] - Float(mean)) * inverse
        trace.normalized[place] = normalized
        z[place] = gamma[unit] * normalized + beta[unit]
      }
      guard isLearning else { continue }
      let unbiased = Float(squares / Double(max(rows - 1, 1)))
      runningMean[unit] += Self.momentum * (Float(mean) + biases[unit] - runningMean[unit])
      runningVariance[unit] += Self.momentum * (unbiased - runningVariance[unit])
    }
  }

  /// δ ← dL ∕ dz from δ = dL ∕ dy: γ ∕ √(σ² + ε) · (δ − mean δ − x̂ mean(δ x̂)); leaves the gradients of γ and β.
  func differentiate(rows: Int, _ delta: UnsafeMutablePointer<Float>, _ trace: Trace) {
    for unit in 0..<units {
      var (sum, dot) = (0.0, 0.0)
      for row in 0..<rows {
        let place = row * stride + unit
        sum += Double(delta[place])
        dot += Double(delta[place] * trace.normalized[place])
      }
      trace.gammaGradient[unit] = Float(dot)
      trace.betaGradient[unit] = Float(sum)
      let factor = gamma[unit] * trace.inverseDeviation[unit]
      let (meanDelta, meanDot) = (Float(sum / Double(rows)), Float(dot / Double(rows)))
      for row in 0..<rows {
        let place = row * stride + unit
        delta[place] = factor * (delta[place] - meanDelta - trace.normalized[place] * meanDot)
      }
    }
  }
}
