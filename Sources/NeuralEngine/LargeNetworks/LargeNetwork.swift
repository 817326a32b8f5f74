import CKernels

/// The training step of networks of any size through matrix products: memory for one pass and the order of the work.
///
/// Two halves with a barrier after each. First every thread takes pieces of the mini-batch's rows: gathers their
/// inputs, goes forward, finds the outputs' errors, goes backward (not to the inputs, which nobody asks for); at a layer
/// that looks at the whole mini-batch all pieces meet. Then
/// every thread takes blocks of parameters: the gradient, a product over all rows, and the update; plain gradient
/// descent is part of the product. Pieces and blocks are the same whatever the number of threads.
final class LargeNetwork: TrainingPath {
  /// Rows beyond this go through in several passes, which bounds the memory of huge mini-batches.
  private static let mostPassRows = 1024
  /// A normalised network's rows go through together, up to here: then each pass has statistics of its own.
  private static let mostNormalizedRows = 8192
  /// A block's gradient should stay in a core's own cache until the optimiser has seen it.
  private static let mostBlockLength = 32 * 1024
  /// Where a weight is used at many places, its gradient is the longer work, and so many uses a sample make a block.
  private static let mostBlockUses = 128 * 1024
  /// A step with fewer operations to share, some fifty millionths of a second, is one thread's: several lose more by
  /// waiting for each other, twice a step, than they save, most of all where other programs want the processors too.
  private static let leastSharedWork = 4_000_000
  /// Products of fewer rows lose speed.
  private static let fewestBlockRows = 64

  private let workspace = Workspace()
  private let pool: ThreadPool
  private let network: BoundNetwork
  private let traces: UnsafeMutablePointer<LayerTrace>
  private let inputs: UnsafeMutablePointer<Float>
  private let tallies: UnsafeMutablePointer<ck_tally>
  private let blocks: UnsafeMutablePointer<UpdateBlock>
  private let blockTotal: Int
  private let scratch: UnsafeMutablePointer<Float>
  private let blockLength: Int
  private let layerScratch: Int
  private let parameters: UnsafeMutablePointer<Float>
  private let inputStride: Int
  private let inputShape: Shape
  private let pieceRows: Int
  /// Rows that go through together.
  let passRows: Int
  let way = TrainingWay.products

  /// - Parameters:
  ///   - parameters: in the layout of the architecture; they must outlive this.
  ///   - batchSize: the largest mini-batch. A normalised network takes it in one pass, as its statistics are those of the
  ///     whole mini-batch.
  ///   - drops: whether hidden units are left out at random, which needs memory of its own.
  init(
    _ architecture: Architecture, _ layout: ParameterLayout, parameters: UnsafeMutablePointer<Float>, batchSize: Int,
    drops: Bool, pool: ThreadPool
  ) {
    self.pool = pool
    self.parameters = parameters
    passRows = Self.passRows(architecture, batchSize: batchSize)
    pieceRows = Self.pieceRows(passRows: passRows)
    inputShape = architecture.input
    inputStride = ParameterLayout.padded(architecture.inputs)
    inputs = workspace.matrix(rows: passRows, stride: inputStride)
    let pieces = (passRows + pieceRows - 1) / pieceRows
    tallies = workspace.take(pieces, of: ck_tally())
    network = BoundNetwork(architecture, layout, at: parameters, training: (passRows, pieces), in: workspace)
    traces = Self.traces(architecture, rows: passRows, drops: drops, in: workspace)

    let blockList = Self.blocks(architecture, layout, passRows: passRows)
    blocks = workspace.take(
      blockList.count, of: UpdateBlock(layer: 0, weightRows: nil, start: 0, count: 0, keptCount: 0))
    for (index, block) in blockList.enumerated() { blocks[index] = block }
    blockTotal = blockList.count
    blockLength = blockList.map(\.count).max() ?? 0
    // Moving a picture takes room for it.
    layerScratch = max(inputStride, network.scratch(rows: pieceRows, isTraining: true))
    scratch = workspace.matrix(rows: pool.threads, stride: blockLength + layerScratch)
  }

  /// How many rows go through together.
  static func passRows(_ architecture: Architecture, batchSize: Int) -> Int {
    min(batchSize, architecture.batchNormalization ? mostNormalizedRows : mostPassRows)
  }

  /// Whether a step has enough that several threads can do at once: the gradients, and all of it where there are several
  /// pieces of rows. It counts six operations a weight, place and sample, two of them for the gradient.
  static func isWorthSharing(_ architecture: Architecture, batchSize: Int) -> Bool {
    let rows = min(batchSize, mostPassRows)
    let hasPieces = rows > pieceRows(passRows: rows)
    let uses = ParameterLayout(architecture).parts.filter(\.isTrained).reduce(0) {
      $0 + $1.count * architecture.uses($1)
    }
    return (hasPieces ? 6 : 2) * rows * uses >= leastSharedWork
  }

