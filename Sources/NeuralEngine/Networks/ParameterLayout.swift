/// Where every parameter stands in a network's one flat buffer of `Float`: a list of parts, layer after layer.
///
/// A dense layer has
///
///     weight                                  [sources × stride]  input-major: a source's weights lie side by side
///     bias                                    [stride]
///     prelu                                   [16], the first used          only for prelu layers
///     norm.weight, norm.bias                  [stride] each, γ and β        only for normalised layers
///     norm.running_mean, norm.running_var     [stride] each                 only for normalised layers; not trained
///
/// A layer's stride is its number of units ``padded(_:)`` to a multiple of 16, the widest vector there is, whatever the
/// processor: a file or a seed means the same everywhere. Padding is zero and stays zero.
public struct ParameterLayout: Equatable, Sendable {
  /// Rows are padded to a multiple of this many floats: the lanes of AVX-512.
  public static let alignment = 16

  /// Every tensor, in the order of the buffer.
  public let parts: [Part]

  /// The layers as a dense one has them, first to last; the last is the output.
  public let layers: [Layer]

  /// The length of the buffer, padding and running statistics included.
  public let count: Int

  /// The number of true parameters: all that is trained, without padding.
  public let parameterCount: Int

  /// The layout of a network of the given shape.
  public init(_ architecture: Architecture) {
    var parts: [Part] = []
    var layers: [Layer] = []
    var position = 0
    for (index, layer) in architecture.layers.enumerated() {
      let (input, output) = (architecture.shape(before: index), architecture.shape(after: index))
      var own = layer.kind.parts(of: input)
      for place in own.indices {
        (own[place].layer, own[place].start) = (index, position)
        position += own[place].length
      }
      let start = parts.last?.range.upperBound ?? 0
      layers.append(Layer(own, sources: input.count, units: output.count, range: start..<position))
      parts += own
    }
    self.parts = parts
    self.layers = layers
    count = position
    parameterCount = parts.reduce(0) { $0 + ($1.isTrained ? $1.count : 0) }
  }

  /// The parts of a layer, in order.
  public func parts(of layer: Int) -> [Part] { parts.filter { $0.layer == layer } }

  /// The part to which a place of the buffer belongs, or nil past the end.
  public func part(containing place: Int) -> Part? { parts.first { $0.range.contains(place) } }

  /// The layer to which a place of the buffer belongs, or nil past the end.
  public func layer(containing place: Int) -> Int? { part(containing: place)?.layer }

  /// The place of the weight from a source (an input, or a unit of the layer before) to a unit of a dense layer.
  public func weight(layer: Int, unit: Int, source: Int) -> Int {
    layers[layer].weights + source * layers[layer].stride + unit
  }

  /// The place of a unit's bias.
  public func bias(layer: Int, unit: Int) -> Int { layers[layer].biases + unit }

  /// Whether a place holds a weight, which l1 may cut.
  func isWeight(_ place: Int) -> Bool {
    part(containing: place).map { $0.isPenalized && $0.indices(of: place) != nil } ?? false
  }

  /// A row's length rounded up to a multiple of ``alignment``, and one step further where rows would lie a multiple of
  /// 4 KiB apart: caches keep only a few such rows at a time.
  public static func padded(_ count: Int) -> Int {
    let stride = (count + alignment - 1) / alignment * alignment
    return stride % 1024 == 0 ? stride + alignment : stride
  }
}

extension ParameterLayout {
  /// A layer's parts by the names that a dense layer has for them.
  public struct Layer: Equatable, Sendable {
    /// What the layer is connected to.
    public let sources: Int
    /// Its units.
    public let units: Int
    /// Whether every unit has a weight from every source and a bias: only then these places mean what they say.
    public let isDense: Bool
    /// The length of one row of weights: units, ``ParameterLayout/padded(_:)``.
    public let stride: Int
    /// Where the weights start: [sources × stride]; where the layer starts if it has none.
    public let weights: Int
    /// Where the biases start: [stride]; likewise.
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
    /// Where the trained parameters end.
    public let trainedEnd: Int
    /// Where the layer ends.
    public let end: Int

    fileprivate init(_ parts: [Part], sources: Int, units: Int, range: Range<Int>) {
      func start(_ name: String) -> Int? { parts.first { $0.name == name }?.start }
      isDense = parts.contains { $0.name == AffineParts.Name.weight && $0.shape == [units, sources] }
      self.sources = sources
      self.units = units
      stride = ParameterLayout.padded(units)
      weights = start(AffineParts.Name.weight) ?? range.lowerBound
      biases = start(AffineParts.Name.bias) ?? range.lowerBound
      slope = start(AffineParts.Name.slope)
      gamma = start(AffineParts.Name.gamma)
      beta = start(AffineParts.Name.beta)
      runningMean = start(AffineParts.Name.runningMean)
      runningVariance = start(AffineParts.Name.runningVariance)
      trainedEnd = parts.last(where: \.isTrained)?.range.upperBound ?? range.lowerBound
      end = range.upperBound
    }
  }
}
