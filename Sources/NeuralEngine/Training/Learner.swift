import CKernels

/// A network being trained: it owns the parameters and the optimiser's memory.
///
/// ```swift
/// let xor = try Samples(
///   inputs: .floats([0, 0, 0, 1, 1, 0, 1, 1]), targets: .values([0, 1, 1, 0]), inputCount: 2, outputCount: 1)
/// var network = Network(
///   try Architecture(inputs: 2, hidden: [4], outputs: 1, activation: .tanh, outputActivation: .sigmoid))
/// var random = SeededRandom(seed: "xor")
/// network.initialize(.xavier, using: &random)
/// let learner = try Learner(
///   network: network, settings: TrainingSettings(optimizer: .adam, learningRate: 0.1, batchSize: 4),
///   pool: ThreadPool(threads: 1))
/// for _ in 0..<200 { learner.train(on: xor, range: 0..<4) }
/// learner.evaluate(xor).accuracy          // 1
/// learner.network.outputs(for: [1, 0])    // near 1
/// let kept = learner.state                // try learner.restore(kept) goes back here
/// ```
///
/// It belongs to one thread, the one that calls it, and so does the pool it works with. The same network, settings, seed
/// and samples give the same bits whatever the number of threads and however an epoch is cut into ranges (only the sums
/// of ``Progress`` may differ in their last digits then).
///
/// Method: back-propagation of errors (Rumelhart, Hinton and Williams 1986) over mini-batches.
public final class Learner {
  /// The shape of the network.
  public let architecture: Architecture
  /// How it is trained. Any of it may change at any time, which resets nothing: ``adjust(_:)`` does it.
  public private(set) var settings: TrainingSettings
  /// Of the dropout masks.
  private let seed: UInt64
  let choice: PathChoice
  let memory: ParameterMemory
  let pool: ThreadPool
  private var path: any TrainingPath
  var clock = TrainingClock()
  /// What ``glance(at:)`` looks through, made when it is first wanted.
  var views: SmallNetworkViews?

  /// A learner for a network.
  ///
  /// - Parameters:
  ///   - pool: the threads that work on a step; other learners may use them too, one after the other.
  ///   - seed: of the dropout masks.
  /// - Throws: ``EngineError`` where ``TrainingSettings/check(for:)`` does.
  public convenience init(
    network: Network, settings: TrainingSettings, pool: ThreadPool, seed: UInt64 = 0
  ) throws(EngineError) {
    try self.init(network: network, settings: settings, pool: pool, seed: seed, choice: .fastest)
  }

  /// A learner with a pool of its own.
  ///
  /// - Parameters:
  ///   - threads: how many work on a step, the caller's counted in.
  ///   - seed: of the dropout masks.
  /// - Throws: ``EngineError`` where ``TrainingSettings/check(for:)`` does.
  public convenience init(
    network: Network, settings: TrainingSettings, threads: Int = 1, seed: UInt64 = 0
  ) throws(EngineError) {
    try self.init(network: network, settings: settings, pool: ThreadPool(threads: threads), seed: seed)
  }

  /// Which way of doing the training step is taken.
  package enum PathChoice: Sendable, CaseIterable {
    /// The one that is fastest for the network at hand.
    case fastest
    /// Matrix products for networks of any size: what tests compare the other one with.
    case products
  }

  /// A learner that takes a given way, with a pool of its own.
  package convenience init(
    network: Network, settings: TrainingSettings, threads: Int = 1, seed: UInt64 = 0, choice: PathChoice
  ) throws(EngineError) {
    try self.init(
      network: network, settings: settings, pool: ThreadPool(threads: threads), seed: seed, choice: choice)
  }

  private init(
    network: Network, settings: TrainingSettings, pool: ThreadPool, seed: UInt64, choice: PathChoice
  ) throws(EngineError) {
    try settings.check(for: network.architecture)
    self.choice = choice
    architecture = network.architecture
    self.settings = settings
    self.seed = seed
    memory = ParameterMemory(network)
    self.pool = pool
    path = Self.path(architecture, settings, memory, pool, choice)
    prepare()
  }

  /// Changes how the network is trained; parameters, optimiser's memory, dead links and counters stay.
  ///
  /// - Throws: ``EngineError`` as the initialiser; the old settings then stay in force.
  public func adjust(_ new: TrainingSettings) throws(EngineError) {
    try new.check(for: architecture)
    let old = settings
    settings = new
    if new.samplesPerStep != old.samplesPerStep || (new.dropout > 0) != (old.dropout > 0) || new.loss != old.loss
      || new.augmentation.isActive != old.augmentation.isActive
    {
      path = makePath(for: new)
      if clock.waiting == 0 { memory.clearGradients() }
    }
    prepare()
  }

  /// The network as it is now: with the running mean of its parameters where one is kept. Setting it replaces the parameters and keeps the optimiser's memory and the counters; a
  /// dead link that gets a value lives again.
  public var network: Network {
    get {
      var network = Network(architecture)
      network.parameters = memory.copy(memory.answering)
      return network
    }
    set {
      precondition(
        newValue.architecture == architecture && newValue.parameters.count == memory.layout.count,
        "a learner keeps the shape of its network")
      memory.replace(with: newValue.parameters)
      memory.reviveChangedLinks()
    }
  }

