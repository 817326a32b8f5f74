import Interface
import NeuralEngine
import Playground
import Screen
import Testing

@Suite("What keys and pointer do") struct PlayTests {
  @Test(
    "A key asks the trainer",
    arguments: [
      ("Space", TrainerCommand.run), (".", .stepEpoch), (",", .stepBatch), ("r", .rewind), ("R", .newWeights),
      ("n", .newData),
    ])
  func trainer(key: String, command: TrainerCommand) throws {
    var stage = try Stage()
    #expect(try stage.press(key) == [.send(Order(number: 1, command))])
  }

  @Test(
    "A key changes the experiment",
    arguments: [
      ("+", "hidden: [4, 2, 2]"), ("-", "hidden: [4]"), ("]", "hidden: [4, 3]"), ("[", "hidden: [4, 1]"),
    ])
  func shapes(key: String, yaml: String) throws {
    var stage = try Stage()
    try stage.press(key)
    #expect(stage.state.experiment.yaml.contains(yaml))
  }

  @Test("Backspace takes every change back, one by one")
  func undo() throws {
    var stage = try Stage()
    let before = stage.state.experiment
    try stage.press("+", "+", "]")
    #expect(stage.state.experiment.hidden == [4, 2, 2, 3])
    try stage.press("Backspace", "Backspace", "Backspace")
    #expect(stage.state.experiment == before)
    try stage.press("Backspace")
    #expect(stage.text.contains("Nothing has been changed yet."))
  }

  @Test("A list opens at the value in force, moves, and sets on Enter")
  func picker() throws {
    var stage = try Stage()
    try stage.press("a")
    #expect(stage.text.contains("▸ tanh"))
    try stage.press("Down", "Enter")
    #expect(stage.state.experiment.activation == [.relu])
    #expect(stage.state.overlay == nil)
  }

  @Test("A rate may be typed; nonsense is answered with a sentence and nothing is lost")
  func typing() throws {
    var stage = try Stage()
    try stage.press("e", "0", ".", "0", "7", "Enter")
    #expect(stage.state.experiment.learningRate == 0.07)
    try stage.press("e", "5", "x", "Enter")
    #expect(stage.text.contains("learningRate cannot be \"5x\""))
    #expect(stage.state.experiment.learningRate == 0.07)
    try stage.press("Esc")
    #expect(stage.state.overlay == nil)
  }

  @Test("Tab visits every panel and comes round; Shift-Tab goes back")
  func tab() throws {
    var stage = try Stage()
    var panels: [Panel] = []
    for _ in 0..<6 {
      try stage.press("Tab")
      panels.append(try #require(stage.state.attention.focus?.panel))
    }
    #expect(panels == [.data, .settings, .features, .network, .output, .loss])
    try stage.press("Tab")
    #expect(stage.state.attention.focus?.panel == .data)
    try stage.press("Shift-Tab")
    #expect(stage.state.attention.focus?.panel == .loss)
  }

  @Test("A click on a feature adds it, another takes it away; the last one stays")
  func features() throws {
    var stage = try Stage()
    try stage.click(.feature(4))
    #expect(stage.state.experiment.features?.map(\.description) == ["x1", "x2", "x1x2"])
    try stage.click(.feature(4))
    try stage.click(.feature(0))
    try stage.click(.feature(1))
    #expect(stage.state.experiment.features?.map(\.description) == ["x2"])
    #expect(stage.text.contains("at least one feature"))
  }

  @Test("A drag on a slider follows the pointer")
  func slider() throws {
    var stage = try Stage()
    let track = try #require(stage.state.scene().regions.last { $0.target == .control(.noise) }).rect
    stage.point(.press, x: track.x, y: track.y + 1)
    stage.point(.drag, x: track.maxX - 1, y: track.y + 1)
    #expect(stage.state.experiment.noise == 80)
    stage.point(.release, x: track.maxX - 1, y: track.y + 1)
    stage.point(.move, x: track.x, y: track.y + 1)
    #expect(stage.state.experiment.noise == 80)
  }

  @Test("A unit is held by a click and shown large; Esc lets it go")
  func hold() throws {
    var stage = try Stage(epochs: 20)
    try stage.click(.unit(layer: 0, unit: 2))
    stage.refresh()
    #expect(stage.text.contains("UNIT 3 OF LAYER 1"))
    try stage.press("Esc")
    #expect(!stage.text.contains("UNIT 3 OF LAYER 1"))
  }

  @Test("Every weight and every bias can be typed, the output's too")
  func weights() throws {
    var stage = try Stage()
    let layout = stage.run.network.layout
    let effects = try stage.press(
      "w", "Enter", "1", ".", "5", "Enter", "-", "0", ".", "5", "Enter", "Enter", "2", "Enter")
    // The old value is replaced, a minus begins a number, and each is followed by the next row of the list.
    #expect(
      effects.commands == [
        .setParameter(index: layout.weight(layer: 2, unit: 0, source: 0), value: 1.5),
        .setParameter(index: layout.weight(layer: 2, unit: 0, source: 1), value: -0.5),
        .setParameter(index: layout.bias(layer: 2, unit: 0), value: 2),
      ])
    guard case .weights(let list)? = stage.state.overlay else {
      Issue.record("the list of weights is not open")
      return
    }
    #expect(list.selected == 2)
    // What is erased first is the whole old value; Esc goes back to the list, and the key that opened it closes it.
    try stage.press("Enter", "Backspace", "7", "Esc")
    #expect(stage.state.overlay == .weights(list))
    try stage.press("w")
    #expect(stage.state.overlay == nil && stage.state.attention.focus == .output)
  }