  /// Trains on a stretch of samples, or only sums their gradients.
  ///
  /// Shapes: the samples' inputs and outputs must be the architecture's. `clock` is advanced.
  func run(_ sweep: Sweep, clock: inout TrainingClock) -> Progress {
    for piece in 0..<((passRows + pieceRows - 1) / pieceRows) { tallies[piece] = ck_tally() }
    let stepsBefore = clock.steps
    let startClock = clock
    withUnsafeMutablePointer(to: &clock) { endClock in
      var step = step(sweep, from: startClock, to: endClock)
      withUnsafeMutablePointer(to: &step) { step in
        pool.run(step) { context, thread in
          context?.assumingMemoryBound(to: LargeStep.self).pointee.run(thread: Int(thread))
        }
      }
    }
    var progress = Progress(count: sweep.range.count, steps: clock.steps - stepsBefore)
    for piece in 0..<((passRows + pieceRows - 1) / pieceRows) {
      progress.loss += tallies[piece].loss
      progress.correct += Int(tallies[piece].correct)
    }
    return progress
  }

  /// One part of a step alone, to be measured.
  func run(_ part: StepPart, _ sweep: Sweep, clock: TrainingClock) {
    var end = clock
    withUnsafeMutablePointer(to: &end) { end in
      var job = (step: step(sweep, from: clock, to: end), part: part)
      withUnsafeMutablePointer(to: &job) { job in
        pool.run(job) { context, thread in
          guard let job = context?.assumingMemoryBound(to: (step: LargeStep, part: StepPart).self).pointee else {
            return
          }
          job.step.run(job.part, thread: Int(thread))
        }
      }
    }
  }

  private func step(
    _ sweep: Sweep, from start: TrainingClock, to end: UnsafeMutablePointer<TrainingClock>
  ) -> LargeStep {
    LargeStep(
      pool: pool.handle, network: network, traces: traces, inputs: inputs, inputStride: inputStride,
      inputShape: inputShape,
      passRows: passRows, pieceRows: pieceRows, tallies: tallies, blocks: blocks, blockCount: blockTotal,
      scratch: scratch, blockLength: blockLength, layerScratch: layerScratch, parameters: parameters, sweep: sweep,
      startClock: start, endClock: end)
  }

  /// Memory for what every layer leaves behind.
  private static func traces(
    _ architecture: Architecture, rows: Int, drops: Bool, in workspace: Workspace
  ) -> UnsafeMutablePointer<LayerTrace> {
    let traces = architecture.layers.enumerated().map { index, layer in
      let units = architecture.units(index)
      let stride = ParameterLayout.padded(units)
      let isDropped = drops && index < architecture.layers.count - 1 && layer.kind.hasUnits
      func matrix() -> UnsafeMutablePointer<Float> { workspace.matrix(rows: rows, stride: stride) }
      let outputs = matrix()
      return LayerTrace(
        units: units, stride: stride, outputs: outputs, seen: isDropped ? matrix() : outputs, drops: isDropped,
        delta: matrix())
    }
    let place = workspace.take(traces.count, of: traces[0])
    for (index, trace) in traces.enumerated() { place[index] = trace }
    return place
  }

  /// How many rows a thread takes at a time: a quarter of a usual mini-batch, so that four threads have work.
  private static func pieceRows(passRows: Int) -> Int {
    min(max(ParameterLayout.padded((passRows + 3) / 4), 16), 256)
  }

  /// The parameters of all layers in blocks, large ones first: a thread that comes late finds small ones left.
  private static func blocks(_ architecture: Architecture, _ layout: ParameterLayout, passRows: Int) -> [UpdateBlock] {
    var blocks: [(block: UpdateBlock, work: Int)] = []
    for layer in architecture.layers.indices {
      let parts = layout.parts(of: layer).filter(\.isTrained)
      for part in parts where part.isPenalized {
        let uses = architecture.uses(part)
        let fewest = max(1, fewestBlockRows / uses)
        let most = max(fewest, (uses == 1 ? mostBlockLength : mostBlockUses / uses) / part.stride)
        // A kernel's line stays whole: its weights look at the same numbers.
        let line = part.shape.dropFirst(2).last ?? 1
        let lines = part.rows / line
        let pieces = (lines + max(1, most / line) - 1) / max(1, most / line)
        for piece in 0..<pieces {
          let rows = (line * (lines * piece / pieces))..<(line * (lines * (piece + 1) / pieces))
          let block = UpdateBlock(
            layer: layer, weightRows: rows, start: part.start + rows.lowerBound * part.stride,
            count: rows.count * part.stride, keptCount: 0)
          blocks.append((block, block.count * passRows * uses))
        }
      }
      let tail = parts.filter { !$0.isPenalized }
      guard let first = tail.first, let last = tail.last else { continue }
      // Sums over rows instead of products: each number is read once, which takes as long as some tens of products.
      blocks.append(
        (
          UpdateBlock(
            layer: layer, weightRows: nil, start: first.start, count: last.range.upperBound - first.start,
            keptCount: layout.layers[layer].end - last.range.upperBound),
          passRows * ParameterLayout.padded(architecture.units(layer)) * 16
        ))
    }
    return blocks.sorted { $0.work > $1.work }.map(\.block)
  }
}
