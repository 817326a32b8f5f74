import Foundation
import Testing

@Suite("nnplay search")
struct CommandSearchTests {
  private static let space = """
    dataset: moons
    samples: 60
    epochs: 30
    search:
      hidden: [[2], [4], [4, 2]]
      learningRate: {from: 0.01, to: 1, scale: log, steps: 3}

    """

  @Test(
    "Every combination is a line of JSON with the figures that nnplay train has, and kept in a file beside the space")
  func lines() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("moons.yaml", Self.space)
    let run = try CommandRun("search", file, "--json", "--until", "train-loss<0.4")
    #expect(run.status == 0 && run.errors == "")
    #expect(run.objects.map { $0["type"] as? String } == ["search"] + Array(repeating: "trial", count: 9))
    #expect(Set(run.objects.dropFirst().compactMap { $0["trial"] as? Int }) == Set(0..<9))
    let kept = try String(contentsOfFile: folder.path("moons.trials.jsonl"), encoding: .utf8)
    #expect(kept.split(separator: "\n").map(String.init) == run.lines)

    let fourth = try #require(run.objects.first { $0["trial"] as? Int == 4 })
    let settings = try #require(fourth["settings"] as? [String: Any])
    #expect(settings["hidden"] as? [Int] == [4] && settings["learningRate"] as? Double == 0.1)
    let alone = try CommandRun(
      "train", "moons", "--set", "samples=60", "--set", "hidden=[4]", "--set", "learningRate=0.1", "--epochs", "30",
      "--json")
    let last = try #require(alone.objects.last { $0["type"] as? String == "epoch" })
    for figure in ["trainLoss", "testLoss", "trainAccuracy", "testAccuracy"] {
      #expect(fourth[figure] as? Double == last[figure] as? Double, "\(figure)")
    }
    let reached = alone.objects.first { ($0["epoch"] as? Int ?? 0) > 0 && ($0["trainLoss"] as? Double ?? 1) < 0.4 }
    #expect(fourth["reachedAt"] as? Int == reached?["epoch"] as? Int)
  }

  @Test("The table begins with the best, and says how it is trained alone")
  func table() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("moons.yaml", Self.space)
    let run = try CommandRun("search", file)
    #expect(run.status == 0)
    #expect(run.lines[0] == "9 of 9 trials: 9 trained.")
    let losses = run.lines[2..<11].compactMap {
      $0.split(whereSeparator: \.isWhitespace).dropFirst(2).first.flatMap { Double($0) }
    }
    #expect(losses.count == 9 && losses == losses.sorted())
    let command = try #require(run.lines.last { $0.contains("nnplay train ") }).components(separatedBy: "nnplay ")[1]
    let words = command.split(separator: " ").map { $0.replacing("'", with: "") }
    let alone = try CommandRun(
      words.joined(separator: " ").replacing("[4, 2]", with: "[4,2]").split(separator: " ").map(String.init) + [
        "--json"
      ])
    let last = try #require(alone.objects.last { $0["type"] as? String == "epoch" })
    #expect(abs((last["testLoss"] as? Double ?? 9) - losses[0]) < 1e-4)
  }

  @Test("A search that was cut off goes on with what is not done, and shares are put together")
  func resumedAndMerged() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("moons.yaml", Self.space)
    let store = folder.path("moons.trials.jsonl")
    #expect(try CommandRun("search", file).status == 0)
    let whole = try String(contentsOfFile: store, encoding: .utf8)
    // As a kill in the middle of the seventh line leaves it.
    let begun = whole.split(separator: "\n").prefix(6).joined(separator: "\n") + "\n{\"type\":\"tri"
    try begun.write(toFile: store, atomically: false, encoding: .utf8)
    let refused = try CommandRun("search", file)
    #expect(refused.status == 2)
    #expect(
      refused.errors.contains("has the trials of an earlier search: --resume goes on with it, --store names another"))
    let resumed = try CommandRun("search", file, "--resume", "--json")
    #expect(resumed.status == 0 && resumed.objects.count == 1 + 4)

    for shard in ["1/2", "2/2"] { #expect(try CommandRun("search", file, "--shard", shard, "--json").status == 0) }
    let shares = ["moons.trials-1-of-2.jsonl", "moons.trials-2-of-2.jsonl"].map(folder.path)
    let merged = try CommandRun(["search", "merge", "--json"] + shares)
    let table = try CommandRun("search", "merge", store)
    let same = try CommandRun(["search", "merge"] + shares)
    #expect(merged.status == 0 && merged.objects.count == 10)
    #expect(table.lines == same.lines && table.lines[0] == "9 of 9 trials: 9 trained.")
    let half = try CommandRun("search", "merge", shares[0])
    #expect(half.lines[0] == "5 of 9 trials: 5 trained.")
  }

  /// A Python that has Optuna; nil where there is none.
  private static let python: String? = ["python3", "/usr/bin/python3"].first { python in
    (try? Shell.run([python, "-c", "import optuna"]))?.status == 0
  }

  @Test("Optuna opens the trials as a study of its own", .enabled(if: python != nil))
  func optuna() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("moons.yaml", Self.space)
    #expect(try CommandRun("search", file).status == 0)
    let (store, study) = (folder.path("moons.trials.jsonl"), folder.path("study.log"))
    let merged = try CommandRun("search", "merge", store, "--optuna", study, "--json")
    let program = """
      import sys, optuna
      from optuna.storages import JournalStorage
      from optuna.storages.journal import JournalFileBackend
      s = optuna.load_study(study_name="study", storage=JournalStorage(JournalFileBackend(sys.argv[1])))
      t = s.best_trial
      print(len(s.trials), t.number, t.value, t.params["hidden"], t.params["learningRate"], s.direction.name)
      """
    let said = try Shell.run([try #require(Self.python), "-c", program, study]).output.split(separator: "\n").last
    let losses = merged.objects.dropFirst().compactMap { $0["testLoss"] as? Double }
    let best = try #require(losses.indices.min { losses[$0] < losses[$1] })
    let settings = try #require(merged.objects[best + 1]["settings"] as? [String: Any])
    let hidden = try #require(settings["hidden"] as? [Int])
    #expect(
      said.map(String.init)
        == "9 \(best) \(losses[best]) \(hidden) \(try #require(settings["learningRate"] as? Double)) MINIMIZE")
  }

  @Test(
    "Bad input is answered with a sentence and status 2",
    arguments: [
      (["--shard", "3/2"], "a shard cannot be \"3/2\""), (["--random", "0"], "--random is 0: give a number from 1"),
      (["--random", "5", "--tpe", "5"], "--random and --tpe are different ways to search"),
      (["--shard", "1/2", "--tpe", "5"], "--shard cannot share trials that depend on others"),
      (["--by", "beauty"], "--by cannot be \"beauty\""), (["--threads", "0"], "--threads is 0"),
      (["--until", "soon"], "a goal cannot be \"soon\""),
    ])
  func badInput(options: [String], sentence: String) throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(["search", try folder.write("moons.yaml", Self.space)] + options)
    #expect(run.status == 2 && run.lines.isEmpty)
    #expect(run.errors.contains(sentence), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("moons.trials.jsonl")))
  }

  @Test("A thousand million combinations are refused at once, and drawing some of them is not")
  func tooMany() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "big.yaml",
      "epochs: 1\nsamples: 20\nsearch:\n"
        + ["noise", "weightDecay", "learningRate"].map { "  \($0): {from: 0.1, to: 1, steps: 1000}\n" }.joined())
    let run = try CommandRun("search", file)
    #expect(run.status == 2 && run.errors.contains("search has 1,000,000,000 combinations"))
    #expect(try CommandRun("search", file, "--random", "3").lines.first == "3 of 3 trials: 3 trained.")
  }
}

/// Another program, run to its end.
private enum Shell {
  static func run(_ words: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