  /// Updates made so far.
  public var steps: Int { clock.steps }

  /// The learning rate of the next update, schedule included.
  public var currentLearningRate: Double {
    settings.learningRate * settings.schedule.factor(step: clock.steps, of: settings.totalSteps)
  }

  /// The places in ``Network/parameters`` of the links that l1 has cut for good, in order.
  public var deadLinks: [Int] { memory.deadLinks }

  /// The first layer that holds a number that is not finite, or nil while all is well.
  public func divergence() -> Int? {
    if ck_all_finite(memory.layout.count, memory.parameters) != 0 { return nil }
    return network.firstBrokenLayer
  }

  /// Trains on a stretch of an epoch, mini-batch by mini-batch.
  ///
  /// - Parameters:
  ///   - samples: of the architecture's numbers of inputs and outputs.
  ///   - order: which sample stands at which place of the epoch; nil is their own order.
  ///   - range: places of the epoch. Its start is a multiple of the batch size, as mini-batches count from the epoch's
  ///     start; a last mini-batch that it cuts short is handled as ``TrainingSettings/remainder`` says.
  /// - Returns: the sums of losses and right answers, each sample's as the network was when it met it.
  @discardableResult
  public func train(on samples: Samples, order: [UInt32]? = nil, range: Range<Int>) -> Progress {
    check(samples, order: order, range: range)
    return SamplePointers.with(samples, order: order, smoothing: settings.labelSmoothing) { pointers in
      path.run(sweep(pointers, range: range), clock: &clock)
    }
  }

  /// One part of the last mini-batch's step once more, to be measured; only gradients that wait in memory change.
  package func run(_ part: StepPart, on samples: Samples) {
    guard let large = path as? LargeNetwork else { return }
    memory.keepGradients()
    SamplePointers.with(samples, order: nil) { pointers in
      large.run(part, sweep(pointers, range: 0..<min(settings.samplesPerStep, samples.count)), clock: clock)
    }
  }

  private func sweep(_ samples: SamplePointers, range: Range<Int>) -> Sweep {
    let moments = memory.moments(of: settings.optimizer)
    return Sweep(
      samples: samples, range: range, batchSize: settings.samplesPerStep,
      carriesRemainder: settings.remainder == .carry, loss: settings.loss.kernel, dropout: Float(settings.dropout),
      seed: seed, update: UpdateSettings(settings), m: moments.m, v: moments.v, alive: memory.alive,
      average: memory.average, augmentation: settings.augmentation.isActive ? settings.augmentation.kernel : nil,
      gradients: memory.gradients, mode: .learning)
  }

  /// How a step is done under the settings in force.
  public var way: TrainingWay { path.way }

  /// The way of training this network under some settings.
  func makePath(for settings: TrainingSettings) -> any TrainingPath {
    Self.path(architecture, settings, memory, pool, choice)
  }

  /// The choice must not depend on the number of threads, as results would then.
  private static func path(
    _ architecture: Architecture, _ settings: TrainingSettings, _ memory: ParameterMemory, _ pool: ThreadPool,
    _ choice: PathChoice
  ) -> any TrainingPath {
    if choice == .fastest, !settings.augmentation.isActive,
      let small = SmallNetwork(
        architecture, parameters: memory.parameters, batchSize: settings.samplesPerStep, dropout: settings.dropout)
    {
      return small
    }
    let isShared =
      choice == .products || LargeNetwork.isWorthSharing(architecture, batchSize: settings.samplesPerStep)
    return LargeNetwork(
      architecture, memory.layout, parameters: memory.parameters, batchSize: settings.samplesPerStep,
      drops: settings.dropout > 0, pool: isShared ? pool : ThreadPool(threads: 1))
  }

  /// Takes the memory that the settings need, so that no step has to.
  func prepare() {
    memory.keepAverage(settings.averaging > 0)
    if settings.regularization == .l1 { memory.keepDeadLinks() }
    if settings.remainder == .carry || settings.samplesPerStep > path.passRows { memory.keepGradients() }
    _ = memory.moments(of: settings.optimizer)
  }

  /// Shapes are the caller's to keep: a mismatch is a fault of the program, not of its input.
  func check(_ samples: Samples, order: [UInt32]?, range: Range<Int>) {
    precondition(
      samples.inputCount == architecture.inputs && samples.outputCount == architecture.outputs,
      "samples of \(samples.inputCount) inputs and \(samples.outputCount) outputs do not fit \(architecture)")
    precondition(
      range.lowerBound >= 0 && range.upperBound <= order?.count ?? samples.count,
      "range \(range) is not within the epoch")
    if let order {
      var largest: UInt32 = 0
      order.withUnsafeBufferPointer { places in
        for place in range { largest = max(largest, places[place]) }
      }
      precondition(range.isEmpty || largest < samples.count, "the order names a sample that does not exist")
    }
  }
}
