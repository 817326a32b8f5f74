import Foundation
import NeuralEngine
import Testing

/// One case that PyTorch computed in double precision: a file of Reference/pytorch.
struct PyTorchCase: Decodable, CustomTestStringConvertible {
  struct Expected: Decodable {
    let outputs: [[Double]]
    let activations: [[[Double]]]
    let loss: Double
    let weightGradients: [[[Double]]]
    let biasGradients: [[Double]]
    let preluGradients: [Double]?
    let afterSteps: [String: State]
  }

  struct State: Decodable {
    let loss: Double
    let weights: [[[Double]]]
    let biases: [[Double]]
    let preluAlphas: [Double]?
  }

  let name: String
  let shape: [Int]
  let hiddenActivation: Activation
  let outputActivation: Activation
  let loss: Loss
  let optimizer: Optimizer
  let learningRate: Double
  let regularization: Regularization
  let regularizationRate: Double
  let batchSize: Int
  let weights: [[[Double]]]
  let biases: [[Double]]
  let inputs: [[Double]]
  let targets: [[Double]]
  let expected: Expected

  var testDescription: String { name }

  static let all: [PyTorchCase] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Reference/pytorch")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.sorted { $0.path < $1.path }.filter { $0.pathExtension == "json" }.map { file in
      do {
        return try JSONDecoder().decode(PyTorchCase.self, from: Data(contentsOf: file))
      } catch {
        preconditionFailure("\(file.lastPathComponent): \(error)")
      }
    }
  }()

  func network() throws -> Network {
    var network = Network(
      try Architecture(
        inputs: shape[0], hidden: Array(shape.dropFirst().dropLast()), outputs: shape[shape.count - 1],
        activation: hiddenActivation, outputActivation: outputActivation))
    for (layer, units) in weights.enumerated() {
      for (unit, row) in units.enumerated() {
        network.setBias(Float(biases[layer][unit]), layer: layer, unit: unit)
        for (source, weight) in row.enumerated() {
          network.setWeight(Float(weight), layer: layer, unit: unit, source: source)
        }
      }
    }
    return network
  }

  func samples() throws -> Samples {
    try Samples(
      inputs: .floats(inputs.flatMap { $0.map(Float.init) }), targets: .values(targets.flatMap { $0.map(Float.init) }),
      inputCount: shape[0], outputCount: shape[shape.count - 1])
  }

  var settings: TrainingSettings {
    TrainingSettings(
      loss: loss, optimizer: optimizer, learningRate: learningRate, regularization: regularization,
      regularizationRate: regularizationRate, batchSize: batchSize)
  }
}

/// Whether two numbers agree within a relative and an absolute tolerance, whichever is wider.
func isClose(_ a: Double, _ b: Double, relative: Double = 1e-5, absolute: Double = 1e-6) -> Bool {
  abs(a - b) <= max(absolute, relative * max(abs(a), abs(b)))
}
