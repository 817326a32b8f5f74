/// A convolution: a[m] = f(Σ over channels of kernel[m][c] ∗ x[c] + bias[m]), the same weights at every place.
///
/// A place's sum is taken over a square window, `Σ w[m][c][i][j] x[c][y + i][x + j]`: what the field calls a convolution is a
/// correlation, PyTorch's `Conv2d` with stride 1. Weights are [maps, channels, size, size].
struct ConvolutionKind: LayerKind {
  let maps: Int
  let size: Int
  let padding: Padding
  let activation: Activation
  let isNormalized: Bool

  /// No kernel is larger: a window of 99 × 99 looks at more than any picture here has.
  private static let largestSize = 99

  /// How many rows and columns of zeros surround each picture that comes in.
  var border: Int { padding == .same ? size / 2 : 0 }

  func output(of input: Shape, layer: Int) throws(EngineError) -> Shape {
    guard maps > 0 else { throw .emptyLayer(layer: layer, units: maps) }
    guard size > 0, size % 2 == 1, size <= Self.largestSize else {
      throw .windowSize(layer: layer, size: size, allowed: "odd, from 1 to \(Self.largestSize)")
    }
    let (rows, columns) = (input.rows + 2 * border - size + 1, input.columns + 2 * border - size + 1)
    guard input.rows > 1 || input.columns > 1, rows > 0, columns > 0 else {
      throw .windowTooLarge(layer: layer, size: size, input: input)
    }
    return Shape(channels: maps, rows: rows, columns: columns)
  }

  func parts(of input: Shape) -> [Part] {
    let area = size * size
    return AffineParts.list(
      weight: [maps, input.channels, size, size], sources: input.channels * area, units: maps, reach: maps * area,
      activation, isNormalized: isNormalized)
  }

  func bind(_ place: LayerPlace, in workspace: Workspace) -> any BoundLayer {
    let layer = ConvolutionLayer(self, place)
    return BoundConvolution(
      layer: workspace.keep(layer),
      trace: place.training.map { rows, pieces in
        workspace.keep(ConvolutionTrace(self, layer, rows: rows, pieces: pieces, in: workspace))
      })
  }
}

/// What a convolution does at the edges of a picture.
public enum Padding: String, Codable, Sendable {
  /// Zeros around it, so that as many places come out as go in.
  case same
  /// Only windows that lie wholly inside: `size − 1` rows and columns fewer come out.
  case valid
}
