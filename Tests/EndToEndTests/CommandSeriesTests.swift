import Foundation
import Testing

@Suite("nnplay train --seeds and --folds")
struct CommandSeriesTests {
  private func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    return (squares / Double(values.count - 1)).squareRoot()
  }

  @Test("a line for each seed, mean and standard deviation at the end, and each run can be had alone")
  func seeds() throws {
    let series = try CommandRun("train", "moons", "--seed", "s", "--epochs", "3", "--seeds", "4", "--json")
    #expect(series.status == 0)
    #expect(series.errors == "")
    #expect(series.objects.map { $0["type"] as? String } == ["start", "run", "run", "run", "run", "end"])
    let runs = series.objects.dropFirst().dropLast()
    #expect(runs.map { $0["seed"] as? String } == ["s", "s-2", "s-3", "s-4"])
    let losses = runs.compactMap { $0["testLoss"] as? Double }
    #expect(Set(losses).count == 4)
    let end = try #require(series.objects.last)
    let test = try #require(end["testLoss"] as? [String: Double])
    #expect(abs((test["mean"] ?? 0) - losses.reduce(0, +) / 4) < 1e-12)
    #expect(abs((test["deviation"] ?? 0) - deviation(losses)) < 1e-12)
    #expect((end["epochs"] as? [String: Double]) == ["mean": 3, "deviation": 0])

    let alone = try CommandRun("train", "moons", "--seed", "s-3", "--epochs", "3", "--json")
    let last = try #require(alone.objects.last { $0["type"] as? String == "epoch" })
    for key in ["trainLoss", "testLoss", "trainAccuracy", "testAccuracy"] {
      #expect(last[key] as? Double == runs[runs.startIndex + 2][key] as? Double, "\(key)")
    }
  }

  @Test("the table has mean, deviation, and the runs on a line from the lowest loss to the highest")
  func table() throws {
    let series = try CommandRun("train", "circle", "--epochs", "2", "--seeds", "5")
    let words = series.lines.map { $0.split(separator: " ").first.map(String.init) ?? "" }
    #expect(
      words == [
        "circle", "seed", "0.12345", "0.12345-2", "0.12345-3", "0.12345-4", "0.12345-5", "mean", "deviation", "test",
      ])
    let strip = try #require(series.lines.last?.split(separator: " ").first { $0.count == 40 })
    #expect(strip.compactMap(\.wholeNumberValue).reduce(0, +) == 5)
    #expect(strip.first != "." && strip.last != ".")
  }

  @Test("each fold is held back once, and judges the run that did not see it")
  func folds() throws {
    let series = try CommandRun("train", "circle", "--epochs", "2", "--folds", "3", "--json")
    #expect(series.status == 0)
    let start = try #require(series.objects.first)
    // 250 training samples: 83 held back first, then 83 and 84.
    #expect(start["trainSamples"] as? Int == 167 && start["validationSamples"] as? Int == 83)
    #expect(start["testSamples"] as? Int == 250)
    let runs = series.objects.dropFirst().dropLast()
    #expect(runs.map { $0["fold"] as? String } == ["1", "2", "3"])
    #expect(Set(runs.compactMap { $0["validationLoss"] as? Double }).count == 3)
    #expect((series.objects.last?["validationAccuracy"] as? [String: Double])?.count == 2)
  }

  @Test(
    "what does not go together is refused",
    arguments: [
      (["--seeds", "1"], "--seeds is 1: give a number from 2 to 1000."),
      (["--folds", "0"], "--folds is 0: give a number from 2 to 1000."),
      (["--seeds", "3", "--folds", "3"], "--seeds and --folds both say what differs from run to run: leave one out."),
      (["--seeds", "3", "--save", "m"], "--save keeps one network, and --seeds trains several: leave one out."),
      (
        ["--folds", "3", "--set", "validation=0.2"],
        "--folds holds a part of the training samples back in each run: leave validation out."
      ),
      (["--folds", "300"], "250 training samples do not make 300 folds: take fewer folds, or more samples."),
    ])
  func refusals(options: [String], sentence: String) throws {
    let run = try CommandRun(["train", "circle"] + options)
    #expect(run.status == 2)
    #expect(run.errors == "nnplay: \(sentence)\n")
  }

  @Test("a goal that not all runs reach is not reached")
  func goals() throws {
    #expect(try CommandRun("train", "gauss", "--epochs", "9", "--seeds", "2", "--until", "test-loss<9").status == 0)
    #expect(try CommandRun("train", "gauss", "--epochs", "2", "--seeds", "2", "--until", "test-loss<1e-9").status == 1)
  }
}
