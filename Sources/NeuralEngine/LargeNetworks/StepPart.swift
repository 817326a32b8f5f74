import CKernels

/// The three products of a step, each as long as the others, for whoever measures them one by one.
package enum StepPart: Sendable {
  /// Inputs to outputs.
  case forward
  /// The outputs' errors to those of the first layer's outputs.
  case back
  /// The gradients of all parameters.
  case gradient
}

extension LargeStep {
  /// One part of the first mini-batch's step alone, on what the last whole step has left behind. Gradients are only summed.
  func run(_ part: StepPart, thread: Int) {
    let rows = min(passRows, sweep.range.count)
    if part == .gradient {
      let use = GradientUse(isSummed: true, isFirst: true, total: nil)
      return update(rows: rows, use, sweep.update.rule(atStep: startClock.steps), thread: thread)
    }
    let place = ck_dropout_place(seed: sweep.seed, step: startClock.batches, layer: 0)
    while true {
      let number = Int(ck_pool_claim(pool))
      guard number * pieceRows < rows else { return }
      let piece = PieceRows(
        piece: number, first: number * pieceRows, count: min(pieceRows, rows - number * pieceRows))
      switch part {
      case .forward: goForward(piece, place, 0, layerScratch(thread))
      case .back, .gradient: goBackward(piece, place, 0, layerScratch(thread))
      }
    }
  }
}
