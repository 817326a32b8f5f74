/// Where every parameter stands in a network's one flat buffer of `Float`.
///
/// Layer after layer:
///
///     weights          [sources × stride]  input-major: the weights of one source to all units lie side by side
///     biases           [stride]
///     slope            [16], the first used          only for prelu layers
///     gamma, beta      [stride] each                 only for normalised layers
///     running mean, running variance [stride] each   only for normalised layers; not trained
///
/// A layer's stride is its number of units ``padded(_:)`` to a multiple of 16, the widest vector there is, whatever the
/// processor: a file or a seed means the same everywhere. Padding is zero and stays zero.
public struct ParameterLayout: Equatable, Sendable {
  /// The parts of the buffer that belong to one layer.
  public struct Layer: Equatable, Sendable {
    /// What the layer is connected to.
    public let sources: Int
    /// Its units.
    public let units: Int
    /// The length of one row of weights: units, ``ParameterLayout/padded(_:)``.
    public let stride: Int
    /// Where the weights start: [sources × stride].
    public let weights: Int
    /// Where the biases start: [stride].
    public let biases: Int
    /// Where the learnt slope stands, in prelu layers.
    public let slope: Int?
    /// Where the factors γ of a normalised layer start: [stride].
    public let gamma: Int?
    /// Where the offsets β of a normalised layer start: [stride].
    public let beta: Int?
    /// Where the running means start: [stride].
    public let runningMean: Int?
    /// Where the running variances start: [stride].
    public let runningVariance: Int?
    /// Where the trained parameters end; biases, slope, gamma and beta stand from ``biases`` up to here.
    public let trainedEnd: Int
    /// Where the layer ends.
    public let end: Int
  }

  /// Rows are padded to a multiple of this many floats: the lanes of AVX-512.
  public static let alignment = 16

  /// The layers, first to last; the last is the output.
  public let layers: [Layer]

  /// The length of the buffer, padding and running statistics included.
  public var count: Int { layers.last?.end ?? 0 }

  /// The number of true parameters: weights, biases, slopes, gammas and betas.
  public let parameterCount: Int

  /// The layout of a network of the given shape.
  public init(_ architecture: Architecture) {
    var layers: [Layer] = []
    var position = 0
    var parameters = 0
    for index in 0..<architecture.layerCount {
      let (sources, units) = (architecture.sources(index), architecture.units(index))
      let stride = Self.padded(units)
      func place(_ length: Int, where isUsed: Bool = true) -> Int? {
        guard isUsed else { return nil }
        defer { position += length }
        return position
      }
      let normalized = architecture.isNormalized(index)
      let sloped = architecture.activation(index).hasLearntSlope
      let weights = position
      position += sources * stride
      let biases = position
      position += stride
      let slope = place(Self.alignment, where: sloped)
      let gamma = place(stride, where: normalized)
      let beta = place(stride, where: normalized)
      let trainedEnd = position
      let mean = place(stride, where: normalized)
      let variance = place(stride, where: normalized)
      layers.append(
        Layer(
          sources: sources, units: units, stride: stride, weights: weights, biases: biases, slope: slope, gamma: gamma,
          beta: beta, runningMean: mean, runningVariance: variance, trainedEnd: trainedEnd, end: position))
      parameters += (sources + 1) * units + (sloped ? 1 : 0) + (normalized ? 2 * units : 0)
    }
    self.layers = layers
    parameterCount = parameters
  }

  /// The place of the weight from a source (an input, or a unit of the layer before) to a unit.
  public func weight(layer: Int, unit: Int, source: Int) -> Int {
    layers[layer].weights + source * layers[layer].stride + unit
  }

  /// The place of a unit's bias.
  public func bias(layer: Int, unit: Int) -> Int { layers[layer].biases + unit }

  /// The layer to which a place of the buffer belongs, or nil past the end.
  public func layer(containing index: Int) -> Int? { layers.firstIndex { index < $0.end } }

  /// Whether a place holds a weight, which l1 may cut.
  func isWeight(_ index: Int) -> Bool {
    guard index >= 0, let layer = layer(containing: index).map({ layers[$0] }), index < layer.biases else {
      return false
    }
    return (index - layer.weights) % layer.stride < layer.units
  }

  /// A row's length rounded up to a multiple of ``alignment``, and one step further where rows would lie a multiple of
  /// 4 KiB apart: caches keep only a few such rows at a time.
  public static func padded(_ count: Int) -> Int {
    let stride = (count + alignment - 1) / alignment * alignment
    return stride % 1024 == 0 ? stride + alignment : stride
  }
}
