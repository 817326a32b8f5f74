import CKernels

/// How a number that is made of a network's outputs moves with all that comes before them, at one sample.
public struct Sensitivity: Equatable, Sendable {
  /// By the inputs: [inputs].
  public let inputs: [Float]
  /// By what each layer before the output answers: [layer][unit].
  public let layers: [[Float]]
  /// By the weighted sums z of each layer before the output, of normalised ones before they are normalised:
  /// [layer][unit].
  public let sums: [[Float]]
}

extension Network {
  /// The derivatives of an output's weighted sum z by the inputs and by every layer's answers, as the network is
  /// evaluated: running statistics, nothing dropped.
  ///
  /// - Parameter input: one sample, [inputs].
  public func sensitivity(of output: Int, at input: [Float]) -> Sensitivity {
    precondition((0..<architecture.outputs).contains(output), "there is no output \(output) in \(architecture)")
    return sensitivity(along: (0..<architecture.outputs).map { $0 == output ? 1 : 0 }, at: input)
  }

  /// The derivatives of the loss of one sample, likewise: what training sends back through the network.
  ///
  /// - Parameters:
  ///   - loss: it must fit the output, see ``Loss/accepts(_:)``.
  ///   - smoothing: ε of label smoothing, as the run has it.
  ///   - label: the class that is right, counted from 0.
  ///   - input: the sample, [inputs].
  public func sensitivity(
    of loss: Loss, smoothing: Double = 0, label: Int, at input: [Float]
  ) -> Sensitivity {
    sensitivity(along: errors(of: loss, smoothing, label: label, at: input), at: input)
  }

  /// δ = dL ∕ dz of each output for one sample.
  private func errors(of loss: Loss, _ smoothing: Double, label: Int, at input: [Float]) -> [Float] {
    let outputs = architecture.outputs
    let sums = preActivations(for: input).last ?? []
    let workspace = Workspace()
    let stride = ParameterLayout.padded(outputs)
    let (z, answers) = (workspace.matrix(rows: 1, stride: stride), workspace.matrix(rows: 1, stride: stride))
    let errors = workspace.matrix(rows: 1, stride: stride)
    for (unit, sum) in sums.enumerated() { (z[unit], answers[unit]) = (sum, sum) }
    let slope = Float(slopeBelowZero(layer: architecture.layerCount - 1))
    ck_activate(architecture.outputActivation.kernel, slope, 1, outputs, stride, nil, answers, nil)
    let middle = architecture.outputActivation.isShare ? Float(0.5) : 0
    let values: [Float] =
      outputs == 1 ? [label == 1 ? 1 : 2 * middle - 1] : (0..<outputs).map { $0 == label ? 1 : 0 }
    var tally = ck_tally()
    values.withUnsafeBufferPointer { values in
      var targets = ck_targets(
        values: values.baseAddress, classes: nil, order: nil, first: 0, off: 0, on: 1, middle: middle,
        smoothing: Float(smoothing))
      _ = ck_output_delta(
        loss.kernel, architecture.outputActivation.kernel, slope, 1, outputs, stride, &targets, answers, z, 1, errors,
        &tally)
    }
    return (0..<outputs).map { errors[$0] }
  }

  /// The derivatives of Σ direction · z over the outputs, likewise.
  ///
  /// Method: back-propagation that starts with these numbers in the place of the outputs' δ.
  func sensitivity(along direction: [Float], at input: [Float]) -> Sensitivity {
    precondition(input.count == architecture.inputs, "\(input.count) inputs do not fit \(architecture)")
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
      for (output, value) in direction.enumerated() { errors[bound.count - 1][output] = value }
      var derivatives: [[Float]] = []
      var sums: [[Float]] = []
      for layer in stride(from: bound.count - 1, through: 1, by: -1) {
        bound.layers[layer].backPropagate(piece, errors[layer], into: errors[layer - 1], scratch: scratch)
        let units = 0..<architecture.units(layer - 1)
        derivatives.append(units.map { errors[layer - 1][$0] })
        bound.layers[layer - 1].differentiate(piece, answers[layer - 1], errors[layer - 1], .evaluating)
        bound.layers[layer - 1].finishDifferentiation(piece, errors[layer - 1], .evaluating)
        sums.append(units.map { errors[layer - 1][$0] })
      }
      let below = row(input.count)
      bound.layers[0].backPropagate(piece, errors[0], into: below, scratch: scratch)
      return Sensitivity(
        inputs: input.indices.map { below[$0] }, layers: derivatives.reversed(), sums: sums.reversed())
    }
  }
}
