import NeuralEngine
import Playground

/// A single update of the weights that was asked for: what it did to each of them can be read until the next order.
struct WatchedStep: Sendable {
  /// The number of the order.
  let number: Int
  /// The network before it.
  let before: Network
  /// The learning rate of the update.
  let rate: Double
  /// The network after it; nil until it is done.
  var after: Network?
}

extension Shell {
  /// Trains one mini-batch, and keeps what the weights were.
  mutating func stepBatch() -> [Effect] {
    // What is shown must be where the update begins.
    let start = isRunning || (snapshot?.generation ?? 0) < session.lastNumber ? nil : snapshot
    let effect = send(.stepBatch)
    watchedStep = start.map {
      WatchedStep(number: session.lastNumber, before: $0.network, rate: $0.learningRate)
    }
    return [effect]
  }

  /// Takes up what the update made of the weights, and forgets it when something else has happened to them.
  mutating func followStep(_ arrived: Snapshot) {
    guard let step = watchedStep, arrived.generation >= step.number else { return }
    let isOther = arrived.generation > step.number && arrived.network != step.after
    watchedStep = isOther || arrived.state == .running ? nil : step
    if arrived.generation == step.number { watchedStep?.after = arrived.network }
  }

  /// A parameter before and after the update; nil where none was watched.
  func step(of index: Int) -> (before: Double, after: Double, rate: Double)? {
    guard let watchedStep, let after = watchedStep.after, after.architecture == watchedStep.before.architecture,
      after.parameters[index] == network?.parameters[index]
    else { return nil }
    return (Double(watchedStep.before.parameters[index]), Double(after.parameters[index]), watchedStep.rate)
  }
}
