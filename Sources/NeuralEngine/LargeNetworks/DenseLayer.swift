import CKernels

/// A dense layer as addresses: its shape and where its parameters stand.
struct DenseLayer {
  let sources: Int
  let units: Int
  /// The distance between rows of weights, and of everything that has a column for each unit.
  let stride: Int
  /// The same for the layer before, or the inputs.
  let sourceStride: Int
  let activation: ck_activation
  let weights: UnsafeMutablePointer<Float>
  let biases: UnsafeMutablePointer<Float>
  let normalization: BatchNormalization?
  private let learntSlope: UnsafeMutablePointer<Float>?
  private let leakySlope: Float

  init(_ kind: DenseKind, _ place: LayerPlace) {
    sources = place.input.count
    units = kind.units
    stride = place.outputStride
    sourceStride = place.inputStride
    activation = kind.activation.kernel
    let parts = AffineParts(
      place.parameters, units: units, stride: stride, kind.activation, isNormalized: kind.isNormalized)
    (weights, biases, learntSlope, normalization) = (parts.weights, parts.biases, parts.slope, parts.normalization)
    leakySlope = place.leakySlope
  }

  /// α of prelu or leakyReLU; nothing else looks at it.
  var slope: Float { learntSlope.map { $0[0] } ?? leakySlope }

  /// Whether the layer learns it.
  var hasSlope: Bool { learntSlope != nil }

  /// z ← x W, without the biases.
  ///
  /// - Parameters:
  ///   - inputs: [rows × sourceStride].
  ///   - outputs: [rows × stride].
  func combine(
    rows: Int, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>
  ) {
    multiply(
      Matrix(inputs, stride: sourceStride), Matrix(weights, stride: stride), into: outputs, stride: stride, rows: rows,
      columns: stride, inner: sources)
  }

  /// dL ∕ da of the layer before, δ Wᵀ.
  ///
  /// It is computed as (W δᵀ)ᵀ: so the weights, by far the largest factor, are read as they lie. Few rows leave most
  /// lanes empty that way: dot products of rows of weights are faster, where these are long enough to be worth one.
  /// - Parameters:
  ///   - delta: this layer's errors, [rows × stride].
  ///   - errors: [rows × sourceStride].
  ///   - scratch: room for ``backScratch(rows:)`` floats.
  func backPropagate(
    rows: Int, _ delta: UnsafePointer<Float>, into errors: UnsafeMutablePointer<Float>,
    _ scratch: UnsafeMutablePointer<Float>
  ) {
    if rows <= ck_multiply_few_rows, units >= Self.longRow {
      return multiply(
        Matrix(delta, stride: stride), Matrix(weights, stride: stride).transposed, into: errors, stride: sourceStride,
        rows: rows, columns: sources, inner: units)
    }
    let rowStride = ParameterLayout.padded(rows)
    let turnedErrors = scratch + stride * rowStride
    ck_transpose(rows, units, delta, stride, scratch, rowStride)
    multiply(
      Matrix(weights, stride: stride), Matrix(scratch, stride: rowStride), into: turnedErrors, stride: rowStride,
      rows: sources, columns: rowStride, inner: units)
    ck_transpose(sources, rows, turnedErrors, rowStride, errors, sourceStride)
  }

  /// Units from which a dot product over them pays.
  private static let longRow = 32

  /// How many floats ``backPropagate(rows:_:into:_:)`` needs for its work.
  func backScratch(rows: Int) -> Int { (stride + sourceStride) * ParameterLayout.padded(rows) }

  /// Makes the outputs of what ``combine(rows:_:into:)`` has left in them, by running statistics.
  ///
  /// - Parameter z: where the pre-activations go as well, if anywhere; normalised ones in a normalised layer.
  func activate(rows: Int, _ outputs: UnsafeMutablePointer<Float>, z: UnsafeMutablePointer<Float>? = nil) {
    if let normalization {
      normalization.evaluate(rows: rows, biases: biases, outputs)
      ck_activate(activation, slope, rows, units, stride, nil, outputs, z)
    } else {
      ck_activate(activation, slope, rows, units, stride, biases, outputs, z)
    }
  }
}
