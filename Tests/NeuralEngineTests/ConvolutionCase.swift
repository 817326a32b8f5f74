import Foundation
import NeuralEngine
import Testing

/// One case with convolutions that PyTorch computed in double precision: a file of Reference/pytorch-convolution.
struct ConvolutionCase: Decodable, CustomTestStringConvertible {
  /// Nested lists of numbers, whatever their depth, as they follow each other; nothing for null.
  struct Numbers: Decodable {
    let values: [Double]

    init(from decoder: any Decoder) throws {
      if let number = try? decoder.singleValueContainer().decode(Double.self) {
        values = [number]
      } else if (try? decoder.singleValueContainer().decodeNil()) == true {
        values = []
      } else {
        values = try decoder.singleValueContainer().decode([Numbers].self).flatMap(\.values)
      }
    }
  }

  struct LayerCase: Decodable {
    let kind: String
    let maps, size, units: Int?
    let padding: Padding?
    let activation: Activation?
  }

  struct State: Decodable {
    let loss: Double
    let weights, biases: [Numbers]
  }

  struct Expected: Decodable {
    let activations: [Numbers]
    let loss: Double
    let weightGradients, biasGradients: [Numbers]
    let afterSteps: [String: State]
  }

  let name: String
  let input: [Int]
  let layers: [LayerCase]
  let loss: Loss
  let optimizer: Optimizer
  let learningRate: Double
  let regularization: Regularization
  let regularizationRate: Double
  let batchSize: Int
  let weights, biases: [Numbers]
  let inputs: [Numbers]
  let targets: Numbers
  let expected: Expected

  var testDescription: String { name }

  static let all: [ConvolutionCase] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/pytorch-convolution")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.sorted { $0.path < $1.path }.filter { $0.pathExtension == "json" }.map { file in
      do {
        return try JSONDecoder().decode(ConvolutionCase.self, from: Data(contentsOf: file))
      } catch {
        preconditionFailure("\(file.lastPathComponent): \(error)")
      }
    }
  }()

  func network() throws -> Network {
    let list = layers.map { layer -> Layer in
      switch layer.kind {
      case "convolution":
        .convolution(
          maps: layer.maps ?? 0, size: layer.size ?? 0, padding: layer.padding ?? .same,
          activation: layer.activation ?? .linear)
      case "maximumPool": .maximumPool(size: layer.size ?? 0)
      default: .dense(units: layer.units ?? 0, activation: layer.activation ?? .linear)
      }
    }
    var network = Network(
      try Architecture(input: Shape(channels: input[0], rows: input[1], columns: input[2]), layers: list))
    for part in network.layout.parts {
      let values = (part.name == "weight" ? weights : biases)[part.layer].values
      try #require(values.count == part.count, "\(part.name) of layer \(part.layer)")
      for (place, value) in zip(part.places, values) { network.parameters[place] = Float(value) }
    }
    return network
  }

  func samples() throws -> Samples {
    try Samples(
      inputs: .floats(inputs.flatMap(\.values).map(Float.init)), targets: .values(targets.values.map(Float.init)),
      inputCount: input.reduce(1, *), outputCount: targets.values.count / inputs.count)
  }

  var settings: TrainingSettings {
    TrainingSettings(
      loss: loss, optimizer: optimizer, learningRate: learningRate, regularization: regularization,
      regularizationRate: regularizationRate, batchSize: batchSize)
  }
}

/// Convolutions and pools against PyTorch 2.15 in double precision, in the tolerances of the dense cases.
@Suite struct PyTorchConvolutionTests {
  @Test func everyCaseIsThere() { #expect(ConvolutionCase.all.count == 8) }

  @Test(arguments: ConvolutionCase.all)
  func outputsOfEveryLayerAgree(_ test: ConvolutionCase) throws {
    let network = try test.network()
    let answers = test.inputs.map { network.activations(for: $0.values.map(Float.init)) }
    for (layer, expected) in test.expected.activations.enumerated() {
      let ours = answers.flatMap { $0[layer] }
      try #require(ours.count == expected.values.count)
      for (place, pair) in zip(ours, expected.values).enumerated() {
        #expect(isClose(Double(pair.0), pair.1), "layer \(layer), number \(place)")
      }
    }
    let learner = try Learner(network: network, settings: test.settings)
    #expect(isClose(learner.evaluate(try test.samples()).loss, test.expected.loss))
  }

  @Test(arguments: ConvolutionCase.all)
  func gradientsAgree(_ test: ConvolutionCase) throws {
    let network = try test.network()
    let gradient = network.gradient(on: try test.samples(), loss: test.loss, on: ThreadPool(threads: 2))
    let decay = test.regularization == .l2 ? test.regularizationRate : 0
    for part in network.layout.parts {
      let isWeight = part.name == "weight"
      let expected = isWeight ? test.expected.weightGradients : test.expected.biasGradients
      for (place, value) in zip(part.places, expected[part.layer].values) {
        // PyTorch's gradients hold the penalty's, λ w; ours are of the loss alone.
        let ours = Double(gradient.parameters[place]) + (isWeight ? decay * Double(network.parameters[place]) : 0)
        #expect(isClose(ours, value), "\(part.name) of layer \(part.layer), place \(place - part.start)")
      }
    }
  }

  @Test(arguments: ConvolutionCase.all, [1, 2, 5])
  func parametersAfterStepsAgree(_ test: ConvolutionCase, _ threads: Int) throws {
    let samples = try test.samples()
    let learner = try Learner(network: try test.network(), settings: test.settings, threads: threads)
    let states = test.expected.afterSteps.compactMap { key, state in Int(key).map { (step: $0, state: state) } }
    for (step, expected) in states.sorted(by: { $0.step < $1.step }) {
      while learner.steps < step { learner.train(on: samples, range: 0..<samples.count) }
      let network = learner.network
      for part in network.layout.parts {
        let values = (part.name == "weight" ? expected.weights : expected.biases)[part.layer].values
        for (place, value) in zip(part.places, values) {
          #expect(abs(Double(network.parameters[place]) - value) <= 1e-4, "step \(step), \(part.name) of \(part.layer)")
        }
      }
      #expect(isClose(learner.evaluate(samples).loss, expected.loss, absolute: 1e-5), "step \(step)")
    }
  }
}
