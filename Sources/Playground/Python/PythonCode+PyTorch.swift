import NeuralEngine

/// The network as a `Sequential` of PyTorch's modules, and its numbers as their state.
extension PythonCode {
  var torchNetwork: [String] {
    let architecture = network.architecture
    var modules: [String] = []
    var state: [(name: String, numbers: String)] = []
    for layer in architecture.layers.indices {
      let (input, output) = (architecture.shape(before: layer), architecture.shape(after: layer))
      let isFlat = input.rows * input.columns == 1
      func keep(_ names: [(own: String, theirs: String)]) {
        for (own, theirs) in names {
          if let part = part(own, of: layer) {
            state.append(("\(modules.count - 1).\(theirs)", numbers(part)))
          }
        }
      }
      switch architecture.layers[layer] {
      case .dense:
        if !isFlat, layer > 0 { modules.append("nn.Flatten()") }
        modules.append("nn.Linear(\(input.count), \(output.count))")
      case .convolution(let maps, let size, let padding, _, _):
        if layer == 0 { modules.append("nn.Unflatten(1, (\(input.channels), \(input.rows), \(input.columns)))") }
        let border = padding == .same ? ", padding=\(size / 2)" : ""
        modules.append("nn.Conv2d(\(input.channels), \(maps), \(size)\(border))")
      case .maximumPool(let size):
        if layer == 0 { modules.append("nn.Unflatten(1, (\(input.channels), \(input.rows), \(input.columns)))") }
        modules.append("nn.MaxPool2d(\(size))")
        continue
      case .custom: continue
      }
      keep([("weight", "weight"), ("bias", "bias")])
      if architecture.isNormalized(layer) {
        modules.append("nn.BatchNorm\(output.rows * output.columns == 1 ? 1 : 2)d(\(output.channels))")
        keep([
          ("norm.weight", "weight"), ("norm.bias", "bias"), ("norm.running_mean", "running_mean"),
          ("norm.running_var", "running_var"),
        ])
        state.append(("\(modules.count - 1).num_batches_tracked", "torch.tensor(0)"))
      }
      guard let module = Self.torch(architecture.activation(layer)) else { continue }
      modules.append(module)
      keep([("prelu", "weight")])
    }
    let step = [
      "class Step(nn.Module):", "    def forward(self, z):", "        return (z >= 0).to(z.dtype)", "",
    ]
    return (modules.contains("Step()") ? step : []) + ["network = nn.Sequential("]
      + modules.map { "    \($0)," } + [")", "network.load_state_dict({"]
      + state.map { "    \"\($0.name)\": \($0.numbers)," } + ["})", "network.eval()"]
  }

  /// The module for an activation; nil where z goes on as it is.
  private static func torch(_ activation: Activation) -> String? {
    switch activation {
    case .step: "Step()"
    case .linear: nil
    case .sigmoid: "nn.Sigmoid()"
    case .tanh: "nn.Tanh()"
    case .relu: "nn.ReLU()"
    case .leakyReLU: "nn.LeakyReLU(0.1)"
    case .prelu: "nn.PReLU()"
    case .elu: "nn.ELU()"
    case .swish: "nn.SiLU()"
    case .softplus: "nn.Softplus()"
    case .gelu: "nn.GELU()"
    case .softmax: "nn.Softmax(dim=-1)"
    }
  }
}
