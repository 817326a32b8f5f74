import CKernels

/// The first half of a step: rows go forward through the network and their errors come back. Threads share the rows.
extension LargeStep {
  /// Rows that go through together, and where they stand in the run.
  struct Pass {
    /// The place in the epoch's order of row 0.
    let first: Int
    /// How many they are, at most `passRows`.
    let rows: Int
    /// The number of row 0 within its mini-batch, for dropout masks and moved pictures.
    let batchRow: Int
    /// The number of the mini-batch, likewise.
    let batch: UInt64
  }

  /// Takes pieces of rows as long as there are any, from one layer that looks at the whole mini-batch to the next: before
  /// each of them, both ways, all pieces meet. Without any, all of the way is one stage.
  func propagate(_ pass: Pass, thread: Int) {
    let meetings = network.normalizedCount
    for stage in 0...(2 * meetings) {
      if stage > 0 { ck_pool_barrier(pool) }
      while let piece = nextPiece(of: pass) {
        if stage <= meetings { ascend(piece, from: meeting(stage - 1), to: meeting(stage), pass, thread) }
        if stage >= meetings {
          let left = 2 * meetings - stage
          descend(piece, from: meeting(left), to: meeting(left - 1), pass, thread)
        }
      }
    }
  }

  /// The layers at which all pieces meet: before the first there are the inputs, after the last the outputs.
  private func meeting(_ number: Int) -> Int {
    number < 0 ? -1 : number < network.normalizedCount ? network.normalized[number] : network.count - 1
  }

  func nextPiece(of pass: Pass) -> PieceRows? {
    let number = Int(ck_pool_claim(pool))
    return number * pieceRows < pass.rows ? PieceRows(piece: number, size: pieceRows, total: pass.rows) : nil
  }

  /// Goes forward from what lies behind a meeting to the next one.
  private func ascend(_ piece: PieceRows, from below: Int, to top: Int, _ pass: Pass, _ thread: Int) {
    if below < 0 {
      sweep.samples.gather(
        first: pass.first + piece.first, rows: piece.count, into: inputs + piece.first * inputStride,
        stride: inputStride)
      augment(piece, pass, thread)
    } else {
      let trace = traces[below]
      network.layers[below].finishForward(piece, into: trace.outputs + piece.first * trace.stride, sweep.mode)
      dropOut(piece, below, from: trace.outputs, to: trace.seen, pass)
    }
    goForward(piece, from: below + 1, through: top, pass, thread)
  }

  /// Goes forward through some layers, up to the half of the last that each piece does for itself.
  func goForward(_ piece: PieceRows, from first: Int, through last: Int, _ pass: Pass, _ thread: Int) {
    var index = first
    while index <= last {
      let (below, belowStride) = below(index)
      let outputs = traces[index].outputs + piece.first * traces[index].stride
      let inputs = UnsafePointer(below + piece.first * belowStride)
      if index == network.count - 1 {
        network.output.forward(piece, inputs, into: outputs, sweep.mode, scratch: layerScratch(thread))
      } else {
        network.layers[index].forward(piece, inputs, into: outputs, sweep.mode, scratch: layerScratch(thread))
      }
      if index < last { dropOut(piece, index, from: traces[index].outputs, to: traces[index].seen, pass) }
      index += 1
    }
  }

  /// Comes back from the outputs, or from a meeting, to the meeting before it.
  private func descend(_ piece: PieceRows, from top: Int, to bottom: Int, _ pass: Pass, _ thread: Int) {
    let scratch = layerScratch(thread)
    if top == network.count - 1 {
      findOutputError(piece, pass)
    } else {
      network.layers[top].finishDifferentiation(
        piece, traces[top].delta + piece.first * traces[top].stride, sweep.mode)
    }
    goBack(piece, from: top, to: max(bottom, 0), pass, thread)
    guard bottom < 0, let errors = sweep.inputErrors else { return }
    let row = pass.first + piece.first - sweep.range.lowerBound
    network.layers[0].backPropagate(
      piece, traces[0].delta + piece.first * traces[0].stride, into: errors + row * inputStride, scratch: scratch)
  }

  /// Comes back through some layers, to the half of the last that each piece does for itself.
  func goBack(_ piece: PieceRows, from top: Int, to bottom: Int, _ pass: Pass, _ thread: Int) {
    var index = top
    while index > bottom {
      let above = network.layers[index]
      let errors = traces[index].delta + piece.first * traces[index].stride
      index -= 1
      let trace = traces[index]
      let start = piece.first * trace.stride
      above.backPropagate(piece, errors, into: trace.delta + start, scratch: layerScratch(thread))
      dropOut(piece, index, from: trace.delta, to: trace.delta, pass)
      network.layers[index].differentiate(piece, trace.outputs + start, trace.delta + start, sweep.mode)
    }
  }

  private func findOutputError(_ piece: PieceRows, _ pass: Pass) {
    let trace = traces[network.count - 1]
    let start = piece.first * trace.stride
    var targets = sweep.samples.targets(first: pass.first + piece.first)
    network.output.differentiate(
      sweep.loss, piece, &targets, trace.outputs + start, trace.delta + start, tallies + piece.piece)
  }

  /// Leaves out the units whose turn it is, of a layer's outputs or of their errors.
  private func dropOut(
    _ piece: PieceRows, _ index: Int, from rows: UnsafeMutablePointer<Float>, to out: UnsafeMutablePointer<Float>,
    _ pass: Pass
  ) {
    let trace = traces[index]
    guard trace.drops, sweep.dropout > 0 else { return }
    let start = piece.first * trace.stride
    let place = ck_dropout_place(
      seed: sweep.seed, step: pass.batch, layer: UInt32(truncatingIfNeeded: index))
    ck_dropout(
      sweep.dropout, place, pass.batchRow + piece.first, piece.count, trace.units, trace.stride, rows + start,
      out + start)
  }

  /// Moves the pictures of rows that are to be learnt from.
  private func augment(_ piece: PieceRows, _ pass: Pass, _ thread: Int) {
    guard sweep.updates, var how = sweep.augmentation else { return }
    var shape = ck_picture(
      channels: inputShape.channels, rows: inputShape.rows, columns: inputShape.columns,
      outside: sweep.samples.background)
    for row in piece.first..<(piece.first + piece.count) {
      ck_augment(
        &how, &shape, sweep.seed, pass.batch, pass.batchRow + row, inputs + row * inputStride, layerScratch(thread))
    }
  }
}
