import Playground

/// What a step of a lecture wants on the screen: only some panels, some of them highlighted, some hidden.
public struct Stage: Sendable, Equatable {
  /// The panels to show; empty means that the screen chooses as always.
  public var panels: [Part]
  /// The panels and controls that matter in this step.
  public var highlight: [Part]
  /// The panels and controls that would only distract.
  public var hide: [Part]

  public init(panels: [Part] = [], highlight: [Part] = [], hide: [Part] = []) {
    self.panels = panels
    self.highlight = highlight
    self.hide = hide
  }

  /// A part of the screen that a lecture can name.
  public enum Part: String, CaseIterable, Sendable {
    // Panels, left to right as the data flows.
    case data, features, network, unit, output, loss, digits, pad, confusion, templates
    // Controls, by the key of the experiment that they set.
    case dataset, samples, noise, trainRatio, seed, hidden, activation, learningRate, optimizer, batchSize
    case regularization, regularizationRate
    // Controls of the run itself.
    case run, testData, discretize

    /// Whether the part is a panel; all others are controls.
    public var isPanel: Bool {
      switch self {
      case .data, .features, .network, .unit, .output, .loss, .digits, .pad, .confusion, .templates: true
      case .dataset, .samples, .noise, .trainRatio, .seed, .hidden, .activation, .learningRate, .optimizer,
        .batchSize, .regularization, .regularizationRate, .run, .testData, .discretize:
        false
      }
    }
  }
}
