import NeuralEngine
import Testing

/// Loss, accuracy, confusion matrix and R², by hand.
@Suite struct EvaluationTests {
  /// A network that answers with its inputs.
  private func echo(_ count: Int, _ output: Activation = .linear) throws -> Network {
    var network = Network(
      try Architecture(inputs: count, hidden: [], outputs: count, activation: .linear, outputActivation: output))
    for unit in 0..<count { network.setWeight(1, layer: 0, unit: unit, source: unit) }
    return network
  }

  private func evaluate(
    _ answers: [[Double]], _ targets: [[Double]], task: Samples.Task? = nil, range: Range<Int>? = nil
  ) throws -> Evaluation {
    let samples = try Samples(
      inputs: .floats(answers.flatMap { $0.map(Float.init) }), targets: .values(targets.flatMap { $0.map(Float.init) }),
      inputCount: answers[0].count, outputCount: targets[0].count, task: task)
    let learner = try Learner(network: try echo(answers[0].count), settings: TrainingSettings())
    return learner.evaluate(samples, range: range)
  }

  @Test func twoClassesOfOneOutput() throws {
    // Sides of 0, and 0 itself is +: right, wrong, right, wrong. ½ (0.25 + 4 + 1 + 2.25) ∕ 4.
    let result = try evaluate([[0.5], [1], [0], [0.5]], [[1], [-1], [1], [-1]])
    #expect(
      result
        == Evaluation(count: 4, loss: 0.9375, accuracy: 0.5, confusion: [[0, 2], [0, 2]]))
  }

  @Test func classesNoughtAndOneMeetAtAHalf() throws {
    let result = try evaluate([[0.4], [0.6], [0.5], [0.9]], [[0], [1], [1], [0]])
    #expect(result.accuracy == 0.75)
    #expect(result.confusion == [[1, 1], [0, 2]])
  }

  @Test func theLargestOutputNamesTheClass() throws {
    let result = try evaluate(
      [[0.1, 0.7, 0.2], [0.5, 0.5, 0], [0, 0, 1]], [[0, 1, 0], [0, 1, 0], [0, 0, 1]], task: .classification)
    #expect(result.confusion == [[0, 0, 0], [1, 1, 0], [0, 0, 1]])
    #expect(try isClose(#require(result.accuracy), 2.0 / 3))
  }

  @Test func regressionIsJudgedByItsVariance() throws {
    // t = 1, 2, 3, mean 2: Σ (t − t̄)² = 2. Answers off by 0.5, 0 and −0.5: Σ (a − t)² = 0.5, R² = 0.75.
    let result = try evaluate([[1.5], [2], [2.5]], [[1], [2], [3]])
    #expect(result == Evaluation(count: 3, loss: 0.25 / 3, rSquared: 0.75))
  }

  @Test func constantTargetsHaveNoRSquared() throws {
    #expect(try evaluate([[1], [2]], [[4], [4]]).rSquared == nil)
  }

  @Test func aRangeIsJudgedAlone() throws {
    let result = try evaluate([[9], [1.5], [2], [2.5], [7]], [[0], [1], [2], [3], [0]], range: 1..<4)
    #expect(result.rSquared == 0.75 && result.count == 3)
  }

  @Test func nothingHasNoMeanLoss() throws {
    let result = try evaluate([[1]], [[1]], range: 0..<0)
    #expect(result.loss.isNaN && result.accuracy == nil && result.count == 0)
  }

  @Test func manySamplesAreAllCounted() throws {
    let answers = (0..<1000).map { [Double($0 % 2)] }
    let result = try evaluate(answers, answers.indices.map { [$0 % 4 == 1 ? 0 : answers[$0][0]] })
    #expect(result.accuracy == 0.75)
    #expect(result.confusion == [[500, 250], [0, 250]])
  }
}
