import Datasets
import Interface
import NeuralEngine
import Playground
import Screen
import Testing

/// The digits room without a terminal: real digits, and a network made by hand so that its answers are known.
///
/// It tells a picture x by the nearest of ten means m, those of each class's first training digits: the nearest has the
/// largest m·x − ½ m·m. Ten hidden units say a fortieth of that, and the output takes each answer twenty times.
struct DigitsStage {
  private(set) var state: State
  let snapshot: Snapshot

  /// The digits are read once for all tests.
  private static let material = Result { try Material(digits) }

  private static var digits: Experiment {
    var experiment = Experiment(.images(ImageSelection(.mnist)))
    experiment.hidden = [10]
    return experiment
  }

  init(size: Size = Size(120, 40), theme: Theme = Theme()) throws {
    let material = try Self.material.get()
    let run = try Run(Self.digits, threads: 1, reusing: material)
    state = State(experiment: Self.digits, size: size, theme: theme)
    var snapshot = Snapshot(
      of: run, isRunning: false, generation: 0, speed: 0, request: SnapshotRequest(testSamples: Array(0..<40)))
    snapshot.network = Self.network(snapshot.network, of: material)
    snapshot.epoch = 9
    // The third test digit, a 1, is taken for a 7, every 25th of the others for the class after it.
    let labels = try #require(material.images?.test.labels)
    let answers = labels.indices.map { index in
      index == 2 ? Int32(7) : Int32((Int(labels[index]) + (index % 25 == 24 ? 1 : 0)) % 10)
    }
    snapshot.test = Evaluation(
      count: 10_000, loss: 0.1491, accuracy: 0.9571, confusion: Self.confusion, answers: answers)
    snapshot.evaluatedEpoch = 9
    snapshot.history = (0...9).map { epoch in
      let share = Double(epoch) / 9
      return LossPoint(
        position: Double(epoch), train: 2.3 - 2.2 * share, test: 2.3 - 2.15 * share, trainAccuracy: 0.1 + 0.87 * share,
        testAccuracy: 0.1 + 0.8571 * share)
    }
    var report = try #require(snapshot.report)
    for index in report.samples.indices { report.samples[index].predicted = Int(answers[index]) }
    snapshot.report = report
    self.snapshot = snapshot
    arrive(snapshot)
  }

  /// A network of other layers, with its first weights.
  init(hidden: [HiddenLayer], batchNorm: Bool = false, size: Size = Size(120, 40)) throws {
    var experiment = Self.digits
    experiment.hidden = hidden
    experiment.batchNorm = batchNorm
    let run = try Run(experiment, threads: 1, reusing: try Self.material.get())
    state = State(experiment: experiment, size: size, theme: Theme())
    snapshot = Snapshot(
      of: run, isRunning: false, generation: 0, speed: 0, request: SnapshotRequest(testSamples: Array(0..<40)))
    arrive(snapshot)
  }

  /// 957 of a thousand right, 30 taken for the next class, 13 for the one after.
  static let confusion = (0..<10).map { truth in
    (0..<10).map { said in truth == said ? 957 : (truth + 1) % 10 == said ? 30 : (truth + 2) % 10 == said ? 13 : 0 }
  }

  private static func network(_ blank: Network, of material: Material) -> Network {
    var network = blank
    let inputs = network.architecture.inputs
    var means = [[Float]](repeating: [Float](repeating: 0, count: inputs), count: 10)
    var counts = [Int](repeating: 0, count: 10)
    guard let train = material.images?.train else { return blank }
    for index in 0..<2000 where counts[Int(train.labels[index])] < 100 {
      let label = Int(train.labels[index])
      counts[label] += 1
      for (pixel, value) in train.picture(index).enumerated() { means[label][pixel] += Float(value) / 25_500 }
    }
    for unit in 0..<10 {
      for pixel in 0..<inputs { network.setWeight(means[unit][pixel] / 40, layer: 0, unit: unit, source: pixel) }
      network.setBias(-means[unit].reduce(0) { $0 + $1 * $1 } / 80, layer: 0, unit: unit)
      for output in 0..<10 { network.setWeight(output == unit ? 20 : 0, layer: 1, unit: output, source: unit) }
      network.setBias(0, layer: 1, unit: unit)
    }
    return network
  }

  /// A snapshot arrives and is drawn.
  mutating func arrive(_ snapshot: Snapshot) {
    _ = state.update(.snapshotArrived(snapshot))
    draw()
  }

  private mutating func draw() { _ = state.update(.shown(state.scene().regions)) }

  /// Presses keys by their names.
  @discardableResult
  mutating func press(_ names: String...) throws -> [Effect] {
    var effects: [Effect] = []
    for name in names {
      effects += state.update(.keyPressed(try #require(Key(name: name))))
      draw()
    }
    return effects
  }

  mutating func point(_ kind: PointerEvent.Kind, _ x: Int, _ y: Int, button: PointerEvent.Button = .left) {
    _ = state.update(.pointerActed(PointerEvent(kind, x: x, y: y, button: button)))
  }

  /// Drags through cells of a pad of 28×14, counted from its upper left corner, wherever the pad is and however large.
  mutating func drag(_ cells: [(Int, Int)], button: PointerEvent.Button = .left) throws {
    let pad = try #require(state.scene().regions.first { $0.target == .pad }).rect
    let places = cells.map { Point(pad.x + $0.0 * pad.width / 28, pad.y + $0.1 * pad.height / 14) }
    for (index, place) in places.enumerated() {
      point(index == 0 ? .press : .drag, place.x, place.y, button: button)
    }
    if let last = places.last { point(.release, last.x, last.y, button: button) }
    draw()
  }

  var lines: [String] { state.scene().frame.lines }
  var text: String { lines.joined(separator: "\n") }
}

/// A zero as a hand draws it on a pad of 28×14 cells.
let zero = [
  (16, 2), (12, 2), (8, 4), (7, 7), (8, 10), (12, 12), (16, 12), (20, 10), (21, 7), (20, 4), (16, 2),
]
/// A one: a stroke from top to bottom.
let one = [(14, 2), (14, 4), (14, 6), (13, 8), (13, 11)]
