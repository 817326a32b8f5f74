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
    let scratch = self.scratch + thread * scratchCount
    while true {
      let piece = Int(ck_pool_claim(pool))
      let row = piece * pieceRows
      guard row < rows else { return }
      let count = min(pieceRows, rows - row)
      let place = ck_dropout_place(seed: sweep.seed, step: batch, layer: 0)
      sweep.samples.gather(first: first + row, rows: count, into: inputs + row * inputStride, stride: inputStride)
      goForward(row: row, count, place, batchRow)
      findOutputError(piece: piece, row: row, count, first: first)
      goBackward(piece: piece, row: row, count, place, batchRow, scratch)
    }
  }

  private func goForward(row: Int, _ count: Int, _ place: ck_dropout_place, _ batchRow: Int) {
    var below = UnsafePointer(inputs + row * inputStride)
    for index in 0..<layerCount {
      let layer = layers[index]
      let trace = traces[index]
      let start = row * layer.stride
      let outputs = trace.outputs + start
      let z = trace.z.map { $0 + start }
      layer.combine(rows: count, below, into: outputs)
      if let normalization = layer.normalization, let normalizationTrace = trace.normalization {
        normalization.train(
          rows: count, biases: layer.biases, outputs, normalizationTrace, isLearning: sweep.updates)
        ck_activate(layer.activation, layer.slope, count, layer.units, layer.stride, nil, outputs, z)
      } else {
        ck_activate(layer.activation, layer.slope, count, layer.units, layer.stride, layer.biases, outputs, z)
      }
      if index < layerCount - 1, sweep.dropout > 0 {
        ck_dropout(
          sweep.dropout, place.in(layer: index), batchRow + row, count, layer.units, layer.stride, outputs,
          trace.seen + start)
      }
      below = UnsafePointer(trace.seen + start)
    }
  }

  private func findOutputError(piece: Int, row: Int, _ count: Int, first: Int) {
    let layer = layers[layerCount - 1]
    let trace = traces[layerCount - 1]
    let start = row * layer.stride
    var targets = sweep.samples.targets(first: first + row)
    trace.slopeGradients[piece] = ck_output_delta(
      sweep.loss, layer.activation, layer.slope, count, layer.units, layer.stride, &targets, trace.outputs + start,
      trace.z.map { UnsafePointer($0 + start) }, 1, trace.delta + start, tallies + piece)
  }

  private func goBackward(
    piece: Int, row: Int, _ count: Int, _ place: ck_dropout_place, _ batchRow: Int,
    _ scratch: UnsafeMutablePointer<Float>
  ) {
    var index = layerCount - 1
    while index > 0 {
      let above = layers[index]
      let errors = traces[index].delta + row * above.stride
      index -= 1
      let layer = layers[index]
      let trace = traces[index]
      let start = row * layer.stride
      let delta = trace.delta + start
      above.backPropagate(rows: count, errors, into: delta, scratch)
      if sweep.dropout > 0 {
        ck_dropout(
          sweep.dropout, place.in(layer: index), batchRow + row, count, layer.units, layer.stride, delta, delta)
      }
      trace.slopeGradients[piece] = ck_differentiate(
        layer.activation, layer.slope, count, layer.units, layer.stride, trace.outputs + start,
        trace.z.map { UnsafePointer($0 + start) }, delta)
      if let normalization = layer.normalization, let normalizationTrace = trace.normalization {
        normalization.differentiate(rows: count, delta, normalizationTrace)
      }
    }
  }
}

extension ck_dropout_place {
  fileprivate func `in`(layer: Int) -> ck_dropout_place {
    ck_dropout_place(seed: seed, step: step, layer: UInt32(truncatingIfNeeded: layer))
  }
}
