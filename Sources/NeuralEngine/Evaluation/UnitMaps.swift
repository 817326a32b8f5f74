import CKernels

/// What every unit of a network answers to many points at once: the little pictures in its nodes.
struct UnitMaps {
  private let layers: [DenseLayer]

  init(_ architecture: Architecture, parameters: UnsafeMutablePointer<Float>) {
    layers = ParameterLayout(architecture).denseLayers(architecture, at: parameters)
  }

  /// Activations of all units, layer after layer: [unit][count], point-contiguous.
  ///
  /// - Parameter points: [inputs][count], point-contiguous.
  func values(_ points: [Float], count: Int) -> [Float] {
    // Points are the rows of the network's own products; here they come, and leave, as columns.
    let workspace = Workspace()
    var stride = layers[0].sourceStride
    var below = workspace.matrix(rows: count, stride: stride)
    for input in 0..<layers[0].sources {
      for point in 0..<count { below[point * stride + input] = points[input * count + point] }
    }
    var maps: [Float] = []
    maps.reserveCapacity(layers.reduce(0) { $0 + $1.units } * count)
    for layer in layers {
      let outputs = workspace.matrix(rows: count, stride: layer.stride)
      layer.evaluate(rows: count, below, into: outputs)
      for unit in 0..<layer.units {
        for point in 0..<count { maps.append(outputs[point * layer.stride + unit]) }
      }
      (below, stride) = (outputs, layer.stride)
    }
    return maps
  }
}
