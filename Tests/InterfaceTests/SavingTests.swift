import Interface
import Playground
import Screen
import Testing

/// Files are named by the user, and none is overwritten unasked.
@Suite("Saving") struct SavingTests {
  @Test("What is saved is chosen from a list and then named")
  func named() throws {
    var stage = try Stage()
    try stage.press("s", "Down", "Enter")
    #expect(stage.text.contains("circle.safetensors"))
    #expect(try stage.press("Enter") == [.save(path: "circle.safetensors", .model)])
  }

  struct Name: Sendable, CustomTestStringConvertible {
    let choice: [String]
    let name: String
    let path: String?
    var says = ""
    var testDescription: String { name }
  }

  @Test(
    "The name's ending is that of what was chosen; one that is missing is added",
    arguments: [
      Name(choice: ["Enter"], name: "a.yaml", path: "a.yaml"), Name(choice: ["Enter"], name: "a.yml", path: "a.yml"),
      Name(choice: ["Enter"], name: "a", path: "a.yaml"), Name(choice: ["Enter"], name: "/b.c/a", path: "/b.c/a.yaml"),
      Name(choice: ["Down", "Enter"], name: "a.yaml", path: nil, says: "Model: saved as .safetensors"),
      Name(choice: ["Down", "Enter"], name: "a", path: "a.safetensors"),
      Name(choice: ["Down", "Down", "Enter"], name: "a.txt", path: nil, says: "Points: saved as .csv"),
      Name(choice: ["End", "Enter"], name: "a", path: "a.py"),
      Name(choice: ["Enter"], name: "", path: nil, says: "A file needs a name, such as mine.yaml."),
      Name(choice: ["Enter"], name: "..", path: nil, says: "A file needs a name"),
    ])
  func ending(name: Name) throws {
    var stage = try Stage()
    try stage.press("s")
    for key in name.choice { try stage.press(key) }
    try stage.press("Ctrl-U")
    for letter in name.name { try stage.press(String(letter)) }
    let effects = try stage.press("Enter")
    let saved = effects.compactMap { if case .save(let path, _, _) = $0 { path } else { nil } }
    #expect(saved == [name.path].compactMap(\.self))
    #expect(name.says.isEmpty || stage.text.contains(name.says))
  }

  @Test("A name that a file has already is asked about: both are kept, or it is replaced", arguments: [true, false])
  func taken(replaces: Bool) throws {
    var stage = try Stage()
    stage.send(.nameTaken(path: "circle.yaml", .experiment, free: "circle-2.yaml"))
    #expect(stage.text.contains("CIRCLE.YAML IS THERE ALREADY"))
    if replaces { try stage.press("Down") }
    let path = replaces ? "circle.yaml" : "circle-2.yaml"
    #expect(try stage.press("Enter") == [.save(path: path, .experiment, replaces: replaces)])
  }

  @Test("q asks once before own points are lost, in whatever is open", arguments: ["q", "Ctrl-C"])
  func unsavedPoints(key: String) throws {
    var stage = try Stage()
    try stage.press("i", "Enter", "Esc")
    #expect(try stage.press(key) == [])
    #expect(stage.text.contains("Your own points are not saved"))
    #expect(try stage.press(key) == [.quit])
    // Another key is an answer too.
    try stage.press("Down", "=")
    #expect(try stage.press(key) == [])
    stage.send(.saved(.points, "Saved: circle.csv"))
    #expect(try stage.press(key) == [.quit])
  }

  @Test("Nothing is asked where there is nothing to lose")
  func nothingToLose() throws {
    var stage = try Stage()
    try stage.press("n", "]")
    #expect(try stage.press("q") == [.quit])
    var experiment = Experiment()
    try experiment.apply(yaml: "points: {train: [[1, 2, 1], [2, 1, -1]]}", place: "test")
    var opened = try Stage(experiment)
    #expect(try opened.press("q") == [.quit])
  }
}
