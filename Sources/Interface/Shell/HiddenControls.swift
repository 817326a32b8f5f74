import Datasets
import Playground

/// Controls that are not drawn: a link's author wanted the page so, or a lecture's step has no use for them.
extension Shell {
  /// Whether a target is not to be drawn.
  func isHidden(_ target: Target) -> Bool {
    if let part = target.part, stage?.hide.contains(part) == true { return true }
    guard !hiddenControls.isEmpty, let name = target.pageName(features: features.map(\.feature)) else { return false }
    return hiddenControls.contains(name)
  }
}

extension Target {
  /// What TensorFlow Playground's links call the control; nil for what the page has not.
  fileprivate func pageName(features: [Feature]) -> String? {
    switch self {
    case .control(let key): key.pageName
    case .dataset: ExperimentKey.dataset.pageName
    case .toggle(.testData): "showTestData"
    case .toggle(.discretise): "discretize"
    case .layerButton: "numHiddenLayers"
    case .feature(let index): features.indices.contains(index) ? PlaygroundLink.pageName(of: features[index]) : nil
    case .input, .layer, .unit, .weight, .bias, .output, .loss, .pad, .seen, .answer, .testDigit, .epsilon,
      .confusion, .part, .lectureText, .choice, .given, .command, .row, .state:
      nil
    }
  }
}
