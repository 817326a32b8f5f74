import NeuralEngine
import Playground

/// What the network makes of one sample or place: every sum and every answer on the way, and where the sample has a
/// target also its loss and the gradient.
struct ProbeReading {
  /// The network's inputs.
  let inputs: [Float]
  /// The weighted sums of all layers, [layer][unit].
  let z: [[Float]]
  /// The answers of all layers, [layer][unit].
  let a: [[Float]]
  /// The sample's own loss, and its derivatives by each parameter; nil for a place, of which nobody knows what is right.
  let gradient: Gradient?

  init?(_ network: Network, inputs: [Float], sample: Samples?, loss: Loss) {
    guard inputs.count == network.architecture.inputs, network.layout.layers.allSatisfy(\.isDense) else { return nil }
    self.inputs = inputs
    z = network.preActivations(for: inputs)
    a = network.activations(for: inputs)
    gradient = sample.map { network.gradient(on: $0, loss: loss, on: ThreadPool(threads: 1)) }
  }

  /// What a line of a layer begins with: an input, or the answer of a unit before it.
  func source(_ source: Int, layer: Int) -> Double? {
    (layer == 0 ? inputs : a[safe: layer - 1])?[safe: source].map(Double.init)
  }

  /// What a unit answers.
  func answer(layer: Int, unit: Int) -> Double? { a[safe: layer]?[safe: unit].map(Double.init) }
}

extension Shell {
  /// What the network of now makes of what is probed; nil while nothing is, and of pictures.
  var probeReading: ProbeReading? {
    guard let probe, let snapshot, divergence == nil, !showsImages else { return nil }
    let material = snapshot.material
    switch probe {
    case .place(let x1, let x2):
      return ProbeReading(
        snapshot.network, inputs: material.preparation.inputs(x1: x1, x2: x2), sample: nil,
        loss: snapshot.resolved.loss)
    case .sample(let index):
      guard let sample = material.sample(index), case .floats(let inputs) = sample.inputs else { return nil }
      return ProbeReading(
        snapshot.network, inputs: inputs, sample: sample.smoothed(by: snapshot.resolved.labelSmoothing),
        loss: snapshot.resolved.loss)
    }
  }

  /// Where what is probed lies on the map, as the map's axes have it; nil where there is no map.
  var probedPlace: (x1: Double, x2: Double)? {
    guard let probe, let material = snapshot?.material, [.points2D, .curve1D].contains(material.kind) else {
      return nil
    }
    let isLine = material.kind == .curve1D
    switch probe {
    case .place(let x1, let x2):
      let answer =
        isLine
        ? network.map { material.preparation.answers($0.outputs(for: material.preparation.inputs(x1: x1, x2: 0))) }
        : nil
      return (x1, isLine ? Double(answer?.first ?? 0) : x2)
    case .sample(let index):
      return material.points?.points[safe: index].map { ($0.x1, isLine ? $0.label : $0.x2) }
    }
  }
}
