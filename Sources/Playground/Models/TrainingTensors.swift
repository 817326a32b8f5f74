import Foundation
import NeuralEngine

/// A run's state beside its weights in a .safetensors file:
///
///     optimizer.adam.m.layers.0.weight    first moments, in the shape of the weights; likewise v, and other optimisers
///     optimizer.unaveraged.layers.0.weight  the parameters that are trained, where the file's own are their running mean
///     optimizer.best.layers.0.weight      the parameters with the lowest validation loss, where a run waits for a lower one
///     optimizer.waiting.layers.0.weight   sums of gradients that wait for the rest of their mini-batch
///     optimizer.alive.layers.0.weight     1, or 0 for a link that l1 has cut
///
/// and among the metadata, as `training`, a JSON of the counters and of the kinds of tensors there are.
extension TrainingState {
  /// What the names of the tensors begin with.
  static let prefix = "optimizer."
  /// The name of the text among the metadata.
  static let metadataKey = "training"

  /// The state's tensors but the weights, which are the network's own.
  func tensors(_ network: Network) -> [SafeTensors.Tensor] {
    buffers.flatMap { buffer in
      network.tensors(of: buffer.values, Self.kind(of: buffer.name), named: Self.prefix(of: buffer.name))
    }
  }

  /// The counters, to stand among the metadata.
  var counters: Counters {
    Counters(
      architecture: architecture, optimizer: optimizer, epoch: epoch, position: position, sums: sums,
      markSums: markSums, best: best.map { Counters.BestCounters(epoch: $0.epoch, since: $0.since, loss: $0.loss) },
      clock: learner.clock, buffers: buffers.map(\.name))
  }

  /// What is written down as JSON.
  struct Counters: Codable {
    var architecture: Architecture
    var optimizer: Optimizer
    var epoch: Int
    var position: Int
    var sums: NeuralEngine.Progress
    var markSums: NeuralEngine.Progress
    var best: BestCounters?
    var clock: TrainingClock
    /// The names of the buffers among the tensors.
    var buffers: [String]

    /// What is written of the network with the lowest validation loss, beside its parameters.
    struct BestCounters: Codable {
      var epoch: Int
      var since: Int
      var loss: Double
    }

    /// Whether no count is out of all reason.
    fileprivate var areInRange: Bool {
      let counts = 0...1_000_000_000
      return counts.contains(epoch) && counts.contains(position)
        && (best.map { counts.contains($0.epoch) && counts.contains($0.since) && $0.loss.isFinite } ?? true)
        && [sums, markSums].allSatisfy {
          counts.contains($0.count) && counts.contains($0.correct) && counts.contains($0.steps) && $0.loss.isFinite
        }
    }
  }

  /// Every array of the engine's state but the parameters, by name.
  private var buffers: [(name: String, values: [Float])] {
    var buffers: [(name: String, values: [Float])] = []
    for moments in learner.moments {
      if let m = moments.m { buffers.append((moments.optimizer.rawValue + Self.first, m)) }
      if let v = moments.v { buffers.append((moments.optimizer.rawValue + Self.second, v)) }
    }
    if learner.average != nil { buffers.append((Self.unaveraged, learner.parameters)) }
    if let best { buffers.append((Self.best, best.parameters)) }
    if let waiting = learner.waitingGradients { buffers.append((Self.waiting, waiting)) }
    if let dead = learner.deadLinks {
      var alive = [Float](repeating: 1, count: learner.parameters.count)
      for link in dead { alive[link] = 0 }
      buffers.append((Self.alive, alive))
    }
    return buffers
  }

  private static let first = ".m"
  private static let second = ".v"
  private static let waiting = "waiting"
  private static let alive = "alive"
  private static let best = "best"
  private static let unaveraged = "unaveraged"

  private static func prefix(of buffer: String) -> String { "\(prefix)\(buffer)." }
  private static func kind(of buffer: String) -> Network.TensorKind {
    switch buffer {
    case alive: .weights
    case unaveraged, best: .all
    case _: .trained
    }
  }
}

