import Datasets
import Foundation
import Playground
import Testing

@Suite struct CommandLineTests {
  @Test(arguments: [
    ("", "nnplay circle --set seed=0.12345"), ("dataset: xor", "nnplay xor --set seed=0.12345"),
    ("dataset: moons\nhidden: [8]\noptimizer: adam", "nnplay moons --set 'hidden=[8]' --set optimizer=adam"),
    ("seed: \"it's [1]\"", "nnplay circle --set 'seed=it'\\''s [1]'"),
    ("seed: \"[1]\"", "nnplay circle --set 'seed=\"[1]\"'"),
    ("dataset: csv:a b.csv", "nnplay 'csv:a b.csv' --set seed=0.12345"),
  ])
  func theCommandIsWhatOneWouldType(_ yaml: String, _ command: String) throws {
    var experiment = Experiment()
    try experiment.apply(yaml: yaml, place: "test")
    #expect(experiment.commandLine == command)
  }

  /// A shell takes the words apart, and `--set` reads them.
  @Test(arguments: ExperimentKeyTests.good)
  func theCommandGivesTheVeryExperiment(_ value: ExperimentKeyTests.Good) throws {
    var experiment = Experiment()
    try experiment.set(value.key, to: value.text)
    let words = try shellWords(experiment.commandLine)
    var again = Experiment(try Dataset(words[1]))
    for (option, setting) in zip(words, words.dropFirst()) where option == "--set" {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      try again.set(parts[0], to: parts[1])
    }
    #expect(again.resolved() == experiment.resolved())
  }

  private func shellWords(_ command: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "for word in \(command); do printf '%s\\n' \"$word\"; done"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").map(String.init)
  }
}
