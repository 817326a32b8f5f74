import NeuralEngine

/// A weight or a bias that begins where somebody set it, not where chance did.
///
/// Written `1.3.2=0.5`: layer 1, unit 3, its source 2, all counted from 1; `1.3.b=-1` is that unit's bias.
public struct FirstWeight: Equatable, Sendable {
  /// Which weight or bias.
  public var place: ParameterPlace
  /// What it begins with; finite.
  public var value: Float

  /// A weight or a bias with a value.
  public init(_ place: ParameterPlace, _ value: Float) {
    self.place = place
    self.value = value
  }

  /// Reads the form in which it is written; nil for any other text.
  init?(_ text: String) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let value = Float(parts[1]), value.isFinite else { return nil }
    let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 3, let layer = Int(numbers[0]), let unit = Int(numbers[1]), layer > 0, unit > 0 else {
      return nil
    }
    if numbers[2] == "b" {
      self.init(ParameterPlace(layer: layer - 1, unit: unit - 1, kind: .bias), value)
    } else if let source = Int(numbers[2]), source > 0 {
      self.init(ParameterPlace(layer: layer - 1, unit: unit - 1, kind: .weight(source: source - 1)), value)
    } else {
      return nil
    }
  }
}

extension FirstWeight: CustomStringConvertible {
  public var description: String { "\(place)=\(value)" }
}

extension ParameterPlace: CustomStringConvertible {
  /// `1.3.2` or `1.3.b`, counted from 1, as files have it.
  public var description: String {
    let source =
      switch kind {
      case .weight(let source): "\(source + 1)"
      case .bias: "b"
      case .slope: "slope"
      case .normalization: "norm"
      }
    return "\(layer + 1).\(unit + 1).\(source)"
  }

  /// Whether a file of an experiment can name it.
  var isWeightOrBias: Bool {
    switch kind {
    case .weight, .bias: true
    case .slope, .normalization: false
    }
  }

  /// The index among `Network.parameters`; nil where the network has no such place. The sources of a kernel are counted
  /// channel by channel, row by row.
  func index(in layout: ParameterLayout) -> Int? {
    let name: String
    let row: Int
    switch kind {
    case .weight(let source): (name, row) = ("weight", source)
    case .bias: (name, row) = ("bias", 0)
    case .slope, .normalization: return nil
    }
    guard layout.layers.indices.contains(layer),
      let part = layout.parts(of: layer).first(where: { $0.name == name }),
      (0..<part.width).contains(unit), (0..<part.rows).contains(row)
    else { return nil }
    return part.start + row * part.stride + unit
  }
}

extension [FirstWeight] {
  /// Sets one of them, in the place of what was set there before.
  mutating func set(_ place: ParameterPlace, to value: Float) {
    if let known = firstIndex(where: { $0.place == place }) {
      self[known].value = value
    } else {
      append(FirstWeight(place, value))
    }
  }
}

extension Experiment {
  /// The experiment with those first weights that mean the same as in another one, whose weights were set by hand.
  ///
  /// A weight of a hidden unit stays while the unit and its source do, a weight of the output while the layers do.
  public func keepingFirstWeights(of before: Experiment) -> Experiment {
    guard let set = before.firstWeights, firstWeights == set else { return self }
    let (old, new) = (before.resolved(), resolved())
    var changed = self
    let kept = set.compactMap { weight in weight.place.moved(from: old, to: new).map { FirstWeight($0, weight.value) } }
    changed.firstWeights = kept.isEmpty ? nil : kept
    return changed
  }
}

extension ParameterPlace {
  /// The place in another experiment's network that means the same; nil where there is none.
  fileprivate func moved(from old: ResolvedExperiment, to new: ResolvedExperiment) -> ParameterPlace? {
    let isOutput = layer == old.hidden.count
    guard isOutput == (layer == new.hidden.count), isOutput || layer < new.hidden.count else { return nil }
    guard unit < (isOutput ? new.outputs : new.hidden[layer].breadth ?? 0) else { return nil }
    guard case .weight(let source) = kind else { return self }
    var place = self
    if layer > 0 { return source < (new.hidden[layer - 1].units ?? 0) ? place : nil }
    guard old.features != new.features else { return place }
    guard old.features.indices.contains(source), let index = new.features.firstIndex(of: old.features[source]) else {
      return nil
    }
    place.kind = .weight(source: index)
    return place
  }
}
