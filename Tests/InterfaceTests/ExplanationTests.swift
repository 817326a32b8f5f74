import Foundation
import Interface
import Playground
import Screen
import Testing

@Suite("What the explaining line says is what the pictures show") struct ExplanationTests {
  private func experiment(_ settings: [String]) throws -> Experiment {
    var experiment = Experiment()
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      try experiment.set(parts[0], to: parts[1])
    }
    return experiment
  }

  /// The screen with the pointer on a target.
  private func pointed(
    at target: Target, _ settings: [String], size: Size = Size(200, 60), theme: Theme = Theme(), epochs: Int = 3
  ) throws -> Stage {
    var stage = try Stage(experiment(settings), epochs: epochs, size: size, theme: theme)
    // What is said of the settings at first makes room.
    try stage.press("Esc")
    let rect = try #require(stage.state.scene().regions.last { $0.target == target }, "\(target) is not shown").rect
    stage.point(.move, x: rect.center.x, y: rect.center.y)
    return stage
  }

  @Test(
    "A unit's two sides have the colours of its activation",
    arguments: [
      ("tanh", "a is positive, blue; on the other side negative, orange."),
      ("linear", "a is positive, blue; on the other side negative, orange."),
      ("elu", "a is positive, blue; on the other side negative, orange."),
      ("relu", "a is z, blue; on the other side a is 0, grey."),
      ("sigmoid", "a is above ½, blue; on the other side below ½ and down to 0, grey."),
      ("step", "a is 1, blue; on the other side 0, grey."),
      ("softplus", "a rises with z, blue; on the other side it sinks to 0, grey."),
      ("gelu", "a is positive, blue; on the other side just below 0, all but grey."),
    ])
  func sides(activation: String, sentence: String) throws {
    let stage = try pointed(at: .unit(layer: 0, unit: 0), ["activation=\(activation)"])
    #expect(stage.text.contains("z is 0 on the line x"))
    #expect(stage.text.contains(sentence))
  }

  @Test(
    "Colours are called what the terminal shows",
    arguments: [
      (Theme(), "positive, blue", "negative, orange"), (Theme(.light), "positive, blue", "negative, orange"),
      (Theme(depth: .sixteen), "positive, blue", "negative, yellow"),
      (Theme(depth: .eight), "positive, blue", "negative, yellow"),
      (Theme(.monochrome), "positive, dense", "negative, bare"),
      (Theme(depth: .none), "positive, dense", "negative, bare"),
    ])
  func themes(theme: Theme, positive: String, negative: String) throws {
    let text = try pointed(at: .unit(layer: 0, unit: 0), [], theme: theme).text
    #expect(text.contains(positive))
    #expect(text.contains(negative))
  }

  @Test("A normalised unit is not said to have its border where z is 0")
  func batchNorm() throws {
    let text = try pointed(at: .unit(layer: 0, unit: 0), ["batchNorm=true"]).text
    #expect(!text.contains("z is 0 on the line"))
    #expect(text.contains("Batch normalisation shifts and scales z"))
  }

  @Test("What moves a unit most is its weight times the spread of what it is shown")
  func spread() throws {
    // The weight of x₂² is far smaller than that of sin x₁, and x₂² still runs to 30 where the sine runs to 1.
    var stage = try Stage(experiment(["features=[x2^2,sin(x1)]", "hidden=[1]"]), size: Size(200, 60))
    let layout = stage.run.network.layout
    for (source, value) in [(0, Float(0.2)), (1, 0.9)] {
      try stage.run.setParameter(layout.weight(layer: 0, unit: 0, source: source), to: value)
    }
    stage.refresh()
    let rect = try #require(stage.state.scene().regions.last { $0.target == .unit(layer: 0, unit: 0) }).rect
    stage.point(.move, x: rect.center.x, y: rect.center.y)
    #expect(stage.text.contains("It adds up 2 pictures from its left; x₂² moves it most: +0.20 times a spread of"))
  }

  @Test(
    "The output's colours are told by what the network is asked",
    arguments: [
      (["dataset=circle"], "Where it is blue the network says +1, where it is orange −1."),
      (
        ["dataset=circle", "output=sigmoid", "loss=sigmoidCrossEntropy"],
        "Where it is blue the network says 1, where it is orange 0."
      ),
      (["dataset=rings3"], "0 blue, 1 orange, 2 green: the class that the network finds likeliest there"),
      (
        ["dataset=plane"], "The more blue, the further above 0 the network answers; the more orange, the further below."
      ),
      (["dataset=curve-sine"], "The line is what the network answers for each x₁."),
    ])
  func output(settings: [String], sentence: String) throws {
    var stage = try Stage(experiment(settings), epochs: 1, size: Size(200, 60))
    try stage.press("Shift-Tab", "Shift-Tab")
    #expect(stage.state.attention.focus == .output)
    #expect(stage.text.contains(sentence))
  }

  @Test("A curve is read under the pointer")
  func curve() throws {
    let text = try pointed(at: .output, ["dataset=curve-sine"]).text
    #expect(text.contains("Output    x₁ +0.09    the network says"))
    #expect(!text.contains("orange"))
  }

  @Test("Three classes have one name and one colour wherever they are told")
  func classes() throws {
    let settings = ["dataset=rings3"]
    let screen = try Stage(experiment(settings), epochs: 1).text
    #expect(screen.contains("● 0  × 1  ▲ 2"))
    let unit = try pointed(at: .unit(layer: 2, unit: 2), settings).text
    #expect(unit.contains("Output 2    z = "))
    #expect(unit.contains("How likely the network finds class 2 green ▲."))
    let weight = try pointed(at: .weight(layer: 2, unit: 0, source: 0), settings).text
    #expect(weight.contains("Weight c₁ to output 0") || weight.contains("Weight c₂ to output 0"))
    var stage = try Stage(experiment(settings), epochs: 1)
    try stage.press("=")
    #expect(stage.text.contains("2 = softmax("))
  }

  @Test("A small loss is told by its power of ten, and the chart's lines by their ratio")
  func losses() throws {
    var stage = try Stage(experiment(["dataset=gauss", "hidden=[8]", "learningRate=0.3"]), epochs: 400)
    #expect(stage.text.contains("e−"))
    try stage.press("Shift-Tab")
    #expect(stage.state.attention.focus == .loss)
    #expect(stage.text.contains("times less than the one above"))
  }

  @Test("The time under the chart's cursor is the epoch that is read", arguments: [3, 8, 12, 17, 25, 33])
  func cursor(column: Int) throws {
    var stage = try Stage(epochs: 100)
    let rect = try #require(stage.state.scene().regions.last { $0.target == .loss }).rect
    stage.point(.move, x: rect.x + column, y: rect.y)
    let read = try #require(stage.text.firstMatch(of: /Loss    epoch (\d+)/)).1
    #expect(stage.lines[rect.maxY].contains(" \(read) ") || stage.lines[rect.maxY].contains("\(read) "))
  }

  @Test("The measures say of which set the confusion is, and call rows and columns by one name")
  func measures() throws {
    var stage = try Stage(epochs: 20)
    try stage.press("m")
    let row = try #require(stage.lines.firstIndex { $0.contains("CONFUSION") })
    #expect(stage.lines[row].contains("test % · row is, column says"))
    #expect(stage.lines[row + 1].contains("−1  +1"))
    #expect(stage.lines[row + 2].contains("−1"))
    #expect(stage.lines[row + 3].contains("+1"))
  }
}
