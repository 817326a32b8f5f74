import NeuralEngine
import Playground
import Screen

/// The loss around the weights: a plane through parameter space as a map of heights, on which training goes downhill.
struct SurfaceRoom: Room {
  /// How near it is looked at: 1 is the usual.
  private(set) var zoom = 1.0
  /// The pixel of the cross, once the arrows have moved it.
  private(set) var chosen: Point?
  /// What network the plane's weights belong to.
  private var architecture: Architecture?

  private static let zoomStep = 1.5
  private static let zooms = 0.05...50.0

  var place: Place { .surface(self) }

  func keys(_ shell: Shell) -> KeyScope? { .surface }

  func draw(_ shell: Shell, _ explanation: Explanation, over beneath: ArraySlice<any Room>, in scene: inout Scene) {
    SurfaceScreen(shell: shell, room: self, explanation: explanation).draw(in: &scene)
  }

  func request(_ shell: Shell) -> SnapshotRequest? {
    SnapshotRequest(surface: SurfaceRequest(shell.surfacePlane, zoom: zoom))
  }

  func bar(_ shell: Shell, narrow: Bool) -> [Command]? {
    [
      .playOrPause, .stepEpoch, .rewind, .plane, .otherDirections, .farther, .closer, .undo, .views, .leave,
      .newWeights,
      .learningRate, .optimizer, .help, .quit,
    ]
  }

  func word(for command: Command, _ shell: Shell) -> String? {
    switch command {
    case .enter: "go there"
    case .newWeights: "new weights"
    case _: nil
    }
  }

  func explain(_ target: Target?, _ shell: Shell) -> Explanation? {
    switch target {
    case nil, .part?, .state?: SurfaceExplanation(shell: shell, room: self).explain()
    case _?: nil
    }
  }

  /// Beside the map.
  func besides(_ shell: Shell) -> Rect? {
    guard WindowClass(shell.size) != .tiny else { return nil }
    let layout = MapRoomLayout(shell.size)
    return Rect(columns: layout.map.maxX + 1..<shell.size.width, rows: 1..<shell.size.height - 1)
  }

  // MARK: - What is shown

  /// What is measured of the network that is shown.
  func surface(_ shell: Shell) -> LossSurface? {
    shell.snapshot?.surface.flatMap { $0.network.architecture == shell.network?.architecture ? $0 : nil }
  }

  /// The pixel that is read: the one under the pointer, else the chosen one.
  func cross(_ shell: Shell, _ surface: LossSurface) -> Point? {
    if shell.attention.pointerMovedLast, shell.attention.pointed == .part(0), let cell = shell.pointer,
      let rect = shell.regions.rect(of: .part(0))
    {
      return SurfaceMap.pixel(of: cell, in: rect, side: surface.side)
    }
    return chosen
  }

  /// What stands across and up.
  func axisNames(_ shell: Shell, _ surface: LossSurface) -> (across: String, up: String) {
    switch surface.request.plane {
    case .parameters(let across, let up):
      (shell.parameterName(across), shell.parameterName(up))
    case .random, .principal: ("a", "b")
    }
  }

  /// What the plane is, in a sentence or two.
  func planeWords(_ shell: Shell) -> String {
    switch shell.surfacePlane {
    case .parameters(let across, let up):
      return "\(shell.parameterName(across)) across and \(shell.parameterName(up)) up; all others as training has them."
    case .random:
      return
        "Two random directions, each unit's part as long as its weights: at a = 1 they have moved by as much as they are."
    case .principal:
      guard let surface = surface(shell), let share = surface.axes.share else {
        return "The two directions in which training has gone most; until it has gone somewhere, two random ones."
      }
      return "The two directions in which training has gone most: \(Number.percent(share, decimals: 0).trimmed) of the "
        + "path's spread lies in them."
    }
  }

  // MARK: - Coming and going

  mutating func enter(_ shell: inout Shell) -> [Effect] {
    shell.enlarged = nil
    shell.attention.focus(on: nil)
    return []
  }

  mutating func letGo(_ shell: inout Shell) -> Bool {
    guard chosen != nil else { return false }
    chosen = nil
    return true
  }

  mutating func follow(_ shell: inout Shell) {
    guard let now = shell.network?.architecture else { return }
    // Weights of another network are not those that were chosen.
    let isOther = architecture.map { $0 != now } ?? false
    if case .parameters(let across, let up) = shell.surfacePlane,
      isOther || !shell.isParameter(across) || !shell.isParameter(up)
    {
      shell.surfacePlane = .random(seed: 1)
    }
    architecture = now
  }

  // MARK: - Keys and pointer

  mutating func perform(_ command: Command, _ shell: inout Shell) -> [Effect]? {
    switch command {
    case .views: shell.pickView(in: .surface)
    case .plane: shell.pickPlane()
    case .otherDirections: return shell.drawOtherDirections()
    case .closer: zoom(by: Self.zoomStep)
    case .farther: zoom(by: 1 / Self.zoomStep)
    case .left: move(dx: -1, dy: 0, &shell)
    case .right: move(dx: 1, dy: 0, &shell)
    case .up: move(dx: 0, dy: -1, &shell)
    case .down: move(dx: 0, dy: 1, &shell)
    case .enter where shell.divergence == nil: return goToCross(&shell)
    case _: return nil
    }
    return []
  }

  private mutating func zoom(by factor: Double) {
    zoom = min(Self.zooms.upperBound, max(Self.zooms.lowerBound, zoom * factor))
    // A hair of rounding aside, there and back is where it was.
    if abs(zoom - 1) < 1e-9 { zoom = 1 }
  }

  /// The arrows move the cross by a cell, at first from the middle.
  private mutating func move(dx: Int, dy: Int, _ shell: inout Shell) {
    guard let surface = surface(shell) else { return }
    let map = MapRoomLayout(shell.size).map
    let from = chosen ?? Point(surface.side / 2, surface.side / 2)
    let step = (across: max(1, surface.side / max(1, map.width)), down: max(1, surface.side / max(1, map.height)))
    chosen = Point(
      min(surface.side - 1, max(0, from.x + dx * step.across)), min(surface.side - 1, max(0, from.y + dy * step.down)))
    shell.attention.focus(on: nil)
  }

  private func goToCross(_ shell: inout Shell) -> [Effect] {
    guard let surface = surface(shell), let cross = cross(shell, surface) else {
      return shell.refuse("The arrows move a cross over the surface; Enter, or a click, goes there.")
    }
    return shell.go(to: surface.parameters(at: surface.place(column: cross.x, row: cross.y)))
  }

  mutating func point(_ event: PointerEvent, at target: Target?, _ shell: inout Shell) -> [Effect]? {
    guard event.kind == .press, target == .part(0), let surface = surface(shell),
      let rect = shell.regions.rect(of: .part(0))
    else { return nil }
    let pixel = SurfaceMap.pixel(of: event.point, in: rect, side: surface.side)
    return shell.go(to: surface.parameters(at: surface.place(column: pixel.x, row: pixel.y)))
  }

  mutating func wheel(_ target: Target, by step: Int, _ shell: inout Shell) -> [Effect]? {
    guard target == .part(0) else { return nil }
    zoom(by: step > 0 ? Self.zoomStep : 1 / Self.zoomStep)
    return []
  }
}
