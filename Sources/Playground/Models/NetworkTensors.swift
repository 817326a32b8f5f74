import NeuralEngine

/// A network's parameters as tensors, named and shaped as PyTorch has them:
///
///     layers.0.weight            [out, in]
///     layers.0.bias              [out]
///     layers.0.prelu             [1]     prelu layers
///     layers.0.norm.weight       [out]   normalised layers: γ, then bias β, running_mean and running_var
///
/// What is kept for each parameter beside it has the same names behind a prefix.
extension Network {
  /// Which parameters a buffer has numbers for.
  enum TensorKind {
    case all, trained, weights

    fileprivate func includes(_ place: Place) -> Bool {
      switch self {
      case .all: true
      case .trained: place.isTrained
      case .weights: place.isWeight
      }
    }
  }

  /// The parameters as tensors.
  var tensors: [SafeTensors.Tensor] { tensors(of: parameters, .all, named: "") }

  /// A buffer in the layout of the parameters as tensors.
  func tensors(of values: [Float], _ kind: TensorKind, named prefix: String) -> [SafeTensors.Tensor] {
    places(kind).map { place in
      SafeTensors.Tensor(name: prefix + place.name, shape: place.shape, values: place.indices.map { values[$0] })
    }
  }

  /// Takes over tensors of this network's names and shapes.
  ///
  /// - Throws: `ModelError.Problem` naming the first tensor that is missing, too many or of another shape.
  mutating func take(_ tensors: [SafeTensors.Tensor]) throws(ModelError.Problem) {
    let tensors = tensors.filter { !$0.name.hasPrefix(TrainingState.prefix) }
    let taken = try values(of: tensors, .all, named: "", over: parameters)
    let known = Set(places(.all).map(\.name))
    if let extra = tensors.first(where: { !known.contains($0.name) }) { throw .extra(tensor: extra.name) }
    parameters = taken
  }

  /// A buffer in the layout of the parameters, its places filled from tensors, the others left as they are.
  ///
  /// - Throws: `ModelError.Problem` naming the first tensor that is missing or of another shape.
  func values(
    of tensors: [SafeTensors.Tensor], _ kind: TensorKind, named prefix: String, over values: [Float]
  ) throws(ModelError.Problem) -> [Float] {
    let found = Dictionary(tensors.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var filled = values
    for place in places(kind) {
      let name = prefix + place.name
      guard let tensor = found[name] else { throw .missing(tensor: name, found: tensors.map(\.name)) }
      guard tensor.shape == place.shape else { throw .shape(tensor: name, found: tensor.shape, expected: place.shape) }
      for (index, value) in zip(place.indices, tensor.values) { filled[index] = value }
    }
    return filled
  }

  /// A tensor's name and shape, and where its numbers stand in `parameters`, in the tensor's order.
  fileprivate struct Place {
    let name: String
    let shape: [Int]
    let indices: [Int]
    var isWeight = false
    var isTrained = true
  }

  private func places(_ kind: TensorKind) -> [Place] {
    layout.layers.enumerated().flatMap { index, layer in
      let name = "layers.\(index)"
      // The buffer holds the weights input-major, the file unit after unit.
      let weights = (0..<layer.units).flatMap { unit in
        (0..<layer.sources).map { layer.weights + $0 * layer.stride + unit }
      }
      var places = [
        Place(name: "\(name).weight", shape: [layer.units, layer.sources], indices: weights, isWeight: true)
      ]
      let rows: [(part: String, start: Int?, count: Int)] = [
        ("bias", layer.biases, layer.units), ("prelu", layer.slope, 1), ("norm.weight", layer.gamma, layer.units),
        ("norm.bias", layer.beta, layer.units), ("norm.running_mean", layer.runningMean, layer.units),
        ("norm.running_var", layer.runningVariance, layer.units),
      ]
      for case (let part, let start?, let count) in rows {
        places.append(
          Place(
            name: "\(name).\(part)", shape: [count], indices: Array(start..<(start + count)),
            isTrained: start < layer.trainedEnd))
      }
      return places.filter(kind.includes)
    }
  }
}
