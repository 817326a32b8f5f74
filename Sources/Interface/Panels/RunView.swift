import Playground
import Screen

/// What is shown of a run in the losses' place.
public enum RunView: Sendable {
  case losses, layers
}

extension Shell {
  /// The panel in the losses' place.
  func runPanel(heading: Rect, rect: Rect, showsAxis: Bool, showsLabels: Bool = true) -> any Drawable {
    switch runView {
    case .losses:
      LossPanel(curves: curves, heading: heading, rect: rect, showsAxis: showsAxis, showsLabels: showsLabels)
    case .layers:
      LayersPanel(layers: layerFigures, heading: heading, rect: rect, isCurrent: isMarked(.loss))
    }
  }

  /// What the explaining line says of it.
  func explainRunPanel() -> Explanation {
    switch runView {
    case .losses: explainLoss()
    case .layers: explainLayers()
    }
  }
}
