import Playground
import Screen

extension Shell {
  /// Draws everything: a pure function of what the interface remembers.
  func scene() -> Scene {
    var scene = Scene(size, theme: theme)
    guard size.width > 0, size.height > 0 else { return scene }
    if WindowClass(size) == .tiny {
      TinyScreen(shell: self).draw(in: &scene)
    } else if let lecture {
      LectureRoom(shell: self, lecture: lecture).draw(in: &scene)
    } else if showsImages {
      DigitsRoom(shell: self).draw(in: &scene)
    } else if isZoomed {
      ZoomScreen(shell: self).draw(in: &scene)
    } else {
      PlaygroundRoom(shell: self).draw(in: &scene)
    }
    if let overlay { OverlayPanel(shell: self, overlay: overlay).draw(in: &scene) }
    if WindowClass(size) != .tiny {
      KeyRow(shell: self, rect: Rect(x: 0, y: size.height - 1, width: size.width, height: 1)).draw(in: &scene)
    }
    return scene
  }

  /// The pictures that the next frame wants from the trainer.
  var snapshotRequest: SnapshotRequest {
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
  let shell: Shell

  func draw(in scene: inout Scene) {
    let layout = PlaygroundLayout(shell.size)
    TitleRow(shell: shell, rect: layout.title).draw(in: &scene)
    DataPanel(shell: shell, layout: layout).draw(in: &scene)
    ControlsPanel(shell: shell, layout: layout).draw(in: &scene)
    NetworkSection(shell: shell, layout: layout).draw(in: &scene)
    OutputPanel(shell: shell, rect: layout.output, headings: layout.headings, axisRow: layout.outputAxis).draw(
      in: &scene)
    LossPanel(
      shell: shell, heading: Rect(x: layout.loss.x, y: layout.lossHeading, width: layout.loss.width, height: 1),
      rect: layout.loss, showsAxis: layout.lossAxis != nil
    ).draw(in: &scene)
    ExplainPanel(shell: shell, rect: layout.explain, rule: layout.rule).draw(in: &scene)
  }
}

/// Features and layers with their lines; in their place, after a divergence, what happened.
struct NetworkSection: Drawable {
  let shell: Shell
  let layout: PlaygroundLayout

  func draw(in scene: inout Scene) {
    if let divergence = shell.divergence {
      let rect = Rect(
        x: layout.features.x, y: layout.network.y, width: layout.output.x - layout.features.x - 2,
        height: layout.network.height)
      return DivergedPanel(shell: shell, rect: rect, divergence: divergence).draw(in: &scene)
    }
    let places = FeatureLayout(
      used: shell.features.map(\.isUsed), in: layout.features, labelColumns: layout.featureLabels,
      window: layout.window,
      onlyUsed: shell.showsUsedFeaturesOnly)
    let units = NetworkLayout(hidden: shell.shownHidden, in: layout.unitRegion, window: layout.window)
    NetworkPanel(shell: shell, layout: layout, features: places, units: units).draw(in: &scene)
    FeaturesPanel(shell: shell, layout: layout, places: places).draw(in: &scene)
  }
}

extension PlaygroundLayout {
  /// The room of the units' pictures: in larger windows one row more than the lines have.
  var unitRegion: Rect {
    Rect(x: network.x, y: network.y, width: network.width, height: network.height + (window == .small ? 0 : 1))
  }
}
