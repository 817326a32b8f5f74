import Playground
import Screen

/// Features and layers with their lines; in their place, after a divergence, what happened.
struct NetworkSection: Drawable {
  let picture: NetworkPicture
  let layout: PlaygroundLayout
  var divergence: Divergence?
  /// Whether the features are shown at all.
  var showsFeatures = true
  /// Whether features that are not used are left out.
  var onlyUsed = false

  func draw(in scene: inout Scene) {
    if let divergence {
      let rect = Rect(
        x: layout.features.x, y: layout.network.y, width: layout.output.x - layout.features.x - 2,
        height: layout.network.height)
      return DivergedPanel(rect: rect, divergence: divergence).draw(in: &scene)
    }
    let places = FeatureLayout(
      picture.inputs.map { input in
        FeatureLayout.Item(
          isUsed: input.isUsed, isShown: !input.isHidden && (input.isUsed || !onlyUsed),
          hasPicture: input.feature != nil, labelColumns: input.symbol.count)
      },
      in: layout.features, labelColumns: layout.featureLabels, window: layout.window, isCentered: onlyUsed)
    let shape = picture.network?.architecture.hidden ?? picture.hidden
    let units = NetworkLayout(hidden: shape, in: layout.unitRegion, window: layout.window)
    NetworkPanel(picture: picture, layout: layout, features: places, units: units).draw(in: &scene)
    if let place = layout.layerCount, picture.hasButtons {
      LayerCount(count: picture.hidden.count, place: place).draw(in: &scene)
    }
    if showsFeatures { FeaturesPanel(picture: picture, layout: layout, places: places).draw(in: &scene) }
  }
}

extension Shell {
  /// Features and layers of the run in play.
  func networkSection(_ layout: PlaygroundLayout, onlyUsed: Bool = false) -> NetworkSection {
    NetworkSection(
      picture: networkPicture, layout: layout, divergence: divergence, showsFeatures: shows(.features),
      onlyUsed: onlyUsed)
  }
}
