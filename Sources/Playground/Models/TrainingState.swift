import NeuralEngine

/// Where a run stands: all that going on with it takes beside experiment and data.
public struct TrainingState: Equatable, Sendable {
  /// The shape of the network.
  public var architecture: Architecture
  /// The optimiser at work.
  public var optimizer: Optimizer
  /// Epochs done.
  public var epoch: Int
  /// Training samples of the current epoch that are done.
  public var position: Int
  /// Losses and hits of the samples trained on since the epoch began.
  public var sums: Progress
  /// The same since the history's last point, where that lies within the epoch.
  public var markSums: Progress
  /// The network with the lowest validation loss; nil where nothing waits for that.
  public var best: Best?
  /// Parameters, the optimisers' memory and the engine's counters.
  public var learner: Learner.State
}

/// How a run that starts from a file of weights begins.
public enum Continuation: Equatable, Sendable {
  /// Where the saved run stood: it goes on as if it had not been interrupted.
  case goesOn(epoch: Int)
  /// With the weights alone, at epoch 0, for a reason.
  case startsAfresh(Reason)

  /// Why a file's weights are taken without the rest.
  public enum Reason: Equatable, Sendable {
    /// The file holds weights alone.
    case noState
    /// Its layers have other names; which are taken for which, in a sentence.
    case otherNames(String)
    /// Its optimiser's memory means nothing to this experiment's.
    case otherOptimizer(saved: Optimizer, asked: Optimizer)
    /// The weights fit, but the network is not the one that was trained.
    case otherArchitecture(saved: Architecture, asked: Architecture)
  }
}

extension Continuation: CustomStringConvertible {
  /// What happens, in a sentence.
  public var description: String {
    switch self {
    case .goesOn(let epoch): "The run goes on where the file of weights was saved: after epoch \(epoch)."
    case .startsAfresh(.noState):
      "The file of weights holds no optimizer state: the optimizer starts afresh, at epoch 0."
    case .startsAfresh(.otherNames(let sentence)): "\(sentence) The optimizer starts afresh, at epoch 0."
    case .startsAfresh(.otherOptimizer(let saved, let asked)):
      "The file of weights was saved under \(saved.rawValue): \(asked.rawValue) starts afresh, at epoch 0."
    case .startsAfresh(.otherArchitecture(let saved, let asked)):
      "The file of weights was saved from a network \(saved) and this is \(asked): the optimizer starts afresh, at "
        + "epoch 0."
    }
  }
}
