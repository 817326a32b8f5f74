import NeuralEngine
import Testing

/// An activation inside and at the output with a loss that may meet there.
struct Meeting: CustomTestStringConvertible {
  let hidden: Activation
  let output: Activation
  let loss: Loss

  var testDescription: String { "\(hidden.rawValue), \(output.rawValue), \(loss.rawValue)" }

  /// Every hidden activation × every output that the loss accepts.
  static let all: [Meeting] = Activation.allCases.filter { $0 != .softmax }.flatMap { hidden in
    Activation.allCases.flatMap { output in
      [Loss.squaredError, .sigmoidCrossEntropy, .softmaxCrossEntropy].filter { $0.accepts(output) }.map {
        Meeting(hidden: hidden, output: output, loss: $0)
      }
    }
  }

  func material(normalized: Bool = false) throws -> TestMaterial {
    let architecture = try Architecture(
      inputs: 3, hidden: [5, 4], outputs: 3, activation: hidden, outputActivation: output,
      batchNormalization: normalized)
    return try TestMaterial(architecture, loss, count: 7, seed: 11)
  }
}

/// Gradients against central differences of the loss in double precision.
@Suite struct GradientTests {
  @Test func everyMeetingIsTried() { #expect(Meeting.all.count == 11 * (12 + 1 + 1)) }

  @Test(arguments: Meeting.all)
  func gradientIsThatOfTheLoss(_ meeting: Meeting) throws {
    let material = try meeting.material()
    let numerical = material.reference.numericalGradient(meeting.loss, material.inputs, material.targets)
    let reference = material.reference.gradientSum(meeting.loss, material.inputs, material.targets)
    for place in material.reference.trainedPlaces {
      let mean = reference[place] / Double(material.inputs.count)
      #expect(isClose(mean, numerical[place], relative: 1e-6, absolute: 1e-8), "reference, parameter \(place)")
    }
    for choice in Learner.PathChoice.allCases {
      let learner = try Learner(
        network: material.network, settings: TrainingSettings(loss: meeting.loss), choice: choice)
      let gradient = learner.gradient(on: material.samples)
      for place in material.reference.trainedPlaces {
        #expect(isClose(Double(gradient[place]), numerical[place]), "\(choice), parameter \(place)")
      }
    }
  }

  @Test("A leaky relu has the slope that it is given, on every way", arguments: [0, 0.01, 0.3, 1])
  func leakySlopes(_ slope: Double) throws {
    let layers = [3, 5, 4, 2].map { Layer.dense(units: $0, activation: .leakyReLU) }
    let architecture = try Architecture(input: Shape(channels: 3), layers: layers, leakySlope: slope)
    let material = try TestMaterial(architecture, .squaredError, count: 7, seed: 11)
    let numerical = material.reference.numericalGradient(.squaredError, material.inputs, material.targets)
    for choice in Learner.PathChoice.allCases {
      for batchSize in [3, 7] {
        let learner = try Learner(
          network: material.network, settings: TrainingSettings(batchSize: batchSize), choice: choice)
        let gradient = learner.gradient(on: material.samples)
        for place in material.reference.trainedPlaces {
          #expect(isClose(Double(gradient[place]), numerical[place]), "\(choice), parameter \(place)")
        }
        learner.train(on: material.samples, range: 0..<7)
        var trainer = ReferenceTrainer(material.reference, learner.settings)
        trainer.trainEpoch(material.inputs, material.targets)
        for place in material.reference.trainedPlaces {
          #expect(abs(Double(learner.network.parameters[place]) - trainer.network.parameters[place]) < 1e-5)
        }
      }
    }
    #expect(throws: EngineError.self) { try Architecture(input: Shape(channels: 3), layers: layers, leakySlope: 1.1) }
  }

  @Test(arguments: Meeting.all)
  func gradientOfNormalizedNetworkIsThatOfTheLoss(_ meeting: Meeting) throws {
    let material = try meeting.material(normalized: true)
    let numerical = material.reference.numericalGradient(meeting.loss, material.inputs, material.targets)
    let learner = try Learner(network: material.network, settings: TrainingSettings(loss: meeting.loss))
    let gradient = learner.gradient(on: material.samples)
    for place in material.reference.trainedPlaces {
      #expect(isClose(Double(gradient[place]), numerical[place], relative: 5e-5, absolute: 2e-6), "parameter \(place)")
    }
  }

  @Test func paddingAndRunningStatisticsHaveNoGradient() throws {
    let meeting = Meeting(hidden: .sigmoid, output: .softmax, loss: .softmaxCrossEntropy)
    let material = try meeting.material(normalized: true)
    let learner = try Learner(network: material.network, settings: TrainingSettings(loss: .softmaxCrossEntropy))
    let trained = Set(material.reference.trainedPlaces)
    for (place, value) in learner.gradient(on: material.samples).enumerated() where !trained.contains(place) {
      #expect(value == 0, "place \(place)")
    }
    #expect(learner.network == material.network)
  }
}
