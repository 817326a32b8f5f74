import NeuralEngine

/// Inputs beyond this make gradients a hundred times those of inputs near 1.
private let largeInput: Float = 20

extension Run {
  /// Ends the run and finds out how and why it broke down.
  ///
  /// The network goes back to its last sane state: what is shown or saved of a broken run is from before it broke.
  func diverge() {
    let underway = position == 0 ? epoch : epoch + 1
    let cause = likelyCause()
    record.status = .diverged(
      Divergence(
        epoch: underway, symptom: symptom(), cause: cause, lastSaneEpoch: record.sane.epoch,
        returnRate: record.sane.learningRate < resolved.learningRate
          ? record.sane.learningRate : resolved.learningRate / 10))
    var network = learner.network
    network.parameters = record.sane.parameters
    learner.network = network
  }

  private func symptom() -> Divergence.Symptom {
    let parameters = learner.network.parameters
    // Infinity comes before not-a-number, which it leads to.
    let broken = parameters.firstIndex(where: \.isInfinite) ?? parameters.firstIndex(where: \.isNaN)
    if let broken, let place = ParameterPlace(index: broken, in: learner.network.layout) {
      return .parameter(place, before: record.sane.parameters[broken], after: parameters[broken])
    }
    let sums = record.sums
    let loss = sums.count > 0 ? sums.loss / Double(sums.count) * unit : train?.loss ?? .nan
    return loss.isFinite ? .loss(max(loss, train?.loss ?? loss), first: record.firstLoss) : .lossNotANumber
  }

  private func likelyCause() -> Divergence.Cause {
    let raised = changes.last { change in
      change.key == "learningRate" && (Double(change.to) ?? 0) > (Double(change.from) ?? 0)
    }
    if let raised, let from = Double(raised.from), let to = Double(raised.to), to == resolved.learningRate {
      return .rateRaised(from: from, to: to, since: raised.epoch)
    }
    if resolved.regularization != .none, resolved.learningRate * resolved.regularizationRate >= 1 {
      return .penaltyTooStrong(learningRate: resolved.learningRate, rate: resolved.regularizationRate)
    }
    if resolved.normalize == .none, let largest = largestInput, largest > largeInput {
      return .inputsTooLarge(largest)
    }
    if let change = changes.last, change.epoch >= record.sane.epoch { return .changed(change) }
    return .rateTooHigh(resolved.learningRate)
  }

  /// The largest magnitude among the training inputs; nil for pictures, whose bytes have a bound.
  private var largestInput: Float? {
    switch material.train.inputs {
    case .floats(let values): values.lazy.map(abs).max()
    case .bytes: nil
    }
  }
}
