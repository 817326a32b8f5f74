import Playground

/// Many runs of tiny networks at once, as the atlas trains them: 12 widths and 22 learning rates, some first weights each.
struct ManyRunsLoad: BenchLoad {
  private let runner: TrialRunner
  private let trials: [Trial]
  private let goal: Goal

  init(starts: Int, threads: Int) throws {
    var experiment = Experiment()
    for (key, value) in [("dataset", "gate-xor"), ("hidden", "[1]"), ("batchSize", "1"), ("epochs", "500")] {
      try experiment.set(key, to: value)
    }
    runner = TrialRunner(threads: threads)
    goal = try Goal("train-loss<0.01")
    let space = SearchSpace(
      experiment,
      [
        SearchDimension(try SearchAxis(named: "weightsSeed"), .listed((1...starts).map { .word("\($0)") })),
        SearchDimension(.width, .range(NumberRange(1, 12, isWhole: true))),
        SearchDimension(
          try SearchAxis(named: "learningRate"), .range(NumberRange(0.003, 3, isLogarithmic: true, steps: 22))),
      ])
    trials = try Search(space, .grid, by: Objective(.trainLoss)).batch(0, after: [])
  }

  func figures() -> [Double] {
    [1000 * Stopwatch().seconds { runner.run(trials, goal: goal, report: { _, _, _ in }) }]
  }
}
