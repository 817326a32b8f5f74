import CKernels

/// Batch normalisation of one layer's pre-activations (Ioffe and Szegedy 2015): y = γ x̂ + β, x̂ = (z − μ) ∕ √(σ² + ε).
///
/// All vectors are [stride], all matrices [rows × stride]. Statistics are those of the whole mini-batch, of which every
/// thread has pieces: so each way has two halves with a barrier between. First each piece's sums are taken; then whoever
/// works on a piece puts the sums of all together, always in the order of the pieces.
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
    /// Each piece's means, and its squared distances from them: [pieces × stride].
    let moments: (means: UnsafeMutablePointer<Double>, squares: UnsafeMutablePointer<Double>)
    /// Each piece's Σ δ and Σ δ x̂, which are taken while others still ask for the moments: [pieces × stride].
    let errors: (sums: UnsafeMutablePointer<Double>, dots: UnsafeMutablePointer<Double>)
    /// What each piece computes with, from the sums of all: [pieces × stride].
    let vectors:
      (first: UnsafeMutablePointer<Float>, second: UnsafeMutablePointer<Float>, third: UnsafeMutablePointer<Float>)
    /// 1 ∕ √(σ² + ε), once more for each piece: [pieces × stride].
    let inverseDeviation: UnsafeMutablePointer<Float>
    /// Σ over the batch of δ x̂, the gradient of γ: [stride].
    let gammaGradient: UnsafeMutablePointer<Float>
    /// Σ over the batch of δ, the gradient of β: [stride].
    let betaGradient: UnsafeMutablePointer<Float>

    /// Room for batches of `rows` in so many pieces.
    init(rows: Int, stride: Int, pieces: Int, in workspace: Workspace) {
      func vectors() -> UnsafeMutablePointer<Float> { workspace.matrix(rows: pieces, stride: stride) }
      normalized = workspace.matrix(rows: rows, stride: stride)
      moments = (workspace.take(pieces * stride, of: 0), workspace.take(pieces * stride, of: 0))
      errors = (workspace.take(pieces * stride, of: 0), workspace.take(pieces * stride, of: 0))
      self.vectors = (vectors(), vectors(), vectors())
      inverseDeviation = vectors()
      gammaGradient = workspace.matrix(rows: 1, stride: stride)
      betaGradient = workspace.matrix(rows: 1, stride: stride)
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

  /// Takes a piece's sums on the way forward.
  func measure(_ rows: PieceRows, _ z: UnsafePointer<Float>, _ trace: Trace) {
    let place = rows.piece * stride
    ck_moments(rows.count, stride, z, trace.moments.means + place, trace.moments.squares + place)
  }

  /// z ← y for a piece, with the statistics that the mode asks for; keeps what the way back needs. The first piece sees to
  /// the running statistics.
  ///
  /// Running statistics: μ̂ ← 0.9 μ̂ + 0.1 μ, and σ̂² likewise with the unbiased variance, as PyTorch keeps them. The
  /// bias of a unit moves its mean alone and is gone from x̂.
  func normalize(
    _ rows: PieceRows, biases: UnsafePointer<Float>, _ z: UnsafeMutablePointer<Float>, _ trace: Trace, _ mode: PassMode
  ) {
    let place = rows.piece * stride
    let (means, inverse) = (trace.vectors.first + place, trace.inverseDeviation + place)
    for unit in 0..<units {
      switch mode {
      case .learning, .measuring:
        let (mean, square) = moments(of: unit, rows, trace)
        means[unit] = Float(mean)
        inverse[unit] = 1 / (Float(square / Double(rows.total)) + Self.epsilon).squareRoot()
        guard mode == .learning, rows.piece == 0 else { continue }
        let unbiased = Float(square / Double(max(rows.total - 1, 1)))
        runningMean[unit] += Self.momentum * (Float(mean) + biases[unit] - runningMean[unit])
        runningVariance[unit] += Self.momentum * (unbiased - runningVariance[unit])
      case .evaluating:
        means[unit] = runningMean[unit] - biases[unit]
        inverse[unit] = 1 / (runningVariance[unit] + Self.epsilon).squareRoot()
      }
    }
    ck_normalize(
      rows.count, stride, means, inverse, gamma, beta, z, trace.normalized + rows.first * stride)
  }

  /// Mean and squared distances of a unit over all pieces, put together one after the other (Chan, Golub and LeVeque 1983).
  private func moments(of unit: Int, _ rows: PieceRows, _ trace: Trace) -> (mean: Double, square: Double) {
    var (mean, square, count) = (0.0, 0.0, 0.0)
    for piece in 0..<rows.pieces {
      let own = Double(rows.count(of: piece))
      let apart = trace.moments.means[piece * stride + unit] - mean
      let share = own / (count + own)
      square += trace.moments.squares[piece * stride + unit] + apart * apart * count * share
      mean += apart * share
      count += own
    }
    return (mean, square)
  }

  /// Takes a piece's sums on the way back, of δ = dL ∕ dy.
  func measureBack(_ rows: PieceRows, _ delta: UnsafePointer<Float>, _ trace: Trace) {
    let place = rows.piece * stride
    ck_normalized_sums(
      rows.count, stride, delta, trace.normalized + rows.first * stride, trace.errors.sums + place,
      trace.errors.dots + place)
  }

  /// δ ← dL ∕ dz from δ = dL ∕ dy: γ ∕ √(σ² + ε) · (δ − mean δ − x̂ mean(δ x̂)), without the means where the statistics
  /// are the running ones, which no sample moves. The first piece leaves the gradients of γ and β.
  func differentiate(_ rows: PieceRows, _ delta: UnsafeMutablePointer<Float>, _ trace: Trace, _ mode: PassMode) {
    let place = rows.piece * stride
    let (factor, mean, dot) = (trace.vectors.first + place, trace.vectors.second + place, trace.vectors.third + place)
    let share = mode == .evaluating ? 0 : 1 / Float(rows.total)
    for unit in 0..<units {
      var (sum, product) = (0.0, 0.0)
      for piece in 0..<rows.pieces {
        sum += trace.errors.sums[piece * stride + unit]
        product += trace.errors.dots[piece * stride + unit]
      }
      factor[unit] = gamma[unit] * trace.inverseDeviation[place + unit]
      (mean[unit], dot[unit]) = (share * Float(sum), share * Float(product))
      if rows.piece == 0 { (trace.betaGradient[unit], trace.gammaGradient[unit]) = (Float(sum), Float(product)) }
    }
    ck_normalize_back(rows.count, stride, factor, mean, dot, trace.normalized + rows.first * stride, delta)
  }
}
