import NeuralEngine

/// The smallest layer there is: a = s x, with one trained number s for all. It proves that a kind of layer is one file.
public struct ScalingLayer: LayerKind {
  /// A scale that starts at 1.
  public init() {}

  public func output(of input: Shape, layer: Int) -> Shape { input }

  public func parts(of input: Shape) -> [Part] { [Part("scale", shape: [1], first: .constant(1))] }

  public func bind(_ place: LayerPlace, in workspace: Workspace) -> any BoundLayer {
    BoundScaling(scale: place.parameters[0], stride: place.inputStride)
  }
}

private struct BoundScaling: BoundLayer {
  let scale: UnsafeMutablePointer<Float>
  let stride: Int

  private func multiply(_ rows: Int, _ values: UnsafePointer<Float>, into products: UnsafeMutablePointer<Float>) {
    for place in 0..<(rows * stride) { products[place] = scale[0] * values[place] }
  }

  func evaluate(
    rows: Int, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>,
    z: UnsafeMutablePointer<Float>?, scratch: UnsafeMutablePointer<Float>
  ) {
    multiply(rows, inputs, into: outputs)
    z?.update(from: outputs, count: rows * stride)
  }

  func forward(
    _ rows: PieceRows, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>, _ mode: PassMode,
    scratch: UnsafeMutablePointer<Float>
  ) {
    multiply(rows.count, inputs, into: outputs)
  }

  func differentiate(
    _ rows: PieceRows, _ outputs: UnsafePointer<Float>, _ delta: UnsafeMutablePointer<Float>, _ mode: PassMode
  ) {}

  /// s δ.
  func backPropagate(
    _ rows: PieceRows, _ delta: UnsafePointer<Float>, into errors: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    multiply(rows.count, delta, into: errors)
  }

  /// Σ x δ.
  func tailGradient(
    rows: Int, pieces: Int, _ inputs: UnsafePointer<Float>, _ delta: UnsafePointer<Float>,
    into sums: UnsafeMutablePointer<Float>, factor: Float
  ) {
    sums.update(repeating: 0, count: ParameterLayout.alignment)
    for place in 0..<(rows * stride) { sums[0] += inputs[place] * delta[place] }
    sums[0] *= factor
  }
}
