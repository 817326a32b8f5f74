/// A dense layer: a = f(z), z = W x + b, with batch normalisation between them if so asked.
struct DenseKind: LayerKind {
  let units: Int
  let activation: Activation
  let isNormalized: Bool

  /// The names of its parts, PyTorch's.
  enum PartName {
    static let weight = "weight"
    static let bias = "bias"
    static let slope = "prelu"
    static let gamma = "norm.weight"
    static let beta = "norm.bias"
    static let runningMean = "norm.running_mean"
    static let runningVariance = "norm.running_var"
  }

  func output(of input: Shape, layer: Int) throws(EngineError) -> Shape {
    guard units > 0 else { throw .emptyLayer(layer: layer, units: units) }
    return Shape(channels: units)
  }

  func parts(of input: Shape) -> [Part] {
    var parts = [
      Part(
        PartName.weight, shape: [units, input.count], isPenalized: true,
        first: .drawn(sources: input.count, units: units)),
      Part(PartName.bias, shape: [units], first: .bias),
    ]
    if activation.hasLearntSlope {
      parts.append(Part(PartName.slope, shape: [1], first: .constant(Float(Activation.firstSlope))))
    }
    if isNormalized {
      parts += [
        Part(PartName.gamma, shape: [units], first: .constant(1)),
        Part(PartName.beta, shape: [units], first: .constant(0)),
        Part(PartName.runningMean, shape: [units], isTrained: false, first: .constant(0)),
        Part(PartName.runningVariance, shape: [units], isTrained: false, first: .constant(1)),
      ]
    }
    return parts
  }

  func bind(_ place: LayerPlace, in workspace: Workspace) -> any BoundLayer {
    bind(place, in: workspace, isOutput: false)
  }

  /// The layer at work; an output's pre-activations are kept for the loss.
  func bind(_ place: LayerPlace, in workspace: Workspace, isOutput: Bool) -> BoundDense {
    BoundDense(
      layer: workspace.keep(DenseLayer(self, place)),
      trace: place.training.map { rows, pieces in
        workspace.keep(
          DenseTrace(
            self, stride: place.outputStride, rows: rows, pieces: pieces, keepsZ: isOutput, in: workspace))
      })
  }
}
