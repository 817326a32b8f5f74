import Playground
import Screen

extension State {
  /// Draws everything: a pure function of what the interface remembers.
  public func scene() -> Scene {
    var scene = Scene(size, theme: theme)
    guard size.width > 0, size.height > 0 else { return scene }
    if WindowClass(size) == .tiny {
      TinyScreen(state: self).draw(in: &scene)
    } else if let lecture {
      LectureRoom(state: self, lecture: lecture).draw(in: &scene)
    } else if showsImages {
      DigitsRoom(state: self).draw(in: &scene)
    } else if isZoomed {
      ZoomScreen(state: self).draw(in: &scene)
    } else {
      PlaygroundRoom(state: self).draw(in: &scene)
    }
    if let overlay { OverlayPanel(state: self, overlay: overlay).draw(in: &scene) }
    if WindowClass(size) != .tiny {
      KeyRow(state: self, rect: Rect(x: 0, y: size.height - 1, width: size.width, height: 1)).draw(in: &scene)
    }
    return scene
  }

  /// The pictures that the next frame wants from the trainer.
  public var snapshotRequest: SnapshotRequest {
    if showsImages { return digitsRequest }
    guard WindowClass(size) != .tiny else {
      return SnapshotRequest(outputMap: MapSize(width: size.width, height: size.height * 2))
    }
    let layout = PlaygroundLayout(size, lecture: lecture != nil)
    let units = NetworkLayout(hidden: hidden, in: layout.unitRegion, window: layout.window)
    let output = isZoomed ? ZoomScreen.map(size) : layout.output
    var enlarged: UnitPlace?
    if case .unit(let layer, let unit)? = attention.held { enlarged = .unit(layer: layer, index: unit) }
    return SnapshotRequest(
      unitMap: MapSize(width: units.side, height: units.side),
      outputMap: MapSize(width: output.width, height: output.height * 2), enlarged: enlarged)
  }
}

/// The playground: data, features, layers, output and loss side by side.
struct PlaygroundRoom: Drawable {
  let state: State

  func draw(in scene: inout Scene) {
    let layout = PlaygroundLayout(state.size)
    TitleRow(state: state, rect: layout.title).draw(in: &scene)
    DataPanel(state: state, layout: layout).draw(in: &scene)
    ControlsPanel(state: state, layout: layout).draw(in: &scene)
    NetworkSection(state: state, layout: layout).draw(in: &scene)
    OutputPanel(state: state, rect: layout.output, headings: layout.headings, axisRow: layout.outputAxis).draw(
      in: &scene)
    LossPanel(
      state: state, heading: Rect(x: layout.loss.x, y: layout.lossHeading, width: layout.loss.width, height: 1),
      rect: layout.loss, showsAxis: layout.lossAxis != nil
    ).draw(in: &scene)
    ExplainPanel(state: state, rect: layout.explain, rule: layout.rule).draw(in: &scene)
  }
}

/// Features and layers with their lines; in their place, after a divergence, what happened.
struct NetworkSection: Drawable {
  let state: State
  let layout: PlaygroundLayout

  func draw(in scene: inout Scene) {
    if let divergence = state.divergence {
      let rect = Rect(
        x: layout.features.x, y: layout.network.y, width: layout.output.x - layout.features.x - 2,
        height: layout.network.height)
      return DivergedPanel(state: state, rect: rect, divergence: divergence).draw(in: &scene)
    }
    let places = FeatureLayout(
      used: state.features.map(\.isUsed), in: layout.features, labelColumns: layout.featureLabels,
      window: layout.window,
      onlyUsed: state.showsUsedFeaturesOnly)
    let units = NetworkLayout(hidden: state.shownHidden, in: layout.unitRegion, window: layout.window)
    NetworkPanel(state: state, layout: layout, features: places, units: units).draw(in: &scene)
    FeaturesPanel(state: state, layout: layout, places: places).draw(in: &scene)
  }
}

extension PlaygroundLayout {
  /// The room of the units' pictures: in larger windows one row more than the lines have.
  var unitRegion: Rect {
    Rect(x: network.x, y: network.y, width: network.width, height: network.height + (window == .small ? 0 : 1))
  }
}
