import Datasets
import NeuralEngine

extension Experiment {
  /// Finds keys that do not go together, before any data are read.
  ///
  /// - Throws: `ExperimentError.doesNotFit`, saying which keys and what to do.
  public func check() throws(ExperimentError) {
    let resolved = resolved()
    let bending = resolved.hidden.count(where: \.hasActivation)
    if let activation, activation.count > 1, activation.count != bending {
      throw .doesNotFit(
        "activation names \(activation.count) and hidden has \(bending) layers\(bending < resolved.hidden.count ? " beside its pools" : ""): "
          + "name one for all, or one for each.")
    }
    if points != nil, resolved.dataset.isImages {
      throw .doesNotFit("points lie on a plane, and \(resolved.dataset) has pictures: leave points out.")
    }
    if let patience, resolved.validation == 0 {
      throw .doesNotFit(
        "patience \(patience) waits for a lower validation loss, and validation holds no samples back: set validation to 0.2, "
          + "or leave patience out.")
    }
    try resolved.checkLoss()
    try resolved.checkFeatures()
  }
}

extension ResolvedExperiment {
  fileprivate func checkLoss() throws(ExperimentError) {
    guard loss.accepts(output) else {
      throw .doesNotFit(
        "loss \(loss.rawValue) has no meaning with output \(output.rawValue): leave one of the two out, and the other "
          + "chooses it.")
    }
    if labelSmoothing > 0, loss != .softmaxCrossEntropy {
      throw .doesNotFit(
        "labelSmoothing shares the certainty of softmaxCrossEntropy's targets, and loss is \(loss.rawValue): leave it out, or "
          + "set output to softmax.")
    }
    if dataset.recipe?.kind == .regression, loss != .squaredError {
      throw .doesNotFit(
        "loss \(loss.rawValue) tells classes apart and \(dataset) has numbers to predict: "
          + "leave loss and output out, or set them to squaredError and linear.")
    }
    if loss == .perceptron, !hidden.isEmpty {
      throw .doesNotFit(
        "loss perceptron trains a network without hidden layers and hidden is \(hidden): set hidden to [], or choose "
          + "another loss.")
    }
  }

  fileprivate func checkFeatures() throws(ExperimentError) {
    for feature in features {
      guard let plane = feature.plane else {
        guard !dataset.isImages else { continue }
        throw .doesNotFit(
          "features has \(feature), which belongs to pictures, and \(dataset) has none: take x1, x2 and their like, or a "
            + "formula of them.")
      }
      if dataset.isImages {
        throw .doesNotFit(
          "features has \(feature), which belongs to points on a plane, and \(dataset) has pictures: "
            + "take pixels, pixels:20x20, gray, gray:20x20, deskewed or stretched.")
      }
      if dataset.recipe?.dimensions == 1, plane.readsX2 {
        throw .doesNotFit(
          "features has \(feature), and \(dataset) has only x1: take x1, x1^2, sin(x1) or a formula of x1.")
      }
    }
  }
}
