import Datasets
import Interface
import Playground
import Screen
import Testing

@Suite("All settings in one list") struct SettingsTests {
  @Test("Every key that has a meaning is listed with its value", arguments: ["circle", "curve-sine", "gate-xor"])
  func allKeys(dataset: String) throws {
    var experiment = Experiment()
    try experiment.set("dataset", to: dataset)
    let stage = try opened(Stage(experiment, size: Size(160, 45)))
    let resolved = stage.state.snapshot?.resolved ?? experiment.resolved()
    let keys = ExperimentKey.all.filter { $0.concerns(resolved.dataset) }
    for (row, key) in keys.enumerated() {
      let place = try #require(stage.state.scene().regions.last { $0.target == .row(row) }).rect
      let line = stage.lines[place.y]
      #expect(line.contains(" \(key.name) "))
      guard case .word(let value)? = key.setting(in: resolved) else { continue }
      #expect(line.contains(" \(value.prefix(15))"), "\(key.name): \(line)")
    }
    #expect(stage.state.scene().regions.filter { if case .row = $0.target { true } else { false } }.count == keys.count)
  }

  @Test("What explains the chosen setting stays to be read under the list", arguments: [Size(80, 24), Size(120, 40)])
  func explained(size: Size) throws {
    let stage = try opened(Stage(size: size))
    let rows = stage.state.scene().regions.filter { if case .row = $0.target { true } else { false } }
    let last = try #require(rows.map(\.rect.y).max())
    let explanation = try #require(stage.lines.lastIndex { $0.hasPrefix(size.width > 100 ? "  Data " : " Data ") })
    #expect(last < explanation)
  }

  private func opened(_ stage: Stage) throws -> Stage {
    var stage = stage
    try stage.press("E")
    return stage
  }

  @Test("What was set stands out from what holds by default")
  func defaults() throws {
    var experiment = Experiment()
    experiment.hidden = [4, 2]
    let stage = try opened(Stage(experiment))
    func look(_ name: String, _ value: String) throws -> Attributes {
      let y = try #require(stage.lines.firstIndex { $0.contains(" \(name) ") })
      let x = try #require(
        Array(stage.lines[y]).indices.first { Array(stage.lines[y]).dropFirst($0).starts(with: value) })
      return stage.frame[x, y].attributes
    }
    #expect(try look("hidden", "4,2") == .bold)
    #expect(try look("optimizer", "sgd") == [])
  }

  struct Change: Sendable, CustomTestStringConvertible {
    let jump: String
    let keys: String
    let yaml: String
    var testDescription: String { jump }
  }

  @Test(
    "A key without a control of its own is changed from the list, which then comes back",
    arguments: [
      Change(jump: "output", keys: "l i n Enter", yaml: "output: linear"),
      Change(jump: "batchNorm", keys: "t Enter", yaml: "batchNorm: true"),
      Change(jump: "dropout", keys: "0 . 2 Enter", yaml: "dropout: 0.2"),
      Change(jump: "normalize", keys: "s Enter", yaml: "normalize: standard"),
      Change(jump: "epochs", keys: "4 0 Enter", yaml: "epochs: 40"),
      Change(jump: "hidden", keys: "3 , 2 Enter", yaml: "hidden: [3, 2]"),
      Change(jump: "activation", keys: "r e l u Enter", yaml: "activation: relu"),
      Change(jump: "learningRate", keys: "0 . 5 Enter", yaml: "learningRate: 0.5"),
      Change(jump: "shuffle", keys: "t Enter", yaml: "shuffle: true"),
      Change(jump: "seed", keys: "7 Enter", yaml: "seed: \"7\""),
    ])
  func changed(change: Change) throws {
    var stage = try opened(Stage())
    let row = try #require(
      ExperimentKey.all.filter { $0.concerns(.points(.circle)) }.firstIndex { $0.name == change.jump })
    for _ in 0..<row { try stage.press("Down") }
    try stage.press("Enter")
    for key in change.keys.split(separator: " ") { try stage.press(String(key)) }
    #expect(stage.state.experiment.yaml == change.yaml + "\n")
    #expect(stage.state.overlay == .settings(SettingsSheet(selected: row)))
    try stage.press("Delete")
    #expect(stage.state.experiment == Experiment())
    try stage.press("E")
    #expect(stage.state.overlay == nil)
  }

  @Test("Esc in the list of a key comes back to all settings, and closes them next")
  func escape() throws {
    var stage = try opened(Stage())
    try stage.press("Down", "Down", "Enter", "Down", "Esc")
    #expect(stage.state.experiment == Experiment())
    #expect(stage.state.overlay == .settings(SettingsSheet(selected: 2)))
    try stage.press("Esc")
    #expect(stage.state.overlay == nil)
  }

  @Test("A letter jumps to the next key that begins with it")
  func letters() throws {
    var stage = try opened(Stage())
    try stage.press("s", "s", "s")
    let names = ExperimentKey.all.filter { $0.concerns(.points(.circle)) }.map(\.name)
    #expect(stage.state.overlay == .settings(SettingsSheet(selected: try #require(names.firstIndex(of: "seed")))))
  }
}

@Suite("Opening files from a list") struct FilesTests {
  private static let files = [
    FoundFile(path: "a.yaml", kind: "experiment"), FoundFile(path: "b.csv", kind: "table"),
    FoundFile(path: "best.safetensors", kind: "model"), FoundFile(path: "c.csv", kind: "table"),
  ]

  @Test("The folder is asked for; typing leaves what matches, and Enter opens it")
  func filter() throws {
    var stage = try Stage()
    #expect(try stage.press("O") == [.listFiles])
    stage.send(.filesFound(Self.files))
    for file in Self.files { #expect(stage.text.contains(file.path) && stage.text.contains(file.kind)) }
    try stage.press("b", "e")
    #expect(stage.text.contains("best.safetensors") && !stage.text.contains("b.csv"))
    #expect(try stage.press("Enter") == [.open(path: "best.safetensors")])
    #expect(stage.state.overlay == nil)
  }

  @Test("What no file has in its name is taken for a path")
  func path() throws {
    var stage = try Stage()
    try stage.press("O")
    stage.send(.filesFound([]))
    stage.send(.pasted("/tmp/x.yaml\n"))
    #expect(try stage.press("Enter") == [.open(path: "/tmp/x.yaml")])
  }

  @Test("A table of one's own is chosen among the tables")
  func tables() throws {
    var stage = try Stage()
    #expect(try stage.press("d", "End", "Enter") == [.listFiles])
    stage.send(.filesFound(Self.files))
    #expect(!stage.text.contains("a.yaml") && stage.text.contains("b.csv"))
    try stage.press("Down", "Enter")
    #expect(stage.state.experiment.yaml == "dataset: csv:c.csv\n")
  }

  @Test("A file that is dropped on the window is pasted as its path, and opens")
  func dropped() throws {
    var stage = try Stage()
    #expect(stage.send(.pasted("/home/me/my file.yaml ")) == [.open(path: "/home/me/my file.yaml")])
  }
}
