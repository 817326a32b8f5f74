/// How one place of a map comes about: a window of what comes before, times the kernel, summed.
public struct WindowSum: Equatable, Sendable {
  /// Where the place looks.
  public let window: Window
  /// The map's kernel; nil for a pool, which takes the largest number instead.
  public let kernel: Kernel?
  /// What stands in the window, zeros beyond the edge: [channels × size × size]; of a pool, its own map's alone.
  public let values: [Float]
  /// Σ of the products on each map that comes in; of a pool, the largest number.
  public let sums: [Float]

  /// Rows and columns of the window.
  public var size: Int { window.rows.count }

  /// The window on one of the maps that come in: [size × size].
  public func slice(_ channel: Int) -> ArraySlice<Float> {
    values[channel * size * size..<(channel + 1) * size * size]
  }

  /// The map that comes in whose products sum up to most, whichever way.
  public var strongest: Int { sums.indices.max { abs(sums[$0]) < abs(sums[$1]) } ?? 0 }
}

extension Network {
  /// How a place of a map comes about; nil for a layer without windows, and for what lies outside its map.
  ///
  /// - Parameters:
  ///   - below: what the layer before answers to the sample, [channels × rows × columns]; for the first layer the inputs.
  public func windowSum(layer: Int, map: Int, row: Int, column: Int, below: [Float]) -> WindowSum? {
    let (before, after) = (architecture.shape(before: layer), architecture.shape(after: layer))
    guard (0..<after.channels).contains(map), (0..<after.rows).contains(row), (0..<after.columns).contains(column),
      below.count == before.count, let window = architecture.window(of: layer, row: row, column: column)
    else { return nil }
    let kernel = kernel(layer: layer, map: map)
    let channels = kernel == nil ? [map] : Array(0..<before.channels)
    let values = channels.flatMap { channel in
      window.rows.flatMap { y in
        window.columns.map { x in
          (0..<before.rows).contains(y) && (0..<before.columns).contains(x)
            ? below[(channel * before.rows + y) * before.columns + x] : 0
        }
      }
    }
    let area = window.rows.count * window.columns.count
    let sums = channels.indices.map { place in
      let seen = values[place * area..<(place + 1) * area]
      guard let kernel else { return seen.max() ?? 0 }
      return zip(seen, kernel.slice(place)).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    }
    return WindowSum(window: window, kernel: kernel, values: values, sums: sums)
  }

  /// How the loss of a sample moves with a map's weights on one of the maps that come in: Σ over places of δ times what
  /// the window shows there, [size × size]; nil where the layer is no convolution.
  ///
  /// - Parameter errors: δ = dL ∕ dz of the layer, see ``Sensitivity/sums``.
  public func kernelGradient(layer: Int, map: Int, channel: Int, below: [Float], errors: [Float]) -> [Float]? {
    guard let kernel = kernel(layer: layer, map: map) else { return nil }
    let (before, after) = (architecture.shape(before: layer), architecture.shape(after: layer))
    var gradient = [Float](repeating: 0, count: kernel.size * kernel.size)
    for row in 0..<after.rows {
      for column in 0..<after.columns {
        let error = errors[(map * after.rows + row) * after.columns + column]
        guard error != 0, let window = architecture.window(of: layer, row: row, column: column) else { continue }
        for (i, y) in window.rows.enumerated() where (0..<before.rows).contains(y) {
          for (j, x) in window.columns.enumerated() where (0..<before.columns).contains(x) {
            gradient[i * kernel.size + j] += error * below[(channel * before.rows + y) * before.columns + x]
          }
        }
      }
    }
    return gradient
  }
}
