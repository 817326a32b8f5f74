import NeuralEngine
import Screen

/// The room for lines between two layers: where they start and end.
struct NetworkGap {
  /// The middles of the sources and of the targets, in half rows.
  let from: [Double]
  let to: [Double]
  /// The heights over which the lines of one source, and of one target, are spread, in half rows.
  let fromHeight: Double
  let toHeight: Double
  let columns: Range<Int>
}

/// The gaps between features, layers and output.
struct NetworkGaps {
  private let picture: NetworkPicture
  private let architecture: Architecture
  private let layout: PlaygroundLayout
  private let features: FeatureLayout
  private let units: NetworkLayout

  init(
    picture: NetworkPicture, architecture: Architecture, _ layout: PlaygroundLayout, _ features: FeatureLayout,
    _ units: NetworkLayout
  ) {
    self.picture = picture
    self.architecture = architecture
    self.layout = layout
    self.features = features
    self.units = units
  }

  /// The columns left of the map in which several outputs are named; more outputs than every second row has none.
  var outputColumns: Int {
    guard !picture.outputs.isEmpty, picture.outputs.count * 2 <= layout.output.height else { return 0 }
    let longest = picture.outputs.map { $0.name.count + ($0.classNumber == nil ? 0 : 2) }.max() ?? 0
    return min(longest, 8) + 2
  }

  /// The lines into a layer.
  func gap(_ layer: Int) -> NetworkGap {
    let hidden = architecture.hidden
    let used = picture.inputs.indices.filter { picture.inputs[$0].isUsed }
    let inputs = used.prefix(architecture.inputs).prefix { features.places[$0].isShown }
    let isLast = layer == hidden.count
    let outputs = (0..<architecture.outputs).map {
      Double(layout.output.y * 2) + (Double($0) + 0.5) / Double(architecture.outputs) * Double(layout.output.height * 2)
    }
    let left = layer == 0 ? layout.features.maxX - features.freeColumns : units.layers[layer - 1].right(units.side)
    let right = isLast ? layout.output.x - outputColumns : units.layers[layer].left(units.side)
    return NetworkGap(
      from: layer == 0 ? inputs.map { features.places[$0].middle } : middles(layer - 1),
      to: isLast ? outputs : middles(layer),
      fromHeight: layer == 0 ? Double(features.portHeight) : portHeight(layer - 1),
      toHeight: isLast ? (architecture.outputs > 1 ? 1 : 6) : portHeight(layer),
      columns: left..<max(left, right))
  }

  private func middles(_ hidden: Int) -> [Double] {
    (0..<architecture.hidden[hidden]).map { units.middle(layer: hidden, unit: $0, of: architecture.hidden[hidden]) }
  }

  private func portHeight(_ hidden: Int) -> Double { units.layers[hidden].bar == nil ? Double(units.side - 1) : 0 }
}

extension NetworkLayout.Layer {
  /// The first column of the layer's pictures or bar.
  func left(_ side: Int) -> Int { bar?.x ?? x }
  /// The first column after the layer's pictures or bar.
  func right(_ side: Int) -> Int { bar.map(\.maxX) ?? x + side }
}
