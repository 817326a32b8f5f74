/// A dense layer: a = f(z), z = W x + b, with batch normalisation between them if so asked.
struct DenseKind: LayerKind {
  let units: Int
  let activation: Activation
  let isNormalized: Bool

  func output(of input: Shape, layer: Int) throws(EngineError) -> Shape {
    guard units > 0 else { throw .emptyLayer(layer: layer, units: units) }
    return Shape(channels: units)
  }

  func parts(of input: Shape) -> [Part] {
    AffineParts.list(
      weight: [units, input.count], sources: input.count, units: units, activation, isNormalized: isNormalized)
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
          AffineTrace(
            activation, rows: rows, stride: place.outputStride, pieces: pieces,
            normalized: isNormalized ? (rows, place.outputStride) : nil, keepsZ: isOutput, in: workspace))
      })
  }
}
