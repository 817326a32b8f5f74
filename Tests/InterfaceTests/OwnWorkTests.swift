import Datasets
import Interface
import NeuralEngine
import Playground
import Screen
import Testing

/// What a user makes by hand is part of the experiment: kept through changes, in files, and given back by Backspace.
@Suite("Own points, own weights and new seeds are kept") struct OwnWorkTests {
  /// Every change that leaves own points their meaning.
  @Test(
    "Own points stay through every change that leaves them their meaning",
    arguments: [
      "e Down Enter", "a Down Enter", "o Down Enter", "b Down Enter", "g Down Enter", "f Down Enter", "]", "[", "+",
      "-", "S 5 0 Enter", "r", "R", "t", "Space",
    ])
  func pointsStay(keys: String) throws {
    var table = try Table(Experiment(.points(.gauss)))
    try table.press("i", "Enter", "2", "Up", "Enter", "Esc")
    let points = try table.run.material.points
    #expect(points?.points.count == 502)
    for key in keys.split(separator: " ") { try table.press(String(key)) }
    #expect(try table.run.material.points == points)
    #expect(table.state.experiment.points == points)
  }

  @Test("Noise and another count draw samples anew: own points give way, which is said, and Backspace brings them back")
  func pointsGiveWay() throws {
    var table = try Table(Experiment(.points(.gauss)))
    try table.press("i", "Enter", "Esc")
    let points = try table.run.material.points
    try table.press("n")
    #expect(try table.run.material.points != points)
    try table.press("Backspace")
    #expect(try table.run.material.points == points)
  }

  /// After these keys the file of the experiment begins just as the run does when it goes back to its start.
  @Test(
    "What is saved opens with the same samples and the same first weights",
    arguments: [
      "", "n", "R", "n R", "R n", "n n", "R R R", "i Enter Esc", "i Enter Esc R", "n i Enter Esc ]",
      "w 0 . 5 Enter Esc",
      "w 0 . 5 Enter Esc n", "w 0 . 5 Enter Esc e Down Enter", "R w 2 Enter Esc a Down Enter",
    ])
  func saved(keys: String) throws {
    for dataset in [PointGenerator.circle, .rings3, .plane] {
      var table = try Table(Experiment(.points(dataset)))
      for key in keys.split(separator: " ") { try table.press(String(key)) }
      try table.press(".", ".", "r")
      var opened = Experiment()
      try opened.apply(yaml: table.state.experiment.yaml, place: "saved")
      let (again, run) = (try Run(opened), try table.run)
      #expect(opened == run.experiment)
      #expect(again.material.points == run.material.points)
      #expect(again.network == run.network)
      for run in [again, run] { run.train(epochs: 3) }
      #expect(again.network == run.network)
    }
  }

  @Test("New weights have a seed that is seen, and leave samples and their seed alone")
  func newWeights() throws {
    var table = try Table(size: Size(200, 60))
    let before = try table.run.network
    try table.press("R")
    let seed = try #require(try table.run.experiment.weightsSeed)
    #expect(try table.run.network != before)
    #expect(try table.run.experiment.seed == nil)
    #expect(table.text.contains(seed))
    try table.press("u")
    #expect(table.text.contains("The page draws its first weights from its seed, with the samples."))
    try table.press("Esc", "Backspace")
    #expect(try table.run.network == before)
    #expect(table.state.experiment == Experiment())
  }

  @Test("Another seed is that of the weights too")
  func seed() throws {
    var table = try Table(size: Size(200, 60))
    try table.press("R", "n")
    table.act(.opened(try table.run.experiment, remarks: [], hidden: []))
    table.turn()
    var stage = try Stage(try table.run.experiment, size: Size(200, 60))
    try stage.click(.control(.seed))
    try stage.press("Ctrl-U", "7", "Enter")
    #expect(stage.state.experiment.seed == "7" && stage.state.experiment.weightsSeed == nil)
  }

  @Test("A first weight set by hand is in the file, and stays where the network still has its place")
  func firstWeights() throws {
    var table = try Table()
    try table.press("w", "0", ".", "5", "Enter", "Esc")
    #expect(table.state.experiment.yaml.contains("firstWeights: [3.1.1=0.5]"))
    try table.press("u")
    #expect(table.text.contains("The page cannot take first weights set by hand: [3.1.1=0.5]."))
    try table.press("Esc", ".", "r")
    #expect(try table.run.network.weight(layer: 2, unit: 0, source: 0) == 0.5)
    try table.press("a", "Down", "Enter")
    #expect(try table.run.network.weight(layer: 2, unit: 0, source: 0) == 0.5)
    // Another layer before the output: its weights come from other units.
    try table.press("+")
    #expect(try table.run.experiment.firstWeights == nil)
    try table.press("Backspace")
    #expect(try table.run.network.weight(layer: 2, unit: 0, source: 0) == 0.5)
  }

