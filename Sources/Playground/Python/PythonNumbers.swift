import NeuralEngine

extension PythonCode {
  /// A part of a layer as the libraries want it: its numbers, or where they stand in the model's file.
  func numbers(_ part: Part) -> String {
    guard !readsModel else { return "tensors[\(Self.quoted(network.tensorName(of: part)))]" }
    let values = part.places.map { network.parameters[$0] }
    let list = Self.list(values[...], shape: part.shape[...])
    return library == .numpy ? "np.array(\(list), np.float32)" : "torch.tensor(\(list))"
  }

  /// A part of a layer by its name within it.
  func part(_ name: String, of layer: Int) -> Part? {
    network.layout.parts(of: layer).first { $0.name == name }
  }

  /// Numbers in as many brackets as their shape has axes.
  private static func list(_ values: ArraySlice<Float>, shape: ArraySlice<Int>) -> String {
    guard let count = shape.first else { return values.first.map(literal) ?? "" }
    guard count > 0 else { return "[]" }
    let length = values.count / count
    let parts = (0..<count).map { index in
      let start = values.startIndex + index * length
      return list(values[start..<start + length], shape: shape.dropFirst())
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  /// The shortest decimal that is read back as the same number.
  private static func literal(_ value: Float) -> String {
    value.isFinite ? "\(value)" : "float(\"\(value)\")"
  }
}
