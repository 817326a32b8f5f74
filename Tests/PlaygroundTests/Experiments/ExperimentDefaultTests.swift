import Datasets
import NeuralEngine
import Playground
import Testing

/// Defaults as DESIGN §5 has them, by kind of data.
@Suite struct ExperimentDefaultTests {
  @Test func pointsOnAPlane() {
    let resolved = Experiment().resolved()
    #expect(resolved.dataset == .points(.circle))
    #expect((resolved.samples, resolved.noise, resolved.trainRatio) == (500, 0, 0.5))
    #expect(resolved.seed == "0.12345")
    #expect(resolved.features == [.plane(.x1), .plane(.x2)])
    #expect((resolved.hidden, resolved.activations) == ([4, 2], [.tanh, .tanh]))
    #expect((resolved.output, resolved.outputs, resolved.loss) == (.tanh, 1, .squaredError))
    #expect((resolved.optimizer, resolved.learningRate, resolved.schedule) == (.sgd, 0.03, .constant))
    #expect((resolved.batchSize, resolved.shuffle, resolved.remainder) == (10, false, .use))
    #expect((resolved.regularization, resolved.regularizationRate, resolved.dropout) == (.none, 0, 0))
    #expect((resolved.initializer, resolved.batchNorm, resolved.epochs) == (.uniform, false, nil))
  }

  @Test(arguments: [PointGenerator.plane, .multiGauss])
  func regressionOnAPlane(_ generator: PointGenerator) {
    let resolved = Experiment(.points(generator)).resolved()
    #expect((resolved.samples, resolved.output, resolved.loss, resolved.outputs) == (1200, .linear, .squaredError, 1))
  }

  @Test(arguments: [PointGenerator.curveSine, .curveStep, .curveBump])
  func curves(_ generator: PointGenerator) throws {
    let material = try Material(Experiment(.points(generator)))
    #expect(material.kind == .curve1D)
    #expect((material.architecture.inputs, material.resolved.output) == (1, .linear))
  }

  @Test func threeClasses() throws {
    let material = try Material(Experiment(.points(.rings3)))
    #expect((material.resolved.output, material.resolved.loss) == (.softmax, .softmaxCrossEntropy))
    #expect((material.architecture.outputs, material.classNames) == (3, ["0", "1", "2"]))
  }

  @Test func pictures() throws {
    let resolved = Experiment(try Dataset("mnist")).resolved()
    #expect((resolved.output, resolved.loss, resolved.outputs) == (.softmax, .softmaxCrossEntropy, 10))
    #expect((resolved.batchSize, resolved.shuffle, resolved.initializer) == (64, true, .he))
    #expect(Experiment(try Dataset("mnist:3,8")).resolved().outputs == 2)
  }

  struct Choice: Sendable, CustomTestStringConvertible {
    let setting: String
    let output: Activation
    let loss: Loss
    let outputs: Int
    var testDescription: String { setting }
  }

  /// One of output and loss chooses the other.
  @Test(arguments: [
    Choice(setting: "loss=sigmoidCrossEntropy", output: .sigmoid, loss: .sigmoidCrossEntropy, outputs: 1),
    Choice(setting: "loss=softmaxCrossEntropy", output: .softmax, loss: .softmaxCrossEntropy, outputs: 2),
    Choice(setting: "output=softmax", output: .softmax, loss: .softmaxCrossEntropy, outputs: 2),
    Choice(setting: "output=sigmoid", output: .sigmoid, loss: .squaredError, outputs: 1),
    Choice(setting: "loss=perceptron", output: .step, loss: .perceptron, outputs: 1),
  ])
  func outputAndLossChooseEachOther(_ choice: Choice) throws {
    var experiment = Experiment()
    let parts = choice.setting.split(separator: "=")
    try experiment.set(String(parts[0]), to: String(parts[1]))
    let resolved = try Material(experiment).resolved
    #expect((resolved.output, resolved.loss, resolved.outputs) == (choice.output, choice.loss, choice.outputs))
  }

  /// −1 and +1; 0 and 1 where an output cannot be negative; one-hot where each class has an output.
  @Test(arguments: [("tanh", -1 as Float), ("linear", -1), ("relu", -1), ("sigmoid", 0), ("step", 0)])
  func targetsFollowTheOutput(_ output: String, _ negative: Float) throws {
    var experiment = Experiment()
    try experiment.set("output", to: output)
    try experiment.set("hidden", to: "[]")
    guard case .values(let values) = try Material(experiment).train.targets else {
      Issue.record("one output has values")
      return
    }
    #expect(Set(values) == [negative, 1])
  }

  @Test func standardInputsHaveMeanZeroAndDeviationOne() throws {
    var experiment = Experiment(.points(.gauss))
    try experiment.set("normalize", to: "standard")
    try experiment.set("features", to: "[x1, x1^2]")
    guard case .floats(let inputs) = try Material(experiment).train.inputs else {
      Issue.record("points are floats")
      return
    }
    for column in 0..<2 {
      let values = stride(from: column, to: inputs.count, by: 2).map { Double(inputs[$0]) }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      #expect(abs(mean) < 1e-6 && abs(variance - 1) < 1e-5)
    }
  }

  @Test func anotherDataSetKeepsWhatStillHasAMeaning() throws {
    var experiment = Experiment()
    for (key, value) in [("features", "[x1, x2]"), ("output", "sigmoid"), ("hidden", "[3]"), ("learningRate", "0.1")] {
      try experiment.set(key, to: value)
    }
    let plane = experiment.on(.points(.plane))
    #expect((plane.output, plane.hidden, plane.learningRate) == (nil, [3], 0.1))
    let curve = experiment.on(.points(.curveSine))
    #expect(curve.features == nil)
    let digits = experiment.on(try Dataset("mnist"))
    #expect((digits.features, digits.hidden, digits.learningRate) == (nil, nil, 0.1))
    try digits.check()
  }
}
