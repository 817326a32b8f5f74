import Datasets
import NeuralEngine
import Playground
import Screen

/// A perceptron taught by hand on the samples in play: each sample in turn, right or wrong, and the correction with its
/// numbers as the line turns.
struct PerceptronRoom: Room {
  private(set) var training = HandTraining()
  /// What was before, to go back to.
  private var past: [HandTraining] = []
  /// The samples that are learnt from; others begin anew.
  private var samples: PointSet?
  /// There are no two classes on a plane any more.
  private(set) var isOver = false

  /// So many steps can be gone back.
  private static let memory = 500

  var place: Place { .perceptron(self) }

  func keys(_ shell: Shell) -> KeyScope? { .perceptron }

  func draw(_ shell: Shell, _ explanation: Explanation, over beneath: ArraySlice<any Room>, in scene: inout Scene) {
    PerceptronScreen(shell: shell, room: self, explanation: explanation).draw(in: &scene)
  }

  func request(_ shell: Shell) -> SnapshotRequest? { SnapshotRequest() }

  func bar(_ shell: Shell, narrow: Bool) -> [Command]? {
    [.stepBatch, .enter, .stepEpoch, .left, .rewind, .playOrPause, .views, .leave, .dataset, .help, .quit]
  }

  func word(for command: Command, _ shell: Shell) -> String? {
    switch command {
    case .stepBatch: isWrong(shell) ? "correct it" : "next sample"
    case .enter: "next mistake"
    case .stepEpoch: "to the pass's end"
    case .left: "back"
    case .rewind: "begin again"
    case _: nil
    }
  }

  func explain(_ target: Target?, _ shell: Shell) -> Explanation? {
    switch target {
    case nil, .part?, .state?: PerceptronExplanation(shell: shell, room: self).explain()
    case _?: nil
    }
  }

  /// The samples for training.
  func points(_ shell: Shell) -> ArraySlice<LabelledPoint> { shell.snapshot?.material.points?.train ?? [] }

  /// The sample that has its turn.
  func current(_ shell: Shell) -> LabelledPoint? { points(shell).dropFirst(training.sample).first }

  /// Whether the sample is answered wrongly, and has not been learnt from yet.
  private func isWrong(_ shell: Shell) -> Bool {
    guard let point = current(shell), !training.isCorrected else { return false }
    return training.now.error(point) != 0
  }

  /// η: the experiment's.
  func rate(_ shell: Shell) -> Double { shell.snapshot?.resolved.learningRate ?? 1 }

  // MARK: - Coming and going

  mutating func enter(_ shell: inout Shell) -> [Effect] {
    shell.enlarged = nil
    shell.attention.focus(on: nil)
    return []
  }

  mutating func letGo(_ shell: inout Shell) -> Bool { false }

  /// Its samples may be others now; until something is done by hand, the line is that of the network in play, if that is
  /// one that has a line.
  mutating func follow(_ shell: inout Shell) {
    let points = shell.snapshot?.material.points
    isOver = shell.snapshot.map { !$0.material.partsByLine } ?? false
    if points != samples {
      samples = points
      restart()
    }
    if !training.hasBegun { training = HandTraining(from: shell.linePerceptron ?? HandPerceptron()) }
  }

  private mutating func restart() {
    training = HandTraining()
    past = []
  }

  // MARK: - Keys and pointer

  mutating func perform(_ command: Command, _ shell: inout Shell) -> [Effect]? {
    switch command {
    case .views: shell.pickView(in: .perceptron)
    case .stepBatch, .right: go(shell) { $0.step($1, rate: $2) }
    case .enter where shell.divergence == nil: go(shell) { $0.stepToMistake($1, rate: $2) }
    case .stepEpoch: go(shell) { $0.pass($1, rate: $2) }
    case .left: if let last = past.popLast() { training = last }
    case .rewind: restart()
    case _: return nil
    }
    return []
  }

  private mutating func go(_ shell: Shell, _ deed: (inout HandTraining, ArraySlice<LabelledPoint>, Double) -> Void) {
    past.append(training)
    if past.count > Self.memory { past.removeFirst() }
    deed(&training, points(shell), rate(shell))
  }

  mutating func point(_ event: PointerEvent, at target: Target?, _ shell: inout Shell) -> [Effect]? {
    guard event.kind == .press, target == .part(0) else { return nil }
    go(shell) { $0.step($1, rate: $2) }
    return []
  }

  mutating func wheel(_ target: Target, by step: Int, _ shell: inout Shell) -> [Effect]? {
    guard target == .part(0) else { return nil }
    return perform(step < 0 ? .right : .left, &shell)
  }
}

extension PerceptronRoom {
  /// The room, where there are two classes on a plane; else a sentence that says what to do.
  @Sendable static func opened(_ shell: inout Shell) -> Place? {
    guard shell.snapshot?.material.partsByLine == true else {
      shell.notice = Shell.Notice(
        text: "A perceptron's line parts two classes on a plane: d chooses such data, gauss for one.")
      return nil
    }
    return .perceptron(PerceptronRoom())
  }
}

extension Material {
  /// Whether the samples are of two classes on a plane.
  fileprivate var partsByLine: Bool { points.map { $0.kind.classCount == 2 && $0.dimensions == 2 } ?? false }
}

extension Shell {
  /// The line of the network in play, if its one output is made of x₁ and x₂ alone; nil for every other network.
  var linePerceptron: HandPerceptron? {
    guard let snapshot, let network, network.architecture.layerCount == 1, network.architecture.outputs == 1,
      network.architecture.inputs == 2, snapshot.material.kind == .points2D,
      snapshot.material.preparation.inputs(x1: 1, x2: 0) == [1, 0],
      snapshot.material.preparation.inputs(x1: 0, x2: 1) == [0, 1]
    else { return nil }
    func weight(_ source: Int) -> Double { Double(network.weight(layer: 0, unit: 0, source: source)) }
    var perceptron = HandPerceptron()
    perceptron.weights = (weight(0), weight(1))
    perceptron.bias = Double(network.bias(layer: 0, unit: 0))
    return perceptron
  }
}
