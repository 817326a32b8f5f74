import Datasets
import NeuralEngine
import Playground

/// The network of the last snapshot, in the words of the screen.
extension Shell {
  var network: Network? { snapshot?.network }

  /// The network in short, `2-4-2-1 tanh`: its sizes, the hidden layers' activation, and softmax where it ends in one.
  var networkName: String {
    guard let architecture = network?.architecture else { return "" }
    let longest = 8
    let hidden =
      architecture.hidden.count > longest
      ? ["…\(architecture.hidden.count) layers…"] : architecture.layers.dropLast().map(\.description)
    var words = [(["\(architecture.inputs)"] + hidden + ["\(architecture.outputs)"]).joined(separator: "-")]
    var activations: [String] = []
    for name in resolved.activations.map(\.rawValue) where !activations.contains(name) {
      activations.append(name)
    }
    if activations.isEmpty || architecture.outputActivation == .softmax {
      activations.append(architecture.outputActivation.rawValue)
    }
    words.append(activations.joined(separator: " "))
    return words.joined(separator: " ")
  }

  /// The hidden layers asked for.
  var hidden: [HiddenLayer] { resolved.hidden }

  /// The hidden layers on the screen: those asked for come with the next snapshot.
  var shownHidden: [Int] { network?.architecture.hidden ?? hidden.map { $0.breadth ?? 1 } }

  /// The planar features in their order, those with a name first, and whether each is used; of formulas those in use.
  var features: [(feature: Feature, isUsed: Bool)] {
    var used = Set(resolved.features.compactMap(\.plane))
    // A table of one or two columns is fed as it is: they are x₁ and x₂.
    if used.isEmpty, snapshot?.material.kind == .points2D { used = [.x1, .x2] }
    if used.isEmpty, snapshot?.material.kind == .curve1D { used = [.x1] }
    let formulas = resolved.features.compactMap(\.plane).filter { !Feature.named.contains($0) }
    return (Feature.named + formulas).map { ($0, used.contains($0)) }
  }

  /// The index among the network's inputs of a planar feature, if it is used.
  func inputIndex(of feature: Int) -> Int? {
    let used = features.indices.filter { features[$0].isUsed }
    return used.firstIndex(of: feature)
  }

  /// What a source of a layer is called: `x₁`, or `a₂` for the second unit of the first layer.
  func sourceName(layer: Int, source: Int) -> String {
    if layer == 0 {
      if resolved.features.isEmpty, let name = columnNames?[safe: source] { return name }
      let used = features.filter(\.isUsed).map(\.feature.symbol)
      if used.indices.contains(source), !showsImages { return used[source] }
      if let names = snapshot?.material.inputNames, names.indices.contains(source) { return names[source] }
      return "x\(subscript: source + 1)"
    }
    return answerName(layer: layer - 1, unit: source)
  }

  /// What a coordinate of the plane is called: the column's name where a table has names, else `x₁` and `x₂`.
  func sourceName(ofCoordinate index: Int) -> String { columnNames?[safe: index] ?? "x\(subscript: index + 1)" }

  /// What the header of a table calls the inputs.
  private var columnNames: [String]? {
    guard let layout = snapshot?.material.preparation.layout, layout.isNamed else { return nil }
    return layout.inputNames
  }

  /// What a hidden unit's answer is called in formulas: a letter for each layer (b is the bias), a number for each unit.
  func answerName(layer: Int, unit: Int) -> String {
    let letters = ["a", "c", "d", "e", "f", "g", "h", "k"]
    return "\(letters[layer % letters.count])\(subscript: unit + 1)"
  }

  /// What a unit is called: `Unit 3 of layer 1`, `Output`.
  func unitName(layer: Int, unit: Int) -> String {
    guard let architecture = network?.architecture else { return "" }
    if layer < architecture.hidden.count { return "Unit \(unit + 1) of layer \(layer + 1)" }
    return architecture.outputs == 1 ? "Output" : "Output \(outputNames[safe: unit] ?? "\(unit + 1)")"
  }

  /// What the outputs are called: the classes, else what is predicted.
  var outputNames: [String] {
    guard let material = snapshot?.material else { return [] }
    if material.resolved.problem.classCount != nil { return material.classNames }
    return material.table?.targetNames ?? ["y"]
  }

  /// A class by its name, its colour and its glyph: `+1 blue ●`.
  func classSign(_ index: Int) -> String { "\(className(index)) \(classLook(index))" }

  /// A class by its colour and its glyph: `blue ●`; without colours by the glyph alone.
  func classLook(_ index: Int) -> String {
    let pair = theme.depth == .none ? nil : index == 0 ? theme.mapWords.negative : theme.mapWords.positive
    let color = isOfTwoClasses ? pair : theme.classWord(index)
    return [color, String(Character(classGlyph(index)))].compactMap { $0 }.joined(separator: " ")
  }

  /// The glyph of a class's samples.
  func classGlyph(_ index: Int) -> Unicode.Scalar {
    let table = theme.glyphs.table
    guard isOfTwoClasses else { return table.classSamples[index % table.classSamples.count] }
    return index == 0 ? table.negativeSample : table.positiveSample
  }

  /// Two classes are told as − and +, more by a glyph and a colour each.
  private var isOfTwoClasses: Bool { (resolved.problem.classCount ?? 2) == 2 }

  /// What a class is called.
  func className(_ index: Int) -> String {
    guard let names = snapshot?.material.classNames, names.indices.contains(index) else { return "\(index + 1)" }
    return names[index]
  }
}

extension Feature {
  /// The feature as the screen writes it: `x₁²`, `sin x₁`.
  var symbol: String {
    switch self {
    case .x1: "x₁"
    case .x2: "x₂"
    case .x1Squared: "x₁²"
    case .x2Squared: "x₂²"
    case .product: "x₁x₂"
    case .sinX1: "sin x₁"
    case .sinX2: "sin x₂"
    case .formula(let formula): formula.text.replacing("x1", with: "x₁").replacing("x2", with: "x₂")
    }
  }
}

extension DefaultStringInterpolation {
  /// A whole number in small figures below the line: `x₁₂`.
  mutating func appendInterpolation(subscript number: Int) {
    let digits = "₀₁₂₃₄₅₆₇₈₉".map(String.init)
    appendLiteral(String(number).compactMap(\.wholeNumberValue).map { digits[$0] }.joined())
  }
}
