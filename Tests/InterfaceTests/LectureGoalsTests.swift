import Course
import Datasets
import Interface
import Playground
import Screen
import Testing

@Suite("Goals of a lecture beside the playground") struct LectureGoalsTests {
  @Test("A goal is ticked the moment it is reached, and the run goes on")
  func goal() throws {
    var table = try Table(size: Size(120, 40))
    table.act(.lectureOpened(try Lecture(text: LectureRoomTests.text, name: "small", file: "small.md")))
    try table.press("Right")
    #expect(table.text.contains("□ Goal: test loss below 0.2"))
    try table.press("Space")
    try table.turn { try $0.run.verdict != nil }
    let epoch = try #require(try table.run.verdict?.epoch)
    try table.turn { try $0.run.epoch > epoch + 1 }
    #expect(table.isTraining)
    #expect(table.text.contains("■ Goal: test loss below 0.2"))
    #expect(table.text.contains("reached at epoch \(epoch)"))
    #expect(table.text.contains("Goal reached"))
    try table.press("r")
    #expect(table.text.contains("■ Goal: test loss below 0.2"), "what was reached once stays ticked")
  }

  @Test("A goal that must fail may get there first, and be tried again with the step's own experiment")
  func foretold() throws {
    let text = LectureRoomTests.text.replacing("testLoss < 0.2", with: "fails: trainLoss < 0.2 within 300 epochs")
      .replacing(
        "dataset: gauss", with: "dataset: gate-xor\nhidden: []\nlearningRate: 0.1\nepochs: 300")
    var table = try Table()
    table.act(.lectureOpened(try Lecture(text: text, name: "small", file: "small.md")))
    try table.press("Right")
    table.act(.opened(try easy(table), remarks: [], hidden: []))
    try table.press("Space")
    try table.turn { try $0.run.verdict != nil }
    #expect(try table.run.verdict?.isReached == true)
    #expect(table.text.contains("It got there after all"))
    #expect(table.text.contains("□ Goal"))
    try table.press("0", "Space")
    try table.turn { try $0.run.verdict != nil }
    #expect(table.text.contains("■ Goal"))
    #expect(table.text.contains("As foretold"))
  }

  @Test("Other data than the step's reach nothing")
  func otherData() throws {
    var table = try Table()
    table.act(.lectureOpened(try Lecture(text: LectureRoomTests.text, name: "small", file: "small.md")))
    try table.press("Right")
    var other = Experiment(.points(.circle))
    other.hidden = [4]
    table.act(.opened(other, remarks: [], hidden: []))
    table.turn()
    #expect(table.text.contains("other data: 0 sets the step's own"))
    try table.press("Space")
    try table.turn { try $0.run.verdict != nil }
    #expect(table.text.contains("□ Goal"))
    try table.press("0")
    #expect(table.state.experiment.yaml.contains("dataset: gauss"))
  }

  /// The data in play, with a network for which they are easy.
  private func easy(_ table: Table) throws -> Experiment {
    var experiment = table.state.experiment
    experiment.hidden = [8]
    experiment.seed = "1"
    return experiment
  }
}
