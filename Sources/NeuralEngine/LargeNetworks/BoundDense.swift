import CKernels

/// What a dense layer, or a convolution, keeps on the way forward for the way backward.
struct AffineTrace {
  /// The pre-activations, where the derivative or the loss needs them: [rows × stride].
  let z: UnsafeMutablePointer<Float>?
  /// Where the layer is normalised.
  let normalization: BatchNormalization.Trace?
  /// The gradient of a learnt slope, a number for each piece of rows: [pieces].
  let slopeGradients: UnsafeMutablePointer<Double>

  /// - Parameters:
  ///   - rows: of `stride` outputs, in so many pieces.
  ///   - normalized: the rows and the stride of what is normalised, if anything is.
  init(
    _ activation: Activation, rows: Int, stride: Int, pieces: Int, normalized: (rows: Int, stride: Int)?,
    keepsZ: Bool = false, in workspace: Workspace
  ) {
    z = keepsZ || ck_derivative_needs_z(activation.kernel) ? workspace.matrix(rows: rows, stride: stride) : nil
    normalization = normalized.map {
      BatchNormalization.Trace(rows: $0.rows, stride: $0.stride, pieces: pieces, in: workspace)
    }
    slopeGradients = workspace.take(pieces, of: 0)
  }

  /// The gradients of biases, slope, gamma and beta, one after the other.
  ///
  /// - Parameter delta: the errors of the sums, [rows × stride].
  func tailGradient(
    rows: Int, units: Int, stride: Int, pieces: Int, hasSlope: Bool, _ delta: UnsafePointer<Float>,
    into sums: UnsafeMutablePointer<Float>, factor: Float
  ) {
    ck_column_sums(rows, stride, stride, delta, factor, 0, sums)
    var end = sums + stride
    if hasSlope {
      end.update(repeating: 0, count: ParameterLayout.alignment)
      var sum = 0.0
      for piece in 0..<pieces { sum += slopeGradients[piece] }
      end[0] = Float(sum) * factor
      end += ParameterLayout.alignment
    }
    guard let normalization else { return }
    let (gamma, beta) = (end, end + stride)
    end.update(repeating: 0, count: 2 * stride)
    for unit in 0..<units {
      gamma[unit] = normalization.gammaGradient[unit] * factor
      beta[unit] = normalization.betaGradient[unit] * factor
    }
  }
}

/// A dense layer at work.
struct BoundDense: BoundLayer {
  let layer: UnsafePointer<DenseLayer>
  /// Nil where the layer is only evaluated.
  let trace: UnsafePointer<AffineTrace>?

  func evaluate(
    rows: Int, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>,
    z: UnsafeMutablePointer<Float>?, scratch: UnsafeMutablePointer<Float>
  ) {
    layer.pointee.combine(rows: rows, inputs, into: outputs)
    layer.pointee.activate(rows: rows, outputs, z: z)
  }

  func forward(
    _ rows: PieceRows, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>, _ mode: PassMode,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let layer = layer.pointee
    let z = trace?.pointee.z.map { $0 + rows.first * layer.stride }
    layer.combine(rows: rows.count, inputs, into: outputs)
    if let normalization = layer.normalization, let kept = trace?.pointee.normalization {
      normalization.measure(rows, outputs, kept)
    } else {
      ck_activate(layer.activation, layer.slope, rows.count, layer.units, layer.stride, layer.biases, outputs, z)
    }
  }

  var isNormalized: Bool { layer.pointee.normalization != nil }

  func finishForward(_ rows: PieceRows, into outputs: UnsafeMutablePointer<Float>, _ mode: PassMode) {
    let layer = layer.pointee
    guard let normalization = layer.normalization, let trace = trace?.pointee, let kept = trace.normalization else {
      return
    }
    normalization.normalize(rows, biases: layer.biases, outputs, kept, mode)
    ck_activate(
      layer.activation, layer.slope, rows.count, layer.units, layer.stride, nil, outputs,
      trace.z.map { $0 + rows.first * layer.stride })
  }

  func finishDifferentiation(_ rows: PieceRows, _ delta: UnsafeMutablePointer<Float>, _ mode: PassMode) {
    guard let normalization = layer.pointee.normalization, let kept = trace?.pointee.normalization else { return }
    normalization.differentiate(rows, delta, kept, mode)
  }

  func differentiate(
    _ rows: PieceRows, _ outputs: UnsafePointer<Float>, _ delta: UnsafeMutablePointer<Float>, _ mode: PassMode
  ) {
    guard let trace = trace?.pointee else { return }
    let layer = layer.pointee
    trace.slopeGradients[rows.piece] = ck_differentiate(
      layer.activation, layer.slope, rows.count, layer.units, layer.stride, outputs,
      trace.z.map { UnsafePointer($0 + rows.first * layer.stride) }, delta)
    if let normalization = layer.normalization, let kept = trace.normalization {
      normalization.measureBack(rows, delta, kept)
    }
  }

  /// δ of an output layer, straight from the loss; adds to the tally.
  func differentiate(
    _ loss: ck_loss, _ rows: PieceRows, _ targets: inout ck_targets, _ outputs: UnsafePointer<Float>,
    _ delta: UnsafeMutablePointer<Float>, _ tally: UnsafeMutablePointer<ck_tally>
  ) {
    guard let trace = trace?.pointee else { return }
    let layer = layer.pointee
    trace.slopeGradients[rows.piece] = ck_output_delta(
      loss, layer.activation, layer.slope, rows.count, layer.units, layer.stride, &targets, outputs,
      trace.z.map { UnsafePointer($0 + rows.first * layer.stride) }, 1, delta, tally)
  }

  func backPropagate(
    _ rows: PieceRows, _ delta: UnsafePointer<Float>, into errors: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    layer.pointee.backPropagate(rows: rows.count, delta, into: errors, scratch)
  }

  /// xᵀ δ.
  func weightGradient(
    _ part: Range<Int>, rows: Int, _ inputs: UnsafePointer<Float>, _ delta: UnsafePointer<Float>,
    into c: UnsafeMutablePointer<Float>, factor: Float, keep: Float, scratch: UnsafeMutablePointer<Float>
  ) {
    let layer = layer.pointee
    multiply(
      Matrix(inputs + part.lowerBound, stride: layer.sourceStride).transposed, Matrix(delta, stride: layer.stride),
      into: c, stride: layer.stride, rows: part.count, columns: layer.stride, inner: rows, factor: factor, keep: keep)
  }

  /// Biases, slope, gamma and beta.
  func tailGradient(
    rows: Int, pieces: Int, _ inputs: UnsafePointer<Float>, _ delta: UnsafePointer<Float>,
    into sums: UnsafeMutablePointer<Float>, factor: Float
  ) {
    let layer = layer.pointee
    trace?.pointee.tailGradient(
      rows: rows, units: layer.units, stride: layer.stride, pieces: pieces, hasSlope: layer.hasSlope, delta,
      into: sums, factor: factor)
  }

  func scratch(rows: Int, isTraining: Bool) -> Int { isTraining ? layer.pointee.backScratch(rows: rows) : 0 }
}
