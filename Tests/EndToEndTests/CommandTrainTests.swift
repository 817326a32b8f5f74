import Foundation
import Playground
import Testing

@Suite("nnplay train")
struct CommandTrainTests {
  @Test("each line is a JSON object: start, every epoch from 0, end")
  func lines() throws {
    let run = try CommandRun("train", "circle", "--epochs", "3", "--json")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.objects.map { $0["type"] as? String } == ["start", "epoch", "epoch", "epoch", "epoch", "end"])
    #expect(run.objects.compactMap { $0["epoch"] as? Int } == [0, 1, 2, 3])

    let start = run.objects[0]
    // 2-4-2-1 has 4 · 3 + 2 · 5 + 1 · 3 weights and biases; half of 500 points are for training.
    #expect(start["parameters"] as? Int == 25)
    #expect(start["trainSamples"] as? Int == 250)
    #expect(start["testSamples"] as? Int == 250)
    let experiment = try #require(start["experiment"] as? [String: Any])
    #expect(experiment["dataset"] as? String == "circle")
    #expect(experiment["hidden"] as? [Int] == [4, 2])
    #expect(experiment["seed"] as? String == "0.12345", "a seed is text though it looks like a number")
    #expect(experiment["epochs"] as? Int == 3)
    #expect(experiment["augment"] as? String == "none", "every default is written out (P7)")

