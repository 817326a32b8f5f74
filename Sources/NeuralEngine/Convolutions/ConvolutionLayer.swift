import CKernels

/// A convolution as addresses: its shape and where its parameters stand.
///
/// Between layers a sample's maps stand one after the other. Inside, the maps of a place stand side by side, [places ×
/// stride], as the lanes want them: there a convolution of all rows is a dense layer that has a row for every place, so
/// that biases and batch normalisation are the dense layer's.
struct ConvolutionLayer {
  /// What the kernels see: the input with its border.
  let shape: ck_convolution
  let border: Int
  let input: Shape
  let output: Shape
  /// The distance between samples that come in, and that go out.
  let inputStride: Int
  let outputStride: Int
  let activation: ck_activation
  let weights: UnsafeMutablePointer<Float>
  let biases: UnsafeMutablePointer<Float>
  let normalization: BatchNormalization?
  private let learntSlope: UnsafeMutablePointer<Float>?
  private let leakySlope: Float

  init(_ kind: ConvolutionKind, _ place: LayerPlace) {
    (input, output) = (place.input, place.output)
    (inputStride, outputStride) = (place.inputStride, place.outputStride)
    border = kind.border
    let stride = ParameterLayout.padded(kind.maps)
    shape = ck_convolution(
      channels: input.channels, rows: input.rows + 2 * border, columns: input.columns + 2 * border, size: kind.size,
      maps: kind.maps, stride: stride)
    activation = kind.activation.kernel
    let parts = AffineParts(
      place.parameters, units: kind.maps, stride: stride, kind.activation, isNormalized: kind.isNormalized)
    (weights, biases, learntSlope, normalization) = (parts.weights, parts.biases, parts.slope, parts.normalization)
    leakySlope = place.leakySlope
  }

  /// α of prelu or leakyReLU; nothing else looks at it.
  var slope: Float { learntSlope.map { $0[0] } ?? leakySlope }

  /// Whether the layer learns it.
  var hasSlope: Bool { learntSlope != nil }

  /// Rows times columns of a map that goes out.
  var places: Int { output.rows * output.columns }

  /// The distance between maps of a place that lie side by side.
  var stride: Int { shape.stride }

  /// The floats of a sample that comes in, with its border.
  var surroundedCount: Int { shape.channels * shape.rows * shape.columns }

  /// The floats of a sample that goes out, the maps of a place side by side.
  var placesCount: Int { places * stride }

  /// z of one sample, without biases if they are a normalisation's: [places × stride].
  ///
  /// - Parameter surrounded: the sample with its border.
  func combine(_ surrounded: UnsafePointer<Float>, into z: UnsafeMutablePointer<Float>) {
    withUnsafePointer(to: shape) { ck_convolve($0, surrounded, weights, normalization == nil ? biases : nil, z) }
  }

  /// A sample's border, where it has one.
  func surround(_ sample: UnsafePointer<Float>, into surrounded: UnsafeMutablePointer<Float>) {
    ck_surround(input.channels, input.rows, input.columns, border, sample, surrounded)
  }

  /// [places × stride] → a row of maps one after the other.
  func separate(_ places: UnsafePointer<Float>, into row: UnsafeMutablePointer<Float>) {
    ck_transpose(self.places, shape.maps, places, stride, row, self.places)
    (row + output.count).update(repeating: 0, count: outputStride - output.count)
  }

  /// A row of maps one after the other → [places × stride], zero beyond the maps.
  func interleave(_ row: UnsafePointer<Float>, into places: UnsafeMutablePointer<Float>) {
    if shape.maps < stride { places.update(repeating: 0, count: placesCount) }
    ck_transpose(shape.maps, self.places, row, self.places, places, stride)
  }

  /// Makes outputs of rows of pre-activations, in place.
  func activate(rows: Int, _ outputs: UnsafeMutablePointer<Float>, z: UnsafeMutablePointer<Float>?) {
    ck_activate(activation, slope, rows, output.count, outputStride, nil, outputs, z)
  }

  /// The convolution that takes the outputs' errors to the inputs': with kernels turned round, and so much border that as
  /// many places come out as went in.
  private var back: ck_convolution {
    ck_convolution(
      channels: shape.maps, rows: output.rows + 2 * backBorder, columns: output.columns + 2 * backBorder,
      size: shape.size, maps: shape.channels, stride: ParameterLayout.padded(input.channels))
  }

  private var backBorder: Int { shape.size - 1 - border }

  /// How many floats ``backPropagate(rows:_:into:_:)`` needs for its work.
  var backScratch: Int {
    let back = back
    return back.channels * back.size * back.size * back.stride + input.rows * input.columns * back.stride
      + back.channels * back.rows * back.columns
  }

  /// dL ∕ da of the layer before, from δ: [rows × inputStride] from [rows × outputStride].
  func backPropagate(
    rows: Int, _ delta: UnsafePointer<Float>, into errors: UnsafeMutablePointer<Float>,
    _ scratch: UnsafeMutablePointer<Float>
  ) {
    var back = back
    let area = input.rows * input.columns
    let turned = scratch
    let sums = turned + back.channels * back.size * back.size * back.stride
    let surrounded = sums + area * back.stride
    withUnsafePointer(to: shape) { ck_turn_kernels($0, weights, turned, back.stride) }
    for row in 0..<rows {
      let below = errors + row * inputStride
      ck_surround(back.channels, output.rows, output.columns, backBorder, delta + row * outputStride, surrounded)
      ck_convolve(&back, surrounded, turned, nil, sums)
      ck_transpose(area, input.channels, sums, back.stride, below, area)
      (below + input.count).update(repeating: 0, count: inputStride - input.count)
    }
  }
}
