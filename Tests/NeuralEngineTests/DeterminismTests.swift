import NeuralEngine
import Testing

/// The same seed, settings and samples give the same bits, whatever the threads and the cuts.
@Suite struct DeterminismTests {
  struct Run: CustomTestStringConvertible {
    var settings: TrainingSettings
    var normalized = false
    var hidden = [150, 70]

    var testDescription: String {
      "\(settings.optimizer) \(settings.regularization) \(settings.remainder) batch \(settings.batchSize) "
        + "dropout \(settings.dropout) normalized \(normalized) \(hidden)"
    }

    static let all: [Run] =
      Optimizer.allCases.map {
        Run(settings: TrainingSettings(loss: .softmaxCrossEntropy, optimizer: $0, batchSize: 64))
      }
      + Regularization.allCases.map {
        Run(
          settings: TrainingSettings(
            loss: .softmaxCrossEntropy, regularization: $0, regularizationRate: 0.02, batchSize: 50, dropout: 0.3))
      } + [
        Run(settings: TrainingSettings(loss: .softmaxCrossEntropy, batchSize: 70, remainder: .carry)),
        Run(settings: TrainingSettings(loss: .softmaxCrossEntropy, batchSize: 128, dropout: 0.5), normalized: true),
        Run(settings: TrainingSettings(loss: .softmaxCrossEntropy, batchSize: 10), hidden: [8, 8]),
        Run(settings: TrainingSettings(loss: .softmaxCrossEntropy, batchSize: 256), hidden: [300]),
      ] + [false, true].map { Run(settings: moving, normalized: $0) }

    /// Pictures that are moved, and a running mean of the weights.
    private static var moving: TrainingSettings {
      var settings = TrainingSettings(loss: .softmaxCrossEntropy, batchSize: 64)
      settings.augmentation = Augmentation(shift: 2, rotation: 10, elastic: 1)
      settings.averaging = 0.1
      return settings
    }
  }

  private func train(_ run: Run, threads: Int, cut: Int? = nil) throws -> [UInt32] {
    let architecture = try Architecture(
      input: Shape(channels: 1, rows: 1, columns: 41),
      layers: run.hidden.map { .dense(units: $0, activation: .relu, normalized: run.normalized) }
        + [.dense(units: 5, activation: .softmax)])
    let material = try TestMaterial(architecture, .softmaxCrossEntropy, count: 300, seed: 2)
    let learner = try Learner(network: material.network, settings: run.settings, threads: threads, seed: 9)
    let order = (0..<300).map { UInt32(($0 * 7) % 300) }
    let step = cut.map { $0 * run.settings.batchSize } ?? 300
    for _ in 0..<3 {
      for start in stride(from: 0, to: 300, by: step) {
        learner.train(on: material.samples, order: order, range: start..<min(start + step, 300))
      }
    }
    return learner.network.parameters.map(\.bitPattern)
  }

  @Test(arguments: Run.all)
  func threadsDoNotChangeTheBits(_ run: Run) throws {
    let one = try train(run, threads: 1)
    #expect(try train(run, threads: 1) == one)
    #expect(try train(run, threads: 2) == one)
    #expect(try train(run, threads: 5) == one)
  }

  @Test(arguments: Run.all)
  func cutsOfAnEpochDoNotChangeTheBits(_ run: Run) throws {
    let whole = try train(run, threads: 2)
    #expect(try train(run, threads: 2, cut: 1) == whole)
    #expect(try train(run, threads: 1, cut: 2) == whole)
  }

  @Test func evaluationIsTheSameOnAnyNumberOfThreads() throws {
    let architecture = try Architecture(
      inputs: 9, hidden: [130], outputs: 4, activation: .gelu, outputActivation: .softmax)
    let material = try TestMaterial(architecture, .softmaxCrossEntropy, count: 1000, seed: 4)
    let settings = TrainingSettings(loss: .softmaxCrossEntropy)
    let one = try Learner(network: material.network, settings: settings, threads: 1).evaluate(material.samples)
    let three = try Learner(network: material.network, settings: settings, threads: 3).evaluate(material.samples)
    #expect(one == three)
  }
}
