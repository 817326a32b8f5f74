import NeuralEngine
import Testing

/// Label smoothing against PyTorch 2.15's CrossEntropyLoss(label_smoothing=0.1) in double precision.
@Suite struct LabelSmoothingTests {
  /// The network's outputs are the inputs: weights of 1 and biases of 0.
  private func learner(_ choice: Learner.PathChoice) throws -> Learner {
    var network = Network(
      try Architecture(inputs: 3, hidden: [], outputs: 3, activation: .tanh, outputActivation: .softmax))
    for unit in 0..<3 { network.setWeight(1, layer: 0, unit: unit, source: unit) }
    var settings = TrainingSettings(loss: .softmaxCrossEntropy)
    settings.labelSmoothing = 0.1
    return try Learner(network: network, settings: settings, choice: choice)
  }

  @Test(arguments: [
    (Samples.Targets.classes([0, 1]), 1.810315723192628, [-0.16479221859, -0.00163722288, 0.16642944147]),
    (.values([0.2, 0.3, 0.5, 1, 0, 0]), 2.215315723192628, [0.19520778141, -0.13663722288, -0.05857055853]),
  ])
  func lossAndGradientArePyTorchs(_ targets: Samples.Targets, _ loss: Double, _ gradient: [Double]) throws {
    let samples = try Samples(
      inputs: .floats([1, -2, 0.5, 0.25, 0, 3]), targets: targets, inputCount: 3, outputCount: 3)
    for choice in Learner.PathChoice.allCases {
      let learner = try learner(choice)
      #expect(isClose(learner.evaluate(samples).loss, loss, relative: 1e-6))
      // The second sample's second input is 0, so that its weights tell of the first sample alone: dL/dw = −2 δ.
      let found = learner.gradient(on: samples)
      for unit in 0..<3 {
        let place = learner.network.layout.weight(layer: 0, unit: unit, source: 1)
        #expect(isClose(Double(found[place]), -2 * gradient[unit], relative: 1e-5))
      }
    }
  }

  @Test func otherLossesRefuseIt() throws {
    let network = Network(
      try Architecture(inputs: 2, hidden: [3], outputs: 2, activation: .tanh, outputActivation: .sigmoid))
    var settings = TrainingSettings(loss: .sigmoidCrossEntropy)
    settings.labelSmoothing = 0.1
    #expect(throws: EngineError.smoothingNeedsSoftmax(.sigmoidCrossEntropy)) {
      try Learner(network: network, settings: settings)
    }
  }
}