  @Test("The explain line gives formula and numbers of what is pointed at")
  func explain() throws {
    var stage = try Stage(epochs: 20)
    let unit = try #require(stage.state.scene().regions.last { $0.target == .unit(layer: 0, unit: 0) }).rect
    stage.point(.move, x: unit.center.x, y: unit.center.y)
    #expect(stage.text.contains("Unit 1 of layer 1    z = "))
    #expect(stage.text.contains("a = tanh z"))
    let map = try #require(stage.state.scene().regions.last { $0.target == .output }).rect
    stage.point(.move, x: map.x, y: map.y)
    #expect(stage.text.contains("x₁ −5.85  x₂ +5.70    the network says"))
    let chart = try #require(stage.state.scene().regions.last { $0.target == .loss }).rect
    stage.point(.move, x: chart.x + 10, y: chart.y)
    #expect(stage.text.contains("Loss    epoch "))
  }

  @Test("Own points are placed, erased and taken back, by keys and by pointer")
  func points() throws {
    var stage = try Stage()
    try stage.press("i")
    #expect(try stage.press("Enter").count == 1)
    #expect(stage.state.editor?.points.points.count == 501)
    try stage.press("u")
    #expect(stage.state.editor?.points.points.count == 500)
    let map = try #require(stage.state.scene().regions.last { $0.target == .output }).rect
    stage.point(.press, x: map.x + 3, y: map.y + 3)
    stage.point(.drag, x: map.x + 5, y: map.y + 3)
    stage.point(.release, x: map.x + 5, y: map.y + 3)
    #expect(stage.state.editor?.points.points.count == 502)
    stage.point(.press, x: map.x + 3, y: map.y + 3, button: .right)
    #expect(stage.state.editor?.points.points.count == 501)
    try stage.press("Esc")
    #expect(stage.state.editor == nil)
  }

  @Test("The link of the screen is shown and copied, and a pasted one opens")
  func links() throws {
    var stage = try Stage()
    let effects = try stage.press("u")
    guard case .copyToClipboard(let link)? = effects.first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(link.hasPrefix("https://playground.tensorflow.org/#"))
    try stage.press("Esc")
    stage.send(.pasted("https://playground.tensorflow.org/#dataset=xor&seed=0.3&networkShape=3\n"))
    #expect(stage.state.experiment.yaml.contains("dataset: xor"))
    #expect(stage.state.experiment.hidden == [3])
  }

  @Test("A pasted link is found in what stands around it, and another address is refused in a sentence")
  func carriedLinks() throws {
    var stage = try Stage()
    stage.send(
      .pasted("see [this](https://playground.tensorflow.org/#dataset=xor&amp;\nseed=0.3&amp;networkShape=3) and play"))
    #expect(stage.state.experiment.hidden == [3])
    #expect(stage.text.contains("Undone in the link: HTML's &amp; and what stood around it."))
    stage.send(.pasted("https://bit.ly/abc"))
    #expect(stage.state.experiment.hidden == [3])
    #expect(stage.text.contains("\"https://bit.ly/abc\" is no link of TensorFlow Playground"))
  }

  @Test("The keyboard reads the chart and the map as the pointer does")
  func reading() throws {
    var stage = try Stage(epochs: 20)
    try stage.press("Shift-Tab", "Left", "Left")
    #expect(stage.state.attention.focus == .loss)
    #expect(stage.text.contains("Loss    epoch 9"))
    try stage.press("Right", "Right", "Right", "Right", "Shift-Tab", "Up", "Left")
    #expect(stage.state.attention.focus == .output)
    #expect(stage.text.contains("x₁ −0.15  x₂ +0.30    the network says"))
  }

  @Test("A prompt can be filled with the mouse alone")
  func clickedText() throws {
    var stage = try Stage()
    try stage.click(.control(.seed))
    for _ in 0..<7 { try stage.click(.row(50)) }
    for index in [4, 2, 24] { try stage.click(.row(index)) }
    try stage.click(.command(.enter))
    #expect(stage.state.experiment.seed == "42a")
    #expect(stage.state.overlay == nil)
  }

  @Test("The wheel turns a weight in the list")
  func wheel() throws {
    var stage = try Stage()
    try stage.press("w")
    let row = try #require(stage.state.scene().regions.last { $0.target == .row(2) }).rect
    let effects = stage.point(.scrollUp, x: row.x, y: row.y)
    #expect(effects.commands == [.setParameter(index: stage.run.network.layout.bias(layer: 2, unit: 0), value: 0.2)])
  }

  @Test("Keys that mean nothing in a room change nothing")
  func strangers() throws {
    var stage = try Stage()
    let before = stage.frame
    for key in ["Q", "F7", "Insert", "9", "~"] { #expect(try stage.press(key).isEmpty) }
    #expect(stage.frame == before)
  }
}
