import CKernels

/// The second half of a step: gradients from the rows' errors, and what is done with them. Threads share the
/// parameters.
extension LargeStep {
  /// Takes blocks of parameters as long as there are any.
  func update(rows: Int, _ use: GradientUse, _ rule: ck_rule, thread: Int) {
    while true {
      let next = Int(ck_pool_claim(pool))
      guard next < blockCount else { return }
      let block = blocks[next]
      if let weightRows = block.weightRows {
        updateWeights(block, weightRows, rows: rows, use, rule, thread)
      } else {
        updateTail(block, rows: rows, use, rule, thread)
      }
    }
  }

  private func updateWeights(
    _ block: UpdateBlock, _ weightRows: Range<Int>, rows: Int, _ use: GradientUse, _ rule: ck_rule, _ thread: Int
  ) {
    let layer = network.layers[block.layer]
    let (inputs, delta) = (below(block.layer).rows, traces[block.layer].delta)
    let weights = parameters + block.start
    func gradient(into c: UnsafeMutablePointer<Float>, factor: Float, keep: Float) {
      layer.weightGradient(
        weightRows, rows: rows, inputs, delta, into: c, factor: factor, keep: keep, scratch: layerScratch(thread))
    }
    let scratch = blockScratch(thread)
    if use.isSummed, let sums = sweep.gradients.map({ $0 + block.start }) {
      gradient(into: sums, factor: 1, keep: use.isFirst ? 0 : 1)
      guard let total = use.total else { return }
      ck_column_sums(1, block.count, block.count, sums, 1 / Float(total), 0, scratch)
      apply(scratch, to: block, rule, alive: sweep.alive)
    } else if let total = use.total {
      let perSample = 1 / Float(total)
      if sweep.isPlainDescent {
        // w ← (1 − η (λ + decay)) w − η ∕ n · gradient, all in the product.
        let pull = rule.l2 + rule.weight_decay
        gradient(into: weights, factor: -rule.learning_rate * perSample, keep: 1 - rule.learning_rate * pull)
        follow(block)
      } else {
        gradient(into: scratch, factor: perSample, keep: 0)
        apply(scratch, to: block, rule, alive: sweep.alive)
      }
    }
  }

  /// Biases and their like, which are never regularised.
  private func updateTail(_ block: UpdateBlock, rows: Int, _ use: GradientUse, _ rule: ck_rule, _ thread: Int) {
    let scratch = blockScratch(thread)
    network.layers[block.layer].tailGradient(
      rows: rows, pieces: (rows + pieceRows - 1) / pieceRows, below(block.layer).rows, traces[block.layer].delta,
      into: scratch, factor: use.isSummed ? 1 : 1 / Float(use.total ?? 1))
    if use.isSummed, let sums = sweep.gradients.map({ $0 + block.start }) {
      ck_column_sums(1, block.count, block.count, scratch, 1, use.isFirst ? 0 : 1, sums)
      guard let total = use.total else { return }
      ck_column_sums(1, block.count, block.count, sums, 1 / Float(total), 0, scratch)
    }
    var rule = rule
    (rule.l1, rule.l2, rule.weight_decay) = (0, 0, 0)
    apply(scratch, to: block, rule, alive: nil)
  }

  private func apply(
    _ gradient: UnsafePointer<Float>, to block: UpdateBlock, _ rule: ck_rule, alive: UnsafeMutablePointer<Float>?
  ) {
    withUnsafePointer(to: rule) { rule in
      ck_update(
        rule, block.count, parameters + block.start, gradient, sweep.m.map { $0 + block.start },
        sweep.v.map { $0 + block.start }, alive.map { $0 + block.start })
    }
    follow(block)
  }

  /// Lets the running mean of a block's parameters follow them.
  private func follow(_ block: UpdateBlock) {
    guard let average = sweep.average else { return }
    ck_average(
      block.count + block.keptCount, sweep.update.averaging, parameters + block.start, average + block.start)
  }
}

extension Sweep {
  /// Whether an update is nothing but a multiple of the gradient added: it then happens inside the product.
  var isPlainDescent: Bool { update.optimizer == .sgd && update.l1 == 0 && alive == nil }
}
