/// A network's answers, for one sample or a few; ``Learner/evaluate(_:range:)`` is the way for many.
extension Network {
  /// The outputs for samples: [count × outputs].
  ///
  /// - Parameter inputs: [count × inputs], row-major; samples that are cut short are left out.
  public func outputs(for inputs: [Float]) -> [Float] {
    layerOutputs(for: inputs).last?.activations ?? []
  }

  /// The activations of every layer, first to last, for one sample: [layer][unit].
  public func activations(for input: [Float]) -> [[Float]] { layerOutputs(for: input).map(\.activations) }

  /// The pre-activations z of every layer for one sample: [layer][unit]; normalised ones where the layer is normalised.
  public func preActivations(for input: [Float]) -> [[Float]] { layerOutputs(for: input).map(\.preActivations) }

  private struct LayerOutputs {
    var preActivations: [Float]
    var activations: [Float]
  }

  private func layerOutputs(for inputs: [Float]) -> [LayerOutputs] {
    let count = inputs.count / architecture.inputs
    let workspace = Workspace()
    let memory = workspace.matrix(rows: 1, stride: layout.count)
    memory.update(from: parameters, count: layout.count)
    let stride = ParameterLayout.padded(architecture.inputs)
    var below = workspace.matrix(rows: count, stride: stride)
    for row in 0..<count {
      for input in 0..<architecture.inputs { below[row * stride + input] = inputs[row * architecture.inputs + input] }
    }
    return layout.denseLayers(architecture, at: memory).map { layer in
      let activations = workspace.matrix(rows: count, stride: layer.stride)
      let z = workspace.matrix(rows: count, stride: layer.stride)
      layer.combine(rows: count, below, into: activations)
      layer.activate(rows: count, activations, z: z)
      below = activations
      func rows(_ matrix: UnsafeMutablePointer<Float>) -> [Float] {
        (0..<count).flatMap { row in (0..<layer.units).map { matrix[row * layer.stride + $0] } }
      }
      return LayerOutputs(preActivations: rows(z), activations: rows(activations))
    }
  }
}
