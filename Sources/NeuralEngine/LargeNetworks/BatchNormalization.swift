/// Batch normalisation of one layer's pre-activations (Ioffe and Szegedy 2015): y = γ x̂ + β, x̂ = (z − μ) ∕ √(σ² + ε).
///
/// All vectors are [stride], all matrices [rows × stride]. Statistics are those of the whole mini-batch, so that one
/// thread computes them; the products around stay shared.
struct BatchNormalization {
  /// ε, added to the variance.
  static let epsilon: Float = 1e-5
  /// How much of a new mini-batch enters the running statistics.
  static let momentum: Float = 0.1

  let units: Int
  let stride: Int
  let gamma: UnsafeMutablePointer<Float>
  let beta: UnsafeMutablePointer<Float>
  let runningMean: UnsafeMutablePointer<Float>
  let runningVariance: UnsafeMutablePointer<Float>

  /// What one layer's forward pass leaves for its backward pass, and room for its sums.
  struct Trace {
    /// x̂: [rows × stride].
    let normalized: UnsafeMutablePointer<Float>
    /// 1 ∕ √(σ² + ε): [stride].
    let inverseDeviation: UnsafeMutablePointer<Float>
    /// Σ over the batch of δ x̂, the gradient of γ: [stride].
    let gammaGradient: UnsafeMutablePointer<Float>
    /// Σ over the batch of δ, the gradient of β: [stride].
    let betaGradient: UnsafeMutablePointer<Float>
    /// Two sums for each unit while they are taken: [stride] each.
    let sums: (first: UnsafeMutablePointer<Double>, second: UnsafeMutablePointer<Double>)

    /// Room for batches of `rows`.
    init(rows: Int, stride: Int, in workspace: Workspace) {
      normalized = workspace.matrix(rows: rows, stride: stride)
      inverseDeviation = workspace.matrix(rows: 1, stride: stride)
      gammaGradient = workspace.matrix(rows: 1, stride: stride)
      betaGradient = workspace.matrix(rows: 1, stride: stride)
      sums = (workspace.take(stride, of: 0), workspace.take(stride, of: 0))
    }
  }

  /// z ← y with the running statistics.
  func evaluate(rows: Int, biases: UnsafePointer<Float>, _ z: UnsafeMutablePointer<Float>) {
    for unit in 0..<units {
      let factor = gamma[unit] / (runningVariance[unit] + Self.epsilon).squareRoot()
      let offset = beta[unit] + (biases[unit] - runningMean[unit]) * factor
      for row in 0..<rows { z[row * stride + unit] = z[row * stride + unit] * factor + offset }
    }
  }

  /// z ← y, with the statistics that the mode asks for; keeps what the way back needs.
  func normalize(
    rows: Int, biases: UnsafePointer<Float>, _ z: UnsafeMutablePointer<Float>, _ trace: Trace, _ mode: PassMode
  ) {
    switch mode {
    case .learning, .measuring: train(rows: rows, biases: biases, z, trace, isLearning: mode == .learning)
    case .evaluating:
      for unit in 0..<units {
        trace.inverseDeviation[unit] = 1 / (runningVariance[unit] + Self.epsilon).squareRoot()
      }
      for row in 0..<rows {
        let (z, normalized) = (z + row * stride, trace.normalized + row * stride)
        for unit in 0..<units {
          let value = (z[unit] + biases[unit] - runningMean[unit]) * trace.inverseDeviation[unit]
          normalized[unit] = value
          z[unit] = gamma[unit] * value + beta[unit]
        }
      }
    }
  }

  /// z ← y with the statistics of these rows, which also enter the running ones if `isLearning`.
  ///
  /// Running statistics: μ̂ ← 0.9 μ̂ + 0.1 μ, and σ̂² likewise with the unbiased variance, as PyTorch keeps them. The
  /// bias of a unit moves its mean alone and is gone from x̂.
  private func train(
    rows: Int, biases: UnsafePointer<Float>, _ z: UnsafeMutablePointer<Float>, _ trace: Trace, isLearning: Bool
  ) {
    let (means, squares) = trace.sums
    let count = Double(rows)
    clear(means, squares)
    for row in 0..<rows {
      let z = z + row * stride
      for unit in 0..<units { means[unit] += Double(z[unit]) }
    }
    for unit in 0..<units { means[unit] /= count }
    for row in 0..<rows {
      let (z, distances) = (z + row * stride, trace.normalized + row * stride)
      for unit in 0..<units {
        let distance = Double(z[unit]) - means[unit]
        distances[unit] = Float(distance)
        squares[unit] += distance * distance
      }
    }
    for unit in 0..<units {
      trace.inverseDeviation[unit] = 1 / (Float(squares[unit] / count) + Self.epsilon).squareRoot()
      guard isLearning else { continue }
      let unbiased = Float(squares[unit] / max(count - 1, 1))
      runningMean[unit] += Self.momentum * (Float(means[unit]) + biases[unit] - runningMean[unit])
      runningVariance[unit] += Self.momentum * (unbiased - runningVariance[unit])
    }
    let inverse = trace.inverseDeviation
    for row in 0..<rows {
      let (z, normalized) = (z + row * stride, trace.normalized + row * stride)
      for unit in 0..<units {
        let value = normalized[unit] * inverse[unit]
        normalized[unit] = value
        z[unit] = gamma[unit] * value + beta[unit]
      }
    }
  }

  /// δ ← dL ∕ dz from δ = dL ∕ dy: γ ∕ √(σ² + ε) · (δ − mean δ − x̂ mean(δ x̂)), without the means where the statistics
  /// are the running ones, which no sample moves; leaves the gradients of γ and β.
  func differentiate(rows: Int, _ delta: UnsafeMutablePointer<Float>, _ trace: Trace, _ mode: PassMode) {
    let (sums, dots) = trace.sums
    clear(sums, dots)
    for row in 0..<rows {
      let (delta, normalized) = (delta + row * stride, trace.normalized + row * stride)
      for unit in 0..<units {
        sums[unit] += Double(delta[unit])
        dots[unit] += Double(delta[unit] * normalized[unit])
      }
    }
    let (betaGradient, gammaGradient) = (trace.betaGradient, trace.gammaGradient)
    for unit in 0..<units {
      betaGradient[unit] = Float(sums[unit])
      gammaGradient[unit] = Float(dots[unit])
    }
    let share = mode == .evaluating ? 0 : 1 / Float(rows)
    let inverse = trace.inverseDeviation
    for row in 0..<rows {
      let (delta, normalized) = (delta + row * stride, trace.normalized + row * stride)
      for unit in 0..<units {
        let mean = share * (betaGradient[unit] + normalized[unit] * gammaGradient[unit])
        delta[unit] = gamma[unit] * inverse[unit] * (delta[unit] - mean)
      }
    }
  }

  private func clear(_ first: UnsafeMutablePointer<Double>, _ second: UnsafeMutablePointer<Double>) {
    first.update(repeating: 0, count: units)
    second.update(repeating: 0, count: units)
  }
}
