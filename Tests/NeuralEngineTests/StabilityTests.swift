import NeuralEngine
import Testing

/// Far out nothing overflows, and what breaks is found.
@Suite struct StabilityTests {
  private static let far: [Float] = [-1e4, -1000, -90, -20, 0, 20, 90, 1000, 1e4]

  /// A network whose only unit has the pre-activation x.
  private func identity(_ output: Activation, outputs: Int = 1) throws -> Network {
    var network = Network(
      try Architecture(inputs: 1, hidden: [], outputs: outputs, activation: .linear, outputActivation: output))
    for unit in 0..<outputs { network.setWeight(unit == 0 ? 1 : -1, layer: 0, unit: unit, source: 0) }
    return network
  }

  @Test(arguments: Activation.allCases, far)
  func activationsStayFinite(_ activation: Activation, z: Float) throws {
    let network = try identity(activation)
    let value = network.outputs(for: [z])[0]
    let own = activation == .leakyReLU ? 0.1 : 0.25
    let expected = activation == .softmax ? 1 : ReferenceNetwork.activate(activation, Double(z), slope: own)
    #expect(isClose(Double(value), expected))
    #expect(isClose(activation.value(Double(z)), expected))
    let slope = activation.derivative(Double(z))
    let learner = try Learner(network: network, settings: TrainingSettings())
    let gradient = learner.gradient(on: try TestMaterial.samples([[Double(z)]], [[0]]))
    #expect(slope.isFinite && gradient.allSatisfy(\.isFinite))
  }

  @Test(arguments: far)
  func crossEntropiesStayFinite(_ z: Float) throws {
    for (loss, output, outputs) in [
      (Loss.sigmoidCrossEntropy, Activation.sigmoid, 1), (.softmaxCrossEntropy, .softmax, 2),
    ] {
      for label in [0.0, 1] {
        let learner = try Learner(
          network: try identity(output, outputs: outputs), settings: TrainingSettings(loss: loss, learningRate: 0.1))
        let target = outputs == 1 ? [label] : [label, 1 - label]
        let samples = try TestMaterial.samples([[Double(z)]], [target])
        // −ln of the right class's probability: ln(1 + e^∓z), or with two outputs z and −z ln(1 + e^∓2z).
        let margin = Double(z) * (label == 1 ? -1 : 1) * Double(outputs)
        let expected = max(margin, 0) + ReferenceNetwork.activate(.softplus, -abs(margin), slope: 0)
        #expect(isClose(learner.evaluate(samples).loss, expected))
        learner.train(on: samples, range: 0..<1)
        #expect(learner.divergence() == nil)
      }
    }
  }

  @Test func divergenceNamesTheFirstBrokenLayer() throws {
    let architecture = try Architecture(
      inputs: 2, hidden: [3, 3], outputs: 1, activation: .linear, outputActivation: .linear)
    var network = Network(architecture)
    let settings = TrainingSettings(learningRate: 0.1)
    #expect(try Learner(network: network, settings: settings).divergence() == nil)
    network.setBias(.nan, layer: 2, unit: 0)
    network.setWeight(.infinity, layer: 1, unit: 2, source: 0)
    #expect(network.firstBrokenLayer == 1)
    #expect(try Learner(network: network, settings: settings).divergence() == 1)
  }

  @Test func aRateFarTooHighIsNoticed() throws {
    let architecture = try Architecture(
      inputs: 2, hidden: [3], outputs: 1, activation: .linear, outputActivation: .linear)
    let material = try TestMaterial(architecture, count: 20, seed: 1)
    let learner = try Learner(
      network: material.network, settings: TrainingSettings(learningRate: 1000), threads: 2)
    var progress = Progress()
    for _ in 0..<50 { progress = learner.train(on: material.samples, range: 0..<20) }
    #expect(!progress.loss.isFinite)
    #expect(learner.divergence() != nil)
  }
}
