import CKernels

/// What a layer leaves behind on the way forward and gets back on the way backward, whatever its kind. Matrices are
/// [rows × stride].
struct LayerTrace {
  /// The layer's outputs of one sample.
  let units: Int
  /// The length of a row.
  let stride: Int
  /// The outputs, before dropout.
  let outputs: UnsafeMutablePointer<Float>
  /// What the next layer sees: the same memory unless units are dropped.
  let seen: UnsafeMutablePointer<Float>
  /// Whether units are dropped.
  let drops: Bool
  /// dL ∕ dz, summed over nothing: every sample its own row.
  let delta: UnsafeMutablePointer<Float>
}

/// A piece of a layer's parameters that one thread updates: some rows of its weights, or everything trained behind them.
struct UpdateBlock {
  let layer: Int
  /// Which rows of the penalised part they are; nil for the layer's tail: biases and their like.
  let weightRows: Range<Int>?
  /// Where they start in the flat buffer.
  let start: Int
  let count: Int
  /// How many stand behind them that are only kept: running statistics, which the mean of the parameters takes in.
  let keptCount: Int
}

/// What happens to the gradients of the rows just gone through.
struct GradientUse {
  /// Whether they are summed up in memory with those of other rows of their mini-batch.
  let isSummed: Bool
  /// Whether these are the first of the sum.
  let isFirst: Bool
  /// By how many samples the sum is divided for the update that follows, or nil when it must wait for more.
  let total: Int?
}

/// One stretch of training of a large network, as every thread of the pool sees it: values and addresses only.
struct LargeStep {
  let pool: OpaquePointer
  let network: BoundNetwork
  let traces: UnsafePointer<LayerTrace>
  /// The gathered inputs: [passRows × inputStride].
  let inputs: UnsafeMutablePointer<Float>
  let inputStride: Int
  let inputShape: Shape
  /// Rows that go through the network together; a larger mini-batch takes several passes.
  let passRows: Int
  /// Rows that one thread takes at a time. Fixed by the mini-batch alone, so that results do not depend on threads.
  let pieceRows: Int
  let tallies: UnsafeMutablePointer<ck_tally>
  let blocks: UnsafePointer<UpdateBlock>
  let blockCount: Int
  /// Room for each thread: [threads × (blockLength + layerScratch)], for one block's gradient and for the layers' own
  /// work.
  let scratch: UnsafeMutablePointer<Float>
  let blockLength: Int
  let layerScratch: Int
  /// Places in the flat buffers are distances from here.
  let parameters: UnsafeMutablePointer<Float>

  // What differs from stretch to stretch.
  let sweep: Sweep
  let startClock: TrainingClock
  /// Where thread 0 leaves the clock when all is done.
  let endClock: UnsafeMutablePointer<TrainingClock>

  /// One thread's share of the whole stretch.
  func run(thread: Int) {
    var clock = startClock
    var start = sweep.range.lowerBound
    while start < sweep.range.upperBound {
      let end = min(start + sweep.batchSize, sweep.range.upperBound)
      let isComplete = sweep.updates && (end - start == sweep.batchSize || !sweep.carriesRemainder)
      let isSummed = !isComplete || clock.waiting > 0 || end - start > passRows
      var first = start
      while first < end {
        let rows = min(passRows, end - first)
        propagate(
          Pass(first: first, rows: rows, batchRow: first - start, batch: clock.batches), thread: thread)
        ck_pool_barrier(pool)
        let isLast = first + rows == end
        let use = GradientUse(
          isSummed: isSummed, isFirst: clock.waiting == 0,
          total: isLast && isComplete ? clock.waiting + rows : nil)
        if use.total == nil { clock.wait(samples: rows) }
        let rule = use.total == nil ? sweep.update.rule(atStep: clock.steps) : clock.nextRule(sweep.update)
        update(rows: rows, use, rule, thread: thread)
        ck_pool_barrier(pool)
        first += rows
      }
      clock.finishBatch()
      start = end
    }
    if thread == 0 { endClock.pointee = clock }
  }

  /// The rows that a layer sees.
  func below(_ layer: Int) -> (rows: UnsafeMutablePointer<Float>, stride: Int) {
    layer == 0 ? (inputs, inputStride) : (traces[layer - 1].seen, traces[layer - 1].stride)
  }

  /// A thread's room for one block's gradient.
  func blockScratch(_ thread: Int) -> UnsafeMutablePointer<Float> { scratch + thread * (blockLength + layerScratch) }

  /// A thread's room for the layers' own work.
  func layerScratch(_ thread: Int) -> UnsafeMutablePointer<Float> { blockScratch(thread) + blockLength }
}

/// What a stretch of training works on, without references.
struct Sweep {
  let samples: SamplePointers
  /// Places in the epoch's order.
  let range: Range<Int>
  let batchSize: Int
  let carriesRemainder: Bool
  let loss: ck_loss
  let dropout: Float
  /// Of the dropout masks.
  let seed: UInt64
  let update: UpdateSettings
  let m: UnsafeMutablePointer<Float>?
  let v: UnsafeMutablePointer<Float>?
  let alive: UnsafeMutablePointer<Float>?
  /// The running mean of the parameters, where one is kept.
  var average: UnsafeMutablePointer<Float>? = nil
  /// How pictures are moved, if they are.
  var augmentation: ck_augmentation? = nil
  /// Sums of gradients that wait; must be there where a mini-batch may need more than one pass.
  let gradients: UnsafeMutablePointer<Float>?
  /// Where the errors of the inputs go, if anybody asks: [range.count × input stride], a sample a row.
  var inputErrors: UnsafeMutablePointer<Float>? = nil
  /// Whether the network learns, or its gradients are only summed.
  let mode: PassMode

  /// Whether parameters and running statistics change.
  var updates: Bool { mode == .learning }
}