/// What a file of weights says of the run that wrote it.
package enum SavedTraining {
  case whole(TrainingState)
  /// The weights are taken without the rest, and why.
  case weightsAlone(Continuation.Reason)

  /// Reads what stands beside the weights of `network`, which have been taken.
  ///
  /// - Throws: `ModelError.Problem` where it is not whole, or not of a run.
  init(_ file: SafeTensors, for network: Network, optimizer: Optimizer) throws(ModelError.Problem) {
    func refusal(_ reason: String) -> ModelError.Problem {
      .badMetadata(key: TrainingState.metadataKey, reason: reason)
    }
    guard let text = file.metadata[TrainingState.metadataKey] else {
      self = .weightsAlone(.noState)
      return
    }
    guard let counters = try? JSONDecoder().decode(TrainingState.Counters.self, from: Data(text.utf8)) else {
      throw refusal("it is not what this program writes.")
    }
    guard counters.areInRange else { throw refusal("its counts are not those of a run.") }
    guard counters.architecture == network.architecture else {
      self = .weightsAlone(.otherArchitecture(saved: counters.architecture, asked: network.architecture))
      return
    }
    guard counters.optimizer == optimizer else {
      self = .weightsAlone(.otherOptimizer(saved: counters.optimizer, asked: optimizer))
      return
    }
    let (learner, best) = try TrainingState.learner(counters, file.tensors, network)
    self = .whole(
      TrainingState(
        architecture: counters.architecture, optimizer: optimizer, epoch: counters.epoch, position: counters.position,
        sums: counters.sums, markSums: counters.markSums, best: best, learner: learner))
  }
}

extension TrainingState {
  /// The engine's state from its tensors, and the network with the lowest validation loss if there is one.
  fileprivate static func learner(
    _ counters: Counters, _ tensors: [SafeTensors.Tensor], _ network: Network
  ) throws(ModelError.Problem) -> (Learner.State, Best?) {
    var state = Learner.State(parameters: network.parameters, clock: counters.clock)
    let zeros = [Float](repeating: 0, count: network.parameters.count)
    let tensors = tensors.filter { $0.name.hasPrefix(prefix) }
    var left = counters.buffers
    func take(_ buffer: String, over values: [Float]) throws(ModelError.Problem) -> [Float]? {
      guard let index = left.firstIndex(of: buffer) else { return nil }
      left.remove(at: index)
      return try network.values(of: tensors, kind(of: buffer), named: prefix(of: buffer), over: values)
    }
    for optimizer in Optimizer.allCases where optimizer.family == optimizer {
      let m = try take(optimizer.rawValue + first, over: zeros)
      let v = try take(optimizer.rawValue + second, over: zeros)
      if m != nil || v != nil { state.moments.append(Learner.Moments(optimizer: optimizer, m: m, v: v)) }
    }
    if let unaveraged = try take(unaveraged, over: network.parameters) {
      (state.parameters, state.average) = (unaveraged, network.parameters)
    }
    let parameters = try take(Self.best, over: network.parameters)
    guard (parameters == nil) == (counters.best == nil) else {
      throw .badMetadata(key: metadataKey, reason: "its best network is not whole.")
    }
    let lowest = parameters.flatMap { parameters in
      counters.best.map { Best(epoch: $0.epoch, since: $0.since, loss: $0.loss, parameters: parameters) }
    }
    state.waitingGradients = try take(waiting, over: zeros)
    let ones = zeros.map { _ in Float(1) }
    state.deadLinks = try take(alive, over: ones).map { alive in alive.indices.filter { alive[$0] == 0 } }
    let family = counters.optimizer.family
    let isRemembered = state.moments.contains { $0.optimizer == family }
    guard left.isEmpty, isRemembered || !(family.keepsM || family.keepsV) else {
      throw .badMetadata(key: metadataKey, reason: "its buffers are not those of \(counters.optimizer.rawValue).")
    }
    let known = counters.buffers.map(prefix(of:))
    if let extra = tensors.first(where: { tensor in !known.contains(where: tensor.name.hasPrefix) }) {
      throw .extra(tensor: extra.name)
    }
    return (state, lowest)
  }
}
