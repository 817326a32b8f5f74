import Datasets
import Foundation
import Playground
import Testing

@Suite struct ExperimentFileTests {
  @Test func whatWasSaidIsWrittenAndNothingElse() throws {
    var experiment = Experiment()
    for (key, value) in [
      ("seed", "0.50"), ("hidden", "[4, 2]"), ("dataset", "mnist:3,8"), ("learningRate", "0.1"), ("shuffle", "true"),
      ("features", "[pixels:20x20, gray]"), ("weights", "my \"best\" net: 1.safetensors"),
    ] {
      try experiment.set(key, to: value)
    }
    #expect(
      experiment.yaml == """
        dataset: mnist:3,8
        seed: "0.50"
        features: [pixels:20x20, gray]
        hidden: [4, 2]
        weights: "my \\"best\\" net: 1.safetensors"
        learningRate: 0.1
        shuffle: true

        """)
    var again = Experiment()
    try again.apply(yaml: experiment.yaml, place: "test")
    #expect(again == experiment)
  }

  /// Texts that YAML would take for something else survive.
  @Test(arguments: [
    "true", "null", "1e3", "0x10", "~", "- a", "a: b", "a #b", "[1]", "é", "\u{7}", "'", "\\n", "%20", "*a",
  ])
  func anySeedSurvivesAFile(_ seed: String) throws {
    var experiment = Experiment()
    experiment.seed = seed
    var again = Experiment()
    try again.apply(yaml: experiment.yaml, place: "test")
    #expect(again.seed == seed)
  }

  @Test(arguments: ExperimentKeyTests.good)
  func everyKeySurvivesAFileAndJSON(_ value: ExperimentKeyTests.Good) throws {
    var experiment = Experiment()
    try experiment.set(value.key, to: value.text)
    var again = Experiment()
    try again.apply(yaml: experiment.yaml, place: "test")
    #expect(again == experiment)
    let json = try JSONEncoder().encode(experiment)
    #expect(try JSONDecoder().decode(Experiment.self, from: json) == experiment)
  }

  @Test func jsonHasNumbersTextsAndLists() throws {
    var experiment = Experiment()
    for (key, value) in [
      ("seed", "0.5"), ("hidden", "[4, 2]"), ("noise", "10"), ("shuffle", "false"), ("loss", "squaredError"),
    ] {
      try experiment.set(key, to: value)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(
      String(decoding: try encoder.encode(experiment), as: UTF8.self)
        == #"{"hidden":[4,2],"loss":"squaredError","noise":10,"seed":"0.5","shuffle":false}"#)
  }

  /// Nine lists of nine of the line before: 387 million values in 400 bytes.
  private static let bomb =
    "a0: &a0 [1,1,1,1,1,1,1,1,1]\n"
    + (1...8).map { line in
      "a\(line): &a\(line) [\(Array(repeating: "*a\(line - 1)", count: 9).joined(separator: ","))]\n"
    }.joined()

  /// None of these takes more than its length would.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      (bomb, "x.yaml:1: ", "there are more than 8 aliases; write the values out"),
      (bomb + "? *a8\n: 1\n", "x.yaml:1: ", "there are more than 8 aliases"),
      ((0...1000).map { "k\($0): 1\n" }.joined(), "x.yaml:1: ", "there are 1,001 keys where 1,000 is the most"),
      (String(repeating: "noise: 1\n", count: 3000), "x.yaml:1: ", "\"noise\" stands there twice"),
      ("hidden: " + String(repeating: "[", count: 100_000), "x.yaml:1: ", "Maximum nesting level reached"),
    ])
  func whatWouldFillTheMemoryIsRefused(text: String, place: String, words: String) {
    let error = #expect(throws: ExperimentError.self) { try Experiment(text: text, path: "x.yaml") }
    let sentence = error?.description ?? ""
    #expect(sentence.hasPrefix(place) && sentence.contains(words) && sentence.count < 300, "\(sentence)")
  }

  @Test func aFewAliasesAreRead() throws {
    let experiment = try Experiment(text: "hidden: &layers [4, 2]\nactivation: &a tanh\noutput: *a\n", path: "x.yaml")
    #expect(experiment.hidden?.count == 2 && experiment.output == .tanh)
  }

  @Test func ownPointsAreWrittenOneALine() throws {
    var experiment = Experiment(.points(.gauss))
    experiment.points = PointSet(
      points: [
        LabelledPoint(x1: 0.5, x2: -1.25, label: 1), LabelledPoint(x1: 2, x2: 1e-7, label: -1),
        LabelledPoint(x1: 3, x2: 4, label: 1),
      ], trainCount: 2, kind: .binary)
    #expect(
      experiment.yaml == """
        dataset: gauss
        points:
          classes: 2
          dimensions: 2
          train:
            - [0.5, -1.25, 1]
            - [2, 1e-07, -1]
          test:
            - [3, 4, 1]

        """)
    var again = Experiment()
    try again.apply(yaml: experiment.yaml, place: "test")
    #expect(again == experiment)
    #expect(try JSONDecoder().decode(Experiment.self, from: JSONEncoder().encode(experiment)) == experiment)
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    let yaml: String
    let sentence: String
    var testDescription: String { yaml }
  }

  @Test(arguments: [
    Broken(
      yaml: "seed: 1\nhiden: [4]", sentence: "f.yaml:2: There is no key \"hiden\": did you mean hidden? The keys are "),
    Broken(
      yaml: "\n\nnoise: 99",
      sentence: "f.yaml:3: noise cannot be \"99\". It takes a number of per cent from 0 to 80."),
    Broken(yaml: "hidden: [4", sentence: "f.yaml:2: This is not a list of keys and values in YAML"),
    Broken(
      yaml: "just text",
      sentence: "f.yaml:1: This is not a list of keys and values in YAML, such as `hidden: [4, 2]`: there are no keys."),
    Broken(yaml: "hidden: [[4]]", sentence: "f.yaml:1: hidden cannot be \"a list of lists\"."),
    Broken(yaml: "noise: 1\npoints: 3", sentence: "f.yaml:2: points cannot be \"3\". It takes classes (0 for numbers"),
    Broken(yaml: "points: {train: []}", sentence: "f.yaml:1: points cannot be \"no point to train on\"."),
    Broken(yaml: "points: {train: [[1, 2]]}", sentence: "f.yaml:1: points cannot be \"[1.0, 2.0]\"."),
    Broken(yaml: "points: {train: [[1, x, 1]]}", sentence: "f.yaml:1: points cannot be \"[1.0, nan, 1.0]\"."),
    Broken(yaml: "points: {train: [[1, 2, 0.5]]}", sentence: "f.yaml:1: points cannot be \"[1.0, 2.0, 0.5]\"."),
    Broken(
      yaml: "points: {classes: 3, train: [[1, 2, 3]]}", sentence: "f.yaml:1: points cannot be \"[1.0, 2.0, 3.0]\"."),
    Broken(yaml: "points: {places: 3}", sentence: "f.yaml:1: points cannot be \"places\"."),
    Broken(
      yaml: "points: {classes: 1, train: [[1, 2, 3]]}",
      sentence: "f.yaml:1: points cannot be \"1 classes in 2 dimensions\"."),
    Broken(yaml: "hidden: {a: 4}", sentence: "f.yaml:1: hidden cannot be \"a mapping\"."),
    Broken(
      yaml: "noise: 1\nnoise: 2",
      sentence: "f.yaml:1: This is not a list of keys and values in YAML, such as `hidden: [4, 2]`: \"noise\" stands "
        + "there twice."),
  ])
  func errorsNameTheLine(_ broken: Broken) {
    var experiment = Experiment()
    let error = #expect(throws: ExperimentError.self) { try experiment.apply(yaml: broken.yaml, place: "f.yaml") }
    #expect(error?.description.hasPrefix(broken.sentence) == true, "\(error?.description ?? "")")
  }

  /// A mark at the start, UTF-16, other line ends, and values as blocks of text, whose last line end is theirs.
  @Test(arguments: [
    "\u{FEFF}dataset: xor\nhidden: [4, 2]\n", "dataset: xor\r\nhidden:\r\n  - 4\r\n  - 2\r\n",
    "dataset: |\n  xor\nhidden: >\n  4, 2\n", "dataset: >-\n  xor\nhidden: [4,\n  2]",
    "dataset:\txor\nhidden:\t[4, 2]\t\n",
  ])
  func oneExperimentInManyForms(_ text: String) throws {
    let folder = try TemporaryFolder()
    var expected = Experiment(.points(.xor))
    expected.hidden = [4, 2]
    #expect(try Experiment(path: folder.write(text, to: "a.yaml")) == expected)
    for isBigEndian in [false, true] {
      let units = ("\u{FEFF}" + text.replacing("\u{FEFF}", with: "")).utf16
      let bytes = units.flatMap { unit in
        let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isBigEndian ? pair : pair.reversed()
      }
      #expect(try Experiment(path: folder.write(bytes, to: "b.yaml")) == expected)
    }
  }

  @Test(arguments: [
    ("dataset: circle\nhidden:\n\t- 4\n\t- 2\n", 3), ("hidden:\n  - 4\n \t- 2\n", 3), ("\tnoise: 5\nhidden: [4]\n", 1),
    ("noise: 5\r\nhidden: [4,\r\n\t2\r\n", 3),
  ])
  func aTabIsNamed(_ text: String, _ line: Int) {
    var experiment = Experiment()
    let error = #expect(throws: ExperimentError.self) { try experiment.apply(yaml: text, place: "f.yaml") }
    #expect(
      error?.description == "f.yaml:\(line): This is not a list of keys and values in YAML, such as `hidden: [4, 2]`: "
        + "the line is indented by a tab, and YAML takes blanks.")
  }

  @Test func linesCountFromWhereABlockStands() {
    var experiment = Experiment()
    let error = #expect(throws: ExperimentError.self) {
      try experiment.apply(yaml: "noise: 1\nnois: 2", place: "xor.md", firstLine: 40)
    }
    #expect(error?.description.hasPrefix("xor.md:41: There is no key \"nois\"") == true)
  }

  @Test func pathsAreRelativeToTheFile() throws {
    let folder = try TemporaryFolder()
    let path = folder.write("dataset: csv:data/my.csv#targets=2\nweights: /abs/w.safetensors\n", to: "e.yaml")
    let experiment = try Experiment(path: path)
    #expect(experiment.dataset == .table(TableSource(path: "\(folder.path)/data/my.csv", targetCount: 2)))
    #expect(experiment.weights == "/abs/w.safetensors")
  }

  @Test func filesThatCannotBeReadAreNamed() throws {
    let folder = try TemporaryFolder()
    let large = folder.write(String(repeating: "#", count: (1 << 24) + 1), to: "large.yaml")
    for (path, words) in [
      ("/no/such.yaml", "(No such file or directory): give the path of an experiment file."),
      (folder.path, "(it is no regular file): give the path of an experiment file."),
      (large, "(it is larger than 16 MB, the most that is read): take out what the experiment can do without."),
      (folder.write([0x64, 0xE9], to: "latin.yaml"), "(it is not text in UTF-8, and must be saved so): give"),
      (
        folder.write([0x7F, 0x45, 0, 0xFF], to: "binary.yaml"), "(it is no text): give the path of an experiment file."
      ),
    ] {
      let error = #expect(throws: ExperimentError.self) { try Experiment(path: path) }
      #expect(error?.description.contains("cannot be read \(words)") == true, "\(error?.description ?? "")")
    }
    #expect(try Experiment(path: folder.write("", to: "empty.yaml")) == Experiment())
  }
}

/// A folder of its own for a test, gone afterwards.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/nnplay-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  func write(_ text: String, to name: String) -> String { write(Array(text.utf8), to: name) }

  /// Writes a file and returns its path.
  func write(_ bytes: [UInt8], to name: String) -> String {
    _ = FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(bytes))
    return "\(path)/\(name)"
  }
}
