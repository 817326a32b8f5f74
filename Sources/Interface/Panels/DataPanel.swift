import Datasets
import Playground
import Screen

/// The left column: data sets as drawings, then what can be changed about the samples.
struct DataPanel: Drawable {
  let shell: Shell
  let layout: PlaygroundLayout

  func draw(in scene: inout Scene) {
    guard let rect = layout.data else { return }
    scene.frame.heading("DATA", x: rect.x, y: layout.headings, isCurrent: shell.attention.current?.panel == .data)
    let below = drawIcons(in: rect, &scene)
    drawControls(in: rect, from: below, &scene)
  }

  /// The data sets that have room, all with classes or all with numbers to predict; the one in play is among them.
  private func shown(_ count: Int) -> [PointGenerator] {
    var inPlay: PointGenerator?
    if case .points(let generator) = shell.resolved.dataset { inPlay = generator }
    let isRegression = inPlay?.kind == .regression
    let shown = Array(PointGenerator.allCases.filter { ($0.kind == .regression) == isRegression }.prefix(count))
    guard let inPlay, !shown.contains(inPlay) else { return shown }
    return shown.dropLast() + [inPlay]
  }

  private func drawIcons(in rect: Rect, _ scene: inout Scene) -> Int {
    let isLarge = layout.window == .large
    let (width, height) = isLarge ? (10, 5) : (8, 4)
    let controls = 13
    let rows = max(1, min(isLarge ? 3 : 2, (rect.height - controls) / (height + 2)))
    for (index, set) in shown(rows * 2).enumerated() where !shell.isHidden(.dataset(set.rawValue)) {
      let place = Rect(
        x: rect.x + (index % 2) * (width + 2), y: rect.y + (index / 2) * (height + 2), width: width, height: height)
      let target = Target.dataset(set.rawValue)
      let isChosen = set.rawValue == shell.resolved.dataset.description
      let isCurrent = shell.attention.current == target
      scene.frame.icon(Icon(set.sketch), in: place, isChosen: isChosen || isCurrent)
      scene.frame.put(
        set.rawValue.replacing("curve-", with: ""), centeredIn: place.x - 1..<place.maxX + 1, y: place.maxY,
        isChosen || isCurrent ? .accent : .dim,
        isChosen ? .bold : isCurrent ? .underline : [])
      scene.mark(Rect(x: place.x, y: place.y, width: width, height: height + 1), as: target)
    }
    return rect.y + rows * (height + 2) + 1
  }

  /// The seed, and that of the weights where it is another or there is room for both.
  private var seeds: [ExperimentKey] {
    layout.window == .large || shell.resolved.weightsSeed != shell.resolved.seed ? [.seed, .weightsSeed] : [.seed]
  }

  private func drawControls(in rect: Rect, from top: Int, _ scene: inout Scene) {
    var y = top
    let pitch = rect.maxY - top >= 13 ? 3 : 2
    for key in ExperimentKey.sliders where y + 1 < rect.maxY && !shell.isHidden(.control(key)) {
      let target = Target.control(key)
      scene.frame.slider(
        key.label, value: shell.text(of: key), share: shell.share(of: key), x: rect.x, y: y, width: rect.width,
        shell.look(of: target, isAvailable: shell.isAvailable(key)))
      scene.mark(Rect(x: rect.x, y: y, width: rect.width, height: 2), as: target)
      y += pitch
    }
    for key in seeds where y < rect.maxY {
      let look = shell.look(of: .control(key))
      scene.frame.put(key.label, x: rect.x, y: y, look.nameRole)
      scene.frame.put(
        scene.frame.shortened(shell.value(of: key), to: rect.width - key.label.count - 2), endingAt: rect.maxX, y: y,
        look.valueRole, look.valueAttributes)
      scene.mark(Rect(x: rect.x, y: y, width: rect.width, height: 1), as: .control(key))
      y += pitch == 3 && key == seeds.last ? 2 : 1
    }
    for toggle in Toggle.allCases where y < rect.maxY && !shell.isHidden(.toggle(toggle)) {
      scene.frame.toggle(
        toggle.rawValue, key: toggle == .testData ? "t" : "c", isOn: shell.isOn(toggle), x: rect.x, y: y,
        shell.look(of: .toggle(toggle)))
      scene.mark(Rect(x: rect.x, y: y, width: rect.width, height: 1), as: .toggle(toggle))
      y += 1
    }
  }
}

extension Icon {
  /// The drawing of a data set's idea.
  package init(_ sketch: PointSketch) {
    self.init(isLine: sketch.isLine) { u, v in
      switch sketch.ink(u, v) {
      case .negative?: .negative
      case .positive?: .positive
      case .third?: .third
      case nil: nil
      }
    }
  }
}

extension Shell {
  func isOn(_ toggle: Toggle) -> Bool { toggle == .testData ? showsTestData : discretises }

  /// How a control looks: current, at rest, or without effect.
  func look(of target: Target, isAvailable: Bool = true) -> ControlState {
    !isAvailable
      ? .unavailable : attention.current == target ? .current : isPointedOut(target) ? .pointedOut : .resting
  }

  /// Whether a key has a meaning for the data set in play.
  func isAvailable(_ key: ExperimentKey) -> Bool { key.concerns(resolved.dataset) }

  /// The value beside a knob; of samples as many as were asked for, or as the data brought.
  func text(of key: ExperimentKey) -> String {
    guard key == .samples, resolved.samples == 0, let material = snapshot?.material else { return sliderText(of: key) }
    return Number.count(material.train.count + (material.test?.count ?? 0))
  }
}
