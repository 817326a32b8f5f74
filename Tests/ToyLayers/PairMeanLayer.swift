import NeuralEngine

/// A layer that has a shape and no parameters: the mean of every two neighbours in a row, as pooling has it.
public struct PairMeanLayer: LayerKind {
  /// A layer that halves the columns.
  public init() {}

  public var hasUnits: Bool { false }

  public func output(of input: Shape, layer: Int) throws(EngineError) -> Shape {
    guard input.columns > 1 else { throw .emptyLayer(layer: layer, units: 0) }
    return Shape(channels: input.channels, rows: input.rows, columns: input.columns / 2)
  }

  public func parts(of input: Shape) -> [Part] { [] }

  public func bind(_ place: LayerPlace, in workspace: Workspace) -> any BoundLayer {
    BoundPairMean(places: workspace.keep(Places(input: place.input, output: place.output)))
  }
}

private struct Places: BitwiseCopyable {
  let input: Shape
  let output: Shape

  /// Calls the body with each number that comes out and the first of the two that it is made of.
  func forEach(rows: Int, _ body: (_ output: Int, _ input: Int) -> Void) {
    let (inputStride, outputStride) = (ParameterLayout.padded(input.count), ParameterLayout.padded(output.count))
    for row in 0..<rows {
      for line in 0..<(input.channels * input.rows) {
        for column in 0..<output.columns {
          body(
            row * outputStride + line * output.columns + column, row * inputStride + line * input.columns + 2 * column)
        }
      }
    }
  }
}

private struct BoundPairMean: BoundLayer {
  let places: UnsafePointer<Places>

  func evaluate(
    rows: Int, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>,
    z: UnsafeMutablePointer<Float>?, scratch: UnsafeMutablePointer<Float>
  ) {
    let length = rows * ParameterLayout.padded(places.pointee.output.count)
    outputs.update(repeating: 0, count: length)
    places.pointee.forEach(rows: rows) { outputs[$0] = (inputs[$1] + inputs[$1 + 1]) / 2 }
    z?.update(from: outputs, count: length)
  }

  func forward(
    _ rows: PieceRows, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>, _ mode: PassMode,
    scratch: UnsafeMutablePointer<Float>
  ) {
    evaluate(rows: rows.count, inputs, into: outputs, z: nil, scratch: scratch)
  }

  func differentiate(
    _ rows: PieceRows, _ outputs: UnsafePointer<Float>, _ delta: UnsafeMutablePointer<Float>, _ mode: PassMode
  ) {}

  func backPropagate(
    _ rows: PieceRows, _ delta: UnsafePointer<Float>, into errors: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    errors.update(repeating: 0, count: rows.count * ParameterLayout.padded(places.pointee.input.count))
    places.pointee.forEach(rows: rows.count) { (errors[$1], errors[$1 + 1]) = (delta[$0] / 2, delta[$0] / 2) }
  }
}
