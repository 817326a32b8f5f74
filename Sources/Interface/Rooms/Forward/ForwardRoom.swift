import NeuralEngine
import Playground
import Screen

/// The matrices of a step: what comes into a layer, times its weights, plus its biases, and what the activation makes of
/// it, for the samples of the next mini-batch or for all.
struct ForwardRoom: Room {
  /// The layer, the place among the samples and the unit that the keys are about.
  private(set) var layer = 0
  private(set) var row = 0
  private(set) var unit = 0
  /// Whether all training samples are gone through, not those of the next mini-batch alone.
  private(set) var showsAll = false

  var place: Place { .forward(self) }

  func keys(_ shell: Shell) -> KeyScope? { .forward }

  func draw(_ shell: Shell, _ explanation: Explanation, over beneath: ArraySlice<any Room>, in scene: inout Scene) {
    ForwardScreen(shell: shell, room: self, explanation: explanation).draw(in: &scene)
  }

  func request(_ shell: Shell) -> SnapshotRequest? { SnapshotRequest(batch: true) }

  func bar(_ shell: Shell, narrow: Bool) -> [Command]? {
    [
      .playOrPause, .stepBatch, .nextLayer, .allSamples, .views, .leave, .stepEpoch, .rewind, .undo, .learningRate,
      .help,
      .quit,
    ]
  }

  func word(for command: Command, _ shell: Shell) -> String? {
    switch command {
    case .stepBatch: "one update"
    case .allSamples: showsAll ? "the next mini-batch" : "all samples"
    case _: nil
    }
  }

  func explain(_ target: Target?, _ shell: Shell) -> Explanation? {
    switch target {
    case nil, .part?, .state?: ForwardExplanation(shell: shell, room: self).explain()
    case _?: nil
    }
  }

  // MARK: - What is shown

  /// The samples, by their places among those for training.
  func samples(_ shell: Shell) -> [Int] {
    guard let snapshot = shell.snapshot else { return [] }
    let all = Array(0..<snapshot.material.train.count)
    return showsAll ? all : snapshot.batch.isEmpty ? all : snapshot.batch
  }

  func layout(_ shell: Shell) -> ForwardLayout? {
    guard let architecture = shell.network?.architecture, layer < architecture.layerCount else { return nil }
    return ForwardLayout(
      shell.size, sources: architecture.sources(layer), units: architecture.units(layer), rows: samples(shell).count)
  }

  /// The row and the unit that are lit: those under the pointer, else the chosen ones.
  func current(_ shell: Shell) -> (row: Int, unit: Int) {
    guard shell.attention.pointerMovedLast, case .part(let part)? = shell.attention.pointed, let cell = shell.pointer,
      let pointed = self.pointed(part, at: cell, shell)
    else { return (row, unit) }
    return pointed
  }

  /// The row and the unit at a cell of a matrix; X has no units and Wᵀ no rows of samples.
  private func pointed(_ part: Int, at cell: Point, _ shell: Shell) -> (row: Int, unit: Int)? {
    guard let matrix = Matrix(rawValue: part), let rect = shell.regions.rect(of: .part(part)),
      let layout = layout(shell)
    else { return nil }
    let first = first(layout, shell)
    let (down, across) = (cell.y - rect.y, (cell.x - rect.x) / ForwardLayout.numberColumns)
    return switch matrix {
    case .x: (first.row + down, unit)
    case .weights, .bias: (row, first.unit + across)
    case .z, .a: (first.row + down, first.unit + across)
    }
  }

  /// The matrices, as targets count them.
  enum Matrix: Int {
    case x, weights, bias, z, a
    var part: Target { .part(rawValue) }
  }

  /// The first row and the first unit that have room, so that the chosen ones are seen.
  func first(_ layout: ForwardLayout, _ shell: Shell) -> (row: Int, unit: Int) {
    func start(_ chosen: Int, _ shown: Int, _ count: Int) -> Int { max(0, min(chosen - shown / 2, count - shown)) }
    return (
      start(row, layout.shown.rows, samples(shell).count),
      start(unit, layout.shown.units, shell.network?.architecture.units(layer) ?? 0)
    )
  }

  // MARK: - Keys and pointer

  mutating func enter(_ shell: inout Shell) -> [Effect] {
    switch shell.attention.current {
    case .unit(let layer, let unit)?: (self.layer, self.unit) = (layer, unit)
    case .layer(let layer)?: self.layer = layer
    case _: break
    }
    shell.enlarged = nil
    shell.attention.focus(on: nil)
    return []
  }

  mutating func letGo(_ shell: inout Shell) -> Bool { false }

  mutating func perform(_ command: Command, _ shell: inout Shell) -> [Effect]? {
    switch command {
    case .views: shell.pickView(in: .forward)
    case .allSamples:
      showsAll.toggle()
      row = 0
    case .nextLayer: goOn(by: 1, &shell)
    case .previousLayer: goOn(by: -1, &shell)
    case .left: move(dx: -1, dy: 0, &shell)
    case .right: move(dx: 1, dy: 0, &shell)
    case .up: move(dx: 0, dy: -1, &shell)
    case .down: move(dx: 0, dy: 1, &shell)
    case .enter where shell.divergence == nil: return []
    case _: return nil
    }
    return []
  }

  private mutating func move(dx: Int, dy: Int, _ shell: inout Shell) {
    let (rows, units) = (samples(shell).count, shell.network?.architecture.units(layer) ?? 1)
    row = min(max(0, rows - 1), max(0, row + dy))
    unit = min(max(0, units - 1), max(0, unit + dx))
    shell.attention.focus(on: nil)
  }

  /// The next layer that is a product of matrices, or the one before.
  private mutating func goOn(by step: Int, _ shell: inout Shell) {
    guard let layout = shell.network?.layout else { return }
    var next = layer + step
    while layout.layers.indices.contains(next), !layout.layers[next].isDense { next += step }
    guard layout.layers.indices.contains(next) else {
      shell.notice = Shell.Notice(
        text: step > 0
          ? "This is the last layer: what it answers is the network's answer."
          : "Before this layer there is no product of matrices.")
      return
    }
    layer = next
    unit = 0
  }

  mutating func point(_ event: PointerEvent, at target: Target?, _ shell: inout Shell) -> [Effect]? {
    guard event.kind == .press, case .part(let part)? = target, let pointed = pointed(part, at: event.point, shell)
    else {
      return nil
    }
    (row, unit) = pointed
    return []
  }

  mutating func wheel(_ target: Target, by step: Int, _ shell: inout Shell) -> [Effect]? {
    guard case .part = target else { return nil }
    move(dx: 0, dy: -step, &shell)
    return []
  }

  /// Another network may have fewer layers or units, another mini-batch fewer samples.
  mutating func follow(_ shell: inout Shell) {
    guard let layout = shell.network?.layout else { return }
    layer = min(layer, layout.layers.count - 1)
    if !layout.layers[layer].isDense { layer = layout.layers.lastIndex(where: \.isDense) ?? layer }
    unit = min(unit, layout.layers[layer].units - 1)
    row = min(row, max(0, samples(shell).count - 1))
  }
}
