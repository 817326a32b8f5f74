import CKernels

/// What every unit of a network answers to many points at once: the little pictures in its nodes.
struct UnitMaps {
  private let architecture: Architecture
  private let workspace = Workspace()
  private let network: BoundNetwork

  init(_ architecture: Architecture, _ layout: ParameterLayout, parameters: UnsafeMutablePointer<Float>) {
    self.architecture = architecture
    network = BoundNetwork(architecture, layout, at: parameters, in: workspace)
  }

  /// Activations of all units, layer after layer: [unit][count], point-contiguous.
  ///
  /// - Parameter points: [inputs][count], point-contiguous.
  func values(_ points: [Float], count: Int) -> [Float] {
    // Points are the rows of the network's own products; here they come, and leave, as columns.
    let inputStride = ParameterLayout.padded(architecture.inputs)
    var below = workspace.matrix(rows: count, stride: inputStride)
    for input in 0..<architecture.inputs {
      for point in 0..<count { below[point * inputStride + input] = points[input * count + point] }
    }
    var maps: [Float] = []
    maps.reserveCapacity(architecture.unitCount * count)
    for index in 0..<network.count {
      let (layer, units) = (network.layers[index], architecture.units(index))
      let stride = ParameterLayout.padded(units)
      let outputs = workspace.matrix(rows: count, stride: stride)
      layer.evaluate(
        rows: count, below, into: outputs, z: nil,
        scratch: workspace.matrix(rows: 1, stride: layer.scratch(rows: count, isTraining: false)))
      for unit in 0..<units {
        for point in 0..<count { maps.append(outputs[point * stride + unit]) }
      }
      below = outputs
    }
    return maps
  }
}
