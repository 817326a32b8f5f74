import Course
import Datasets
import Interface
import NeuralEngine
import Playground
import Screen
import Testing

/// The screen and the trainer play together; what the screen says is what the run has.
@Suite("What the screen shows is what the run has") struct OneOwnerTests {
  @Test("P1: after new samples another rate resets nothing")
  func newSamplesStay() throws {
    var table = try Table()
    try table.press("n", "Space")
    try table.turn { try $0.run.epoch >= 30 }
    try table.press("Space")
    let points = try table.run.material.points
    try table.press("e", "Down", "Enter")
    #expect(try table.run.epoch >= 30)
    #expect(try table.run.material.points == points)
    #expect(try table.run.resolved.learningRate == 0.1)
  }

  @Test("P2: after new samples the seed, the link and the file are those of the run")
  func newSeedIsShown() throws {
    var table = try Table()
    try table.press("n")
    let seed = try #require(try table.run.experiment.seed)
    #expect(seed != defaultSeed)
    #expect(table.text.contains(seed))
    #expect(table.state.experiment.yaml.contains(seed))
    try table.press("u")
    #expect(table.copied.contains("seed=\(seed)&"))
    // The network kept its weights, which the old seed gave.
    #expect(try #require(table.run.experiment.weightsSeed) == defaultSeed)
    #expect(table.text.contains("The page draws its first weights from its seed, with the samples."))
    #expect(try Run(table.run.experiment).network == (try table.run.network))
  }

  @Test("A link tells of the first weights what holds", arguments: [("r", true), ("R", false), ("n", false)])
  func firstWeights(key: String, areTheSame: Bool) throws {
    var table = try Table()
    try table.press(key, "u")
    #expect(table.text.contains("samples and first weights.") == areTheSame)
    #expect(try Run(table.run.experiment).network == (try table.run.network))
    #expect(try Run(table.run.experiment).material.points == (try table.run.material.points))
  }

  @Test("P3: new samples within a lecture's step do not hide that its goal is reached")
  func lectureGoal() throws {
    var table = try Table()
    table.act(.lectureOpened(try Lecture(text: LectureRoomTests.text, name: "small", file: "small.md")))
    try table.press("Right", "n", "Space")
    try table.turn { $0.text.contains("Goal reached") }
    #expect(table.text.contains("■ Goal: test loss below 0.2"))
  }

  @Test("P4: after a divergence the screen shows the rate that trains, and later settings leave it")
  func rateAfterDivergence() throws {
    var table = try Table(Experiment(.points(.plane)))
    try table.press("e", "1", "0", "Enter", "Space")
    try table.turn { if case .diverged = try $0.run.status { true } else { false } }
    try table.press("Enter")
    let rate = try table.run.resolved.learningRate
    #expect(rate < 10)
    #expect(table.text.contains("rate \(Number.plain(rate))"))
    try table.press("o", "Down", "Enter")
    #expect(try table.run.resolved.optimizer == .momentum)
    #expect(try table.run.resolved.learningRate == rate)
  }

  @Test("P5: what cannot be opened is not shown, and later settings change what runs")
  func refusedFile() throws {
    var table = try Table()
    try table.press("d")
    while !table.text.contains("▸ csv:") { try table.press("Down") }
    try table.press("Enter", "/", "n", "o", "Enter")
    #expect(table.text.contains("/no"))
    #expect(table.state.experiment == (try table.run.experiment))
    #expect(try #require(table.text.split(separator: "\n").first).contains("circle"))
    try table.press("+")
    #expect(try table.run.resolved.hidden == [4, 2, 2])
    #expect(table.state.experiment == (try table.run.experiment))
  }

  @Test("P8: Space goes on past a stop, and trains on")
  func onPastAStop() throws {
    var table = try Table()
    try table.press("S", "2", "0", "Enter", "Space")
    try table.turn { try $0.run.status == .finished(.epochs(20)) }
    #expect(table.text.contains("Stopped after 20 epochs, as the experiment asks. Space goes on."))
    try table.press("Space")
    try table.turn { try $0.run.epoch >= 30 }
    #expect(table.state.runWord == "training")
    try table.press("Space", "r", "Space")
    try table.turn { try $0.run.status == .finished(.epochs(20)) }
  }

  @Test("P8: Space goes on past a goal, and trains on")
  func onPastAGoal() throws {
    var table = try Table()
    try table.press("S", "t", "e", "s", "t", "-", "l", "o", "s", "s", "<", "0", ".", "3", "Enter", "Space")
    try table.turn { if case .finished(.goal) = try $0.run.status { true } else { false } }
    let epoch = try table.run.epoch
    try table.press("Space")
    try table.turn { try $0.run.epoch >= epoch + 10 }
    #expect(table.state.runWord == "training")
  }

  @Test("Space means what it will mean when the keys before it are obeyed")
  func fasterThanTheTrainer() throws {
    for (keys, trains) in [
      (["Space"], true), (["Space", "Space"], false), (["Space", "Space", "Space"], true),
      (["Space", ".", "Space"], true),
    ] {
      var table = try Table()
      for key in keys { try table.type(key) }
      table.turn()
      #expect(table.isTraining == trains, "\(keys)")
    }
  }

  @Test("P9: a schedule's rate in force is on the screen and in the explanation")
  func rateInForce() throws {
    var experiment = Experiment()
    experiment.schedule = .cosine
    experiment.epochs = 40
    var table = try Table(experiment)
    try table.press("Space")
    try table.turn { try $0.run.epoch == 40 }
    #expect(!table.text.contains("rate 0.03 "))
    try table.press("r")
    for _ in 0..<20 { try table.press(".") }
    #expect(try table.run.epoch == 20)
    // 25 updates an epoch: half of them are done, and half a cosine is at a half.
    #expect(Schedule.cosine.factor(step: 500, of: 1000) == 0.5)
    #expect(table.text.contains("rate 0.015"))
  }
}
