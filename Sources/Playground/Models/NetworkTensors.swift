import NeuralEngine

extension Network {
  /// The parameters as tensors, named and shaped as PyTorch has them:
  ///
  ///     layers.0.weight            [out, in]
  ///     layers.0.bias              [out]
  ///     layers.0.prelu             [1]     prelu layers
  ///     layers.0.norm.weight       [out]   normalised layers: γ, then bias β, running_mean and running_var
  var tensors: [SafeTensors.Tensor] {
    places.map { place in
      SafeTensors.Tensor(name: place.name, shape: place.shape, values: place.indices.map { parameters[$0] })
    }
  }

  /// Takes over tensors of this network's names and shapes.
  ///
  /// - Throws: `ModelError.Problem` naming the first tensor that is missing, too many or of another shape.
  mutating func take(_ tensors: [SafeTensors.Tensor]) throws(ModelError.Problem) {
    let found = Dictionary(tensors.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let places = places
    for place in places {
      guard let tensor = found[place.name] else { throw .missing(tensor: place.name, found: tensors.map(\.name)) }
      guard tensor.shape == place.shape else {
        throw .shape(tensor: place.name, found: tensor.shape, expected: place.shape)
      }
    }
    let known = Set(places.map(\.name))
    if let extra = tensors.first(where: { !known.contains($0.name) }) { throw .extra(tensor: extra.name) }
    for place in places {
      guard let values = found[place.name]?.values else { continue }
      for (index, value) in zip(place.indices, values) { parameters[index] = value }
    }
  }

  /// A tensor's name and shape, and where its numbers stand in `parameters`, in the tensor's order.
  private struct Place {
    let name: String
    let shape: [Int]
    let indices: [Int]
  }

  private var places: [Place] {
    layout.layers.enumerated().flatMap { index, layer in
      let name = "layers.\(index)"
      // The buffer holds the weights input-major, the file unit after unit.
      let weights = (0..<layer.units).flatMap { unit in
        (0..<layer.sources).map { layer.weights + $0 * layer.stride + unit }
      }
      var places = [Place(name: "\(name).weight", shape: [layer.units, layer.sources], indices: weights)]
      let rows: [(part: String, start: Int?, count: Int)] = [
        ("bias", layer.biases, layer.units), ("prelu", layer.slope, 1), ("norm.weight", layer.gamma, layer.units),
        ("norm.bias", layer.beta, layer.units), ("norm.running_mean", layer.runningMean, layer.units),
        ("norm.running_var", layer.runningVariance, layer.units),
      ]
      for case (let part, let start?, let count) in rows {
        places.append(Place(name: "\(name).\(part)", shape: [count], indices: Array(start..<(start + count))))
      }
      return places
    }
  }
}
