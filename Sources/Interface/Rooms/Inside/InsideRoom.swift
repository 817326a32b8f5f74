import NeuralEngine
import Playground
import Screen

/// Inside a network that looks at pictures: the maps of its layers as a digit flows through them, and any place of any map
/// taken apart into window × kernel = sum.
struct InsideRoom: Room {
  /// The layer and the map that the keys are about.
  private(set) var layer = 0
  private(set) var map = 0
  /// The place that was chosen; nil follows the one that answers most strongly.
  private(set) var chosen: Spot?
  /// Whether kernels stand in the maps' place.
  private(set) var showsKernels = false
  /// Whether what training sends back is shown instead of what goes forward.
  private(set) var showsBackward = false
  /// What covering the picture does; nil while nothing is covered.
  private(set) var occlusion: Occlusion?
  private var isCovering = false
  /// How the loss moves with everything; nil while it is not asked for.
  private(set) var errors: Sensitivity?
  /// The pixel in the middle of the covering square.
  private(set) var cover = Point(14, 14)
  /// What the last two were made of.
  private var subject: DigitReading.Subject?
  /// The network has no maps any more.
  private(set) var isOver = false

  var place: Place { .inside(self) }

  func keys(_ shell: Shell) -> KeyScope? { shell.isOnPad ? nil : .inside }

  func draw(_ shell: Shell, _ explanation: Explanation, over beneath: ArraySlice<any Room>, in scene: inout Scene) {
    let digits = beneath.lazy.compactMap { $0 as? DigitsRoom }.first ?? DigitsRoom()
    InsideScreen(shell: shell, room: self, digits: digits, explanation: explanation).draw(in: &scene)
  }

  func request(_ shell: Shell) -> SnapshotRequest? { SnapshotRequest() }

  func bar(_ shell: Shell, narrow: Bool) -> [Command]? {
    guard !shell.isOnPad else { return nil }
    return [
      .playOrPause, .nextMap, .nextLayer, .kernels, .backward, .occlude, .digitPad, .addUnit, .addLayer,
      .inside,
      .help, .quit,
    ]
  }

  func word(for command: Command, _ shell: Shell) -> String? {
    switch command {
    case .kernels: showsKernels ? "maps" : "kernels"
    case .backward: showsBackward ? "forward" : "backward"
    case .occlude: isCovering ? "uncover" : "occlude"
    case .digitPad where !shell.isOnPad: "draw"
    case .addUnit: "maps"
    case .inside: "leave"
    case _: nil
    }
  }

  func explain(_ target: Target?, _ shell: Shell) -> Explanation? {
    InsideExplanation(shell: shell, room: self).explain(target)
  }

  // MARK: - Which place

  /// The place that is shown: the one under the pointer, else the chosen one, else the strongest of the map.
  func spot(_ shell: Shell) -> Spot? {
    guard let reading = shell.reading, layer < reading.mapLayers else { return nil }
    if shell.attention.pointerMovedLast, let pointed = spot(under: shell.pointer, shell) { return pointed }
    let map = min(map, reading.shapes[layer].channels - 1)
    return chosen ?? Spot(strongestOf: map, layer: layer, in: reading)
  }

  /// The place of a map at a cell of the screen.
  private func spot(under cell: Point?, _ shell: Shell) -> Spot? {
    guard let cell, let reading = shell.reading, case .unit(let layer, let map)? = shell.regions.target(at: cell),
      layer < reading.mapLayers, let rect = shell.regions.rect(of: .unit(layer: layer, unit: map))
    else { return nil }
    return Spot(layer: layer, map: map, shape: reading.shapes[layer], at: cell, in: rect)
  }

  // MARK: - Coming and going

  mutating func enter(_ shell: inout Shell) -> [Effect] {
    let layers = shell.reading?.mapLayers ?? 0
    if case .layer(let layer)? = shell.attention.focus, layer < layers { self.layer = layer }
    shell.enlarged = nil
    shell.attention.focus(on: .unit(layer: layer, unit: map))
    return []
  }

  /// Esc lets go of what was asked for, the last first, and then leaves.
  mutating func letGo(_ shell: inout Shell) -> Bool {
    if shell.isOnPad {
      shell.attention.focus(on: .unit(layer: layer, unit: map))
    } else if isCovering {
      isCovering = false
    } else if showsBackward {
      showsBackward = false
    } else {
      return false
    }
    return true
  }

  func leave(_ shell: inout Shell) -> [Effect] {
    shell.attention.focus(on: nil)
    return []
  }

  // MARK: - Keys

  mutating func perform(_ command: Command, _ shell: inout Shell) -> [Effect]? {
    switch command {
    case .inside: shell.turn = .leave
    case .kernels: showsKernels.toggle()
    case .backward: showsBackward.toggle()
    case .occlude: isCovering.toggle()
    case .nextMap: chooseMap(by: 1, &shell)
    case .previousMap: chooseMap(by: -1, &shell)
    case .nextLayer: chooseLayer(by: 1, &shell)
    case .previousLayer: chooseLayer(by: -1, &shell)
    case .left where !shell.isOnPad: move(dx: -1, dy: 0, &shell)
    case .right where !shell.isOnPad: move(dx: 1, dy: 0, &shell)
    case .up where !shell.isOnPad: move(dx: 0, dy: -1, &shell)
    case .down where !shell.isOnPad: move(dx: 0, dy: 1, &shell)
    case .enter where !shell.isOnPad: chosen = nil
    case _: return nil
    }
    return []
  }

