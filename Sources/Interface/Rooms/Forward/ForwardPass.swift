import NeuralEngine

/// A layer's step forward for some samples, as matrices: Z = X Wᵀ + b, A = f(Z).
struct ForwardPass {
  /// What comes in, a row for each sample: [rows × sources].
  let x: [[Float]]
  /// The weighted sums with the bias; of a normalised layer after normalising: [rows × units].
  let z: [[Float]]
  /// The answers: [rows × units].
  let a: [[Float]]
  let network: Network
  let layer: Int

  /// The pass of samples through a dense layer.
  ///
  /// - Parameter inputs: the samples' inputs, a row for each.
  init(_ network: Network, layer: Int, inputs: [[Float]]) {
    let all = Array(inputs.joined())
    func rows(_ values: [Float], _ width: Int) -> [[Float]] {
      inputs.indices.map { Array(values[$0 * width..<($0 + 1) * width]) }
    }
    let (answers, sums) = (network.activations(for: all), network.preActivations(for: all))
    let (sources, units) = (network.architecture.sources(layer), network.architecture.units(layer))
    x = layer == 0 ? inputs : rows(answers[layer - 1], sources)
    z = rows(sums[layer], units)
    a = rows(answers[layer], units)
    (self.network, self.layer) = (network, layer)
  }

  func weight(_ source: Int, to unit: Int) -> Double {
    Double(network.weight(layer: layer, unit: unit, source: source))
  }

  func bias(_ unit: Int) -> Double { Double(network.bias(layer: layer, unit: unit)) }

  /// x · w, of a row and a unit, for each source.
  func products(row: Int, unit: Int) -> [Double] {
    x[row].indices.map { Double(x[row][$0]) * weight($0, to: unit) }
  }

  /// Σ x · w + b, before the layer normalises it.
  func sum(row: Int, unit: Int) -> Double { products(row: row, unit: unit).reduce(bias(unit), +) }
}
