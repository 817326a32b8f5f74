import Words

extension Goal {
  /// Refuses a condition outside the bounds of its quantity: it would never hold.
  ///
  /// - Throws: `ExperimentError.doesNotFit` with the value that was probably meant.
  func checkBounds() throws(ExperimentError) {
    let isOutside =
      switch comparison {
      case .less: value <= 0
      case .atMost: value < 0
      case .equal: value < 0 || isShare && value > 1
      case .atLeast: isShare && value > 1
      case .greater: isShare && value >= 1
      }
    guard isOutside else { return }
    let bounds = isShare ? "a share from 0 to 1" : "never below 0"
    let remedy = isShare && value >= 2 && value <= 100 ? "write \(shortest(value / 100))" : "choose another number"
    throw .doesNotFit(
      "\(quantity.rawValue) is \(bounds), so that \(comparison.rawValue) \(shortest(value)) can never hold: \(remedy).")
  }

  /// Refuses a condition on what an experiment has not: right answers where numbers are predicted, a test without samples.
  ///
  /// - Throws: `ExperimentError.doesNotFit` with what to look at instead.
  public func check(for experiment: ResolvedExperiment) throws(ExperimentError) {
    if isShare, experiment.problem.classCount == nil {
      throw .doesNotFit(
        "\(quantity.rawValue) is the share of right answers and \(experiment.dataset) has numbers to predict: take "
          + "\(isOfTest ? Quantity.testLoss.rawValue : Quantity.trainLoss.rawValue).")
    }
    if isOfTest, experiment.trainRatio == 1, !experiment.dataset.isImages {
      throw .doesNotFit(
        "\(quantity.rawValue) needs samples for the test and trainRatio 1 keeps none: lower it, or take "
          + "\(isShare ? Quantity.trainAccuracy.rawValue : Quantity.trainLoss.rawValue).")
    }
  }

  private var isShare: Bool { quantity == .trainAccuracy || quantity == .testAccuracy }
  /// Whether it is about the test samples.
  var isOfTest: Bool { quantity == .testLoss || quantity == .testAccuracy }
}