  private mutating func chooseMap(by step: Int, _ shell: inout Shell) {
    guard let count = shell.reading?.shapes[safe: layer]?.channels else { return }
    map = (map + step + count) % count
    chosen = nil
    shell.attention.focus(on: .unit(layer: layer, unit: map))
  }

  private mutating func chooseLayer(by step: Int, _ shell: inout Shell) {
    guard let reading = shell.reading, (0..<reading.mapLayers).contains(layer + step) else {
      shell.notice = Shell.Notice(
        text: step > 0 ? "This is the last layer of maps: what comes after it has units." : "This is the first layer.")
      return
    }
    layer += step
    map = min(map, reading.shapes[layer].channels - 1)
    chosen = nil
    shell.attention.focus(on: .unit(layer: layer, unit: map))
  }

  /// The arrows move the covering square, or the place.
  private mutating func move(dx: Int, dy: Int, _ shell: inout Shell) {
    shell.attention.pointerMovedLast = false
    if isCovering, let input = shell.network?.architecture.input {
      cover = Point(min(input.columns - 1, max(0, cover.x + 2 * dx)), min(input.rows - 1, max(0, cover.y + 2 * dy)))
    } else if var spot = spot(shell), let shape = shell.reading?.shapes[safe: spot.layer] {
      spot.move(dx: dx, dy: dy, shape: shape)
      chosen = spot
      shell.attention.focus(on: .unit(layer: spot.layer, unit: spot.map))
    }
  }

  // MARK: - Pointer

  mutating func point(_ event: PointerEvent, at target: Target?, _ shell: inout Shell) -> [Effect]? {
    guard event.kind == .press, case .unit? = target, let spot = spot(under: event.point, shell) else { return nil }
    (layer, map, chosen) = (spot.layer, spot.map, spot)
    return []
  }

  mutating func activate(_ target: Target, _ shell: inout Shell) -> [Effect]? {
    if case .unit(let layer, _) = target, layer < shell.reading?.mapLayers ?? 0 { return [] }
    return nil
  }

  /// The middle of the covering square: under the pointer, where it is on the picture.
  func coverMiddle(_ shell: Shell) -> Point {
    guard shell.attention.pointerMovedLast, let cell = shell.pointer, let rect = shell.regions.rect(of: .pad),
      rect.contains(cell), let input = shell.network?.architecture.input
    else { return cover }
    return Point(
      (2 * (cell.x - rect.x) + 1) * input.columns / (2 * rect.width),
      (2 * (cell.y - rect.y) + 1) * input.rows / (2 * rect.height))
  }

  // MARK: - What is measured

  mutating func receive(_ snapshot: Snapshot, _ shell: inout Shell) -> [Effect] {
    (occlusion, errors, subject) = (nil, nil, nil)
    return []
  }

  /// Keeps what was asked for true to the picture and the network.
  mutating func follow(_ shell: inout Shell) {
    guard let snapshot = shell.snapshot, let reading = shell.reading else {
      isOver = shell.snapshot.map { !$0.resolved.dataset.isImages } ?? false
      return
    }
    let network = snapshot.network
    isOver = reading.mapLayers == 0
    guard !isOver else { return }
    if layer >= reading.mapLayers { (layer, chosen) = (reading.mapLayers - 1, nil) }
    if map >= reading.shapes[layer].channels { (map, chosen) = (reading.shapes[layer].channels - 1, nil) }
    if let spot = chosen, spot.layer != layer || !spot.isInside(reading.shapes[layer]) { chosen = nil }
    if subject != reading.subject { (occlusion, errors) = (nil, nil) }
    subject = reading.subject
    if !isCovering {
      occlusion = nil
    } else if occlusion == nil {
      occlusion = Occlusion(reading, of: snapshot.material, by: network)
    }
    if !showsBackward {
      errors = nil
    } else if errors == nil {
      errors = network.sensitivity(
        of: snapshot.resolved.loss, smoothing: snapshot.resolved.labelSmoothing, label: reading.truth ?? reading.best,
        at: reading.inputs)
    }
  }
}

extension Spot {
  /// Whether a map of that shape has the place.
  fileprivate func isInside(_ shape: Shape) -> Bool {
    map < shape.channels && row < shape.rows && column < shape.columns
  }
}

extension InsideRoom {
  /// The room, where the network has maps to be seen; else a sentence that says what to do.
  static func opened(_ shell: inout Shell) -> InsideRoom? {
    guard shell.reading?.mapLayers ?? 0 > 0 else {
      let isLoading = shell.reading == nil
      shell.notice = Shell.Notice(
        text: isLoading
          ? "The pictures are being read."
          : "This network has no layer that looks through windows: + adds a convolution.")
      return nil
    }
    return InsideRoom()
  }
}
