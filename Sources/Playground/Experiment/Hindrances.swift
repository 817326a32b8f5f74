import NeuralEngine

extension ResolvedExperiment {
  /// What keeps all or part of the network from learning, each in a sentence with the remedy; none where it can learn.
  ///
  /// These settings mean what they say and are obeyed; a learner may want to see just that.
  /// - Parameter samples: how many there are to train on.
  public func hindrances(samples: Int) -> [String] {
    var hindrances: [String] = []
    if output == .step, loss != .perceptron {
      hindrances.append("output step has no slope, so that nothing is learnt: take sigmoid, or loss perceptron.")
    } else if activations.contains(.step) {
      hindrances.append("activation step has no slope, so that no layer up to it learns: take sigmoid.")
    }
    if initializer == .zero, !hidden.isEmpty {
      hindrances.append(
        "initializer zero makes all units of a layer alike, and alike they stay: take another one, or set weights by hand."
      )
    }
    if remainder == .carry, batchSize > samples {
      hindrances.append(
        "batchSize \(batchSize) is never filled by \(samples) training samples, and remainder carry waits for that: "
          + "nothing is learnt before.")
    }
    return hindrances
  }

  /// Refuses batches of one sample where layers are normalised over the batch: such a sample is its own mean, which
  /// leaves nothing of it, and the variance that is remembered falls with each.
  ///
  /// - Throws: `ExperimentError.doesNotFit`, with a batch size that will do.
  func checkBatches(samples: Int) throws(ExperimentError) {
    guard batchNorm, !hidden.isEmpty else { return }
    let cause = "batchNorm compares the samples of a batch, and"
    if batchSize == 1 || samples == 1 {
      throw .doesNotFit(
        "\(cause) \(samples == 1 ? "there is one sample" : "batchSize is 1"), so that nothing would be learnt: "
          + (samples == 1 ? "leave batchNorm out." : "set batchSize to 2 or more, or leave batchNorm out."))
    }
    guard samples % batchSize == 1 else { return }
    let fitting = (batchSize + 1...batchSize + 3).first { samples % $0 != 1 } ?? samples
    throw .doesNotFit(
      "\(cause) \(samples) training samples in batches of \(batchSize) leave a last one of one sample: "
        + "set batchSize to \(fitting), or leave batchNorm out.")
  }
}
