/// How one output of a network moves with all that comes before it, at one sample.
public struct Sensitivity: Equatable, Sendable {
  /// ∂z ∕ ∂x: [inputs].
  public let inputs: [Float]
  /// ∂z ∕ ∂a for what each layer before the output answers: [layer][unit].
  public let layers: [[Float]]
}

extension Network {
  /// The derivatives of an output's weighted sum z by the inputs and by every layer's answers, as the network is
  /// evaluated: running statistics, nothing dropped.
  ///
  /// Method: back-propagation that starts with ∂z ∕ ∂z = 1 at this output and 0 at the others.
  /// - Parameter input: one sample, [inputs].
  public func sensitivity(of output: Int, at input: [Float]) -> Sensitivity {
    precondition(
      input.count == architecture.inputs && (0..<architecture.outputs).contains(output),
      "\(input.count) inputs and output \(output) do not fit \(architecture)")
    let workspace = Workspace()
    func row(_ count: Int) -> UnsafeMutablePointer<Float> {
      workspace.matrix(rows: 1, stride: ParameterLayout.padded(count))
    }
    let inputs = row(input.count)
    for (place, value) in input.enumerated() { inputs[place] = value }
    return withParameters { parameters in
      let bound = BoundNetwork(architecture, layout, at: parameters, training: (rows: 1, pieces: 1), in: workspace)
      let scratch = workspace.matrix(rows: 1, stride: bound.scratch(rows: 1, isTraining: true))
      let piece = PieceRows(piece: 0, size: 1, total: 1)
      let answers = (0..<bound.count).map { row(architecture.units($0)) }
      let errors = (0..<bound.count).map { row(architecture.units($0)) }
      for layer in 0..<(bound.count - 1) {
        bound.layers[layer].forward(
          piece, layer == 0 ? inputs : answers[layer - 1], into: answers[layer], .evaluating, scratch: scratch)
        bound.layers[layer].finishForward(piece, into: answers[layer], .evaluating)
      }
      errors[bound.count - 1][output] = 1
      var derivatives: [[Float]] = []
      for layer in stride(from: bound.count - 1, through: 1, by: -1) {
        bound.layers[layer].backPropagate(piece, errors[layer], into: errors[layer - 1], scratch: scratch)
        derivatives.append((0..<architecture.units(layer - 1)).map { errors[layer - 1][$0] })
        bound.layers[layer - 1].differentiate(piece, answers[layer - 1], errors[layer - 1], .evaluating)
        bound.layers[layer - 1].finishDifferentiation(piece, errors[layer - 1], .evaluating)
      }
      let below = row(input.count)
      bound.layers[0].backPropagate(piece, errors[0], into: below, scratch: scratch)
      return Sensitivity(inputs: input.indices.map { below[$0] }, layers: derivatives.reversed())
    }
  }
}
