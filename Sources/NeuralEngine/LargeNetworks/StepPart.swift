import CKernels

/// The three products of a step, each as long as the others, for whoever measures them one by one on a network that is not
/// normalised.
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
    let pass = Pass(first: 0, rows: rows, batchRow: 0, batch: startClock.batches)
    while let piece = nextPiece(of: pass) {
      switch part {
      case .forward: goForward(piece, from: 0, through: network.count - 1, pass, thread)
      case .back, .gradient: goBack(piece, from: network.count - 1, to: 0, pass, thread)
      }
    }
  }
}
