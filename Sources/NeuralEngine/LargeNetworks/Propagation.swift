import CKernels

/// The first half of a step: rows go forward through the network and their errors come back. Threads share the rows.
extension LargeStep {
  /// Takes pieces of rows as long as there are any.
  ///
  /// - Parameters:
  ///   - first: the place in the epoch's order of row 0.
  ///   - rows: how many go through together, at most `passRows`.
  ///   - batchRow: the number of row 0 within its mini-batch, for dropout masks.
  ///   - batch: the number of the mini-batch, likewise.
  func propagate(first: Int, rows: Int, batchRow: Int, batch: UInt64, thread: Int) {
    let scratch = layerScratch(thread)
    while true {
      let number = Int(ck_pool_claim(pool))
      let row = number * pieceRows
      guard row < rows else { return }
      let piece = PieceRows(piece: number, first: row, count: min(pieceRows, rows - row))
      let place = ck_dropout_place(seed: sweep.seed, step: batch, layer: 0)
      sweep.samples.gather(
        first: first + row, rows: piece.count, into: inputs + row * inputStride, stride: inputStride)
      goForward(piece, place, batchRow, scratch)
      findOutputError(piece, first: first)
      goBackward(piece, place, batchRow, scratch)
      if let errors = sweep.inputErrors {
        let (row, trace) = (first + row - sweep.range.lowerBound, traces[0])
        network.layers[0].backPropagate(
          piece, trace.delta + piece.first * trace.stride, into: errors + row * inputStride, scratch: scratch)
      }
    }
  }

  func goForward(
    _ piece: PieceRows, _ place: ck_dropout_place, _ batchRow: Int, _ scratch: UnsafeMutablePointer<Float>
  ) {
    for index in 0..<network.count {
      let (below, belowStride) = below(index)
      let trace = traces[index]
      let start = piece.first * trace.stride
      let inputs = UnsafePointer(below + piece.first * belowStride)
      if index == network.count - 1 {
        network.output.forward(piece, inputs, into: trace.outputs + start, sweep.mode, scratch: scratch)
      } else {
        network.layers[index].forward(piece, inputs, into: trace.outputs + start, sweep.mode, scratch: scratch)
      }
      if trace.drops, sweep.dropout > 0 {
        ck_dropout(
          sweep.dropout, place.in(layer: index), batchRow + piece.first, piece.count, trace.units, trace.stride,
          trace.outputs + start, trace.seen + start)
      }
    }
  }

  private func findOutputError(_ piece: PieceRows, first: Int) {
    let trace = traces[network.count - 1]
    let start = piece.first * trace.stride
    var targets = sweep.samples.targets(first: first + piece.first)
    network.output.differentiate(
      sweep.loss, piece, &targets, trace.outputs + start, trace.delta + start, tallies + piece.piece)
  }

  func goBackward(
    _ piece: PieceRows, _ place: ck_dropout_place, _ batchRow: Int, _ scratch: UnsafeMutablePointer<Float>
  ) {
    var index = network.count - 1
    while index > 0 {
      let above = network.layers[index]
      let errors = traces[index].delta + piece.first * traces[index].stride
      index -= 1
      let trace = traces[index]
      let start = piece.first * trace.stride
      let delta = trace.delta + start
      above.backPropagate(piece, errors, into: delta, scratch: scratch)
      if trace.drops, sweep.dropout > 0 {
        ck_dropout(
          sweep.dropout, place.in(layer: index), batchRow + piece.first, piece.count, trace.units, trace.stride, delta,
          delta)
      }
      network.layers[index].differentiate(piece, trace.outputs + start, delta, sweep.mode)
    }
  }
}

extension ck_dropout_place {
  fileprivate func `in`(layer: Int) -> ck_dropout_place {
    ck_dropout_place(seed: seed, step: step, layer: UInt32(truncatingIfNeeded: layer))
  }
}
