import CKernels

/// Judges a network on many samples, threads sharing them in pieces of fixed size.
///
/// It keeps no state between calls: what it needs it takes for the length of one.
struct Evaluator {
  /// Rows that go through together: enough for matrix products at full speed.
  static let pieceRows = 128

  private let pool: ThreadPool
  private let workspace = Workspace()
  private let network: BoundNetwork
  private let inputStride: Int
  private let widest: Int
  private let loss: Loss
  private let outputNeedsZ: Bool

  init(
    _ architecture: Architecture, _ layout: ParameterLayout, parameters: UnsafeMutablePointer<Float>, loss: Loss,
    pool: ThreadPool
  ) {
    self.pool = pool
    self.loss = loss
    network = BoundNetwork(architecture, layout, at: parameters, in: workspace)
    inputStride = ParameterLayout.padded(architecture.inputs)
    widest = architecture.layers.indices.map { ParameterLayout.padded(architecture.units($0)) }.max() ?? 0
    switch loss {
    case .sigmoidCrossEntropy, .softmaxCrossEntropy: outputNeedsZ = true
    case .squaredError, .perceptron: outputNeedsZ = false
    }
  }

  /// The mean loss and how many answers are right, over the samples at these places.
  func evaluate(
    _ samples: SamplePointers, task: Samples.Task, outputs: Int, range: Range<Int>, keepsAnswers: Bool
  ) -> Evaluation {
    let pieces = (range.count + Self.pieceRows - 1) / Self.pieceRows
    let sums = workspace.take(pieces, of: EvaluationSums())
    let chosen = workspace.take(range.count, of: Int32(0))
    let said = workspace.take(range.count * outputs, of: Float(0))
    let threadRoom =
      Self.pieceRows * (inputStride + 3 * widest) + network.scratch(rows: Self.pieceRows, isTraining: false)
    var job = EvaluationJob(
      pool: pool.handle, network: network, loss: loss.kernel, needsZ: outputNeedsZ, samples: samples,
      start: range.lowerBound, end: range.upperBound,
      buffers: workspace.matrix(rows: pool.threads, stride: threadRoom), threadRoom: threadRoom,
      inputStride: inputStride, widest: widest, sums: sums, chosen: chosen, said: said)
    withUnsafeMutablePointer(to: &job) { job in
      pool.run(job) { context, thread in
        context?.assumingMemoryBound(to: EvaluationJob.self).pointee.run(thread: Int(thread))
      }
    }
    var total = EvaluationSums()
    for piece in 0..<pieces {
      total.tally.loss += sums[piece].tally.loss
      total.squares += sums[piece].squares
    }
    let loss = total.tally.loss / Double(range.count)
    switch task {
    case .classification:
      let confusion = confusion(samples, chosen, outputs: outputs, range: range)
      let correct = confusion.indices.reduce(0) { $0 + confusion[$1][$1] }
      return Evaluation(
        count: range.count, loss: loss, accuracy: range.isEmpty ? nil : Double(correct) / Double(range.count),
        confusion: confusion,
        answers: keepsAnswers ? Array(UnsafeBufferPointer(start: chosen, count: range.count)) : nil,
        outputs: keepsAnswers ? Array(UnsafeBufferPointer(start: said, count: range.count * outputs)) : nil)
    case .regression:
      let variation = Self.variation(samples, outputs: outputs, range: range)
      return Evaluation(
        count: range.count, loss: loss, rSquared: variation > 0 ? 1 - total.squares / variation : nil)
    }
  }

  private func confusion(
    _ samples: SamplePointers, _ chosen: UnsafePointer<Int32>, outputs: Int, range: Range<Int>
  ) -> [[Int]] {
    let classes = max(2, outputs)
    var counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
    for place in range {
      counts[samples.label(of: place, outputs: outputs)][Int(chosen[place - range.lowerBound])] += 1
    }
    return counts
  }

  /// Σ (t − t̄)² over all outputs.
  static func variation(_ samples: SamplePointers, outputs: Int, range: Range<Int>) -> Double {
    var total = 0.0
    for output in 0..<outputs {
      let targets = range.map { samples.target(of: $0, output: output, outputs: outputs) }
      let mean = targets.reduce(0, +) / Double(max(1, targets.count))
      total += targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    return total
  }
}

/// What is summed over a piece of samples.
private struct EvaluationSums {
  var tally = ck_tally()
  /// Σ (a − t)².
  var squares = 0.0
}

/// An evaluation as every thread of the pool sees it: values and addresses only.
private struct EvaluationJob {
  let pool: OpaquePointer
  let network: BoundNetwork
  let loss: ck_loss
  let needsZ: Bool
  let samples: SamplePointers
  let start: Int
  let end: Int
  /// For each thread: inputs [pieceRows × inputStride], then activations twice and z [pieceRows × widest], then the
  /// layers' own room.
  let buffers: UnsafeMutablePointer<Float>
  let threadRoom: Int
  let inputStride: Int
  let widest: Int
  let sums: UnsafeMutablePointer<EvaluationSums>
  let chosen: UnsafeMutablePointer<Int32>
  /// The outputs: [samples × units].
  let said: UnsafeMutablePointer<Float>

  func run(thread: Int) {
    let most = Evaluator.pieceRows
    let inputs = buffers + thread * threadRoom
    let first = inputs + most * inputStride
    let second = first + most * widest
    let z = second + most * widest
    let scratch = z + most * widest
    while true {
      let piece = Int(ck_pool_claim(pool))
      let place = start + piece * most
      guard place < end else { return }
      let rows = min(most, end - place)
      samples.gather(first: place, rows: rows, into: inputs, stride: inputStride)
      var below = UnsafePointer(inputs)
      for index in 0..<network.count {
        let above = index % 2 == 0 ? first : second
        network.layers[index].evaluate(
          rows: rows, below, into: above, z: needsZ && index == network.count - 1 ? z : nil, scratch: scratch)
        below = UnsafePointer(above)
      }
      judge(piece: piece, place: place, rows: rows, below, z)
    }
  }

  private func judge(
    piece: Int, place: Int, rows: Int, _ outputs: UnsafePointer<Float>, _ z: UnsafePointer<Float>
  ) {
    let layer = network.output.layer.pointee
    var targets = samples.targets(first: place)
    _ = ck_output_delta(
      loss, layer.activation, layer.slope, rows, layer.units, layer.stride, &targets, outputs, needsZ ? z : nil, 1, nil,
      &sums[piece].tally)
    var squares = 0.0
    for row in 0..<rows {
      let values = outputs + row * layer.stride
      chosen[place - start + row] = Int32(samples.chosenClass(values, outputs: layer.units))
      for unit in 0..<layer.units {
        said[(place - start + row) * Int(layer.units) + Int(unit)] = values[unit]
        let distance = Double(values[unit]) - samples.target(of: place + row, output: unit, outputs: layer.units)
        squares += distance * distance
      }
    }
    sums[piece].squares = squares
  }
}
