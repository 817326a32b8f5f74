import Datasets
import NeuralEngine
import Playground
import Testing

/// Pictures: MNIST is part of the program, so it is what these tests open.
@Suite struct ImageMaterialTests {
  /// Read once: in a debug build it takes a second or two.
  private static let digits = Result { try Material(Experiment(Dataset("mnist"))) }

  @Test func digitsStayBytes() throws {
    let material = try Self.digits.get()
    #expect(material.kind == .images(width: 28, height: 28, channels: 1))
    #expect((material.train.count, material.test?.count) == (60_000, 10_000))
    #expect(material.architecture.description == "784-128-10 tanh,softmax")
    guard case .bytes(let bytes, let scale, let shift) = material.train.inputs else {
      Issue.record("pictures are bytes")
      return
    }
    #expect(bytes.count == 60_000 * 784 && scale == 1 / Float(255) && shift == 0)
    // The first label of the published training set is a 5.
    guard case .classes(let classes) = material.train.targets else { return }
    #expect(classes[0] == 5)
  }

  @Test func anExperimentOnTheSameDataTakesThemOver() throws {
    var experiment = Experiment(try Dataset("mnist"))
    experiment.hidden = [15]
    experiment.output = .sigmoid
    let material = try Material(experiment, reusing: Self.digits.get())
    #expect(material.architecture.description == "784-15-10 tanh,sigmoid")
    #expect(material.resolved.loss == .squaredError)
  }

  @Test func twoClassesAtAnotherSizeNeedOneOutputOrTwo() throws {
    var experiment = Experiment(try Dataset("mnist:3,8"))
    experiment.features = [.resampled(width: 20, height: 20)]
    let material = try Material(experiment)
    #expect(material.kind == .images(width: 20, height: 20, channels: 1))
    #expect(material.architecture.inputs == 400 && material.architecture.outputs == 2)
    #expect(material.classNames == ["3", "8"])
    let picture = try #require(material.images).train.picture(0)
    #expect(material.preparation.inputs(picture: Array(picture))?.count == 400)
    #expect(material.preparation.inputs(picture: []) == nil)
    experiment.output = .tanh
    guard case .values(let values) = try Material(experiment, reusing: material).train.targets else {
      Issue.record("one output has values")
      return
    }
    #expect(Set(values) == [-1, 1])
  }

  @Test func aSlowSetKeepsLossesInsideItsFirstEpochs() throws {
    var experiment = Experiment(try Dataset("mnist"))
    experiment.hidden = []
    experiment.optimizer = .adam
    experiment.learningRate = 0.001
    let run = try Run(experiment, threads: 2, reusing: Self.digits.get())
    #expect(run.test?.answers?.count == 10_000)
    run.train(epochs: 1)
    // Ten marks: nine inside the epoch and one at its end.
    #expect(run.history.count == 11)
    #expect(run.history.dropFirst().dropLast().allSatisfy { $0.test == nil && $0.trainAccuracy != nil })
    #expect(run.history.map(\.position) == run.history.map(\.position).sorted())
    // A linear model reads nine digits of ten after one pass.
    #expect(try #require(run.history.last?.testAccuracy) > 0.88)
    #expect(throws: ExperimentError.self) { try run.newData() }
  }
}
