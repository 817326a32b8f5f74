import Interface
import Playground
import Screen
import Testing

@Suite("Controls: what the row of a key says") struct ControlTests {
  @Test("Every key with a list, a knob or a text can be reached on a large screen, and is explained")
  func reached() throws {
    var stage = try Stage(size: Size(200, 60))
    _ = try stage.press("g", "Down", "Enter")
    stage.refresh()
    let targets = Set(stage.state.scene().regions.map(\.target))
    for key in ExperimentKey.all where key != .dataset {
      switch key.control?.form {
      case .list?, .slider?, .text?:
        #expect(targets.contains(.control(key)), "\(key.name)")
        let region = try #require(stage.state.scene().regions.last { $0.target == .control(key) }).rect
        stage.point(.move, x: region.x, y: region.y)
        let sentence = key.control?.sentence ?? key.meaning
        #expect(stage.text.contains(sentence.prefix(60)), "\(key.name): \(sentence)")
      case .picture?, nil: #expect(!targets.contains(.control(key)))
      }
    }
  }

  @Test(
    "A command with the name of a key opens the key's list at the value in force",
    arguments: ExperimentKey.all.filter { $0.control != nil && Command(rawValue: $0.name) != nil })
  func lists(key: ExperimentKey) throws {
    let command = try #require(Command(rawValue: key.name))
    var stage = try Stage()
    try stage.press(try #require(command.info.keys.first).name)
    guard case .picker(let picker)? = stage.state.overlay else {
      Issue.record("\(key.name) has no list")
      return
    }
    #expect(picker.subject == .control(key))
    let choices = try #require(key.control).choices(for: Experiment().resolved())
    #expect(picker.items.map(\.value) == choices.map(\.value))
    #expect(try picker.items[picker.selected].value == shown(key))
  }

  private func shown(_ key: ExperimentKey) throws -> String {
    try #require(key.setting(in: Experiment().resolved())).words.joined()
  }

  struct Line: Sendable, CustomTestStringConvertible {
    let key: ExperimentKey
    let value: String
    let says: [String]
    var testDescription: String { "\(key.name)=\(value)" }
  }

  /// The explain line says a value as people do, with its mathematics where it has any.
  @Test(arguments: [
    Line(key: .activation, value: "leakyReLU", says: ["Activation", "leaky relu   a = z if z > 0, else 0.1 z"]),
    Line(key: .loss, value: "squaredError", says: ["Loss", "squared error   "]),
    Line(key: .optimizer, value: "adamW", says: ["Optimiser", "adamW   adam, and w ← w − 0.01 η w"]),
    Line(key: .learningRate, value: "0.00001", says: ["Rate", "each step moves a weight by −0.00001 · its gradient"]),
    Line(key: .batchSize, value: "7", says: ["Batch", "7", "So many samples are averaged"]),
    Line(key: .schedule, value: "oneCycle", says: ["Schedule", "one cycle", "How the learning rate changes"]),
    Line(key: .noise, value: "25", says: ["Noise", "25 %"]),
    Line(key: .trainRatio, value: "0.7", says: ["Train", "70 %"]),
    Line(key: .samples, value: "1200", says: ["Samples", "1,200"]),
    Line(key: .seed, value: "1, [2]", says: ["Seed", "1, [2]", "Enter types another, n draws one"]),
  ])
  func explained(line: Line) throws {
    var experiment = Experiment()
    try experiment.set(line.key.name, to: "\"\(line.value)\"")
    var stage = try Stage(experiment, size: Size(200, 60))
    let region = try #require(stage.state.scene().regions.last { $0.target == .control(line.key) }).rect
    stage.point(.move, x: region.x, y: region.y)
    for text in line.says { #expect(stage.text.contains(text), "\(text)") }
  }
}
