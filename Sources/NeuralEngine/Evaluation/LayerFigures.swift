/// How the layers of a network stand in training: what reaches each of them, and which of its units still answer.
public struct LayerFigures: Equatable, Sendable {
  /// Which layer, counted from 0.
  public let layer: Int
  /// The root of the mean square of dL ∕ dw over the layer's weights.
  public let gradient: Double
  /// The root of the mean square of the weights themselves.
  public let weight: Double
  /// The units, or the maps of a convolution.
  public let units: Int
  /// How many of them have the derivative 0 on every sample and at every place: nothing reaches their weights.
  public let dead: Int
  /// How many of them, bounded on both sides, have on average less than a twentieth of their steepest derivative.
  public let saturated: Int
}

extension Network {
  /// The figures of all layers that have weights, first to last.
  ///
  /// Gradients are those of ``gradient(on:loss:on:)``. Dead units were described for relu (Maas and others 2013), saturated
  /// ones for sigmoid and tanh (Glorot and Bengio 2010).
  /// - Parameters: as for ``gradient(on:loss:on:)``.
  public func layerFigures(on samples: Samples, loss: Loss, on pool: ThreadPool) -> [LayerFigures] {
    let gradient = gradient(on: samples, loss: loss, on: pool).parameters
    let z = preActivations(for: samples.rows)
    return architecture.layers.indices.compactMap { layer in
      let weights = layout.parts(of: layer).filter(\.isPenalized).flatMap(\.places)
      guard !weights.isEmpty else { return nil }
      let slopes = slopes(z[layer], of: layer)
      let shape = architecture.shape(after: layer)
      let activation = architecture.layers[layer].kind.activation
      let isBounded = activation.range.lowerBound.isFinite && activation.range.upperBound.isFinite
      let steepest = activation.derivative(0)
      return LayerFigures(
        layer: layer, gradient: Self.rootMeanSquare(weights.map { gradient[$0] }),
        weight: Self.rootMeanSquare(weights.map { parameters[$0] }), units: shape.channels,
        dead: slopes.count { $0 == 0 },
        saturated: isBounded && steepest > 0 ? slopes.count { $0 > 0 && $0 < steepest / 20 } : 0)
    }
  }

  /// The mean |da ∕ dz| of each unit or map; 1 for softmax, whose units depend on each other.
  private func slopes(_ z: [Float], of layer: Int) -> [Double] {
    let shape = architecture.shape(after: layer)
    let activation = architecture.layers[layer].kind.activation
    guard activation != .softmax else { return Array(repeating: 1, count: shape.channels) }
    let places = shape.rows * shape.columns
    let slope = slopeBelowZero(layer: layer)
    var sums = Array(repeating: 0.0, count: shape.channels)
    for (place, value) in z.enumerated() {
      sums[place / places % shape.channels] += abs(activation.derivative(Double(value), slope: slope))
    }
    return sums.map { $0 * Double(shape.channels) / Double(max(1, z.count)) }
  }

  private static func rootMeanSquare(_ values: [Float]) -> Double {
    (values.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(max(1, values.count))).squareRoot()
  }
}
