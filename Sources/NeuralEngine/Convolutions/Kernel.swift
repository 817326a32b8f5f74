/// The numbers with which a map of a convolution looks at every place: z = Σ w[c][i][j] x[c][y + i][x + j] + b.
public struct Kernel: Equatable, Sendable {
  /// Rows and columns.
  public let size: Int
  /// The maps, or colours, that it looks at.
  public let channels: Int
  /// [channels × size × size].
  public let weights: [Float]
  /// What is added to each sum.
  public let bias: Float

  /// The weights on one of the maps that come in: [size × size].
  public func slice(_ channel: Int) -> ArraySlice<Float> {
    weights[channel * size * size..<(channel + 1) * size * size]
  }
}

extension Network {
  /// The kernel of a map; nil where the layer is no convolution or has no such map.
  public func kernel(layer: Int, map: Int) -> Kernel? {
    guard architecture.layers.indices.contains(layer),
      case .convolution(let maps, let size, _, _, _) = architecture.layers[layer],
      (0..<maps).contains(map), let part = layout.parts(of: layer).first
    else { return nil }
    return Kernel(
      size: size, channels: architecture.shape(before: layer).channels,
      weights: (0..<part.rows).map { parameters[part.start + $0 * part.stride + map] },
      bias: bias(layer: layer, unit: map))
  }
}
