import Datasets

/// Controls that an opened link hides, as its author wanted the page to look.
extension Shell {
  /// Whether a target is not to be drawn.
  func isHidden(_ target: Target) -> Bool {
    guard !hiddenControls.isEmpty, let name = target.pageName(features: features.map(\.feature)) else { return false }
    return hiddenControls.contains(name)
  }
}

extension Target {
  /// What TensorFlow Playground's links call the control; nil for what the page has not.
  fileprivate func pageName(features: [Feature]) -> String? {
    switch self {
    case .control(.activation): "activation"
    case .control(.learningRate): "learningRate"
    case .control(.batchSize): "batchSize"
    case .control(.regularization): "regularization"
    case .control(.regularizationRate): "regularizationRate"
    case .control(.dataset), .dataset: "dataset"
    case .slider(.noise): "noise"
    case .slider(.trainRatio): "percTrainData"
    case .toggle(.testData): "showTestData"
    case .toggle(.discretise): "discretize"
    case .layerButton: "numHiddenLayers"
    case .feature(let index): features.indices.contains(index) ? features[index].pageName : nil
    case .control, .slider, .seed, .layer, .unit, .weight, .bias, .output, .loss, .pad, .seen, .answer, .testDigit,
      .confusion, .lectureText, .choice, .command, .row, .state:
      nil
    }
  }
}

extension Feature {
  fileprivate var pageName: String {
    switch self {
    case .x1: "x"
    case .x2: "y"
    case .x1Squared: "xSquared"
    case .x2Squared: "ySquared"
    case .product: "xTimesY"
    case .sinX1: "sinX"
    case .sinX2: "sinY"
    }
  }
}
