import NeuralEngine

/// Early stopping (L. Prechelt: Early Stopping — But When?, 1998): a run ends when the validation loss has found no new
/// lowest value for `patience` epochs, with the weights that had the lowest.
///
/// Only the weights go back: epochs stay counted, and the optimiser keeps its memory, as in Keras.
extension Run {
  /// Keeps the network where its validation loss is a new lowest one; forgets it where nothing waits for that.
  ///
  /// - Returns: whether patience is at its end.
  func watchValidation() -> Bool {
    guard let patience = resolved.patience, let validation = material.validation else {
      record.best = nil
      return false
    }
    let loss = learner.evaluate(validation).loss * unit
    guard loss.isFinite else { return false }
    if let best = record.best, !(loss < best.loss) { return epoch - best.since >= patience }
    record.best = Best(epoch: epoch, since: epoch, loss: loss, parameters: learner.network.parameters)
    return false
  }

  /// Takes the weights with the lowest validation loss, and ends the run; who goes on has all the patience anew.
  func stopWithBest() {
    guard var best = record.best else { return }
    var network = learner.network
    network.parameters = best.parameters
    learner.network = network
    best.since = epoch
    record.best = best
    // The sums of a large set's epoch are those of other weights.
    record.restartEpoch()
    evaluate()
    record.status = .finished(.patience(best: best.epoch))
  }
}
