import Datasets
import Interface
import Playground
import Screen
import Testing

/// Lists stand beside what they change, show at once what a choice does, and Esc takes it back.
@Suite("Lists of values") struct ListTests {
  @Test("Moving through a list shows what a choice does; Esc brings back the run of before")
  func preview() throws {
    var table = try Table()
    for _ in 0..<5 { try table.press(".") }
    let (experiment, training) = (table.state.experiment, try table.run.training)
    try table.press("a", "Down")
    #expect(try table.run.resolved.activations == [.relu, .relu])
    try table.press("Down")
    #expect(try table.run.resolved.activations == [.leakyReLU, .leakyReLU])
    try table.press("Esc")
    #expect(table.state.experiment == experiment)
    #expect(try table.run.training == training)
    // Taken back is taken back: there is nothing left to undo.
    try table.press("Backspace")
    #expect(table.text.contains("Nothing has been changed yet."))
  }

  @Test("What a narrow list cuts of the chosen line stands whole below it")
  func wholeLine() throws {
    var stage = try Stage(size: Size(80, 24))
    try stage.press("l", "Down")
    #expect(stage.text.contains(" Lectures: xor  20 minutes · Why one line is not enough"))
  }

  @Test("A choice made by moving and Enter is one change, whatever was tried on the way")
  func choice() throws {
    var table = try Table()
    try table.press("a", "Down", "Down", "Down", "Up", "Enter")
    #expect(try table.run.resolved.activations == [.leakyReLU, .leakyReLU])
    try table.press("Backspace")
    #expect(table.state.experiment == Experiment())
  }

  @Test("What resets nothing is not tried out: a rate passed on the way would train on")
  func liveKeys() throws {
    var stage = try Stage()
    #expect(try stage.press("e", "Down", "Down", "o", "Esc").isEmpty)
    #expect(stage.state.experiment == Experiment())
  }

  @Test("Data sets of points are tried out, pictures are not")
  func dataSets() throws {
    var table = try Table()
    try table.press("d", "End", "Up")
    #expect(table.state.experiment == Experiment())
    try table.press("Home", "Down")
    #expect(try table.run.material.resolved.dataset == .points(.xor))
    try table.press("d")
    #expect(table.state.overlay == nil && table.state.experiment == Experiment())
  }

  struct Typed: Sendable, CustomTestStringConvertible {
    let keys: String
    let label: String?
    var testDescription: String { keys }
  }

  @Test(
    "Letters jump, PageUp and PageDown go to the ends at most, the key that opened closes",
    arguments: [
      Typed(keys: "d s p", label: "spiral"), Typed(keys: "d g", label: "gauss"),
      Typed(keys: "d g a t", label: "gate-and"),
      Typed(keys: "d g g", label: "gate-and"), Typed(keys: "d m o m u", label: "multi-gauss"),
      Typed(keys: "d PageDown PageDown PageDown", label: "csv:PATH"), Typed(keys: "d PageDown PageUp", label: "circle"),
      Typed(keys: "o a d a m", label: "adam"), Typed(keys: "d d", label: nil), Typed(keys: "a a", label: nil),
      Typed(keys: "T T", label: nil), Typed(keys: "s s", label: nil), Typed(keys: "l l", label: nil),
      Typed(keys: "a q", label: nil), Typed(keys: "a z", label: "tanh"),
    ])
  func typing(typed: Typed) throws {
    var stage = try Stage()
    for key in typed.keys.split(separator: " ") { try stage.press(String(key)) }
    if case .picker(let list)? = stage.state.overlay {
      #expect(list.items[list.selected].label == typed.label)
    } else {
      #expect(stage.state.overlay == nil && typed.label == nil)
    }
  }

  @Test(
    "A value that is not in the list stands in its place, so that Enter keeps it", arguments: ["0.05", "20", "1e-07"])
  func ownValue(value: String) throws {
    var experiment = Experiment()
    try experiment.set("learningRate", to: value)
    var stage = try Stage(experiment)
    try stage.press("e")
    guard case .picker(let list)? = stage.state.overlay else {
      Issue.record("no list is open")
      return
    }
    #expect(list.items[list.selected].value == value)
    #expect(list.items.compactMap { Double($0.value) } == list.items.compactMap { Double($0.value) }.sorted())
    #expect(try stage.press("Enter").isEmpty)
    #expect(stage.state.experiment == experiment)
  }

  @Test("A minus begins a number in a list of numbers, and is answered")
  func negativeRate() throws {
    var stage = try Stage()
    try stage.press("e", "-", "1", "Enter")
    #expect(stage.state.experiment == Experiment())
    #expect(stage.text.contains("learningRate cannot be \"-1\""))
  }

  @Test("A knob has a list by the keyboard", arguments: [ExperimentKey.noise, .trainRatio, .samples])
  func knobs(key: ExperimentKey) throws {
    var stage = try Stage()
    for _ in 0..<40 where stage.state.attention.focus != .control(key) {
      try stage.press(stage.state.attention.focus == nil ? "Tab" : "Down")
    }
    try stage.press("Enter", "Down", "Enter")
    #expect(stage.state.experiment.differences(from: Experiment()).map(\.key) == [key])
    try stage.press("Enter", "6", "5", "Enter")
    #expect(key == .trainRatio || stage.state.experiment.setting(of: key.name) == .word("65"))
  }

  @Test(
    "A list leaves map and losses to be seen, in their colours",
    arguments: [Size(120, 40), Size(160, 45), Size(200, 60)],
    ["a", "d", "e", "w", "T"])
  func beside(size: Size, key: String) throws {
    var stage = try Stage(epochs: 5, size: size)
    let before = stage.frame
    let map = try #require(stage.state.scene().regions.last { $0.target == .output }).rect
    let losses = try #require(stage.state.scene().regions.last { $0.target == .loss }).rect
    try stage.press(key)
    let after = stage.frame
    for rect in [map, losses] {
      let changed = rect.rows.filter { y in rect.columns.contains { after[$0, y] != before[$0, y] } }
      #expect(changed == [])
    }
  }

  @Test("A row lights up under the pointer")
  func lit() throws {
    var stage = try Stage()
    try stage.press("a")
    let row = try #require(stage.state.scene().regions.last { $0.target == .row(0) }).rect
    let before = stage.frame[row.x, row.y].background
    stage.point(.move, x: row.x, y: row.y)
    #expect(stage.frame[row.x, row.y].background != before)
  }

  @Test("A theme is seen at once and kept only when it is chosen")
  func themes() throws {
    var stage = try Stage()
    let before = stage.frame
    #expect(try stage.press("T", "Down") == [.redraw])
    #expect(stage.frame[0, 20].background != before[0, 20].background)
    try stage.press("Esc")
    #expect(stage.frame == before)
    #expect(try stage.press("T", "Down", "Enter").last == .redraw)
  }
}
