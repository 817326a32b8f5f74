import NeuralEngine
import Playground
import Screen

/// Layers that come and go, grow and shrink.
extension Shell {
  /// `+`: another layer of two units; on pictures a list of the kinds that fit.
  mutating func addLayer() -> [Effect] {
    guard hidden.count < mostLayers else {
      notice = Notice(text: "There is room for \(mostLayers) hidden layers; a file may hold more.")
      return []
    }
    if let input = network?.architecture.input, input.rows * input.columns > 1 || showsImages {
      pickLayer()
      return []
    }
    return setHidden(hidden + [.dense(min(hidden.last?.units ?? 2, 2))])
  }

  mutating func removeLayer() -> [Effect] {
    guard !hidden.isEmpty else { return refuse("There is no hidden layer to take away.") }
    return setHidden(hidden.dropLast())
  }

  mutating func changeUnits(grow: Bool, layer: Int? = nil) -> [Effect] {
    guard let layer = layer ?? attention.layer(of: hidden.count) else {
      notice = Notice(text: "There is no hidden layer: + adds one.")
      return []
    }
    var hidden = hidden
    guard let breadth = hidden[layer].breadth else {
      return refuse("A pool has as many maps as come in: change the layer before it.")
    }
    let step = unitStep(breadth, grow: grow)
    let count = breadth + (grow ? step : -step)
    guard count >= 1 else { return refuse("A layer keeps at least one unit: - takes the last layer away.") }
    guard showsImages || count <= mostUnits else {
      notice = Notice(text: "There is room for \(mostUnits) units; a file may hold more.")
      return []
    }
    hidden[layer].breadth = count
    return setHidden(hidden)
  }

  /// The most hidden layers and units that the keys give: all of them can be drawn.
  private var mostLayers: Int { 8 }
  private var mostUnits: Int { 16 }

  /// One unit more or less is felt among ten, not among hundreds.
  private func unitStep(_ count: Int, grow: Bool) -> Int {
    switch grow ? count : count - 1 {
    case ..<16: 1
    case ..<64: 8
    case ..<256: 32
    case _: 128
    }
  }

  private mutating func setHidden(_ hidden: [HiddenLayer]) -> [Effect] {
    var changed = experiment
    changed.hidden = hidden
    if let said = changed.activation, said.count > 1 {
      let count = hidden.count(where: \.hasActivation)
      changed.activation = count == 0 ? nil : (0..<count).map { said[min($0, said.count - 1)] }
    }
    return check(changed) ? adopt(changed) : []
  }

  // MARK: - Layers for pictures

  /// What `+` offers: a layer of each kind, in the usual sizes.
  private static let offered: [HiddenLayer] = [
    .convolution(size: 5, maps: 8, padding: .same), .convolution(size: 3, maps: 16, padding: .same), .pool(size: 2),
    32, 128,
  ]

  /// Opens the list of layers that fit, each with what comes out of it and where it goes.
  private mutating func pickLayer() {
    let items = Self.offered.compactMap { layer in
      sentence(onAdding: layer).map { Picker.Item(value: layer.description, label: layer.words, sentence: $0) }
    }
    open(Picker(subject: .layer, title: "Another layer", items: items, selected: 0, takesTyping: false))
  }

  /// What comes of a layer at its place; nil where the layers do not go together.
  private func sentence(onAdding layer: HiddenLayer) -> String? {
    let place = place(of: layer)
    var changed = resolved
    changed.hidden.insert(layer, at: place)
    changed.activations.append(changed.activations.last ?? .relu)
    guard let now = network?.architecture, let then = try? changed.architecture(input: now.input) else { return nil }
    let parameters = ParameterLayout(then).parts(of: place).reduce(0) { $0 + ($1.isTrained ? $1.count : 0) }
    let behind = place == 0 ? "first: " : "behind layer \(place): "
    let numbers = parameters == 0 ? "nothing to learn" : "\(Number.count(parameters)) weights and biases"
    return behind + "\(then.shape(after: place)) come out, \(numbers)"
  }

  /// Where a layer of a kind is put: behind the current one where it can stand there, else behind the last it can follow.
  ///
  /// Windows look at pictures, and a dense layer makes none: what has windows stands before what has not.
  private func place(of layer: HiddenLayer) -> Int {
    let pictures = hidden.prefix { $0.units == nil }.count
    let wished = currentLayer.map { $0 + 1 }
    return layer.units == nil ? min(wished ?? pictures, pictures) : max(wished ?? hidden.count, pictures)
  }

  /// Puts in a layer that was chosen from the list.
  mutating func addLayer(_ word: String) -> [Effect] {
    guard let layer = Self.offered.first(where: { $0.description == word }) else { return [] }
    var hidden = hidden
    hidden.insert(layer, at: place(of: layer))
    return setHidden(hidden)
  }
}

extension HiddenLayer {
  /// The layer as the screen says it: `convolution 5×5, 8 maps`.
  var words: String {
    switch self {
    case .dense(let units): "dense, \(units) unit\(units == 1 ? "" : "s")"
    case .convolution(let size, let maps, let padding):
      "convolution \(size)×\(size), \(maps) map\(maps == 1 ? "" : "s")" + (padding == .valid ? ", no border" : "")
    case .pool(let size): "pool \(size)×\(size)"
    }
  }
}
