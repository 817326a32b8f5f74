extension Learner {
  /// All that training changes: what going on needs beside network shape, settings, seed and samples.
  ///
  /// A learner of the same shape, settings and seed that restores it repeats the run bit for bit.
  public struct State: Codable, Equatable, Sendable {
    /// Every parameter, running statistics included: [layout.count].
    public var parameters: [Float]
    /// Their running mean, which the network answers with: [layout.count], or nil where none is kept.
    public var average: [Float]?
    /// What every optimiser that was used so far remembers, in the order of ``Optimizer/allCases``.
    public var moments: [Moments]
    /// The places of the links that l1 has cut for good, in order; nil where l1 was never used.
    public var deadLinks: [Int]?
    /// The sums of the gradients that wait for the rest of their mini-batch: [layout.count], or nil where none do.
    public var waitingGradients: [Float]?
    /// How far training has come.
    public var clock: TrainingClock

    /// A state, part by part.
    public init(
      parameters: [Float], average: [Float]? = nil, moments: [Moments] = [], deadLinks: [Int]? = nil,
      waitingGradients: [Float]? = nil, clock: TrainingClock = TrainingClock()
    ) {
      self.parameters = parameters
      self.average = average
      self.moments = moments
      self.deadLinks = deadLinks
      self.waitingGradients = waitingGradients
      self.clock = clock
    }
  }

  /// What an optimiser remembers between steps: [layout.count] each, nil where it keeps no such thing.
  public struct Moments: Codable, Equatable, Sendable {
    /// The optimiser, as ``Optimizer/family`` has it.
    public var optimizer: Optimizer
    /// The running sum or mean of gradients.
    public var m: [Float]?
    /// The running sum or mean of their squares.
    public var v: [Float]?

    /// Moments of an optimiser.
    public init(optimizer: Optimizer, m: [Float]?, v: [Float]?) {
      self.optimizer = optimizer
      self.m = m
      self.v = v
    }
  }

  /// A copy of all that training has changed, to be kept, sent on or restored.
  public var state: State {
    State(
      parameters: memory.copy(memory.parameters), average: memory.average.map(memory.copy), moments: memory.keptMoments,
      deadLinks: memory.alive == nil ? nil : deadLinks,
      waitingGradients: clock.waiting > 0 ? memory.gradients.map(memory.copy) : nil, clock: clock)
  }

  /// Goes back, or on, to a state: everything but settings and seed is as it was when the state was taken.
  ///
  /// - Throws: ``EngineError`` when the state is of another shape, or holds what no training leaves behind; nothing has
  ///   changed then.
  public func restore(_ state: State) throws(EngineError) {
    try state.check(for: memory.layout)
    memory.restore(state)
    clock = state.clock
    prepare()
  }
}

extension Learner.State {
  /// Refuses what would not be a state of a network of this layout.
  fileprivate func check(for layout: ParameterLayout) throws(EngineError) {
    try Self.check("parameters", parameters, layout)
    if let average { try Self.check("running mean of the parameters", average, layout) }
    for moments in moments {
      let name = moments.optimizer.rawValue
      guard moments.optimizer.family == moments.optimizer, (moments.m != nil) == moments.optimizer.keepsM,
        (moments.v != nil) == moments.optimizer.keepsV
      else { throw .stateValue(what: "the optimizer's memory", value: name, expected: "what \(name) keeps") }
      if let m = moments.m { try Self.check("first moments of \(name)", m, layout) }
      if let v = moments.v {
        try Self.check("second moments of \(name)", v, layout)
        guard let least = v.min(), least >= 0 else {
          throw .stateValue(what: "a second moment of \(name)", value: "\(v.min() ?? 0)", expected: "0 or more")
        }
      }
    }
    for link in deadLinks ?? [] where !layout.isWeight(link) || parameters[link] != 0 {
      throw .stateValue(what: "a dead link", value: "\(link)", expected: "the place of a weight that is 0")
    }
    if let waitingGradients { try Self.check("waiting gradients", waitingGradients, layout) }
    let counts = 0...Self.largestCount
    guard counts.contains(clock.steps), counts.contains(clock.waiting), clock.batches <= UInt64(Self.largestCount),
      (clock.waiting > 0) == (waitingGradients != nil)
    else {
      throw .stateValue(
        what: "the clock", value: "\(clock.batches) batches, \(clock.steps) steps and \(clock.waiting) samples waiting",
        expected: "counts from 0 to 2⁵³, with gradients where samples wait")
    }
    for power in [clock.beta1Power, clock.beta2Power] where !(0...1).contains(power) {
      throw .stateValue(what: "a power of adam's decay", value: "\(power)", expected: "from 0 to 1")
    }
  }

  /// No machine trains so long; beyond it a count might overflow.
  private static let largestCount = 1 << 53

  private static func check(
    _ what: String, _ values: [Float], _ layout: ParameterLayout
  ) throws(EngineError) {
    guard values.count == layout.count else {
      throw .stateShape(what: what, count: values.count, expected: layout.count)
    }
    if let place = values.firstIndex(where: { !$0.isFinite }) {
      throw .stateValue(what: "the \(what) at place \(place)", value: "\(values[place])", expected: "a finite number")
    }
  }
}
