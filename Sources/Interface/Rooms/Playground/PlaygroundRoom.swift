import Playground
import Screen

/// The playground: the ground for points and tables.
struct PlaygroundRoom: Room {
  var place: Place { .playground(self) }

  func keys(_ shell: Shell) -> KeyScope? { .playground }

  func draw(_ shell: Shell, _ explanation: Explanation, over beneath: ArraySlice<any Room>, in scene: inout Scene) {
    PlaygroundScreen(shell: shell, explanation: explanation).draw(in: &scene)
  }

  func request(_ shell: Shell) -> SnapshotRequest? { shell.mapsRequest(lecture: false) }

  /// Left of the map and the losses; where the map is enlarged, right of it; anywhere over enlarged losses. What explains
  /// the current line of a list stays to be read under it.
  func besides(_ shell: Shell) -> Rect? {
    let size = shell.size
    guard WindowClass(size) != .tiny, shell.enlarged != .loss else { return nil }
    let isMapEnlarged = shell.enlarged == .map
    let layout = shell.layout()
    let map = isMapEnlarged ? ZoomScreen.map(size) : layout.output
    let left = isMapEnlarged ? map.maxX + 1 : 0
    let right = isMapEnlarged ? size.width : map.x - PlaygroundLayout.axisColumns
    return Rect(x: left, y: 1, width: max(0, right - left), height: layout.explain.y - 1)
  }

  func bar(_ shell: Shell, narrow: Bool) -> [Command]? {
    if shell.divergence != nil { return [.enter, .learningRate, .rewind, .nextPanel, .help, .quit] }
    if shell.isZoomed { return [.playOrPause, .stepEpoch, .rewind, .zoom, .help, .quit] }
    // What comes first is shown first; the row takes as many as it has room for.
    return [
      .playOrPause, .stepEpoch, .rewind, .addLayer, .addUnit, .dataset, .nextPanel, .editPoints, .figures, .lectures,
      .newData, .newWeights, .learningRate, .activation, .faster, .zoom, .save, .undo, .weights, .digitPad, .copyLink,
      .equation, .stopAt, .theme, .help, .quit,
    ]
  }
}

/// Data, features, layers, output and loss side by side; or map and numbers alone, as large as the window.
struct PlaygroundScreen: Drawable {
  let shell: Shell
  let explanation: Explanation
  /// The samples as they are being placed, while they are.
  var editor: PointEditor?

  func draw(in scene: inout Scene) {
    if let enlarged = shell.enlarged {
      return ZoomScreen(shell: shell, explanation: explanation, enlarged: enlarged, editor: editor).draw(in: &scene)
    }
    let (layout, controls) = (shell.layout(), shell.controls)
    TitleRow(title: shell.title, rect: layout.title).draw(in: &scene)
    DataPanel(controls: controls, layout: layout).draw(in: &scene)
    ControlsPanel(controls: controls, layout: layout).draw(in: &scene)
    shell.networkSection(layout).draw(in: &scene)
    OutputPanel(
      picture: shell.outputPicture(editor), rect: layout.output, headings: layout.headings, axes: layout.outputAxes
    ).draw(in: &scene)
    shell.runPanel(
      heading: Rect(x: layout.loss.x, y: layout.lossHeading, width: layout.loss.width, height: 1), rect: layout.loss,
      showsAxis: layout.lossAxis != nil
    ).draw(in: &scene)
    ExplainPanel(explanation: explanation, notice: shell.notice, rect: layout.explain, rule: layout.rule).draw(
      in: &scene)
  }
}

extension Shell {
  /// Where the panels stand, for the network that is shown.
  func layout(lecture: Bool = false) -> PlaygroundLayout {
    enlarged == .network
      ? PlaygroundLayout(enlargingNetwork: size) : PlaygroundLayout(size, lecture: lecture, hidden: shownHidden)
  }

  /// The maps of units and output at the sizes at which the next frame draws them.
  func mapsRequest(lecture: Bool) -> SnapshotRequest {
    guard WindowClass(size) != .tiny else {
      return SnapshotRequest(outputMap: MapSize(width: size.width, height: size.height * 2))
    }
    let layout = layout(lecture: lecture)
    let units = NetworkLayout(hidden: shownHidden, in: layout.unitRegion, window: layout.window)
    let output = enlarged == .map ? ZoomScreen.map(size) : layout.output
    var enlarged: UnitPlace?
    if case .unit(let layer, let unit)? = attention.held { enlarged = .unit(layer: layer, index: unit) }
    return SnapshotRequest(
      unitMap: MapSize(width: units.side, height: units.side),
      outputMap: MapSize(width: output.width, height: output.height * 2), enlarged: enlarged)
  }
}
