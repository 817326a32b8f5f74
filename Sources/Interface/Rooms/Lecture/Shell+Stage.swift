import Course
import Playground

/// What a lecture's step wants of the screen.
extension Shell {
  /// Whether a step shows a panel: none are chosen, or this one is, and it is not hidden.
  func shows(_ panel: Stage.Panel) -> Bool {
    guard let stage else { return true }
    let chosen = stage.panels.isEmpty || stage.panels.contains(.panel(panel))
    return chosen && !stage.hide.contains(.panel(panel))
  }

  /// Whether a step points at a panel.
  func stepPoints(at panel: Stage.Panel) -> Bool { stage?.highlight.contains(.panel(panel)) == true }

  /// Whether a step points at a panel or has it among the few that it shows.
  func stepAsks(for panel: Stage.Panel) -> Bool {
    shows(panel) && (stepPoints(at: panel) || stage?.panels.contains(.panel(panel)) == true)
  }

  /// Whether the heading of a panel wears the accent: something in it is current, or a step points at it.
  func isMarked(_ panel: Panel) -> Bool {
    attention.current?.panel == panel || stage?.highlight.contains { $0.panel == panel } == true
  }

  /// Whether a step points at what a target changes.
  func isPointedOut(_ target: Target) -> Bool { target.part.map { stage?.highlight.contains($0) == true } ?? false }
}

extension Target {
  /// The control that it is, in the words of a lecture; nil for pictures.
  var part: Stage.Part? {
    switch self {
    case .control(let key): .control(key)
    case .dataset: .control(.dataset)
    case .toggle(.testData): .testData
    case .toggle(.discretise): .discretize
    case .layerButton: .control(.hidden)
    case .state, .command(.playOrPause): .run
    case .feature, .input, .layer, .unit, .weight, .bias, .output, .loss, .pad, .seen, .answer, .testDigit, .confusion,
      .epsilon, .part,
      .lectureText, .choice, .given, .command, .row:
      nil
    }
  }
}

extension Stage.Part {
  /// The panel on the screen that it is, if it is one.
  fileprivate var panel: Panel? {
    guard case .panel(let panel) = self else { return nil }
    return switch panel {
    case .data: .data
    case .features: .features
    case .network, .unit: .network
    case .output: .output
    case .loss: .loss
    case .digits: .testDigits
    case .pad: .pad
    case .confusion: .confusion
    case .templates: .answers
    }
  }
}
