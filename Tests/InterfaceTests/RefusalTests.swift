import Datasets
import Interface
import Playground
import Screen
import Testing

/// What cannot be done is said, and a stop is shown where it was set.
@Suite("What is said of what cannot be done, and of stops") struct RefusalTests {
  struct Line: Sendable, CustomTestStringConvertible {
    var settings: [String] = []
    let keys: String
    let says: String
    var testDescription: String { keys }
  }

  @Test(arguments: [
    Line(settings: ["hidden=[]"], keys: "-", says: "There is no hidden layer to take away."),
    Line(settings: ["hidden=[1]"], keys: "[", says: "A layer keeps at least one unit: - takes the last layer away."),
    Line(settings: ["trainRatio=1"], keys: "t", says: "There are no test samples to show: all are trained on."),
    Line(keys: "G", says: "Large weights cost nothing, whatever this rate: g chooses what they cost."),
    Line(keys: "g Down Enter", says: "l1 costs nothing while its rate is 0: G sets that."),
    Line(keys: "e 0 , 5 Enter", says: "learningRate cannot be \"0,5\": did you mean 0.5?"),
    Line(keys: "b 0 x 1 0 Enter", says: "batchSize cannot be \"0x10\"."),
    Line(keys: "w 0 , 5 Enter", says: "cannot be “0,5”: write 0.5."),
    Line(keys: "w 0 x 1 Enter", says: "cannot be “0x1”: it takes a number"),
    Line(keys: "<", says: "Speed: 20 epochs a second."), Line(keys: "< < <", says: "Speed: 1 epoch a second."),
    // Stops.
    Line(keys: "S 6 0 Enter", says: "Training stops after epoch 60."),
    Line(keys: "S 6 0 Enter", says: "stops at 60"),
    Line(keys: "S t e s t - l o s s < 0 . 3 Enter", says: "Training stops when testLoss < 0.3 is reached."),
    Line(keys: "S t e s t - l o s s < 0 . 3 Enter", says: "stops at testLoss < 0.3"),
    Line(settings: ["trainRatio=1"], keys: "S t e s t - l o s s < 0 . 3 Enter", says: "There are no test samples"),
    Line(
      settings: ["dataset=plane"], keys: "S t r a i n A c c u r a c y > 0 . 9 Enter",
      says: "Numbers to predict have no accuracy: stop at a loss."),
    Line(keys: ". . . S 2 Enter", says: "The run is past epoch 2 already: it stops there after the next r."),
    Line(settings: ["epochs=50"], keys: "S Ctrl-U Enter", says: "Training stops when you stop it."),
  ])
  func said(line: Line) throws {
    var experiment = Experiment()
    for setting in line.settings {
      let parts = setting.split(separator: "=", maxSplits: 1)
      try experiment.set(String(parts[0]), to: String(parts[1]))
    }
    var table = try Table(experiment)
    for key in line.keys.split(separator: " ") { try table.press(String(key)) }
    #expect(table.text.contains(line.says))
  }

  @Test("A stop that lies behind is not in the title any more")
  func pastAStop() throws {
    var table = try Table()
    try table.press("S", "2", "Enter", ".", ".")
    #expect(!table.text.contains("stops at"))
    try table.press("r")
    #expect(table.text.contains("stops at 2"))
  }

  @Test("Only samples that are seen are erased", arguments: [false, true])
  func erasing(showsTest: Bool) throws {
    var stage = try Stage(Experiment(.points(.gauss)))
    if showsTest { try stage.press("t") }
    try stage.press("i")
    for _ in 0..<40 { try stage.press("x") }
    let points = try #require(stage.state.editor).points
    #expect((points.test.count == 250) == !showsTest)
    #expect(points.points.count == 460)
  }

  @Test("By the mouse alone every page of the keys is reached, at the smallest size")
  func helpByMouse() throws {
    var stage = try Stage(size: Size(80, 24))
    try stage.press("?")
    #expect(stage.text.contains("page 1 of 2"))
    stage.point(.press, x: 78, y: 20)
    try stage.press("?")
    let panel = try #require(stage.state.scene().regions.first { $0.target == .row(0) }).rect
    stage.point(.press, x: panel.maxX - 1, y: panel.maxY - 1)
    guard case .help? = stage.state.overlay else {
      Issue.record("a click closed the keys")
      return
    }
    #expect(!stage.text.contains("page 1 of 2"))
    stage.point(.scrollUp, x: 40, y: 12)
    #expect(stage.text.contains("page 1 of 2"))
    stage.point(.scrollDown, x: 40, y: 12)
    #expect(!stage.text.contains("page 1 of 2"))
  }

  @Test("No words of the keys' list reach into the next column")
  func helpColumns() throws {
    var points = try Stage()
    try points.press("i", "?")
    var playground = try Stage()
    try playground.press("?")
    var digits = try DigitsStage()
    try digits.press("?")
    var inside = try DigitsStage(hidden: [.convolution(size: 5, maps: 6, padding: .same), 16])
    try inside.press("I", "?")
    for state in [points.state, playground.state, digits.state, inside.state] {
      let scene = state.scene()
      let panel = try #require(scene.regions.last { $0.target == .row(0) }).rect
      for region in scene.regions {
        guard case .command = region.target, panel.contains(region.rect) else { continue }
        #expect(scene.frame[region.rect.x - 1, region.rect.y].glyph == " ", "before \(region.target)")
      }
    }
  }

  @Test("What was said gives way to what is pointed at")
  func messagesGiveWay() throws {
    var stage = try Stage()
    stage.send(.reported("Saved: circle.yaml", isAlarm: false))
    #expect(stage.text.contains("Saved: circle.yaml"))
    let map = try #require(stage.state.scene().regions.last { $0.target == .output }).rect
    stage.point(.move, x: map.x, y: map.y)
    #expect(!stage.text.contains("Saved: circle.yaml"))
    stage.send(.pasted("nonsense"))
    stage.send(.pasted("https://playground.tensorflow.org/#dataset=xor&seed=0.3"))
    #expect(!stage.text.contains("Only a link"))
  }

  @Test("Of a link with several remarks all can be read")
  func remarks() throws {
    var stage = try Stage()
    stage.send(.opened(Experiment(), remarks: ["The first remark.", "The second remark."], hidden: []))
    #expect(stage.text.contains("The first remark.") && stage.text.contains("The second remark."))
  }

  @Test("A path that could not be read is not typed twice")
  func pathAgain() throws {
    var table = try Table()
    try table.press("d", "End", "Enter", "/", "n", "o", "Enter")
    #expect(table.text.contains("/no"))
    try table.press("d", "End", "Enter")
    guard case .files(let sheet)? = table.state.overlay else {
      Issue.record("the files are not listed")
      return
    }
    #expect(sheet.typed == "/no")
  }
}
