import CKernels

/// The second half of a step: gradients from the rows' errors, and what is done with them. Threads share the
/// parameters.
extension LargeStep {
  /// Takes blocks of parameters as long as there are any.
  func update(rows: Int, _ use: GradientUse, _ rule: ck_rule, thread: Int) {
    let scratch = self.scratch + thread * scratchCount
    while true {
      let next = Int(ck_pool_claim(pool))
      guard next < blockCount else { return }
      let block = blocks[next]
      if block.rows > 0 {
        updateWeights(block, rows: rows, use, rule, scratch)
      } else {
        updateTail(block.layer, rows: rows, use, rule, scratch)
      }
    }
  }

  /// dL ∕ dW = xᵀ δ: [block.rows × stride], summed over the rows.
  private func updateWeights(
    _ block: UpdateBlock, rows: Int, _ use: GradientUse, _ rule: ck_rule, _ scratch: UnsafeMutablePointer<Float>
  ) {
    let layer = layers[block.layer]
    let below = block.layer == 0 ? inputs : traces[block.layer - 1].seen
    let weights = layer.weights + block.firstRow * layer.stride
    func product(into c: UnsafeMutablePointer<Float>, factor: Float, keep: Float) {
      multiply(
        Matrix(below + block.firstRow, stride: layer.sourceStride).transposed,
        Matrix(traces[block.layer].delta, stride: layer.stride), into: c, stride: layer.stride, rows: block.rows,
        columns: layer.stride, inner: rows, factor: factor, keep: keep)
    }
    let count = block.rows * layer.stride
    if use.isSummed, let sums = sweep.gradients.map({ $0 + (weights - parameters) }) {
      product(into: sums, factor: 1, keep: use.isFirst ? 0 : 1)
      guard let total = use.total else { return }
      ck_column_sums(1, count, count, sums, 1 / Float(total), 0, scratch)
      apply(scratch, to: weights, count: count, rule, alive: sweep.alive)
    } else if let total = use.total {
      let perSample = 1 / Float(total)
      if sweep.isPlainDescent {
        // w ← (1 − η λ) w − η ∕ n · xᵀ δ, all in the product.
        product(into: weights, factor: -rule.learning_rate * perSample, keep: 1 - rule.learning_rate * rule.l2)
      } else {
        product(into: scratch, factor: perSample, keep: 0)
        apply(scratch, to: weights, count: count, rule, alive: sweep.alive)
      }
    }
  }

  /// Biases, slope, gamma and beta, which are never regularised.
  private func updateTail(
    _ index: Int, rows: Int, _ use: GradientUse, _ rule: ck_rule, _ scratch: UnsafeMutablePointer<Float>
  ) {
    let layer = layers[index]
    let tail = layer.tail
    sumTail(index, rows: rows, factor: use.isSummed ? 1 : 1 / Float(use.total ?? 1), into: scratch)
    if use.isSummed, let sums = sweep.gradients.map({ $0 + (layer.biases - parameters) }) {
      ck_column_sums(1, tail.count, tail.count, scratch, 1, use.isFirst ? 0 : 1, sums)
      guard let total = use.total else { return }
      ck_column_sums(1, tail.count, tail.count, sums, 1 / Float(total), 0, scratch)
    }
    var rule = rule
    (rule.l1, rule.l2) = (0, 0)
    apply(scratch, to: layer.biases, count: tail.count, rule, alive: nil)
  }

  /// The gradients of a layer's tail, summed over the rows and multiplied by a factor.
  private func sumTail(_ index: Int, rows: Int, factor: Float, into sums: UnsafeMutablePointer<Float>) {
    let layer = layers[index]
    let trace = traces[index]
    let tail = layer.tail
    ck_column_sums(rows, layer.stride, layer.stride, trace.delta, factor, 0, sums)
    (sums + layer.stride).update(repeating: 0, count: tail.count - layer.stride)
    if let slope = tail.slope {
      var sum = 0.0
      for piece in 0..<((rows + pieceRows - 1) / pieceRows) { sum += trace.slopeGradients[piece] }
      sums[slope] = Float(sum) * factor
    }
    if let gamma = tail.gamma, let beta = tail.beta, let normalization = trace.normalization {
      for unit in 0..<layer.units {
        sums[gamma + unit] = normalization.gammaGradient[unit] * factor
        sums[beta + unit] = normalization.betaGradient[unit] * factor
      }
    }
  }

  private func apply(
    _ gradient: UnsafePointer<Float>, to weights: UnsafeMutablePointer<Float>, count: Int, _ rule: ck_rule,
    alive: UnsafeMutablePointer<Float>?
  ) {
    let place = weights - parameters
    withUnsafePointer(to: rule) { rule in
      ck_update(
        rule, count, weights, gradient, sweep.m.map { $0 + place }, sweep.v.map { $0 + place },
        alive.map { $0 + place })
    }
  }
}

extension Sweep {
  /// Whether an update is nothing but a multiple of the gradient added: it then happens inside the product.
  var isPlainDescent: Bool { update.optimizer == .sgd && update.l1 == 0 && alive == nil }
}
