import Course
import Datasets
import Foundation
import Interface
import NeuralEngine
import Playground
import Screen
import Testing

/// A thousand users who do what comes into their heads.
@Suite("Whatever is done, what the screen shows is what the run has") struct OneOwnerRandomTests {
  /// A test of fifty seeds is long enough to be worth a thread.
  private static let seedsATest = 50

  @Test("Random sequences of everything that can be done", arguments: 0..<20)
  func random(batch: Int) throws {
    for seed in (batch * Self.seedsATest)..<((batch + 1) * Self.seedsATest) { try play(seed) }
  }

  /// Plays one sequence; a complaint names its seed and what was done, which does the same again.
  private func play(_ seed: Int) throws {
    var dice = Dice(state: UInt64(seed))
    var table = try Table(Self.beginnings[seed % Self.beginnings.count])
    var done: [String] = []
    for _ in 0..<Int.random(in: 4...12, using: &dice) {
      // Some users are faster than the trainer: what they do is obeyed in one turn.
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let deed = try #require(Self.deeds.randomElement(using: &dice))
        done.append(deed.name)
        try deed.action(&table)
      }
      table.turn(Int.random(in: 1...2, using: &dice))
      if let difference = try table.difference {
        Issue.record("seed \(seed), after \(done.joined(separator: " | ")): \(difference)")
        return
      }
    }
    // What is drawn is a function of what was compared: a part of the screens is enough.
    if seed % 4 == 0, let difference = try table.differenceOnScreen {
      Issue.record("seed \(seed), after \(done.joined(separator: " | ")): \(difference)")
    }
  }

  private struct Deed: Sendable {
    let name: String
    let action: @Sendable (inout Table) throws -> Void
  }

  /// Keys pressed one after the other, none of them waiting for an answer.
  private static func keys(_ names: String) -> Deed {
    Deed(name: names) { table in
      for name in names.split(separator: " ") { try table.type(String(name)) }
    }
  }

  private static func act(_ name: String, _ action: Interface.Action) -> Deed { Deed(name: name) { $0.act(action) } }

  private static let beginnings: [Experiment] = {
    var scheduled = Experiment(.points(.circle))
    scheduled.schedule = .oneCycle
    scheduled.epochs = 30
    var steep = Experiment(.points(.plane))
    steep.learningRate = 1
    return [.circle, .rings3, .curveSine].map { Experiment(.points($0)) }.map(\.small) + [scheduled.small, steep.small]
  }()

  private static let deeds: [Deed] =
    [
      "Space", "Space", "Space", ".", ".", ",", ",", "r", "R", "n", "n", "Backspace", "Backspace", "<", ">", "Enter",
      "+", "-", "]", "[", "t", "c", "a Down Enter", "e Down Enter", "e Up Enter", "e 1 0 Enter", "e 1 Enter",
      "o Down Enter", "g Down Enter", "G Down Enter", "b Down Enter", "b 7 Enter", "f Down Enter", "d Home Enter",
      "d Home Down Enter", "d Home Down Down Down Enter", "d End Up Esc", "S 1 2 Enter", "S 3 Enter", "S Ctrl-U Enter",
      "S t e s t - l o s s < 0 . 2 Enter", "i", "Enter x", "1 Enter", "Esc", "Esc", "Right", "Left",
      "w 2 . 5 Enter", "w Right Esc", "Tab", "Tab Tab Right", "z", "u Esc", "9",
    ].map(keys) + [
      act("open what does not exist", .opened(nowhere, remarks: [], hidden: ["dataset"])),
      act("open with a schedule", .opened(beginnings[3], remarks: [], hidden: [])),
      act("open without its weights", .opened(weightless, remarks: [], hidden: [])),
      act(
        "paste a link", .pasted("https://playground.tensorflow.org/#dataset=xor&seed=0.3&networkShape=3&noise=10")),
      act("paste nonsense", .pasted("nonsense")),
      Deed(name: "open a lecture") { $0.act(.lectureOpened(try lecture.get())) },
      act("suspend", .suspended), act("resume", .resumed),
    ]

  private static let nowhere: Experiment = {
    var experiment = Experiment()
    try? experiment.set("dataset", to: "csv:/no/such.csv")
    return experiment
  }()

  private static let weightless: Experiment = {
    var experiment = Experiment(.points(.xor))
    experiment.weights = "/no/such.safetensors"
    return experiment
  }()

  private static let lecture = Result {
    try Lecture(text: LectureRoomTests.text, name: "small", file: "small.md")
  }
}

extension Experiment {
  /// The experiment with few samples, so that a thousand runs do not take long.
  fileprivate var small: Experiment {
    var small = self
    small.samples = 60
    return small
  }
}

extension Table {
  /// A key whose answer nobody waits for.
  mutating func type(_ name: String) throws {
    act(.keyPressed(try #require(Key(name: name), "there is no key \(name)")))
  }

  /// In what the screen's memory differs from what runs; nil if in nothing.
  var difference: String? {
    get throws {
      let run = try run
      guard let snapshot = state.snapshot else { return "there is no picture of the run" }
      if state.experiment != run.experiment {
        let keys = state.experiment.differences(from: run.experiment).map(\.key.name)
        return "the experiment shown differs in \(keys.isEmpty ? ["points"] : keys)"
      }
      if state.experiment.yaml != run.experiment.yaml { return "the file would be another" }
      if snapshot.resolved != run.resolved { return "the settings differ" }
      if snapshot.epoch != run.epoch || snapshot.samplesInEpoch != run.position { return "the epoch differs" }
      if snapshot.network != run.network { return "the network differs" }
      if snapshot.learningRate != run.learningRate { return "the rate differs" }
      if snapshot.material.points != run.material.points { return "the points differ" }
      if let editor = state.editor, editor.points != run.material.points, editor.points.trainCount > 0 {
        return "the points being placed differ"
      }
      if (state.runWord == "training") != isTraining { return "\(state.runWord), and training is \(isTraining)" }
      var goal = state.lecture.flatMap { $0.lecture.steps[$0.step].goal?.condition }
      // A lecture's goal is ticked while the run goes on.
      goal?.endsRun = false
      if goal != nil, run.verdict != nil, run.goal != goal {
        return "the verdict is of another goal"
      }
      return nil
    }
  }

  /// In what the screen itself differs from what runs, with nothing open over it; nil if in nothing.
  var differenceOnScreen: String? {
    mutating get throws {
      for _ in 0..<8 { try press("Esc") }
      act(.resized(Size(200, 60)))
      turn()
      let run = try run
      guard state.overlay == nil, state.lecture == nil, state.editor == nil else { return "something is still open" }
      let text = text
      let expected = [
        run.resolved.seed, run.resolved.dataset.description, run.resolved.optimizer.rawValue,
        "batch \(run.resolved.batchSize)", "schedule \(run.resolved.schedule.rawValue.prefix(3))",
      ]
      for words in expected where !text.contains(words) { return "\(words) is not on the screen:\n\(text)" }
      let rate = text.firstMatch(of: /rate ([0-9.]+)/).flatMap { Double($0.1) }
      guard let rate, abs(rate - run.learningRate) <= 0.01 * run.learningRate + 1e-9 else {
        return "the rate \(run.learningRate) is not on the screen:\n\(text)"
      }
      try type("u")
      guard let link = PlaygroundLink(copied) else { return "\(copied) is no link" }
      let said = PlaygroundLink(run.experiment)
      return link.experiment().experiment == said.experiment().experiment ? nil : "the link is \(copied)"
    }
  }
}