    for epoch in run.objects.dropFirst().dropLast() {
      for key in ["trainLoss", "testLoss", "trainAccuracy", "testAccuracy", "learningRate", "seconds"] {
        #expect((epoch[key] as? Double)?.isFinite == true, "\(key)")
      }
    }
    let end = run.objects[5]
    #expect(end["reason"] as? String == "epochs")
    #expect(end["epochs"] as? Int == 3)
    #expect((end["seconds"] as? Double ?? 0) > 0)
    #expect((end["samplesPerSecond"] as? Double ?? 0) > 0)
  }

  @Test("the start line has every key that decides the run, and the help of --set explains every key")
  func keys() throws {
    let run = try CommandRun("train", "circle", "--set", "epochs=1", "--json")
    let experiment = try #require(run.objects.first?["experiment"] as? [String: Any])
    let known = ExperimentKey.all.filter { $0.concerns(Experiment().resolved().dataset) }.map(\.name)
    #expect(Set(experiment.keys) == Set(known).subtracting(["weights", "firstWeights", "patience"]))
    let help = try CommandRun("train", "--help").lines
    for key in ExperimentKey.all {
      #expect(
        help.contains { $0.drop { $0 == " " }.hasPrefix("\(key.name): \(key.meaning.prefix(12))") }, "\(key.name)")
    }
  }

  @Test("a run that is out of patience says where it stopped, and how the weights do that it took back")
  func patience() throws {
    let settings = [
      "samples=120", "noise=60", "hidden=[12]", "optimizer=adam", "validation=0.4", "patience=15",
    ].flatMap { ["--set", $0] }
    let run = try CommandRun(["train", "spiral", "--epochs", "2000", "--json"] + settings)
    let end = try #require(run.objects.last)
    let best = try #require(end["bestEpoch"] as? Int)
    #expect(end["reason"] as? String == "patience" && end["epochs"] as? Int == best + 15)
    let epochs = run.objects.filter { $0["type"] as? String == "epoch" }
    #expect(epochs.count == best + 16)
    let lowest = epochs.compactMap { $0["validationLoss"] as? Double }.min()
    #expect(epochs[best]["validationLoss"] as? Double == lowest && end["validationLoss"] as? Double == lowest)
    #expect(epochs[best]["testLoss"] as? Double == end["testLoss"] as? Double)

    let table = try CommandRun(["train", "spiral", "--epochs", "2000"] + settings)
    #expect(table.lines[0].hasSuffix("36 training, 24 validation and 60 test samples"))
    #expect(table.lines[1].contains("train loss  validation   test loss"))
    #expect(table.lines.last?.contains("the validation loss was lowest at epoch \(best), ") == true)
  }

  @Test("a mistake in a formula is marked below the sentence")
  func formula() throws {
    let run = try CommandRun("train", "curve:sin(2x")
    #expect(run.status == 2)
    #expect(
      run.errors
        == "nnplay: column 7 of \"sin(2x\": the bracket of column 4 is not closed: write ) where it ends\n  sin(2x\n        ^\n"
    )
  }

  @Test("circle ends where TensorFlow Playground's own run ends")
  func circle() throws {
    let run = try CommandRun("train", "circle", "--set", "seed=\"0.12345\"", "--epochs", "100", "--json")
    // Reference/tensorflow-playground/01, epoch 100: test loss 0.01145.
    let last = try #require(run.objects.last { $0["type"] as? String == "epoch" })
    #expect(last["epoch"] as? Int == 100)
    #expect(abs((last["testLoss"] as? Double ?? 1) - 0.01145) < 5e-3)
  }

  @Test("a saved run goes on: 3 epochs and 2 more are 5", arguments: ["sgd", "adamW"])
  func goingOn(_ optimizer: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("goingOn-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let settings = ["train", "moons", "--set", "optimizer=\(optimizer)", "--set", "shuffle=true", "--json"]
    func losses(_ run: CommandRun) -> [Double] { run.objects.suffix(3).compactMap { $0["testLoss"] as? Double } }
    let whole = try CommandRun(settings + ["--epochs", "5"])
    let file = folder.appendingPathComponent("half.safetensors").path
    _ = try CommandRun(settings + ["--epochs", "3", "--save", file])
    let second = try CommandRun(settings + ["--set", "weights=\(file)", "--epochs", "2"])
    #expect(second.status == 0 && second.errors.contains("goes on where the file of weights was saved: after epoch 3"))
    #expect(losses(second) == losses(whole) && losses(whole).count == 2)
    #expect(second.objects.last?["epochs"] as? Int == 5)
    let other = try CommandRun(settings + ["--set", "weights=\(file)", "--set", "optimizer=nesterov", "--epochs", "1"])
    #expect(other.errors.contains("saved under \(optimizer): nesterov starts afresh, at epoch 0"))
    #expect(other.objects.last?["epochs"] as? Int == 1)
  }

  @Test("regression has no accuracy")
  func regression() throws {
    let run = try CommandRun("train", "plane", "--epochs", "1", "--json")
    #expect(run.status == 0)
    #expect(run.objects.dropFirst().dropLast().allSatisfy { $0["trainAccuracy"] == nil && $0["testAccuracy"] == nil })
  }

  @Test("a goal that is reached ends the run with 0, one that is not with 1")
  func goals() throws {
    let reached = try CommandRun("train", "circle", "--until", "test-loss<0.4", "--json")
    #expect(reached.status == 0)
    #expect(reached.objects.last?["reason"] as? String == "goal")
    let missed = try CommandRun("train", "circle", "--until", "test-loss<0.0001", "--epochs", "2", "--json")
    #expect(missed.status == 1)
    #expect(missed.objects.last?["reason"] as? String == "epochs")
  }

  @Test("each epoch's line has the rate in force, the schedule's factor included (P9)")
  func scheduledRate() throws {
    let run = try CommandRun("train", "circle", "--set", "schedule=cosine", "--epochs", "2", "--json")
    let rates = run.objects.compactMap { $0["learningRate"] as? Double }
    #expect(rates.count == 3)
    // Half a cosine down: at its start, in its middle, at its end.
    for (rate, expected) in zip(rates, [0.03, 0.015, 0]) { #expect(abs(rate - expected) < 1e-12) }
  }

  @Test("a goal whose time is over ends the run with 1")
  func missedGoal() throws {
    let run = try CommandRun(
      "train", "circle", "--until", "testLoss < 0.0001 within 3 epochs", "--epochs", "9", "--json")
    #expect(run.status == 1)
    #expect(run.objects.last?["reason"] as? String == "missed")
    #expect(run.objects.last?["epochs"] as? Int == 3)
  }

  @Test("a run that diverges says so and ends with 1")
  func divergence() throws {
    let arguments = ["train", "circle", "--set", "output=linear", "--set", "learningRate=30"]
    let json = try CommandRun(arguments + ["--json"])
    #expect(json.status == 1)
    #expect(json.objects.last?["reason"] as? String == "diverged")
    #expect(json.objects.allSatisfy { !$0.isEmpty }, "a number that is none would be no JSON")
    let plain = try CommandRun(arguments)
    #expect(plain.status == 1)
    #expect(plain.lines.last?.hasPrefix("The run diverged at epoch 1") == true)
  }

  @Test("Ctrl-C keeps the results so far and ends with 130")
  func interruption() throws {
    let run = try CommandRun(
      ["train", "spiral", "--epochs", "1000000000", "--json"], interruptAt: "\"epoch\":5,")
    #expect(run.status == 130)
    #expect(run.objects.last?["type"] as? String == "end")
    #expect(run.objects.last?["reason"] as? String == "interrupted")
    #expect((run.objects.last?["epochs"] as? Int ?? 0) >= 5)
  }

  @Test("Ctrl-C in the middle of a matrix product keeps the results, twenty times out of twenty")
  func interruptionOfALargeNetwork() throws {
    let folder = try TemporaryFolder()
    let point = try folder.write("point.csv", "x1,x2\n1,2\n")
    for attempt in 0..<20 {
      let model = folder.path("\(attempt).safetensors")
      let run = try CommandRun(
        [
          "train", "spiral", "--set", "hidden=[512,256]", "--set", "batchSize=128", "--epochs", "1000000000",
          "--save", model, "--json",
        ], interruptAt: "\"epoch\":\(attempt % 5),")
      #expect(run.status == 130)
      #expect(run.errors == "")
      #expect(run.objects.last?["reason"] as? String == "interrupted")
      #expect(try CommandRun("predict", "--model", model, "--csv", point).status == 0, "the saved model opens")
    }
  }

  @Test("the same seed gives the same losses on one thread and on two")
  func determinism() throws {
    func losses(_ threads: String) throws -> [Double] {
      let run = try CommandRun(
        ["train", "mnist:3,8", "--set", "hidden=[100]", "--epochs", "1", "--json", "--seed", "7", "--threads", threads])
      return run.objects.compactMap { $0["testLoss"] as? Double }
    }
    let one = try losses("1")
    #expect(one.count == 2)
    #expect(try losses("2") == one)
  }

  @Test("without --json there is a table, and no progress line where nobody watches")
  func table() throws {
    let run = try CommandRun("train", "circle", "--epochs", "30")
    #expect(run.errors == "")
    #expect(run.lines[0] == "circle  2-4-2-1 tanh  25 parameters  250 training and 250 test samples")
    #expect(
      run.lines[1].split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        == "epoch train loss test loss train test time")
    let epochs = run.lines.dropFirst(2).dropLast().compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }
    #expect(epochs == Array(0...10) + [20, 30])
    #expect(run.lines.last?.hasPrefix("Done: 30 epochs, ") == true)
  }

  @Test("a link runs as it is, and what the page passes over is named")
  func link() throws {
    let run = try CommandRun(
      "train", "https://playground.tensorflow.org/#dataset=xor&seed=0.5&networkShape=2&nonsense=1", "--epochs", "1",
      "--json")
    #expect(run.status == 0)
    #expect(run.errors == "The page knows no key \"nonsense\": it is passed over.\n")
    let experiment = try #require(run.objects[0]["experiment"] as? [String: Any])
    #expect(experiment["dataset"] as? String == "xor")
    #expect(experiment["remainder"] as? String == "carry")
  }

  @Test("a step of a lecture can be trained")
  func lectureStep() throws {
    let run = try CommandRun("train", "perceptron#3", "--json")
    let experiment = try #require(run.objects[0]["experiment"] as? [String: Any])
    #expect(experiment["dataset"] as? String == "gate-or")
    // The worked table of the lecture: three corrections in the first epoch, then every row is right.
    let accuracies = run.objects.compactMap { $0["trainAccuracy"] as? Double }
    #expect(accuracies == [0.75] + [Double](repeating: 1, count: 10))
  }
}
