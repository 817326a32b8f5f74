import Foundation
import Testing

/// Runs of PyTorch 2.15, repeated through the command alone: the experiment as YAML, the samples as CSV, the first
/// weights as safetensors, the last ones read back from the file that `--save` writes.
@Suite("nnplay train repeats PyTorch")
struct CommandReferenceTests {
  @Test(
    "losses and weights",
    arguments: [
      "activation-gelu", "activation-prelu", "loss-softmaxCrossEntropy-softmax", "optimizer-adamW",
      "optimizer-nesterov", "shape-wide-37-41-29",
    ])
  func repeats(name: String) throws {
    let reference = try PyTorchRun(name)
    let folder = try TemporaryFolder()
    _ = try folder.write("samples.csv", reference.csv)
    _ = try folder.write("first.safetensors", reference.firstWeights)
    let experiment = try folder.write("experiment.yaml", reference.experiment)
    let run = try CommandRun("train", experiment, "--json", "--save", folder.path("last.safetensors"))
    #expect(run.status == 0, "\(run.errors)")

    let losses = run.objects.compactMap { $0["trainLoss"] as? Double }
    try #require(losses.count == reference.lastStep + 1)
    #expect(isNear(losses[0], reference.expected.loss, relative: 1e-5))
    for (step, state) in reference.expected.afterSteps {
      let loss = losses[try #require(Int(step))]
      #expect(isNear(loss, state.loss, relative: 1e-4), "\(name), step \(step): \(loss), expected \(state.loss)")
    }
    let last = try #require(reference.expected.afterSteps["\(reference.lastStep)"])
    let saved = try SavedTensors(Data(contentsOf: URL(fileURLWithPath: folder.path("last.safetensors"))))
    for layer in last.weights.indices {
      #expect(saved.isNear("layers.\(layer).weight", last.weights[layer].flatMap { $0 }))
      #expect(saved.isNear("layers.\(layer).bias", last.biases[layer]))
    }
    for (layer, slope) in (last.preluAlphas ?? []).enumerated() {
      #expect(saved.isNear("layers.\(layer).prelu", [slope]))
    }
  }

  private func isNear(_ value: Double, _ expected: Double, relative: Double) -> Bool {
    abs(value - expected) <= relative * abs(expected) + 1e-6
  }
}

/// A run of PyTorch as it is kept in the references.
private struct PyTorchRun: Decodable {
  struct State: Decodable {
    let loss: Double
    let weights: [[[Double]]]
    let biases: [[Double]]
    let preluAlphas: [Double]?
  }

  struct Expected: Decodable {
    let loss: Double
    let afterSteps: [String: State]
  }

  let shape: [Int]
  let hiddenActivation, outputActivation, loss, optimizer: String
  let learningRate: Double
  let batchSize: Int
  let weights: [[[Double]]]
  let biases: [[Double]]
  let preluAlpha: Double?
  let inputs, targets: [[Double]]
  let expected: Expected

  init(_ name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appendingPathComponent("NeuralEngineTests/Reference/pytorch/\(name).json")
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }

  /// The last step whose state is known; each is an epoch, for a batch holds all samples.
  var lastStep: Int { expected.afterSteps.keys.compactMap { Int($0) }.max() ?? 0 }

  var csv: String {
    zip(inputs, targets).map { ($0 + $1).map(\.description).joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  var experiment: String {
    """
    dataset: csv:samples.csv#targets=\(targets[0].count)
    trainRatio: 1
    hidden: \(shape.dropFirst().dropLast())
    activation: \(hiddenActivation)
    output: \(outputActivation)
    loss: \(loss)
    optimizer: \(optimizer)
    learningRate: \(learningRate)
    batchSize: \(batchSize)
    shuffle: false
    epochs: \(lastStep)
    weights: first.safetensors

    """
  }

  /// The first weights as a safetensors file.
  var firstWeights: Data {
    var tensors = WrittenTensors()
    for layer in weights.indices {
      tensors.add("layers.\(layer).weight", [shape[layer + 1], shape[layer]], weights[layer].flatMap { $0 })
      tensors.add("layers.\(layer).bias", [shape[layer + 1]], biases[layer])
      if let preluAlpha, layer < weights.count - 1 { tensors.add("layers.\(layer).prelu", [1], [preluAlpha]) }
    }
    return tensors.file
  }
}
