import Playground
import Screen

/// Features and layers with their lines; in their place, after a divergence, what happened.
struct NetworkSection: Drawable {
  let shell: Shell
  let layout: PlaygroundLayout
  /// Whether features that are not used are left out.
  var onlyUsed = false

  func draw(in scene: inout Scene) {
    if let divergence = shell.divergence {
      let rect = Rect(
        x: layout.features.x, y: layout.network.y, width: layout.output.x - layout.features.x - 2,
        height: layout.network.height)
      return DivergedPanel(rect: rect, divergence: divergence).draw(in: &scene)
    }
    let places = FeatureLayout(
      used: shell.features.map(\.isUsed), in: layout.features, labelColumns: layout.featureLabels,
      window: layout.window,
      onlyUsed: onlyUsed)
    let units = NetworkLayout(hidden: shell.shownHidden, in: layout.unitRegion, window: layout.window)
    NetworkPanel(shell: shell, layout: layout, features: places, units: units).draw(in: &scene)
    if shell.shows(.features) {
      FeaturesPanel(shell: shell, layout: layout, places: places).draw(in: &scene)
    }
  }
}

extension PlaygroundLayout {
  /// The room of the units' pictures: in larger windows one row more than the lines have.
  var unitRegion: Rect {
    Rect(x: network.x, y: network.y, width: network.width, height: network.height + (window == .small ? 0 : 1))
  }
}
