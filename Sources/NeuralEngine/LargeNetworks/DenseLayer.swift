import CKernels

/// One layer as addresses: its shape and where its parameters stand.
///
/// Copying it counts no reference, so that any thread may hold it. The memory belongs to whoever made it.
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
  let normalization: Normalization?
  let tail: Tail
  private let learntSlope: UnsafeMutablePointer<Float>?

  /// The trained parameters behind the weights, as distances from the biases, which come first.
  struct Tail {
    let count: Int
    let slope: Int?
    let gamma: Int?
    let beta: Int?

    init(_ layer: ParameterLayout.Layer) {
      count = layer.trainedEnd - layer.biases
      slope = layer.slope.map { $0 - layer.biases }
      gamma = layer.gamma.map { $0 - layer.biases }
      beta = layer.beta.map { $0 - layer.biases }
    }
  }

  init(
    _ layer: ParameterLayout.Layer, activation: Activation, sourceStride: Int,
    parameters: UnsafeMutablePointer<Float>
  ) {
    sources = layer.sources
    units = layer.units
    stride = layer.stride
    self.sourceStride = sourceStride
    self.activation = activation.kernel
    weights = parameters + layer.weights
    biases = parameters + layer.biases
    learntSlope = layer.slope.map { parameters + $0 }
    normalization = Normalization(layer, parameters: parameters)
    tail = Tail(layer)
  }

  /// α of prelu; 0 where nothing looks at it.
  var slope: Float { learntSlope.map { $0[0] } ?? 0 }

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

  /// The outputs of the layer as it is evaluated: running statistics, nothing dropped.
  ///
  /// - Parameters:
  ///   - inputs: [rows × sourceStride].
  ///   - outputs: [rows × stride].
  ///   - z: where the pre-activations go as well, if anywhere; normalised ones in a normalised layer.
  func evaluate(
    rows: Int, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>,
    z: UnsafeMutablePointer<Float>? = nil
  ) {
    combine(rows: rows, inputs, into: outputs)
    activate(rows: rows, outputs, z: z)
  }

  /// Makes the outputs of what ``combine(rows:_:into:)`` has left in them; see ``evaluate(rows:_:into:z:)``.
  func activate(rows: Int, _ outputs: UnsafeMutablePointer<Float>, z: UnsafeMutablePointer<Float>? = nil) {
    if let normalization {
      normalization.evaluate(rows: rows, biases: biases, outputs)
      ck_activate(activation, slope, rows, units, stride, nil, outputs, z)
    } else {
      ck_activate(activation, slope, rows, units, stride, biases, outputs, z)
    }
  }
}

extension ParameterLayout {
  /// The layers of a network of this layout whose parameters stand at an address.
  func denseLayers(_ architecture: Architecture, at parameters: UnsafeMutablePointer<Float>) -> [DenseLayer] {
    layers.indices.map { index in
      DenseLayer(
        layers[index], activation: architecture.activation(index),
        sourceStride: index == 0 ? Self.padded(architecture.inputs) : layers[index - 1].stride, parameters: parameters)
    }
  }
}
