import Datasets
import NeuralEngine
import Playground
import Testing

/// A run that breaks down says where and why, and leads back.
@Suite struct DivergenceTests {
  /// Linear regression on a plane: any rate far above 2 ∕ λmax of x xᵀ (here about 2 ∕ 12) must diverge.
  private func plane(rate: Double) -> Experiment {
    var experiment = Experiment(.points(.plane))
    experiment.hidden = []
    experiment.learningRate = rate
    return experiment
  }

  @Test func aRateThatIsTooHigh() throws {
    let run = try Run(plane(rate: 3))
    let fresh = run.network
    run.train(epochs: 50)
    guard case .diverged(let divergence) = run.status else {
      Issue.record("it must diverge")
      return
    }
    #expect(divergence.epoch == 1 && divergence.lastSaneEpoch == 0)
    #expect(divergence.cause == .rateTooHigh(3))
    #expect(divergence.headline(layers: 1).hasSuffix(": learning rate 3 is too high"))
    #expect(divergence.headline(layers: 1).hasPrefix("diverged at epoch 1"))
    #expect(
      divergence.causeSentence
        == "The learning rate 3 is too high for this network. "
        + "Each step jumped over the valley and landed higher up on the other side.")
    // What is left is the last sane network, and no training changes it.
    run.train(epochs: 1)
    #expect(run.network == fresh)
  }

  @Test func aRateThatWasRaised() throws {
    let run = try Run(plane(rate: 0.01))
    run.train(epochs: 36)
    let sane = run.network
    #expect(try run.adjust(plane(rate: 10)))
    run.train(epochs: 50)
    guard case .diverged(let divergence) = run.status else {
      Issue.record("it must diverge")
      return
    }
    #expect(divergence.epoch == 37 && divergence.lastSaneEpoch == 36 && divergence.returnRate == 0.01)
    #expect(divergence.cause == .rateRaised(from: 0.01, to: 10, since: 36))
    #expect(
      divergence.causeSentence
        == "Since epoch 36 the rate is 10: it was 0.01. "
        + "Each step jumped over the valley and landed higher up on the other side.")
    try run.restoreSane()
    #expect(run.network == sane && run.epoch == 36 && run.resolved.learningRate == 0.01 && run.status == .open)
    run.train(epochs: 10)
    #expect(run.epoch == 46 && run.status == .open)
  }

  @Test func aPenaltyThatIsTooStrong() throws {
    var experiment = Experiment()
    experiment.learningRate = 1
    experiment.regularization = .l2
    experiment.regularizationRate = 10
    let run = try Run(experiment)
    run.train(epochs: 500)
    guard case .diverged(let divergence) = run.status else {
      Issue.record("each weight is multiplied by −9 in each step")
      return
    }
    #expect(divergence.cause == .penaltyTooStrong(learningRate: 1, rate: 10))
    #expect(divergence.headline(layers: 3).hasSuffix("regularisation rate 10 is too high"))
  }

  @Test func inputsThatAreTooLarge() throws {
    let rows = (0..<40).map { "\($0 * 1000),\(Double($0) + 0.5)" }.joined(separator: "\n")
    let folder = try TemporaryFolder()
    var experiment = Experiment(try Dataset("csv:\(folder.write(rows, to: "large.csv"))"))
    experiment.hidden = []
    experiment.normalize = InputScaling.none
    let run = try Run(experiment)
    run.train(epochs: 100)
    guard case .diverged(let divergence) = run.status else {
      Issue.record("gradients grow with inputs of 39,000")
      return
    }
    guard case .inputsTooLarge = divergence.cause else {
      Issue.record("\(divergence.cause)")
      return
    }
    #expect(divergence.causeSentence.hasSuffix("set normalize to standard, or lower the rate."))
    experiment.normalize = nil
    let normal = try Run(experiment)
    normal.train(epochs: 100)
    #expect(normal.status == .open)
  }

  /// One cycle of 20 epochs: at the sane epoch the rate is the same part of the new one as it was of the old.
  @Test func theScheduleGoesOnWhereItStood() throws {
    var experiment = Experiment(.points(.plane))
    experiment.schedule = .oneCycle
    experiment.epochs = 20
    let run = try Run(experiment)
    run.train(epochs: 5)
    let share = run.learningRate / run.resolved.learningRate
    var steep = run.experiment
    steep.learningRate = 1000
    #expect(try run.adjust(steep))
    run.train(epochs: 5)
    guard case .diverged(let divergence) = run.status else {
      Issue.record("a rate of 1000 breaks the run")
      return
    }
    #expect(divergence.lastSaneEpoch == 5)
    try run.restoreSane()
    #expect(share != 1)
    #expect(abs(run.learningRate / run.resolved.learningRate - share) < 1e-12)
  }

  @Test func theTrainerStopsAndRestores() throws {
    let trainer = try Remote(plane(rate: 3), pace: .full)
    defer { trainer.stop() }
    trainer.send(.run)
    let diverged = try trainer.snapshot { if case .diverged = $0.state { true } else { false } }
    #expect(diverged.epoch <= 1)
    let restored = try trainer.snapshot(after: trainer.send(.restoreSane))
    #expect(restored.state == .paused && restored.epoch == 0)
    #expect(abs(restored.resolved.learningRate - 0.3) < 1e-12)
    #expect(restored.train?.loss.isFinite == true)
  }

  struct Symptom: Sendable, CustomTestStringConvertible {
    let symptom: Divergence.Symptom
    let sentence: String
    var testDescription: String { sentence }
  }

  @Test(arguments: [
    Symptom(
      symptom: .loss(1234.56, first: 0.50123),
      sentence: "The loss grew to 1230, more than a thousand times the fresh network's 0.501."),
    Symptom(
      symptom: .lossNotANumber, sentence: "The loss is no longer a number, though every weight still is one."),
  ])
  func symptomsAreSentences(_ symptom: Symptom) {
    let divergence = Divergence(
      epoch: 37, symptom: symptom.symptom, cause: .rateTooHigh(3), lastSaneEpoch: 36, returnRate: 0.3)
    #expect(divergence.symptomSentence == symptom.sentence)
    #expect(divergence.headline(layers: 2) == "diverged at epoch 37: learning rate 3 is too high")
  }

  @Test func aParameterIsNamedByItsPlace() throws {
    let network = try Run(Experiment()).network
    let layout = network.layout
    let weight = try #require(ParameterPlace(index: layout.weight(layer: 1, unit: 1, source: 3), in: layout))
    #expect((weight.layer, weight.unit, weight.kind) == (1, 1, .weight(source: 3)))
    let bias = try #require(ParameterPlace(index: layout.bias(layer: 2, unit: 0), in: layout))
    #expect((bias.layer, bias.unit, bias.kind) == (2, 0, .bias))
    #expect(ParameterPlace(index: layout.weight(layer: 0, unit: 4, source: 0), in: layout) == nil)
    #expect(ParameterPlace(index: -1, in: layout) == nil && ParameterPlace(index: layout.count, in: layout) == nil)
    let divergence = Divergence(
      epoch: 5, symptom: .parameter(weight, before: -0.06, after: .infinity), cause: .rateTooHigh(3), lastSaneEpoch: 4,
      returnRate: 0.3)
    #expect(divergence.headline(layers: 3) == "diverged at epoch 5 in layer 2: learning rate 3 is too high")
    #expect(
      divergence.symptomSentence
        == "A weight became larger than a number can be (infinity), and the loss is no longer a number.")
  }
}
