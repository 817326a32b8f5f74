import Words

/// Layers under names of their own: what PyTorch writes of a module (`fc1.weight`) or a sequence of them (`0.weight`).
///
/// Tensors whose names differ in their last part alone are one layer. It is taken for the one of the network that has
/// such tensors of such shapes, if only one has.
struct OtherNames {
  /// The tensors under the network's names; nil where the shapes do not fit.
  private(set) var tensors: [SafeTensors.Tensor]?
  /// The file's layers with the network's name for each, in the network's order.
  private(set) var pairs: [(own: String, network: String)] = []
  /// Whether the shapes leave a choice.
  private(set) var isAmbiguous = false
  /// Inputs and units, layer by layer, where the file's matrices make a network.
  let sizes: [Int]?

  /// Finds the layers of `wanted`, names with shapes, among tensors.
  init(_ found: [SafeTensors.Tensor], for wanted: [(name: String, shape: [Int])]) {
    let own = Self.layers(found.map { ($0.name, $0.shape) })
    let network = Self.layers(wanted)
    // Names are counted as people count: fc2 stands before fc10.
    var left = own.sorted { $0.name.isCounted(before: $1.name) }
    let weights = left.compactMap { $0.shapes["weight"] }
    let matrices = weights.filter { $0.count == 2 }
    let isChain =
      !weights.contains { $0.count > 2 } && zip(matrices, matrices.dropFirst()).allSatisfy { $0[0] == $1[1] }
    sizes = matrices.first.flatMap { isChain ? [$0[1]] + matrices.map { $0[0] } : nil }
    guard own.count == network.count else { return }
    var names: [String: String] = [:]
    for layer in network {
      let fitting = left.indices.filter { left[$0].shapes == layer.shapes }
      guard let first = fitting.first else { return }
      if fitting.count > 1 { isAmbiguous = true }
      names[left[first].name] = layer.name
      pairs.append((left[first].name, layer.name))
      left.remove(at: first)
    }
    tensors = found.map { tensor in
      let (layer, rest) = Self.parts(tensor.name)
      var renamed = tensor
      renamed.name = Self.joined(names[layer] ?? layer, rest)
      return renamed
    }
  }

  /// What is done, or asked for, in words: `fc1 is layers.0 and fc2 is layers.1`.
  var words: String {
    pairs.map { "\($0.own.isEmpty ? "the one without a name" : shortened($0.own)) is \($0.network)" }.inWords
  }

  /// What is taken for what, in a sentence.
  var sentence: String { "The file has other names for its layers, and their shapes fit one way only: \(words)." }

  private struct Layer {
    let name: String
    var shapes: [String: [Int]] = [:]
  }

  /// The layers in the order of their first tensors.
  private static func layers(_ tensors: [(name: String, shape: [Int])]) -> [Layer] {
    var layers: [Layer] = []
    for (name, shape) in tensors {
      let (layer, rest) = parts(name)
      let place = layers.firstIndex { $0.name == layer }
      if place == nil { layers.append(Layer(name: layer)) }
      layers[place ?? layers.count - 1].shapes[rest] = shape
    }
    return layers
  }

  /// A slope is a layer of its own there, and its one number a weight.
  private static let slope = "prelu"

  private static func parts(_ name: String) -> (layer: String, rest: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    if parts.last == slope[...] { return (name, "weight") }
    return (parts.dropLast().joined(separator: "."), parts.last.map(String.init) ?? "")
  }

  private static func joined(_ layer: String, _ rest: String) -> String {
    layer.hasSuffix(".\(slope)") ? layer : "\(layer).\(rest)"
  }
}

extension String {
  /// Whether the name comes first where the numbers in names count as numbers.
  fileprivate func isCounted(before other: String) -> Bool {
    func pieces(_ text: String) -> [(word: Substring, number: Int)] {
      text.split(separator: ".").map { piece in
        let word = piece.reversed().drop(while: \.isNumber).count
        return (piece.prefix(word), Int(piece.dropFirst(word)) ?? -1)
      }
    }
    for (a, b) in zip(pieces(self), pieces(other)) where a != b { return a < b }
    return count < other.count
  }
}
