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

  /// The pre-activations z of every layer: [layer][sample × unit]; normalised ones where the layer is normalised.
  ///
  /// - Parameter inputs: as for ``outputs(for:)``.
  public func preActivations(for inputs: [Float]) -> [[Float]] { layerOutputs(for: inputs).map(\.preActivations) }

  /// z of the output layer for samples: [count × outputs]; the way for many, as nothing of the other layers is kept.
  ///
  /// - Parameter inputs: [count × inputs], row-major; samples that are cut short are left out.
  public func outputSums(for inputs: [Float]) -> [Float] {
    let (width, outputs) = (architecture.inputs, architecture.outputs)
    let count = inputs.count / width
    let most = min(count, Evaluator.pieceRows)
    let widest = ParameterLayout.padded(max(width, architecture.layers.indices.map(architecture.units).max() ?? 0))
    let workspace = Workspace()
    let buffers = (0..<3).map { _ in workspace.matrix(rows: most, stride: widest) }
    let stride = ParameterLayout.padded(width)
    var sums: [Float] = []
    withParameters { parameters in
      let bound = BoundNetwork(architecture, layout, at: parameters, in: workspace)
      let scratch = workspace.matrix(rows: 1, stride: bound.scratch(rows: most, isTraining: false))
      for first in Swift.stride(from: 0, to: count, by: max(1, most)) {
        let rows = min(most, count - first)
        for row in 0..<rows {
          for input in 0..<width { buffers[0][row * stride + input] = inputs[(first + row) * width + input] }
        }
        for index in 0..<bound.count {
          bound.layers[index].evaluate(
            rows: rows, buffers[index % 2], into: buffers[(index + 1) % 2],
            z: index == bound.count - 1 ? buffers[2] : nil, scratch: scratch)
        }
        let outputStride = ParameterLayout.padded(outputs)
        for row in 0..<rows { sums += (0..<outputs).map { buffers[2][row * outputStride + $0] } }
      }
    }
    return sums
  }

  private struct LayerOutputs {
    var preActivations: [Float]
    var activations: [Float]
  }

  private func layerOutputs(for inputs: [Float]) -> [LayerOutputs] {
    let count = inputs.count / architecture.inputs
    let workspace = Workspace()
    let stride = ParameterLayout.padded(architecture.inputs)
    var below = workspace.matrix(rows: count, stride: stride)
    for row in 0..<count {
      for input in 0..<architecture.inputs { below[row * stride + input] = inputs[row * architecture.inputs + input] }
    }
    return withParameters { parameters in
      let bound = BoundNetwork(architecture, layout, at: parameters, in: workspace)
      return (0..<bound.count).map { index in
        let (layer, units) = (bound.layers[index], architecture.units(index))
        let stride = ParameterLayout.padded(units)
        let activations = workspace.matrix(rows: count, stride: stride)
        let z = workspace.matrix(rows: count, stride: stride)
        layer.evaluate(
          rows: count, below, into: activations, z: z,
          scratch: workspace.matrix(rows: 1, stride: layer.scratch(rows: count, isTraining: false)))
        below = activations
        func rows(_ matrix: UnsafeMutablePointer<Float>) -> [Float] {
          (0..<count).flatMap { row in (0..<units).map { matrix[row * stride + $0] } }
        }
        return LayerOutputs(preActivations: rows(z), activations: rows(activations))
      }
    }
  }
}
