import Playground

/// What a step of a lecture wants on the screen: only some panels, some of them highlighted, some hidden.
public struct Stage: Sendable, Equatable {
  /// The panels to show; empty means that the screen chooses as always.
  public var panels: [Part]
  /// The panels and controls that matter in this step.
  public var highlight: [Part]
  /// The panels and controls that would only distract.
  public var hide: [Part]

  /// A stage that names these parts; without any it leaves the screen as it is.
  public init(panels: [Part] = [], highlight: [Part] = [], hide: [Part] = []) {
    self.panels = panels
    self.highlight = highlight
    self.hide = hide
  }

  /// A part of the screen that a lecture can name.
  public enum Part: Hashable, Sendable {
    case panel(Panel)
    /// What changes a key of the experiment.
    case control(ExperimentKey)
    /// What changes the run or its pictures.
    case run, testData, discretize
  }

  /// The panels, left to right as the data flows.
  public enum Panel: String, CaseIterable, Sendable {
    case data, features, network, unit, output, loss, digits, pad, confusion, templates
  }
}

extension Stage.Part {
  /// Every part: the panels, then the controls; where a panel and a key have one name, it is the panel's.
  public static let all: [Stage.Part] =
    panels
    + ExperimentKey.all.filter { $0.control != nil && Stage.Panel(rawValue: $0.name) == nil }.map(Stage.Part.control)
    + [.run, .testData, .discretize]

  /// The panels alone.
  static let panels = Stage.Panel.allCases.map(Stage.Part.panel)

  /// The name by which a lecture calls the part.
  public var name: String {
    switch self {
    case .panel(let panel): panel.rawValue
    case .control(let key): key.name
    case .run: "run"
    case .testData: "testData"
    case .discretize: "discretize"
    }
  }
}