  @Test("A weight set along the run is in no experiment, which is said")
  func weightAlongTheRun() throws {
    var table = try Table()
    try table.press(".", ".", "w", "0", ".", "5", "Enter", "Esc")
    #expect(try table.run.network.weight(layer: 2, unit: 0, source: 0) == 0.5)
    #expect(try table.run.experiment == Experiment() && table.run.epoch == 2)
    try table.press("u")
    #expect(table.text.contains("The weights set by hand at epoch 2 are in no link."))
  }

  @Test(
    "Backspace brings the run back, with its weights, its epoch and its losses",
    arguments: [
      "]", "[", "+", "-", "a Down Enter", "f Down Enter", "r", "R", "n", "w 0 . 5 Enter Esc", "w Right Esc",
      "i Enter Esc", "d Home Down Enter",
    ])
  func undo(keys: String) throws {
    var table = try Table()
    for _ in 0..<7 { try table.press(".") }
    let (training, history) = (try table.run.training, try table.run.history)
    let experiment = table.state.experiment
    for key in keys.split(separator: " ") { try table.press(String(key)) }
    #expect(try table.run.training != training || table.run.material.points?.points.count == 501)
    for _ in 0..<3 { try table.press(".") }
    try table.press("Backspace")
    #expect(try table.run.training == training)
    #expect(try table.run.history == history)
    #expect(table.state.experiment == experiment)
    // It goes on as if nothing had been.
    try table.press(".")
    let other = try Run(experiment)
    other.train(epochs: 8)
    #expect(try table.run.training == other.training)
  }

  @Test("What resets nothing is taken back without resetting anything")
  func undoOfALiveChange() throws {
    var table = try Table()
    try table.press(".", "e", "Down", "Enter", ".", ".", "Backspace")
    #expect(try table.run.epoch == 3 && table.run.resolved.learningRate == 0.03)
  }

  @Test("A drag of a knob is one change")
  func drag() throws {
    var stage = try Stage()
    let track = try #require(stage.state.scene().regions.last { $0.target == .control(.noise) }).rect
    stage.point(.press, x: track.x + 3, y: track.y + 1)
    for x in 4..<track.width { stage.point(.drag, x: track.x + x, y: track.y + 1) }
    stage.point(.release, x: track.maxX - 1, y: track.y + 1)
    #expect(stage.state.experiment.noise == 80)
    try stage.press("Backspace")
    #expect(stage.state.experiment == Experiment())
  }

  @Test("More changes than the trainer keeps runs of are taken back all the same")
  func longUndo() throws {
    var table = try Table()
    for _ in 0..<10 { try table.press("]", "[") }
    for _ in 0..<30 { try table.press("R") }
    for _ in 0..<50 { try table.press("Backspace") }
    #expect(table.state.experiment == Experiment())
    #expect(try table.run.network == Run(Experiment()).network)
  }

  @Test("The losses of the run before stay, on the same data, until the next one ends")
  func formerLosses() throws {
    var table = try Table()
    for _ in 0..<6 { try table.press(".") }
    let history = try table.run.history
    try table.press("e", "Down", "Enter")
    #expect(table.state.snapshot?.formerHistory == [])
    try table.press("]")
    #expect(table.state.snapshot?.formerHistory == history)
    let grey = try Stage().frame.theme.color(.rule)
    let chart = try #require(table.state.scene().regions.last { $0.target == .loss }).rect
    func greyCells() -> Int {
      let frame = table.state.scene().frame
      return chart.rows.reduce(0) { sum, y in
        sum + chart.columns.count { frame[$0, y].foreground == grey && frame[$0, y].glyph != " " }
      }
    }
    let (with, frame) = (greyCells(), table.state.scene().frame)
    #expect(with > 0)
    try table.press("d", "Home", "Down", "Enter")
    #expect(table.state.snapshot?.formerHistory == [])
    #expect(table.state.scene().frame != frame)
  }

  @Test("Behind a link stand the command that opens the very experiment, and the network in Python")
  func command() throws {
    var table = try Table()
    try table.press("]", "R", "u")
    #expect(table.copied.hasPrefix("https://playground.tensorflow.org/#"))
    try table.press("Enter")
    #expect(table.copied == table.state.experiment.commandLine)
    #expect(table.copied.hasPrefix("nnplay circle --set 'hidden=[4, 3]' --set weightsSeed=0."))
    for library in PythonCode.Library.allCases {
      try table.press("Enter")
      #expect(table.copied == table.state.pythonCode(library)?.text)
      #expect(table.text.contains("import \(library == .numpy ? "numpy as np" : "torch")"))
    }
    try table.press("Enter")
    #expect(table.state.overlay == nil)
  }
}
