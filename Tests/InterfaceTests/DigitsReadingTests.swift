import Datasets
import Interface
import NeuralEngine
import Playground
import Screen
import Testing

@Suite("What the network reads") struct DigitsReadingTests {
  @Test("An empty pad is not read: the first test digit is, and the screen says so")
  func empty() throws {
    let stage = try DigitsStage()
    let reading = try #require(stage.state.reading)
    #expect(reading.subject == .test(0))
    #expect(reading.truth == 7)
    #expect(stage.text.contains("The pad is empty"))
    #expect(stage.text.contains("Test digit 1"))
  }

  @Test("A drawing is read while the pen moves, and again when it is cleared")
  func drawing() throws {
    var stage = try DigitsStage()
    try stage.drag(one)
    let reading = try #require(stage.state.reading)
    #expect(reading.subject == .drawing(stage.state.pad.drawing))
    #expect(reading.truth == nil)
    #expect(reading.best == 1)
    #expect(stage.text.contains("it is a 1"))
    try stage.press("c")
    #expect(stage.state.reading?.subject == .test(0))
    try stage.drag(zero)
    #expect(stage.state.reading?.best == 0)
    #expect(stage.text.contains("it is a 0"))
  }

  @Test("The answers are those that the network gives for the same inputs", arguments: [0, 1, 2, 5000])
  func consistent(index: Int) throws {
    var stage = try DigitsStage()
    let picture = try #require(stage.snapshot.material.images?.test.picture(index))
    let inputs = try #require(stage.snapshot.material.preparation.inputs(picture: Array(picture)))
    let expected = stage.snapshot.network.outputs(for: inputs)
    let reading = try #require(DigitReading(.test(index), of: stage.snapshot.material, by: stage.snapshot.network))
    #expect(reading.isShare)
    for (answer, output) in zip(reading.answers, expected) { #expect(abs(answer - Double(output)) < 1e-5) }
    #expect(abs(reading.answers.reduce(0, +) - 1) < 1e-12)
    #expect(reading.best == expected.indices.max { expected[$0] < expected[$1] })
    // With one hidden layer the votes and the bias make up the answer's z exactly.
    try stage.drag(one)
    #expect(stage.state.reading?.scores.count == 10)
  }

  @Test("A drawing reaches the network as predict renders it, but for the smoothing of the pad's cells")
  func sameAsDrawing() throws {
    let stage = try DigitsStage()
    // Two points leave nothing to smooth.
    let drawing = Drawing(strokes: [[PenPoint(x: 0.5, y: 0.1), PenPoint(x: 0.45, y: 0.9)]])
    let inputs = try #require(stage.snapshot.material.preparation.inputs(picture: drawing.digitImage()))
    let expected = stage.snapshot.network.outputs(for: inputs)
    let reading = try #require(DigitReading(.drawing(drawing), of: stage.snapshot.material, by: stage.snapshot.network))
    for (answer, output) in zip(reading.answers, expected) { #expect(abs(answer - Double(output)) < 1e-5) }
  }

  @Test("Another network reads the same drawing anew")
  func anew() throws {
    var stage = try DigitsStage()
    try stage.drag(one)
    let before = try #require(stage.state.reading)
    var snapshot = stage.snapshot
    // The unit for 1 now speaks for 3.
    snapshot.network.setWeight(0, layer: 1, unit: 1, source: 1)
    snapshot.network.setWeight(20, layer: 1, unit: 3, source: 1)
    stage.arrive(snapshot)
    let after = try #require(stage.state.reading)
    #expect(after.subject == before.subject)
    #expect(after.best == 3)
  }

  @Test("A test digit that has the focus is shown to the network, and p goes back to the drawing")
  func focusedDigit() throws {
    var stage = try DigitsStage()
    try stage.drag(one)
    let slot = try #require(stage.state.scene().regions.last { $0.target == .testDigit(2) }).rect
    stage.point(.press, slot.x, slot.y)
    stage.point(.release, slot.x, slot.y)
    #expect(stage.state.reading?.subject == .test(2))
    try stage.press("p")
    #expect(stage.state.reading?.subject == .drawing(stage.state.pad.drawing))
  }

  @Test("A network that is no longer numbers reads nothing, and nothing breaks")
  func broken() throws {
    var stage = try DigitsStage()
    var snapshot = stage.snapshot
    snapshot.network.setBias(.nan, layer: 1, unit: 0)
    stage.arrive(snapshot)
    #expect(stage.state.reading == nil)
    try stage.drag(one)
    #expect(stage.text.contains("OUTPUT"))
  }

  @Test("The strip shows mistakes first, and how many there are")
  func strip() throws {
    let stage = try DigitsStage()
    #expect(stage.text.contains("× 7 not 1"))
    // 43 of each thousand are wrong.
    #expect(stage.text.contains("430 of 10,000 wrong"))
  }
}
