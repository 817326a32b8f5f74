import NeuralEngine

/// The network with NumPy alone: arrays, and a line for what each layer does.
extension PythonCode {
  var numpyNetwork: [String] {
    let architecture = network.architecture
    var arrays: [String] = []
    var steps: [String] = []
    var helpers: [String] = []
    for layer in architecture.layers.indices {
      let (input, number) = (architecture.shape(before: layer), layer + 1)
      let isFlat = input.rows * input.columns == 1
      for part in network.layout.parts(of: layer) {
        arrays.append("\(Self.variable(part.name, number)) = \(numbers(part))")
      }
      switch architecture.layers[layer] {
      case .dense:
        if !isFlat, layer > 0 { steps.append("x = x.reshape(len(x), -1)") }
        steps.append("z = x @ W\(number).T + b\(number)")
      case .convolution(_, let size, let padding, _, _):
        if layer == 0 { steps.append("x = x.reshape(-1, \(input.channels), \(input.rows), \(input.columns))") }
        steps.append("z = convolve(x, W\(number), b\(number), \(padding == .same ? size / 2 : 0))")
        if !helpers.contains(Self.convolution[0]) { helpers += Self.convolution + [""] }
      case .maximumPool(let size):
        if layer == 0 { steps.append("x = x.reshape(-1, \(input.channels), \(input.rows), \(input.columns))") }
        let (rows, columns) = (input.rows / size, input.columns / size)
        steps.append("x = x[:, :, :\(rows * size), :\(columns * size)]")
        steps.append("x = x.reshape(len(x), \(input.channels), \(rows), \(size), \(columns), \(size)).max((3, 5))")
        continue
      case .custom: continue
      }
      if architecture.isNormalized(layer) {
        let shape = architecture.shape(after: layer)
        let places = shape.rows * shape.columns == 1 ? "" : ".reshape(-1, 1, 1)"
        steps.append(
          "z = gamma\(number)\(places) * (z - mean\(number)\(places)) / np.sqrt(variance\(number)\(places) + 1e-5)"
            + " + beta\(number)\(places)")
      }
      steps.append("x = " + Self.numpy(architecture.activation(layer), slope: "alpha\(number)"))
    }
    return arrays + [""] + helpers + ["def network(x):"] + steps.map { "    " + $0 } + ["    return x"]
  }

  /// What a part of a layer is called in the program.
  private static func variable(_ part: String, _ layer: Int) -> String {
    let names = [
      "weight": "W", "bias": "b", "prelu": "alpha", "norm.weight": "gamma", "norm.bias": "beta",
      "norm.running_mean": "mean", "norm.running_var": "variance",
    ]
    return (names[part] ?? "p") + "\(layer)"
  }

  /// Every window times every kernel: a sum over channels and places.
  private static let convolution = [
    "def convolve(x, kernels, bias, border):",
    "    x = np.pad(x, ((0, 0), (0, 0), (border, border), (border, border)))",
    "    windows = np.lib.stride_tricks.sliding_window_view(x, kernels.shape[2:], axis=(2, 3))",
    "    return np.einsum(\"nchwij,mcij->nmhw\", windows, kernels, optimize=True) + bias.reshape(-1, 1, 1)",
  ]

  private static func numpy(_ activation: Activation, slope: String) -> String {
    switch activation {
    case .step: "np.where(z >= 0, 1.0, 0.0)"
    case .linear: "z"
    case .sigmoid: "1 / (1 + np.exp(-z))"
    case .tanh: "np.tanh(z)"
    case .relu: "np.maximum(0, z)"
    case .leakyReLU: "np.where(z > 0, z, 0.1 * z)"
    case .prelu: "np.where(z > 0, z, \(slope) * z)"
    case .elu: "np.where(z > 0, z, np.expm1(np.minimum(z, 0)))"
    case .swish: "z / (1 + np.exp(-z))"
    case .softplus: "np.logaddexp(0, z)"
    case .gelu: "z * 0.5 * (1 + np.vectorize(math.erf)(z / math.sqrt(2)))"
    case .softmax: "np.exp(z - z.max(-1, keepdims=True)); x = x / x.sum(-1, keepdims=True)"
    }
  }
}
