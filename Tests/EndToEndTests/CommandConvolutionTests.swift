import Foundation
import Testing

/// Convolutions and pools as PyTorch 2.15 computed them, repeated through the commands alone: a table whose rows are
/// pictures, weights as safetensors, the answers of `predict`, the losses and weights that `train` leaves.
@Suite("nnplay repeats PyTorch's convolutions")
struct CommandConvolutionTests {
  @Test("answers, losses and weights", arguments: PyTorchPictures.names)
  func repeats(name: String) throws {
    let reference = try PyTorchPictures(name)
    let folder = try TemporaryFolder()
    let samples = try folder.write("samples.csv", reference.csv)
    _ = try folder.write("first.safetensors", reference.firstWeights)
    let experiment = try folder.write("experiment.yaml", reference.experiment)

    let fresh = folder.path("fresh.safetensors")
    #expect(
      try CommandRun("train", experiment, "--epochs", "1", "--set", "learningRate=1e-30", "--save", fresh).status == 0)
    let asked = try CommandRun("predict", "--model", fresh, "--csv", samples, "--json")
    let answers = asked.objects.compactMap { $0["outputs"] as? [Double] }.flatMap { $0 }
    let outputs = reference.expected.outputs.values
    try #require(answers.count == outputs.count, "\(asked.errors)")
    for (answer, output) in zip(answers, outputs) { #expect(isNear(answer, output, relative: 1e-5)) }

    for (step, state) in reference.expected.afterSteps {
      let last = folder.path("last.safetensors")
      let run = try CommandRun("train", experiment, "--epochs", step, "--json", "--save", last)
      let losses = run.objects.compactMap { $0["trainLoss"] as? Double }
      try #require(losses.count == (Int(step) ?? 0) + 1, "\(run.errors)")
      #expect(isNear(losses[0], reference.expected.loss, relative: 1e-5))
      #expect(isNear(losses.last ?? 0, state.loss, relative: 1e-4), "after \(step)")
      let saved = try SavedTensors(Data(contentsOf: URL(fileURLWithPath: last)))
      for (place, layer) in reference.layersWithWeights.enumerated() {
        #expect(saved.isNear("layers.\(place).weight", state.weights[layer].values), "after \(step)")
        #expect(saved.isNear("layers.\(place).bias", state.biases[layer].values), "after \(step)")
      }
    }
  }

  private func isNear(_ value: Double, _ expected: Double, relative: Double) -> Bool {
    abs(value - expected) <= relative * abs(expected) + 1e-6
  }
}

/// A run of PyTorch on pictures as it is kept in the references.
private struct PyTorchPictures: Decodable {
  /// Nested lists of numbers, whatever their depth, as they follow each other; nothing for null.
  struct Numbers: Decodable {
    let values: [Double]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        values = [number]
      } else {
        values = container.decodeNil() ? [] : try container.decode([Numbers].self).flatMap(\.values)
      }
    }
  }

  struct Layer: Decodable {
    let kind: String
    let maps, size, units: Int?
    let padding, activation: String?

    /// The layer as an experiment says it.
    var word: String {
      switch kind {
      case "convolution": "conv\(size ?? 0)x\(maps ?? 0)" + (padding == "valid" ? "valid" : "")
      case "maximumPool": "pool\(size ?? 0)"
      default: "\(units ?? 0)"
      }
    }
  }

  struct State: Decodable {
    let loss: Double
    let weights, biases: [Numbers]
  }

  struct Expected: Decodable {
    let outputs: Numbers
    let loss: Double
    let afterSteps: [String: State]
  }

  let input: [Int]
  let layers: [Layer]
  let loss, optimizer, regularization: String
  let learningRate, regularizationRate: Double
  let batchSize: Int
  let weights, biases: [Numbers]
  let inputs, targets: [Numbers]
  let expected: Expected

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("NeuralEngineTests/Reference/pytorch-convolution")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
    $0.hasSuffix(".json")
  }.sorted()

  init(_ name: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: Self.folder.appendingPathComponent(name)))
  }

  /// Pools have none, and count for nothing in a file's names.
  var layersWithWeights: [Int] { layers.indices.filter { layers[$0].kind != "maximumPool" } }

  var csv: String {
    zip(inputs, targets).map { ($0.values + $1.values).map(\.description).joined(separator: ",") + "\n" }.joined()
  }

  var experiment: String {
    """
    dataset: csv:samples.csv#targets=\(targets[0].values.count)#pixels=\(input.map(String.init).joined(separator: "x"))
    normalize: none
    trainRatio: 1
    hidden: [\(layers.dropLast().map(\.word).joined(separator: ", "))]
    activation: [\(layersWithWeights.dropLast().compactMap { layers[$0].activation }.joined(separator: ", "))]
    output: \(layers.last?.activation ?? "")
    loss: \(loss)
    optimizer: \(optimizer)
    learningRate: \(learningRate)
    regularization: \(regularization)
    regularizationRate: \(regularizationRate)
    batchSize: \(batchSize)
    shuffle: false
    weights: first.safetensors

    """
  }

  /// The first weights: kernels are [maps, channels, rows, columns].
  var firstWeights: Data {
    var tensors = WrittenTensors()
    for (place, layer) in layersWithWeights.enumerated() {
      let (kernel, bias) = (weights[layer].values, biases[layer].values)
      let sources = kernel.count / bias.count
      let size = layers[layer].size
      let shape = size.map { [bias.count, sources / ($0 * $0), $0, $0] } ?? [bias.count, sources]
      tensors.add("layers.\(place).weight", shape, kernel)
      tensors.add("layers.\(place).bias", [bias.count], bias)
    }
    return tensors.file
  }
}
