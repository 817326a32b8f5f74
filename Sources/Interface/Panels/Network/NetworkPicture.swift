import Datasets
import NeuralEngine
import Playground
import Screen

/// What is drawn of a network: its numbers and pictures, and what is current in it.
struct NetworkPicture {
  /// A source of the first layer that stands among the features.
  struct Input {
    /// How it is written: `x₁²`, or a column's name.
    var symbol: String
    /// The picture of it over the plane, where it has one.
    var feature: Feature?
    /// Whether the network is shown it.
    var isUsed: Bool
    /// Whether it is drawn at all.
    var isHidden = false
  }

  /// An output, where there are several.
  struct Output {
    var name: String
    /// Its class by number; nil for a number that is predicted.
    var classNumber: Int?
  }

  var network: Network?
  /// The units of the hidden layers as they were asked for: what the headings say.
  var hidden: [Int] = []
  var inputs: [Input] = []
  var outputs: [Output] = []
  /// [layer][unit]; nil while there are none.
  var maps: [[FieldMap]]?
  var isDiscrete = false
  /// Whether the pictures are from before a divergence.
  var isStale = false
  /// What one sample makes of the network; nil while none is looked at closely.
  var probe: ProbeReading?
  var current: Target?
  var held: Target?
  /// The layer that `]` and `[` would change, if the attention is on one.
  var currentLayer: Int?
  /// Whether the headings of all layers are marked, or of the features.
  var isMarked = false
  var areFeaturesMarked = false
  /// Whether layers have buttons for more and fewer units.
  var hasButtons = true

  /// The unit whose weights stand as numbers: the current one, or that of the current weight, else the held one.
  var numberedUnit: (layer: Int, unit: Int)? {
    switch current {
    case .unit(let layer, let unit)?, .weight(let layer, let unit, _)?, .bias(let layer, let unit)?: (layer, unit)
    case _: if case .unit(let layer, let unit)? = held { (layer, unit) } else { nil }
    }
  }

  /// The lines of a gap that keep their colour; nil while none is special.
  func hotLinks(into layer: Int, sources: Int, units: Int) -> Set<Connections.Link>? {
    switch current ?? held {
    case .unit(let current, let unit)?, .bias(let current, let unit)?:
      if layer == current { return Set((0..<sources).map { Connections.Link(source: $0, target: unit) }) }
      if layer == current + 1 { return Set((0..<units).map { Connections.Link(source: unit, target: $0) }) }
      return []
    case .weight(let current, let unit, let source)?:
      return layer == current ? [Connections.Link(source: source, target: unit)] : []
    case .feature(let feature)?:
      let used = inputs.indices.filter { inputs[$0].isUsed }
      guard let input = used.firstIndex(of: feature) else { return nil }
      return layer == 0 ? Set((0..<units).map { Connections.Link(source: input, target: $0) }) : []
    case _: return nil
    }
  }
}

extension NetworkPicture {
  /// What a line stands for: its weight, or while a sample is looked at what it carries, weight times answer.
  func strength(layer: Int, unit: Int, source: Int, of network: Network) -> Double {
    let weight = Double(network.weight(layer: layer, unit: unit, source: source))
    return probe.flatMap { $0.source(source, layer: layer) }.map { weight * $0 } ?? weight
  }
}

extension Shell {
  /// The network of the run in play.
  var networkPicture: NetworkPicture {
    var picture = NetworkPicture()
    picture.network = network
    picture.hidden = hidden.map { $0.breadth ?? 1 }
    picture.inputs = shownInputs
    if let outputs = network?.architecture.outputs, outputs > 1 {
      let areClasses = resolved.problem.classCount != nil
      picture.outputs = (0..<outputs).map { index in
        NetworkPicture.Output(name: outputNames[safe: index] ?? "", classNumber: areClasses ? index : nil)
      }
    }
    picture.maps = snapshot?.maps?.hidden
    picture.isDiscrete = discretises
    picture.isStale = divergence != nil
    picture.probe = probeReading
    picture.current = attention.current
    picture.held = attention.held
    picture.currentLayer = currentLayer
    picture.isMarked = isMarked(.network)
    picture.areFeaturesMarked = isMarked(.features)
    picture.hasButtons = !isHidden(.layerButton(layer: 0, more: true))
    return picture
  }

  /// What stands left of the network: the features of the plane, or the columns of a table.
  private var shownInputs: [NetworkPicture.Input] {
    guard let material = snapshot?.material, material.kind == .table else {
      let isLine = snapshot?.material.kind == .curve1D
      return features.enumerated().map { index, feature in
        NetworkPicture.Input(
          symbol: featureName(index), feature: feature.feature, isUsed: feature.isUsed,
          isHidden: isHidden(.feature(index)) || isLine && feature.feature.readsX2)
      }
    }
    return material.inputNames.indices.map { index in
      NetworkPicture.Input(symbol: sourceName(layer: 0, source: index), isUsed: true)
    }
  }

  /// What a feature is called: a coordinate by the column's name, where a table has names.
  func featureName(_ index: Int) -> String {
    switch features[safe: index]?.feature {
    case .x1?: sourceName(ofCoordinate: 0)
    case .x2?: sourceName(ofCoordinate: 1)
    case let feature?: feature.symbol
    case nil: ""
    }
  }

  /// The hidden layer that `]` and `[` would change, if the attention is on one.
  var currentLayer: Int? {
    guard attention.current?.panel == .network else { return nil }
    return attention.layer(of: hidden.count)
  }
}

extension Collection where Index == Int {
  /// The element at an index, or nil where there is none.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
