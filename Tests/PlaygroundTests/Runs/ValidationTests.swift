import Datasets
import NeuralEngine
import Playground
import Testing

/// Samples held back for validation, and runs that stop when the loss on them has seen its best.
@Suite struct ValidationTests {
  /// Noisy spirals, few of them, and a network that learns them by heart: the validation loss turns.
  private static func overfitting(patience: Int? = 15) -> Experiment {
    var experiment = Experiment(.points(.spiral))
    (experiment.samples, experiment.noise, experiment.trainRatio) = (120, 60, 0.5)
    (experiment.hidden, experiment.optimizer, experiment.learningRate) = ([12], .adam, 0.03)
    (experiment.validation, experiment.patience) = (0.4, patience)
    return experiment
  }

  @Test func samplesHeldBackAreTakenFromTheTrainingSetAlone() throws {
    var experiment = Experiment(.points(.moons))
    let plain = try #require(Material(experiment).points)
    let weights = try Run(experiment).network.parameters
    experiment.validation = 0.2
    let material = try Material(experiment)
    let points = try #require(material.points)
    #expect((material.train.count, material.validation?.count, material.test?.count) == (200, 50, 250))
    #expect((points.train.count, points.validation.count, points.test.count) == (200, 50, 250))
    #expect(Set(points.train).union(points.validation) == Set(plain.train))
    #expect(Set(points.train).isDisjoint(with: points.validation))
    #expect(Array(points.test) == Array(plain.test))
    #expect(try Run(experiment).network.parameters == weights)
    // Every sample can be asked for, in the order of the points.
    #expect(material.sampleCount == 500 && material.sample(500) == nil)
    for index in [0, 199, 200, 249, 250, 499] {
      let inputs = try #require(material.sample(index)).inputs
      let point = points.points[index]
      let wanted = Samples.Inputs.floats([Float(point.x1), Float(point.x2)])
      #expect(inputs == wanted)
    }
  }

  @Test func pointsOfOnesOwnStayWhatTheyAre() throws {
    var experiment = Experiment(.points(.circle))
    let places = (0..<10).map { LabelledPoint(x1: Double($0), x2: 0, label: $0 < 5 ? -1 : 1) }
    experiment.points = PointSet(points: places, trainCount: 8, kind: .binary)
    experiment.validation = 0.25
    let material = try Material(experiment)
    #expect((material.train.count, material.validation?.count, material.test?.count) == (6, 2, 2))
    #expect(material.editablePoints == experiment.points)
  }

  @Test func tablesHoldRowsBackAndScaleByTheRest() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<40).map { "\($0),\($0 * 7 % 11),\($0 % 5),\($0 % 2 == 0 ? "a" : "b")" }.joined(separator: "\n")
    var experiment = Experiment(try Dataset("csv:\(folder.write(rows + "\n", to: "t.csv"))"))
    experiment.validation = 0.25
    let material = try Material(experiment)
    #expect((material.train.count, material.validation?.count, material.test?.count) == (15, 5, 20))
    guard case .floats(let inputs) = material.train.inputs else { return }
    let firsts = stride(from: 0, to: inputs.count, by: material.train.inputCount).map { inputs[$0] }
    let sum: Float = firsts.reduce(0, +)
    #expect(abs(sum / 15) < 1e-5)
  }

  @Test func aRunStopsWithTheWeightsThatHadTheLowestLoss() throws {
    let run = try Run(Self.overfitting())
    run.evaluatesEveryEpoch = true
    var losses = [try #require(run.validation).loss]
    run.train(
      epochs: 2000,
      afterEpoch: { run in
        // Where it stops it is judged with the weights that were taken back; the history has the epoch's own.
        if case .finished = run.status {
          losses.append(run.history.last?.validation ?? 0)
        } else {
          losses.append(run.validation?.loss ?? 0)
        }
      })
    let lowest = try #require(losses.indices.min { losses[$0] < losses[$1] })
    #expect(lowest > 0)
    #expect(run.status == .finished(.patience(best: lowest)))
    #expect(run.epoch == lowest + 15 && losses.count == lowest + 16)
    #expect(run.validation?.loss == losses[lowest])
    #expect(run.best?.epoch == lowest && run.best?.since == run.epoch)

    let other = try Run(Self.overfitting(patience: nil))
    other.train(epochs: lowest)
    #expect(other.network == run.network)
    #expect(other.test == run.test && other.best == nil)

    // Who goes on has all the patience anew, and the same loss to beat.
    run.train(epochs: 14)
    #expect(run.status == .open)
  }

  @Test func theStopIsTheSameForAnyNumberOfThreads() throws {
    var experiment = Self.overfitting()
    experiment.hidden = [40, 40]
    let runs = try [1, 3].map { threads in
      let run = try Run(experiment, threads: threads)
      run.train(epochs: 2000)
      return run
    }
    guard case .finished(.patience) = runs[0].status else {
      Issue.record("it did not stop early: \(runs[0].status)")
      return
    }
    #expect(runs[0].status == runs[1].status && runs[0].training == runs[1].training)
  }

  @Test func aRunThatIsSavedOnTheWayStopsWhereItWouldHave() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/half.safetensors"
    let whole = try Run(Self.overfitting())
    whole.train(epochs: 2000)
    guard case .finished(.patience(let best)) = whole.status else {
      Issue.record("it did not stop early")
      return
    }
    let first = try Run(Self.overfitting())
    first.train(epochs: best + 5)
    try Model(first).write(to: path)
    var experiment = Self.overfitting()
    experiment.weights = path
    let second = try Run(experiment)
    #expect(second.best == first.best)
    second.train(epochs: 2000)
    #expect(second.status == whole.status && second.epoch == whole.epoch)
    #expect(second.training == whole.training)
  }

  @Test func whatCannotWorkIsRefused() throws {
    let rows: [(settings: [String: String], sentence: String)] = [
      (
        ["patience": "5"],
        "patience 5 waits for a lower validation loss, and validation holds no samples back: set validation to 0.2, or leave "
          + "patience out."
      ),
      (
        ["validation": "0.1", "dataset": "gate-xor"],
        "validation 0.1 of 4 training samples leaves none to validate by: take another share, or more samples."
      ),
    ]
    for row in rows {
      var experiment = Experiment()
      for (key, value) in row.settings { try experiment.set(key, to: value) }
      let asked = experiment
      let error = #expect(throws: ExperimentError.self) { try Run(asked) }
      #expect(error?.description == row.sentence)
    }
  }
}
