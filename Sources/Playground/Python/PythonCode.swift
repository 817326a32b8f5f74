import NeuralEngine

/// A network as a program in Python that answers as it does, with its weights and its loss.
///
/// It defines `inputs`, which makes of samples what the network is shown, `answers`, and `loss`. Small networks stand in it
/// with their numbers, large ones read them from the saved model.
public struct PythonCode: Sendable {
  /// What it is written with.
  public enum Library: String, CaseIterable, Sendable {
    case numpy = "NumPy"
    case torch = "PyTorch"
  }

  let library: Library
  let network: Network
  let preparation: Preparation
  let error: Loss
  private let smoothing: Double
  /// Where it reads its weights, if it does.
  public let modelPath: String

  /// More numbers than this are read from the model's file.
  private static let mostNumbers = 1000

  /// - Parameters:
  ///   - loss: what the run makes small.
  ///   - smoothing: how much of the targets' certainty is shared among all classes.
  ///   - modelPath: where the model is, or would be, saved.
  public init(
    _ library: Library, of network: Network, _ preparation: Preparation, loss: Loss, smoothing: Double = 0,
    modelPath: String
  ) {
    self.smoothing = smoothing
    self.library = library
    self.network = network
    self.preparation = preparation
    self.modelPath = modelPath
    error = loss
  }

  /// Whether the weights are read from the model's file, which must be saved first.
  public var readsModel: Bool { network.layout.count > 0 && network.parameterCount > Self.mostNumbers }

  /// The program.
  public var text: String {
    let parts = [heading, readsModel ? reader : nil, inputs, body, answers, loss]
    return parts.compactMap { $0 }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var heading: [String] {
    let imports = readsModel ? ["import json"] : []
    switch library {
    case .numpy:
      let erf = network.architecture.layers.indices.contains { network.architecture.activation($0) == .gelu }
      return ["# \(network.architecture), written by nnplay; it needs NumPy."] + imports
        + (erf ? ["import math"] : []) + ["import numpy as np"]
    case .torch:
      return ["# \(network.architecture), written by nnplay; it needs PyTorch."] + imports + [
        "import torch", "from torch import nn",
      ]
    }
  }

  /// Reads the tensors of a .safetensors file: eight bytes of length, a table in JSON, numbers.
  private var reader: [String] {
    let numbers =
      switch library {
      case .numpy: "np.frombuffer(data, np.float32, (end - start) // 4, 8 + size + start)"
      case .torch:
        "torch.frombuffer(data, dtype=torch.float32, count=(end - start) // 4, offset=8 + size + start)"
      }
    return [
      "def read(path):",
      "    data = bytearray(open(path, \"rb\").read())",
      "    size = int.from_bytes(data[:8], \"little\")",
      "    tensors = {}",
      "    for name, place in json.loads(data[8:8 + size]).items():",
      "        if name.startswith(\"layers.\"):",
      "            start, end = place[\"data_offsets\"]",
      "            tensors[name] = \(numbers).reshape(place[\"shape\"])",
      "    return tensors",
      "",
      "tensors = read(\(Self.quoted(modelPath)))",
    ]
  }

  private var body: [String] {
    switch library {
    case .numpy: numpyNetwork
    case .torch: torchNetwork
    }
  }

  /// The network's outputs in the units of what is predicted.
  private var answers: [String]? {
    guard let scaling = preparation.targetScaling else { return ["answers = network"] }
    return [
      "def answers(x):",
      "    return network(x) * \(scaling.deviations[0]) + \(scaling.means[0])",
    ]
  }

  /// The mean over samples; targets are as many numbers a sample as there are answers.
  private var loss: [String] {
    let log = library == .numpy ? "np.log" : "torch.log"
    let sum =
      switch error {
      case .squaredError, .perceptron: "0.5 * (a - t) ** 2"
      case .sigmoidCrossEntropy: "-t * \(log)(a) - (1 - t) * \(log)(1 - a)"
      case .softmaxCrossEntropy where smoothing > 0:
        "-((1 - \(smoothing)) * t + \(smoothing) / \(network.architecture.outputs)) * \(log)(a)"
      case .softmaxCrossEntropy: "-t * \(log)(a)"
      }
    return ["def loss(a, t):", "    return (\(sum)).sum(-1).mean()"]
  }

  /// A text as Python reads it.
  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
