import CKernels

/// What a convolution keeps on the way forward for the way backward.
struct ConvolutionTrace {
  /// Samples with their border: [rows × surroundedCount]; nil where they have none and are read as they came.
  let surrounded: UnsafeMutablePointer<Float>?
  /// z, and on the way back δ, with the maps of a place side by side: [rows × placesCount].
  let places: UnsafeMutablePointer<Float>
  let affine: AffineTrace

  init(_ kind: ConvolutionKind, _ layer: ConvolutionLayer, rows: Int, pieces: Int, in workspace: Workspace) {
    surrounded = layer.border > 0 ? workspace.matrix(rows: rows, stride: layer.surroundedCount) : nil
    places = workspace.matrix(rows: rows, stride: layer.placesCount)
    affine = AffineTrace(
      kind.activation, rows: rows, stride: layer.outputStride, pieces: pieces,
      normalized: kind.isNormalized ? (rows * layer.places, layer.stride) : nil, in: workspace)
  }
}

/// A convolution at work.
struct BoundConvolution: BoundLayer {
  let layer: UnsafePointer<ConvolutionLayer>
  /// Nil where the layer is only evaluated.
  let trace: UnsafePointer<ConvolutionTrace>?

  func evaluate(
    rows: Int, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>,
    z: UnsafeMutablePointer<Float>?, scratch: UnsafeMutablePointer<Float>
  ) {
    let layer = layer.pointee
    let (sums, surrounded) = (scratch, scratch + layer.placesCount)
    for row in 0..<rows {
      let sample = inputs + row * layer.inputStride
      if layer.border > 0 { layer.surround(sample, into: surrounded) }
      layer.combine(layer.border > 0 ? UnsafePointer(surrounded) : sample, into: sums)
      layer.normalization?.evaluate(rows: layer.places, biases: layer.biases, sums)
      layer.separate(sums, into: outputs + row * layer.outputStride)
    }
    layer.activate(rows: rows, outputs, z: z)
  }

  func forward(
    _ rows: PieceRows, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>, _ mode: PassMode,
    scratch: UnsafeMutablePointer<Float>
  ) {
    guard let trace = trace?.pointee else { return }
    let layer = layer.pointee
    let places = trace.places + rows.first * layer.placesCount
    for row in 0..<rows.count {
      var sample = inputs + row * layer.inputStride
      if let surrounded = trace.surrounded.map({ $0 + (rows.first + row) * layer.surroundedCount }) {
        layer.surround(sample, into: surrounded)
        sample = UnsafePointer(surrounded)
      }
      let sums = places + row * layer.placesCount
      layer.combine(sample, into: sums)
      if layer.normalization == nil { layer.separate(sums, into: outputs + row * layer.outputStride) }
    }
    if let normalization = layer.normalization, let kept = trace.affine.normalization {
      normalization.measure(rows.times(layer.places), places, kept)
    } else {
      layer.activate(rows: rows.count, outputs, z: trace.affine.z.map { $0 + rows.first * layer.outputStride })
    }
  }

  var isNormalized: Bool { layer.pointee.normalization != nil }

  func finishForward(_ rows: PieceRows, into outputs: UnsafeMutablePointer<Float>, _ mode: PassMode) {
    let layer = layer.pointee
    guard let normalization = layer.normalization, let trace = trace?.pointee,
      let kept = trace.affine.normalization
    else { return }
    let places = trace.places + rows.first * layer.placesCount
    normalization.normalize(rows.times(layer.places), biases: layer.biases, places, kept, mode)
    for row in 0..<rows.count {
      layer.separate(places + row * layer.placesCount, into: outputs + row * layer.outputStride)
    }
    layer.activate(rows: rows.count, outputs, z: trace.affine.z.map { $0 + rows.first * layer.outputStride })
  }

  func differentiate(
    _ rows: PieceRows, _ outputs: UnsafePointer<Float>, _ delta: UnsafeMutablePointer<Float>, _ mode: PassMode
  ) {
    guard let trace = trace?.pointee else { return }
    let layer = layer.pointee
    trace.affine.slopeGradients[rows.piece] = ck_differentiate(
      layer.activation, layer.slope, rows.count, layer.output.count, layer.outputStride, outputs,
      trace.affine.z.map { UnsafePointer($0 + rows.first * layer.outputStride) }, delta)
    let places = trace.places + rows.first * layer.placesCount
    for row in 0..<rows.count {
      layer.interleave(delta + row * layer.outputStride, into: places + row * layer.placesCount)
    }
    guard let normalization = layer.normalization, let kept = trace.affine.normalization else { return }
    normalization.measureBack(rows.times(layer.places), places, kept)
  }

  func finishDifferentiation(_ rows: PieceRows, _ delta: UnsafeMutablePointer<Float>, _ mode: PassMode) {
    let layer = layer.pointee
    guard let normalization = layer.normalization, let trace = trace?.pointee,
      let kept = trace.affine.normalization
    else { return }
    let places = trace.places + rows.first * layer.placesCount
    normalization.differentiate(rows.times(layer.places), places, kept, mode)
    for row in 0..<rows.count {
      layer.separate(places + row * layer.placesCount, into: delta + row * layer.outputStride)
    }
  }

  func backPropagate(
    _ rows: PieceRows, _ delta: UnsafePointer<Float>, into errors: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    layer.pointee.backPropagate(rows: rows.count, delta, into: errors, scratch)
  }

  /// Σ over samples and places of what a weight saw times δ.
  func weightGradient(
    _ part: Range<Int>, rows: Int, _ inputs: UnsafePointer<Float>, _ delta: UnsafePointer<Float>,
    into c: UnsafeMutablePointer<Float>, factor: Float, keep: Float, scratch: UnsafeMutablePointer<Float>
  ) {
    guard let trace = trace?.pointee else { return }
    let layer = layer.pointee
    withUnsafePointer(to: layer.shape) { shape in
      ck_convolve_gradient(
        shape, rows, trace.surrounded.map { UnsafePointer($0) } ?? inputs,
        trace.surrounded == nil ? layer.inputStride : layer.surroundedCount, trace.places, part.lowerBound, part.count,
        factor, keep, c)
    }
  }

  /// Biases, slope, gamma and beta.
  func tailGradient(
    rows: Int, pieces: Int, _ inputs: UnsafePointer<Float>, _ delta: UnsafePointer<Float>,
    into sums: UnsafeMutablePointer<Float>, factor: Float
  ) {
    guard let trace = trace?.pointee else { return }
    let layer = layer.pointee
    trace.affine.tailGradient(
      rows: rows * layer.places, units: layer.shape.maps, stride: layer.stride, pieces: pieces,
      hasSlope: layer.hasSlope, trace.places, into: sums, factor: factor)
  }

  func scratch(rows: Int, isTraining: Bool) -> Int {
    let layer = layer.pointee
    let forward = layer.placesCount + layer.surroundedCount
    return isTraining ? max(forward, layer.backScratch) : forward
  }
}
