import Course
import Interface
import Playground
import Screen
import Testing

@Suite("A lecture beside the playground") struct LectureRoomTests {
  static let text = """
    ---
    title: A small lecture
    order: 1
    summary: Three steps.
    minutes: 1
    ---

    ## One

    The network draws **one** line.

    ```playground
    dataset: xor
    hidden: [4]
    ```

    ```predict
    question: Will it do?
    choices:
      - yes
      - no
    right: 2
    why: One line is not enough.
    ```

    ## Two

    Now it is easy.

    ```playground
    dataset: gauss
    ```

    ```goal
    testLoss < 0.2
    ```

    ## Three

    That was all.
    """

  private func stage(_ size: Size = Size(80, 24)) throws -> Stage {
    let lecture = try Lecture(text: Self.text, name: "small", file: "small.md")
    var stage = try Stage(size: size)
    stage.send(.lectureOpened(lecture))
    return stage
  }

  @Test("Where the keyboard has walked to a control, arrows walk on; Esc lets them turn the steps again")
  func walking() throws {
    var table = try Table()
    table.act(.lectureOpened(try Lecture(text: Self.text, name: "small", file: "small.md")))
    table.turn()
    #expect(table.text.contains("Right next step"))
    table.act(.shown(table.state.scene().regions))
    try table.press("Tab", "Tab", "Right", "Left")
    #expect(table.state.lecture?.step == 0)
    #expect(table.text.contains("Esc back to the text") && !table.text.contains("Right next step"))
    try table.press("Esc", "Right")
    #expect(table.state.lecture?.step == 1)
  }

  @Test("Opening one sets the first step's experiment and no goal")
  func opening() throws {
    let lecture = try Lecture(text: Self.text, name: "small", file: "small.md")
    var stage = try Stage()
    let effects = stage.send(.lectureOpened(lecture))
    #expect(effects.commands == [.open(try #require(lecture.experiment(at: 0))), .goal(nil)])
    #expect(stage.state.experiment.hidden == [4])
    #expect(stage.state.keyScope == .lecture)
  }

  @Test("Right and Left turn the steps, and stop at the ends with a sentence")
  func steps() throws {
    var stage = try stage()
    #expect(stage.text.contains("1 of 3"))
    let effects = try stage.press("Right")
    var goal = try Goal("testLoss < 0.2")
    goal.endsRun = false
    #expect(effects.commands.contains(.goal(goal)))
    #expect(stage.state.experiment.yaml.contains("dataset: gauss"))
    try stage.press("Right")
    #expect(stage.text.contains("3 of 3"))
    try stage.press("Right")
    #expect(stage.text.contains("This was the last step"))
    try stage.press("Left", "Left", "Left")
    #expect(stage.text.contains("This is the first step."))
  }

  @Test("An answer is kept and explained; a step without a question says so")
  func answers() throws {
    var stage = try stage()
    try stage.press("1")
    #expect(stage.state.lecture?.step == 0)
    #expect(stage.text.contains("▸ 1"))
    #expect(stage.text.contains("It is “no”."))
    try stage.press("2")
    #expect(stage.text.contains("So it is."))
    try stage.press("Right", "1")
    #expect(stage.text.contains("This step asks nothing."))
  }

  @Test("Questions come one after the other, with a key for each of up to nine choices")
  func questions() throws {
    let choices = (1...9).map { "- it is \($0)" }.joined(separator: "\n")
    let text = """
      ---
      title: Two questions
      order: 1
      summary: One step.
      minutes: 1
      ---

      ## One

      ```playground
      dataset: xor
      ```

      ```predict
      question: How many?
      choices:
      \(choices)
      right: 9
      why: There are nine.
      ```

      ```predict
      question: And now?
      choices: [more, fewer]
      right: 1
      why: There are more.
      ```
      """
    var stage = try Stage(size: Size(120, 60))
    stage.send(.lectureOpened(try Lecture(text: text, name: "two", file: "two.md")))
    #expect(stage.text.contains("Answer with 1 to 9"))
    #expect(!stage.text.contains("And now?"))
    try stage.press("9")
    #expect(stage.text.contains("▸ 9  it is 9"))
    #expect(stage.text.contains("So it is. There are nine."))
    #expect(stage.text.contains("And now?"))
    #expect(stage.text.contains("Answer with 1 or 2"))
    try stage.press("2")
    #expect(stage.text.contains("▸ 2  fewer"))
    try stage.press("1")
    #expect(stage.text.contains("▸ 1  more"))
    #expect(stage.text.contains("▸ 9  it is 9"), "the first answer stays")
  }

