import CAllocations
import NeuralEngine
import Testing

/// The steady state of training asks for no memory: 1,000 steps, counted by a malloc of the tests' own.
///
/// Only the calling thread is counted, which does the same work as its helpers.
@Suite(.enabled(if: allocations_are_counted())) struct AllocationTests {
  struct Workload: CustomTestStringConvertible {
    let name: String
    let hidden: [Int]
    var settings: TrainingSettings
    var choice = Learner.PathChoice.fastest

    var testDescription: String { name }

    private static func settings(
      _ optimizer: Optimizer, batchSize: Int, _ change: (inout TrainingSettings) -> Void = { _ in }
    ) -> TrainingSettings {
      var settings = TrainingSettings(
        loss: .softmaxCrossEntropy, optimizer: optimizer, learningRate: 1e-3, batchSize: batchSize)
      change(&settings)
      return settings
    }

    static let all: [Workload] = [
      Workload(name: "small, sgd", hidden: [8, 8], settings: settings(.sgd, batchSize: 10)),
      Workload(
        name: "small, adam, l1, cosine", hidden: [8, 8],
        settings: settings(.adam, batchSize: 10) {
          ($0.regularization, $0.regularizationRate) = (.l1, 0.01)
          ($0.schedule, $0.totalSteps) = (.cosine, 2000)
        }),
      Workload(name: "large, sgd", hidden: [130, 100], settings: settings(.sgd, batchSize: 20), choice: .products),
      Workload(
        name: "large, adam, l2, dropout", hidden: [130],
        settings: settings(.adam, batchSize: 20) {
          ($0.regularization, $0.regularizationRate, $0.dropout) = (.l2, 0.01, 0.2)
        }),
      Workload(
        name: "large, carry", hidden: [40, 40],
        settings: settings(.sgd, batchSize: 30) { $0.remainder = .carry }, choice: .products),
    ]
  }

  @Test func countingSeesAnArray() {
    let before = allocation_count()
    let array = (0..<100).map { $0 }
    #expect(allocation_count() > before)
    #expect(array.count == 100)
  }

  @Test(arguments: Workload.all, [1, 2])
  func aThousandStepsAllocateNothing(_ workload: Workload, threads: Int) throws {
    let architecture = try Architecture(
      inputs: 20, hidden: workload.hidden, outputs: 4, activation: .relu, outputActivation: .softmax)
    let material = try TestMaterial(architecture, .softmaxCrossEntropy, count: 200, seed: 1)
    let learner = try Learner(
      network: material.network, settings: workload.settings, threads: threads, choice: workload.choice)
    let order = (0..<200).map { UInt32(199 - $0) }
    let samples = material.samples
    func epochs(steps: Int) {
      let last = learner.steps + steps
      while learner.steps < last { learner.train(on: samples, order: order, range: 0..<200) }
    }
    epochs(steps: 10)
    let before = allocation_count()
    epochs(steps: 1000)
    #expect(allocation_count() - before == 0)
  }
}
