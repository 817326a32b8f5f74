import Datasets
import Interface
import Playground
import Screen
import Testing

@Suite("The digit pad") struct DigitsPadTests {
  @Test("A drag draws one stroke of points in the pad's own square")
  func drag() throws {
    var stage = try DigitsStage()
    try stage.drag([(0, 0), (14, 7), (27, 13)])
    let stroke = try #require(stage.state.pad.drawing.strokes.first)
    #expect(stage.state.pad.drawing.strokes.count == 1)
    #expect(stroke.count == 3)
    // The middle of a cell: half a cell from its corner, of 28 columns and 14 rows.
    #expect(stroke[0] == PenPoint(x: 0.5 / 28, y: 0.5 / 14))
    #expect(stroke[2] == PenPoint(x: 27.5 / 28, y: 13.5 / 14))
  }

  @Test("The pad answers to the mouse at once, and a press on it puts its keys in force")
  func room() throws {
    var stage = try DigitsStage()
    #expect(stage.state.keyScope == .pictures)
    try stage.drag(one)
    #expect(stage.state.keyScope == .digits)
    #expect(stage.lines.last?.contains("c clear the pad") == true)
    try stage.press("p")
    #expect(stage.state.keyScope == .pictures)
    #expect(!stage.state.pad.drawing.isEmpty)
  }

  @Test("A stroke ends where the pointer leaves the pad and a new one begins where it comes back")
  func edge() throws {
    var stage = try DigitsStage()
    try stage.drag([(20, 5), (26, 5), (29, 5), (26, 8), (20, 8)])
    #expect(stage.state.pad.drawing.strokes.map(\.count) == [2, 2])
    try stage.press("u")
    #expect(stage.state.pad.drawing.isEmpty)
  }

  @Test("u takes back stroke after stroke, a clearing too; c clears")
  func undo() throws {
    var stage = try DigitsStage()
    try stage.drag(one)
    let first = stage.state.pad.drawing
    try stage.drag(zero)
    #expect(stage.state.pad.drawing.strokes.count == 2)
    try stage.press("c")
    #expect(stage.state.pad.drawing.isEmpty)
    try stage.press("u")
    #expect(stage.state.pad.drawing.strokes.count == 2)
    try stage.press("u")
    #expect(stage.state.pad.drawing == first)
    try stage.press("u", "u", "u")
    #expect(stage.state.pad.drawing.isEmpty)
  }

  @Test("The right button rubs out, and so does the left one after x", arguments: [true, false])
  func erase(byButton: Bool) throws {
    var stage = try DigitsStage()
    try stage.drag([(4, 7), (24, 7)])
    if !byButton { try stage.press("x") }
    try stage.drag([(14, 5), (14, 9)], button: byButton ? .right : .left)
    // The line is cut through: two strokes are left, apart by twice the eraser's radius and no more.
    let strokes = stage.state.pad.drawing.strokes
    try #require(strokes.count == 2)
    let left = try #require(strokes[0].last)
    let right = try #require(strokes[1].first)
    #expect(left.x < 14.5 / 28 && right.x > 14.5 / 28)
    #expect(right.x - left.x < 6.0 / 28)
    if !byButton { #expect(stage.lines.last?.contains("x pen") == true) }
    try stage.press("u")
    #expect(stage.state.pad.drawing.strokes.count == 1)
  }

  @Test("Keys draw: Enter puts the pen down and lifts it, arrows and hjk walk")
  func keys() throws {
    var stage = try DigitsStage()
    try stage.press("p")
    #expect(stage.state.keyScope == .digits)
    try stage.press("Up", "Left", "k", "h")
    #expect(stage.state.pad.drawing.isEmpty)
    try stage.press("Enter", "Down", "Down", "j", "Right", "Enter", "Down")
    let stroke = try #require(stage.state.pad.drawing.strokes.first)
    #expect(stage.state.pad.drawing.strokes.count == 1)
    #expect(stroke.count == 5)
    // From pixel (12, 12): three down, one to the right.
    #expect(stroke.first == PenPoint(x: 12.5 / 28, y: 12.5 / 28))
    #expect(stroke.last == PenPoint(x: 13.5 / 28, y: 15.5 / 28))
    #expect(!stage.state.pad.isPenDown)
    try stage.press("Esc")
    #expect(stage.state.keyScope == .pictures)
  }

  @Test("Tab leaves the pad for the next panel")
  func tab() throws {
    var stage = try DigitsStage()
    try stage.press("p", "Tab")
    #expect(stage.state.keyScope == .pictures)
    #expect(stage.state.attention.focus?.panel != .pad)
  }

  @Test("From data that are no pictures, p opens the digits")
  func opens() throws {
    var stage = try Stage()
    let effects = try stage.press("p")
    #expect(effects.count == 1)
    #expect(stage.state.experiment.dataset == .images(ImageSelection(.mnist)))
    #expect(stage.state.keyScope == .digits)
    #expect(stage.text.contains("Backspace goes back to circle"))
  }
}
