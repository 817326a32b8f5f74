import Course
import Foundation
import Playground
import Testing

@Suite("Reading a lecture")
struct LectureTests {
  private static let front = "---\ntitle: T\norder: 1\nsummary: S\nminutes: 5\n---\n"

  private func errors(of text: String) -> [LectureError] {
    do {
      _ = try Lecture(text: text, name: "l", file: "l.md")
      return []
    } catch {
      return error.errors
    }
  }

  @Test("front matter, introduction and steps")
  func whole() throws {
    let text = """
      ---
      title: "A title: with a colon"
      order: 3
      summary: What it is about.
      minutes: 20
      after: [xor, perceptron]
      ---
      Before all steps.

      ## First

      Some prose.

      ```playground
      dataset: xor
      hidden: [4]
      seed: "0.50"
      ```

      ```goal
      testLoss < 0.05 within 200 epochs
      ```

      ## Second

      ```predict
      question: What will happen?
      choices:
        - this
        - that
      right: 2
      why: Because.
      ```

      ```show
      panels: [output, loss]
      highlight: learningRate
      hide: [regularization]
      ```

      """
    let lecture = try Lecture(text: text, name: "sample", file: "sample.md")
    #expect(lecture.title == "A title: with a colon")
    #expect(lecture.order == 3)
    #expect(lecture.summary == "What it is about.")
    #expect(lecture.minutes == 20)
    #expect(lecture.after == ["xor", "perceptron"])
    #expect(lecture.introduction == [.paragraph([TextRun("Before all steps.")])])
    #expect(lecture.steps.map(\.title) == ["First", "Second"])
    #expect(lecture.steps.map(\.line) == [10, 24])

    var experiment = Experiment()
    try experiment.set("dataset", to: "xor")
    try experiment.set("hidden", to: "[4]")
    try experiment.set("seed", to: "0.50")
    #expect(lecture.steps[0].experiment == experiment)
    #expect(lecture.experiment(at: 1) == experiment, "a step without an experiment keeps the one before")
    #expect(lecture.experiment(at: 2) == nil)
    #expect(lecture.steps[0].goal?.condition.within == 200)

    let second = lecture.steps[1]
    #expect(second.questions.map(\.choices) == [["this", "that"]])
    #expect(second.questions.map(\.right) == [1])
    #expect(
      second.stage
        == Stage(
          panels: [.panel(.output), .panel(.loss)], highlight: [.control(.learningRate)],
          hide: [.control(.regularization)]))
  }

  static let mistakes: [(String, Int, String)] = [
    (
      "## Step\n", 1,
      "The lecture does not begin with front matter: put title, order, summary and minutes between "
        + "two lines of --- at the top."
    ),
    ("---\ntitle: T\n", 1, "The front matter that begins here is never closed: end it with a line of ---."),
    (
      "---\norder: 1\nsummary: S\nminutes: 5\n---\n## A\n", 1,
      "\"title\" is missing: add a line such as "
        + "title: The perceptron."
    ),
    (
      "---\ntitle: T\norder: first\nsummary: S\nminutes: 5\n---\n## A\n", 3,
      "\"order\" is \"first\": write a whole number."
    ),
    (
      "---\ntitle: T\nordre: 1\norder: 1\nsummary: S\nminutes: 5\n---\n## A\n", 3,
      "\"ordre\" is no key here: did you mean order? There are title, order, summary, minutes and after."
    ),
    (front, 0, "The lecture has no steps: begin each step with a heading such as ## The first step."),
    (
      front + "## A\n```\nnever closed\n", 8,
      "The block that begins here is never closed: end it with a line of the marks that it begins with."
    ),
    (
      front + "## A\n```playground\ndataset: plane\n```\n```goal\ntestAccuracy > 0.9\n```\n", 12,
      "testAccuracy is the share of right answers and plane has numbers to predict: take testLoss."
    ),
    (
      front + "## A\n```goal\ntestAccuracy >= 95\n```\n", 9,
      "testAccuracy is a share from 0 to 1, so that >= 95 can never hold: write 0.95."
    ),
    (
      front + "## A\n```goal\nfails: testLoss < 0\n```\n", 9,
      "testLoss is never below 0, so that < 0 can never hold: choose another number."
    ),
    (
      front + "## A\n```playground\ndataset: circle\ntrainRatio: 1\n```\n## B\n```goal\ntestLoss < 0.1\n```\n", 14,
      "testLoss needs samples for the test and trainRatio 1 keeps none: lower it, or take trainLoss."
    ),
    (
      front + "```goal\ntestLoss > 1\n```\n## A\n", 7,
      "This block stands before the first step: move it below a ## heading."
    ),
    (
      front + "## A\n```goal\ntestLoss > 1\n```\n```goal\ntestLoss > 2\n```\n", 11,
      "The step already has a goal block: keep one, or begin a new step with ##."
    ),
    (
      front + "## A\n```playgroud\ndataset: xor\n```\n", 8,
      "\"playgroud\" is no block of a lecture: write "
        + "```playground, or another language for a plain code block."
    ),
    (
      front + "## A\n```predict\nquestion: Q\nchoices: [a, b]\nright: 3\nwhy: W\n```\n", 11,
      "\"right\" is \"3\": give the number of a choice, 1 to 2."
    ),
    (
      front + "## A\n```predict\nquestion: Q\nchoices: [a]\nright: 1\nwhy: W\n```\n", 9,
      "\"choices\" is \"1 of them\": give two to nine, a line - each."
    ),
    (
      front + "## A\n```show\n- xor\n```\n", 9,
      "This is not YAML (there are no keys): write lines of the form "
        + "key: value, a text with a colon in quotes."
    ),
    (
      front + "## A\n```show\nhide: [regularisation]\n```\n", 9,
      "\"regularisation\" is no key here: did you mean "
        + "regularization? There are \(Stage.Part.all.map(\.name).dropLast().joined(separator: ", ")) "
        + "and discretize."
    ),
    (
      front + "## A\n```\u{1B}goal\nx\n```\n", 8,
      "\"\\u{1b}goal\" is no block of a lecture: write ```goal, or another language for a plain code block."
    ),
  ]

  @Test("a mistake is named with its line and a remedy", arguments: mistakes)
  func mistake(text: String, line: Int, sentence: String) {
    #expect(errors(of: text) == [LectureError(file: "l.md", line: line, sentence: sentence)])
  }

  static let experimentMistakes = [
    ("dataset: xor\nlerningRate: 0.1\n", 10, "did you mean learningRate?"),
    ("hidden: [x]\n", 9, "\"[x]\""),
    ("hidden:\n  deep: 1\n", 9, "hidden cannot be"),
    ("- xor\n", 9, "This is not a list of keys and values in YAML"),
    ("activation: [relu, tanh]\nhidden: [1, 2, 3]\n", 9, "activation names 2"),
  ]

  @Test("errors of the experiment carry the line of their key", arguments: experimentMistakes)
  func experimentErrors(yaml: String, line: Int, words: String) {
    let found = errors(of: Self.front + "## A\n```playground\n\(yaml)```\n")
    #expect(found.map(\.line) == [line])
    #expect(found.first?.sentence.contains(words) == true)
  }

  @Test("broken YAML names the line inside the file")
  func brokenYAML() {
    let found = errors(of: Self.front + "## A\n```playground\ndataset: xor\nhidden: [4\n```\n")
    #expect(found.count == 1)
    #expect((9...11).contains(found.first?.line ?? 0))
  }

  static let manyMistakes: [(String, [(Int, String)])] = [
    (
      "## A\n```playground\ndataset: circel\nnoise: 99\nhiden: [4]\nhidden: [0]\n```\n",
      [(9, "did you mean circle?"), (10, "noise cannot be"), (11, "did you mean hidden?"), (12, "hidden cannot be")]
    ),
    (
      "## A\n```predict\nquestion: [a]\nchoices: [b]\nrigth: 1\n```\n",
      [
        (9, "\"right\" is missing"), (9, "\"why\" is missing"), (9, "\"question\" is"), (9, "\"choices\" is"),
        (11, "did you mean right?"),
      ]
    ),
    ("## A\n```predict\n- a\n```\n## B\n```goal\nx\n```\n", [(9, "This is not YAML"), (13, "a goal cannot be")]),
    ("## A\n```goal\nx\n```\n## B\n```goal\n", [(9, "a goal cannot be"), (12, "never closed")]),
    (
      "## A\n~~~playground\ndataset: circel\n~~~\n  ```goal\n  x\n  ```\n",
      [(9, "did you mean circle?"), (12, "a goal cannot be")]
    ),
  ]

  @Test("every mistake of a block is named", arguments: manyMistakes)
  func everyMistake(text: String, wanted: [(Int, String)]) {
    let found = errors(of: Self.front + text)
    #expect(found.count == wanted.count, "\(found)")
    for (line, words) in wanted {
      #expect(found.contains { $0.line == line && $0.sentence.contains(words) }, "\(line): \(words) of \(found)")
    }
  }

  @Test(
    "a front matter that cannot be read lacks nothing",
    arguments: ["---\ntitle: T: U\norder: 1\n---\n## A\n", "---\n- T\n---\n## A\n", "---\n\ttitle: T\n---\n## A\n"])
  func brokenFrontMatter(text: String) {
    #expect(errors(of: text).count == 1, "\(errors(of: text))")
  }

  @Test(
    "one lecture in many forms",
    arguments: ["```", "~~~", "~~~~", "  ```", "\t```"], ["", "\u{FEFF}"])
  func forms(fence: String, mark: String) throws {
    let indent = fence.prefix { $0.isWhitespace }
    let block = "\(fence)playground\n\(indent)hidden:\n\(indent)  - 4\n\(fence)\n"
    let lecture = try Lecture(text: mark + Self.front + "## A\nText.\n\n" + block, name: "l", file: "l.md")
    #expect(lecture.steps[0].experiment?.hidden == [4])
    #expect(lecture.steps[0].prose.count == 1)
  }

  @Test("a goal that is to be found need not be reached by the step's own experiment")
  func tried() throws {
    let goal = try LectureGoal("try: testLoss < 0.3")
    #expect(goal.isToBeFound && !goal.fails)
    #expect(goal.condition == (try Goal("testLoss < 0.3")))
    #expect(try !LectureGoal("testLoss < 0.3").isToBeFound)
  }

  @Test("the template for lectures of one's own is in order, and its goals are reached")
  func template() throws {
    let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Presets/README.md")
    let parts = try String(contentsOf: readme, encoding: .utf8).components(separatedBy: "````")
    let text = try #require(parts.first { $0.hasPrefix("markdown\n") }).dropFirst("markdown\n".count)
    let lecture = try Lecture(text: String(text), name: "template", file: "template.md")
    for (index, step) in lecture.steps.enumerated() {
      guard let goal = step.goal, !goal.isToBeFound else { continue }
      #expect(try LectureTrial(goal, with: #require(lecture.experiment(at: index))).isAsPromised, "\(step.title)")
    }
  }

  @Test("every error is found, in the order of the file")
  func allErrors() {
    let found = errors(of: Self.front + "## A\n```goal\nx\n```\n## B\n```numbers\nright: 1\n```\n")
    #expect(found.map(\.line) == [9, 13])
  }

  @Test("a file that is far too long is refused unread")
  func tooLong() {
    let found = errors(of: Self.front + String(repeating: "long ", count: 2_000_000))
    #expect(
      found.map(\.sentence) == [
        "The file has 10000048 bytes and a lecture may have 1048576: "
          + "split it into several lectures."
      ])
  }

  @Test("lines may end as on other systems")
  func carriageReturns() throws {
    let text = (Self.front + "## A\n\nprose\n").replacing("\n", with: "\r\n")
    #expect(try Lecture(text: text, name: "l", file: "l.md").steps[0].prose == [.paragraph([TextRun("prose")])])
  }

  @Test("a code block in another language is prose")
  func otherLanguages() throws {
    let lecture = try Lecture(text: Self.front + "## A\n```swift\nlet a = 1\n```\n", name: "l", file: "l.md")
    #expect(lecture.steps[0].prose == [.code("let a = 1")])
  }

  @Test("lectures that wait for each other, or for none that there is, are named")
  func links() throws {
    func lecture(_ name: String, after: String) throws -> Lecture {
      let front = "---\ntitle: T\norder: 1\nsummary: S\nminutes: 5\nafter: [\(after)]\n---\n## A\n"
      return try Lecture(text: front, name: name, file: "\(name).md")
    }
    #expect(LectureShelf.linkErrors(of: try [lecture("a", after: "b"), lecture("b", after: "xor")]).isEmpty)
    let cycle = LectureShelf.linkErrors(of: try [lecture("a", after: "b"), lecture("b", after: "a")])
    #expect(
      cycle.map(\.sentence) == [
        "The lectures wait for each other (a after b after a): take one of the links out.",
        "The lectures wait for each other (b after a after b): take one of the links out.",
      ])
    let missing = LectureShelf.linkErrors(of: try [lecture("a", after: "perceptrn")])
    #expect(missing.map(\.sentence) == ["after names \"perceptrn\", which is no lecture: did you mean perceptron?"])
  }
}
