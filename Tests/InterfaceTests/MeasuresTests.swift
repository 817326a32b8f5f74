import Interface
import NeuralEngine
import Playground
import Screen
import Testing

/// The measures of `m`: tables, the ROC curve, and a threshold that is moved.
@Suite("Measures") struct MeasuresTests {
  private func stage(_ size: Size, _ settings: [String: String] = [:], epochs: Int = 20) throws -> Stage {
    var experiment = Experiment()
    for (key, value) in settings { try experiment.set(key, to: value) }
    var stage = try Stage(experiment, epochs: epochs, size: size)
    try stage.press("m")
    return stage
  }

  /// The words after a word on the screen.
  private func after(_ word: String, in stage: Stage) throws -> String {
    let line = try #require(stage.lines.last { $0.contains(word) && !$0.contains("Left Right") })
    return String(line[try #require(line.range(of: word)).upperBound...]).trimmingPrefix { $0 == " " }.description
  }

  private func cells(of target: Target, in stage: Stage) throws -> Rect {
    try #require(stage.state.scene().regions.last { $0.target == target }).rect
  }

  @Test("Tables and curve side by side", arguments: [Size(80, 24), Size(120, 40)])
  func golden(size: Size) throws {
    try expectGolden(
      stage(size, ["noise": "30", "validation": "0.2"]).frame, "measures-\(size.width)x\(size.height)")
  }

  @Test("Of three classes one is chosen, by keys and by the mouse")
  func classes() throws {
    var stage = try stage(Size(120, 40), ["dataset": "rings3"])
    #expect(stage.text.contains("0 against rest"))
    try stage.press("Down")
    #expect(stage.text.contains("1 against rest"))
    try stage.click(.row(3 + 2))
    #expect(stage.text.contains("2 against rest"))
    for key in ["Down", "Down"] { try stage.press(key) }
    #expect(stage.text.contains("2 against rest"), "there is none after the last")
  }

  @Test("The threshold begins where the network's answers part, and gives its confusion matrix")
  func ownThreshold() throws {
    let stage = try stage(Size(80, 24), ["noise": "30"])
    let counts = try #require(stage.run.test?.confusion)
    #expect(try after("threshold", in: stage).hasPrefix("0.00") || after("threshold", in: stage).hasPrefix("+0.00"))
    #expect(try after("is it", in: stage).split(separator: " ") == ["\(counts[1][1])", "\(counts[1][0])"])
    #expect(try after("is not", in: stage).split(separator: " ") == ["\(counts[0][1])", "\(counts[0][0])"])
  }

  @Test("A threshold at the ends takes all or nothing for the class; 0 goes back to the network's own")
  func ends() throws {
    var stage = try stage(Size(80, 24), ["noise": "30"])
    let counts = try #require(stage.run.test?.confusion)
    let (negatives, positives) = (counts[0].reduce(0, +), counts[1].reduce(0, +))
    let own = stage.text
    for _ in 0..<60 { try stage.press("Left") }
    #expect(try after("is it", in: stage).split(separator: " ") == ["\(positives)", "0"])
    #expect(try after("is not", in: stage).split(separator: " ") == ["\(negatives)", "0"])
    for _ in 0..<60 { try stage.press("Right") }
    #expect(try after("is it", in: stage).split(separator: " ") == ["0", "\(positives)"])
    #expect(try after("precision", in: stage).hasPrefix("–"))
    try stage.press("0")
    #expect(stage.text == own)
  }

  @Test("A click on the curve or on the track takes the threshold there, and the wheel moves it")
  func mouse() throws {
    var stage = try stage(Size(80, 24), ["noise": "30"])
    let own = stage.text
    let track = try cells(of: .row(1), in: stage)
    stage.point(.press, x: track.x, y: track.y)
    stage.point(.release, x: track.x, y: track.y)
    #expect(try after("is it", in: stage).hasSuffix(" 0"), "the lowest threshold finds all")
    let curve = try cells(of: .row(0), in: stage)
    stage.point(.press, x: curve.x, y: curve.maxY - 1)
    stage.point(.release, x: curve.x, y: curve.maxY - 1)
    #expect(try after("is it", in: stage).hasPrefix("0 "), "the lower left corner takes nothing for the class")
    try stage.press("0")
    stage.point(.scrollUp, x: curve.x, y: curve.y)
    #expect(stage.text != own && stage.text.contains("ROC"))
  }

  @Test("Where both have no room, Tab goes from the one to the other")
  func narrow() throws {
    var stage = try stage(Size(60, 24), ["noise": "30"])
    #expect(stage.text.contains("CONFUSION") && stage.text.contains("Tab ROC"))
    try stage.press("Tab")
    #expect(!stage.text.contains("CONFUSION") && stage.text.contains("false alarms"))
    try stage.click(.row(2))
    #expect(stage.text.contains("CONFUSION"))
  }

  @Test("Numbers to predict have R², and neither classes nor a curve; four samples without a test have both")
  func others() throws {
    let numbers = try stage(Size(80, 24), ["dataset": "plane"])
    #expect(numbers.text.contains("R²") && !numbers.text.contains("false alarms"))
    let gate = try stage(Size(80, 24), ["dataset": "gate-or"])
    #expect(gate.text.contains("train % ") && gate.text.contains("false alarms"))
  }

  @Test("No size is too small", arguments: [Size(10, 3), Size(30, 8), Size(40, 10), Size(60, 18), Size(79, 20)])
  func small(size: Size) throws {
    var stage = try stage(size, ["dataset": "rings3"])
    for key in ["Tab", "Right", "Down", "Tab", "0"] { try stage.press(key) }
    #expect(stage.lines.count == size.height)
  }
}
