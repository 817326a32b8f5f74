import Interface
import Playground
import Screen
import Testing

@Suite("Pictures of the test") struct GalleryTests {
  /// The test digits on the screen, counted from 0, in the order in which they stand.
  private func shown(_ stage: DigitsStage) -> [Int] {
    stage.state.scene().regions.compactMap { if case .testDigit(let index) = $0.target { index } else { nil } }
  }

  @Test("Every page begins with mistakes, and asks what the network says of its pictures now")
  func mixed() throws {
    var stage = try DigitsStage()
    #expect(shown(stage) == [2, 24, 49, 0, 1, 3, 4, 5])
    try stage.press("PageDown")
    #expect(shown(stage) == [74, 99, 124, 6, 7, 8, 9, 10])
    #expect(stage.text.contains("10,000, page 2 of 1,250"))
    #expect(stage.state.snapshotRequest.testSamples == shown(stage))
    try stage.press("PageUp", "PageUp")
    #expect(shown(stage).first == 2)
  }

  @Test("M shows mistakes alone, and all again")
  func mistakes() throws {
    var stage = try DigitsStage()
    try stage.press("M")
    #expect(stage.text.contains("MISTAKES"))
    #expect(shown(stage) == [2, 24, 49, 74, 99, 124, 149, 174])
    try stage.press("M")
    #expect(stage.text.contains("TEST DIGITS"))
  }

  @Test("A cell of the confusion matrix opens the digits in it, and Esc leaves them")
  func cell() throws {
    var stage = try DigitsStage()
    let cell = try #require(stage.state.scene().regions.first { $0.target == .confusion(truth: 1, said: 7) }).rect
    stage.point(.press, cell.x, cell.y)
    stage.point(.release, cell.x, cell.y)
    #expect(stage.text.contains("1 TAKEN FOR 7"))
    #expect(shown(stage) == [2])
    try stage.press("Esc", "Esc")
    #expect(stage.text.contains("TEST DIGITS"))
  }

  @Test("The matrix says when it was counted, once the run has gone on")
  func age() throws {
    var stage = try DigitsStage()
    #expect(stage.text.contains("row: is   column: says"))
    var snapshot = stage.snapshot
    snapshot.samplesInEpoch = 640
    stage.arrive(snapshot)
    #expect(stage.text.contains("as of epoch 9"))
  }

  @Test(
    "w shows what the units of the first layer look for, as large as they can be read",
    arguments: [Size(80, 24), Size(120, 40)])
  func weights(size: Size) throws {
    var stage = try DigitsStage(size: size)
    try stage.press("w")
    #expect(stage.text.contains("WEIGHTS OF LAYER 1"))
    let tiles = stage.state.scene().regions.filter { if case .unit(0, _) = $0.target { true } else { false } }
    #expect(tiles.allSatisfy { $0.rect.width >= 14 && $0.rect.width == 2 * $0.rect.height })
    try stage.press("Right", "PageDown", "Esc")
    #expect(stage.text.contains("TEST DIGITS"))
  }

  @Test("A network that hesitates names two classes")
  func unsure() throws {
    var stage = try DigitsStage()
    var snapshot = stage.snapshot
    for part in snapshot.network.layout.parts where part.layer == 1 {
      for place in part.places { snapshot.network.parameters[place] /= 20 }
    }
    stage.arrive(snapshot)
    #expect(stage.state.reading?.isUnsure == true)
    #expect(stage.text.contains("unsure: "))
  }

  @Test("The measures tell how much of each class is read right")
  func classes() throws {
    var stage = try DigitsStage()
    try stage.press("m")
    #expect(stage.lines.count { $0.contains(" 95.7 %") } >= 10)
  }
}