  @Test("A step shows, points at and hides what it says; the playground after it shows everything")
  func stageOfStep() throws {
    let text = """
      ---
      title: A stage
      order: 1
      summary: Two steps.
      minutes: 1
      ---

      ## One

      ```playground
      dataset: xor
      ```

      ```show
      panels: [features, network, output]
      highlight: [output, learningRate]
      hide: [optimizer, regularization, hidden]
      ```

      ## Two

      ```show
      panels: [loss]
      ```
      """
    var stage = try Stage(size: Size(120, 40))
    stage.send(.lectureOpened(try Lecture(text: text, name: "stage", file: "stage.md")))
    stage.refresh()
    let settings = stage.lines[2]
    #expect(settings.contains("rate 0.03") && settings.contains("loss squared error"))
    #expect(!settings.contains("optimiser"))
    #expect(stage.text.contains("OUTPUT") && stage.text.contains("FEATURES") && stage.text.contains("LAYER 1"))
    #expect(!stage.text.contains("LOSS"))
    #expect(!stage.state.scene().regions.contains { if case .layerButton = $0.target { true } else { false } })
    let output = try #require(stage.lines.firstIndex { $0.contains("OUTPUT") })
    let column = try #require(stage.lines[output].firstRange(of: "OUTPUT")).lowerBound
    let x = stage.lines[output].distance(from: stage.lines[output].startIndex, to: column)
    #expect(
      stage.frame[x, output].foreground == stage.frame.theme.color(.accent), "what is pointed at wears the accent")
    try stage.press("Right")
    #expect(stage.text.contains("LOSS") && !stage.text.contains("OUTPUT") && !stage.text.contains("LAYER 1"))
    try stage.press("l")
    #expect(stage.text.contains("optimiser") && stage.text.contains("OUTPUT") && stage.text.contains("LOSS"))
  }

  /// A lecture of one step that plays with digits.
  private static func digits(_ settings: String, show: String) throws -> (lecture: Lecture, experiment: Experiment) {
    let text = """
      ---
      title: Digits
      order: 1
      summary: One step.
      minutes: 1
      ---

      ## One

      ```playground
      dataset: mnist:3,8
      \(settings)
      ```

      ```show
      \(show)
      ```
      """
    let lecture = try Lecture(text: text, name: "digits", file: "digits.md")
    return (lecture, try #require(lecture.experiment(at: 0)))
  }

  @Test(
    "Pictures are drawn on, read and tested beside the text, as the step asks",
    arguments: [Size(80, 24), Size(120, 40)])
  func pictures(size: Size) throws {
    let (lecture, experiment) = try Self.digits("hidden: [4]", show: "highlight: [digits, pad]")
    var stage = try Stage(experiment, size: size)
    stage.send(.lectureOpened(lecture))
    stage.refresh()
    #expect(stage.text.contains("YOUR DIGIT") && stage.text.contains("TEST DIGITS"))
    #expect(!stage.text.contains("TEMPLATES"))
    try stage.press("p")
    #expect(stage.state.keyScope == .digits)
    // A stroke down the middle of the pad.
    let pad = try #require(stage.state.scene().regions.last { $0.target == .pad }).rect
    stage.point(.press, x: pad.center.x, y: pad.y + 2)
    for y in (pad.y + 3)..<(pad.maxY - 2) { stage.point(.drag, x: pad.center.x, y: y) }
    stage.point(.release, x: pad.center.x, y: pad.maxY - 2)
    #expect(stage.text.contains("Your digit"))
    #expect(stage.state.scene().regions.contains { $0.target == .answer(1) })
    #expect(!stage.text.contains("drag to draw,"))
  }

  @Test(
    "Templates are what each output of a single layer looks for", arguments: [Size(80, 24), Size(120, 40)],
    [("", 2, "3"), ("output: step\nloss: perceptron", 1, "for 8, against 3")])
  func templates(size: Size, one: (settings: String, outputs: Int, name: String)) throws {
    let (lecture, experiment) = try Self.digits(
      "hidden: []\n" + one.settings, show: "highlight: [templates, digits, output]")
    var stage = try Stage(experiment, size: size)
    stage.send(.lectureOpened(lecture))
    stage.refresh()
    #expect(stage.text.contains("TEMPLATES") && stage.text.contains(one.name))
    #expect(!stage.text.contains("YOUR DIGIT"))
    let units = stage.state.scene().regions.filter { if case .unit(0, _) = $0.target { true } else { false } }
    #expect(units.count == one.outputs)
  }

  @Test("A single unit stands with its weights, which are the network's", arguments: [Size(80, 24), Size(120, 40)])
  func outputUnit(size: Size) throws {
    let text = Self.text.replacing("hidden: [4]", with: "hidden: []")
    let lecture = try Lecture(text: text, name: "unit", file: "unit.md")
    var stage = try Stage(try #require(lecture.experiment(at: 0)), epochs: 3, size: size)
    stage.send(.lectureOpened(lecture))
    stage.refresh()
    let network = stage.run.network
    let weights = (0..<2).map { Number.signed(Double(network.weight(layer: 0, unit: 0, source: $0))) }
    #expect(stage.text.contains("OUTPUT UNIT"))
    #expect(stage.text.contains("z = \(weights[0]) x₁   \(weights[1]) x₂"))
    #expect(stage.text.contains(Number.signed(Double(network.bias(layer: 0, unit: 0)))))
    #expect(stage.text.contains("a = tanh z"))
    try stage.click(.weight(layer: 0, unit: 0, source: 1))
    #expect(stage.text.contains("w₂") || stage.text.contains("x₂"))
  }

  @Test("l leaves it with the experiment in play, and opens the list again")
  func leaving() throws {
    var stage = try stage()
    try stage.press("l")
    #expect(stage.state.keyScope == .playground)
    #expect(stage.state.experiment.hidden == [4])
    try stage.press("l")
    #expect(stage.text.contains("perceptron"))
  }

  @Test("Control characters in a lecture are shown, never sent")
  func escapes() throws {
    let hostile = Self.text.replacing("one** line", with: "one\u{1B}]0;owned\u{7}** line")
    var stage = try Stage(size: Size(80, 24))
    stage.send(.lectureOpened(try Lecture(text: hostile, name: "h", file: "h.md")))
    #expect(!stage.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(stage.text.contains("owned"))
  }

  @Test(
    "The first shipped lectures as screens", arguments: ["perceptron", "xor", "mlp"], [Size(80, 24), Size(120, 40)])
  func shipped(name: String, size: Size) throws {
    let lecture = try #require(try LectureShelf.lecture(named: name))
    var stage = try Stage(try #require(lecture.experiment(at: 0)), size: size)
    stage.send(.lectureOpened(lecture))
    stage.refresh()
    try expectGolden(stage.frame, "lecture-\(name)-\(size.width)x\(size.height)")
  }
}
