import CKernels

/// Every number that is kept for each parameter, as plain memory that threads and kernels reach without reference
/// counting.
///
/// All pieces have the layout of ``Network/parameters``.
final class ParameterMemory {
  /// What an optimiser remembers between steps; nil pointers where it keeps nothing.
  struct Moments {
    var m: UnsafeMutablePointer<Float>?
    var v: UnsafeMutablePointer<Float>?
  }

  let layout: ParameterLayout
  /// The parameters themselves.
  let parameters: UnsafeMutablePointer<Float>
  /// Their running mean, which the network then answers with; nil where none is kept.
  private(set) var average: UnsafeMutablePointer<Float>?
  /// 1 for a living link, 0 for a dead one; nil until l1 has been used.
  private(set) var alive: UnsafeMutablePointer<Float>?
  /// Sums of gradients that wait for the rest of their mini-batch; nil until some have to.
  ///
  /// Zero whenever nothing waits and a path begins its work.
  private(set) var gradients: UnsafeMutablePointer<Float>?

  private let workspace = Workspace()
  /// The memory of `alive`, taken once.
  private var links: UnsafeMutablePointer<Float>?
  /// The memory of `average`, taken once.
  private var means: UnsafeMutablePointer<Float>?
  private var moments: [Optimizer: Moments] = [:]

  init(_ network: Network) {
    layout = network.layout
    parameters = workspace.matrix(rows: 1, stride: network.layout.count)
    parameters.update(from: network.parameters, count: layout.count)
  }

  /// What the network answers with.
  var answering: UnsafeMutablePointer<Float> { average ?? parameters }

  /// Sees to it that a running mean is kept, from the parameters as they are where there was none, or that none is: then
  /// the parameters go on from it.
  func keepAverage(_ isKept: Bool) {
    guard isKept != (average != nil) else { return }
    if isKept {
      let memory = means ?? zeros()
      memory.update(from: parameters, count: layout.count)
      (means, average) = (memory, memory)
    } else {
      parameters.update(from: answering, count: layout.count)
      average = nil
    }
  }

  /// Lets the network be another one: parameters and running mean alike.
  func replace(with values: [Float]) {
    parameters.update(from: values, count: layout.count)
    average?.update(from: values, count: layout.count)
  }

  /// What the optimiser keeps. Optimisers of one family share it, and it stays while another one is at work.
  func moments(of optimizer: Optimizer) -> Moments {
    let family = optimizer.family
    guard family.keepsM || family.keepsV else { return Moments() }
    if let known = moments[family] { return known }
    let new = Moments(m: family.keepsM ? zeros() : nil, v: family.keepsV ? zeros() : nil)
    moments[family] = new
    return new
  }

  /// The moments of all optimisers that keep any and were used.
  var keptMoments: [Learner.Moments] {
    Optimizer.allCases.compactMap { optimizer in
      guard optimizer.keepsM || optimizer.keepsV, let kept = moments[optimizer] else { return nil }
      return Learner.Moments(optimizer: optimizer, m: kept.m.map(copy), v: kept.v.map(copy))
    }
  }

  /// Takes over a state that fits.
  func restore(_ state: Learner.State) {
    parameters.update(from: state.parameters, count: layout.count)
    for kept in moments.values {
      for memory in [kept.m, kept.v] { memory?.update(repeating: 0, count: layout.count) }
    }
    for saved in state.moments {
      let kept = moments(of: saved.optimizer)
      if let m = saved.m { kept.m?.update(from: m, count: layout.count) }
      if let v = saved.v { kept.v?.update(from: v, count: layout.count) }
    }
    average = nil
    if let saved = state.average {
      keepAverage(true)
      average?.update(from: saved, count: layout.count)
    }
    // Where l1 was never used an update goes another, faster way, whose last digits differ.
    alive = nil
    if let deadLinks = state.deadLinks {
      keepDeadLinks()
      for link in deadLinks { alive?[link] = 0 }
    }
    clearGradients()
    if let sums = state.waitingGradients {
      keepGradients()
      gradients?.update(from: sums, count: layout.count)
    }
  }

  /// A piece of this memory as an array.
  func copy(_ values: UnsafeMutablePointer<Float>) -> [Float] {
    Array(UnsafeBufferPointer(start: values, count: layout.count))
  }

  /// Sees to it that links can die.
  func keepDeadLinks() {
    guard alive == nil else { return }
    let memory = links ?? zeros()
    memory.update(repeating: 1, count: layout.count)
    (links, alive) = (memory, memory)
  }

  /// Sees to it that gradients can wait.
  func keepGradients() {
    if gradients == nil { gradients = zeros() }
  }

  /// Empties what waits, where nothing should.
  func clearGradients() { gradients?.update(repeating: 0, count: layout.count) }

  /// The places of dead links, in order.
  var deadLinks: [Int] {
    guard let alive else { return [] }
    return (0..<layout.count).filter { alive[$0] == 0 }
  }

  /// A dead link that was given a value lives again.
  func reviveChangedLinks() {
    guard let alive else { return }
    for index in 0..<layout.count where parameters[index] != 0 { alive[index] = 1 }
  }

  private func zeros() -> UnsafeMutablePointer<Float> { workspace.matrix(rows: 1, stride: layout.count) }
}
