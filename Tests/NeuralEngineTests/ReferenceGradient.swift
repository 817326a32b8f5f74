import NeuralEngine

/// Back-propagation in double precision, for networks that are not normalised.
extension ReferenceNetwork {
  /// The gradients of the losses of a batch, summed over its samples, in the layout of the parameters.
  func gradientSum(_ loss: Loss, _ inputs: [[Double]], _ targets: [[Double]]) -> [Double] {
    var gradient = Array(repeating: 0.0, count: layout.count)
    let states = forward(inputs)
    for sample in inputs.indices {
      let last = states.count - 1
      var delta = outputDelta(
        loss, outputs: states[last].outputs[sample], z: states[last].z[sample], targets: targets[sample], layer: last,
        &gradient)
      for index in stride(from: last, through: 0, by: -1) {
        let layer = layout.layers[index]
        let below = index == 0 ? inputs[sample] : states[index - 1].outputs[sample]
        for unit in 0..<layer.units {
          gradient[layer.biases + unit] += delta[unit]
          for source in 0..<layer.sources {
            gradient[layer.weights + source * layer.stride + unit] += delta[unit] * below[source]
          }
        }
        guard index > 0 else { break }
        let errors = (0..<layer.sources).map { source in
          (0..<layer.units).reduce(0.0) { sum, unit in
            sum + delta[unit] * parameters[layer.weights + source * layer.stride + unit]
          }
        }
        delta = throughActivation(errors, z: states[index - 1].z[sample], layer: index - 1, &gradient)
      }
    }
    return gradient
  }

  /// dL ∕ dz of the output layer.
  private func outputDelta(
    _ loss: Loss, outputs a: [Double], z: [Double], targets t: [Double], layer: Int, _ gradient: inout [Double]
  ) -> [Double] {
    let errors = zip(a, t).map { $0 - $1 }
    // Both cross-entropies meet the derivative of their activation, and the perceptron's rule ignores it.
    guard loss == .squaredError else { return errors }
    if architecture.activation(layer) == .softmax {
      let mean = zip(errors, a).reduce(0) { $0 + $1.0 * $1.1 }
      return zip(errors, a).map { $1 * ($0 - mean) }
    }
    return throughActivation(errors, z: z, layer: layer, &gradient)
  }

  /// dL ∕ dz = dL ∕ da · f′(z), and on the way the gradient of a learnt slope.
  private func throughActivation(
    _ errors: [Double], z: [Double], layer: Int, _ gradient: inout [Double]
  ) -> [Double] {
    let place = layout.layers[layer].slope
    let slope = place.map { parameters[$0] } ?? architecture.leakySlope
    if let place { gradient[place] += zip(errors, z).reduce(0) { $0 + $1.0 * min($1.1, 0) } }
    return zip(errors, z).map { $0 * Self.derivative(architecture.activation(layer), $1, slope: slope) }
  }

  /// The gradient of the mean loss by central differences: (L(w + h) − L(w − h)) ∕ 2h for every parameter.
  func numericalGradient(_ loss: Loss, _ inputs: [[Double]], _ targets: [[Double]]) -> [Double] {
    let distance = 1e-6
    var moved = self
    return trainedPlaces.reduce(into: Array(repeating: 0.0, count: layout.count)) { gradient, place in
      moved.parameters[place] = parameters[place] + distance
      let above = moved.loss(loss, inputs, targets)
      moved.parameters[place] = parameters[place] - distance
      let below = moved.loss(loss, inputs, targets)
      moved.parameters[place] = parameters[place]
      gradient[place] = (above - below) / (2 * distance)
    }
  }

  /// Where the true parameters stand: no padding, no running statistics.
  var trainedPlaces: [Int] {
    layout.layers.flatMap { layer in
      let rows = (0..<layer.sources).map { layer.weights + $0 * layer.stride } + [layer.biases]
      let vectors = rows + [layer.gamma, layer.beta].compactMap { $0 }
      return vectors.flatMap { start in (0..<layer.units).map { start + $0 } } + [layer.slope].compactMap { $0 }
    }
  }
}
