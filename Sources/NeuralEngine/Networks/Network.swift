/// A network as a value: its shape and one flat buffer of parameters.
///
/// Copies, checkpoints and points on a line between two networks are plain arithmetic on ``parameters``.
public struct Network: Sendable, Equatable {
  /// The shape.
  public let architecture: Architecture
  /// Where each parameter stands in ``parameters``.
  public let layout: ParameterLayout
  /// Every parameter: [layout.count]. Padding must stay zero; ``setWeight(_:layer:unit:source:)`` and its like see to
  /// it.
  public var parameters: [Float]

  /// A network of zero weights; slopes are 0.25, gammas and running variances 1.
  public init(_ architecture: Architecture) {
    self.architecture = architecture
    layout = ParameterLayout(architecture)
    parameters = Array(repeating: 0, count: layout.count)
    for part in layout.parts {
      if case .constant(let value) = part.first { fill(part, with: value) }
    }
  }

  /// Draws new weights and sets the biases, in the order layer, unit, source (TensorFlow Playground's): one draw a
  /// weight.
  public mutating func initialize(_ initializer: Initializer, using random: inout some RandomSource) {
    self = Network(architecture)
    for part in layout.parts {
      switch part.first {
      case .constant: break
      case .bias: fill(part, with: initializer.bias)
      case .drawn(let sources, let units):
        let halfWidth = initializer.halfWidth(sources: sources, units: units)
        for place in part.places { parameters[place] = Float((2 * random.uniform() - 1) * halfWidth) }
      }
    }
  }

  private mutating func fill(_ part: Part, with value: Float) {
    for place in part.places { parameters[place] = value }
  }

  /// The number of true parameters, padding and running statistics not counted.
  public var parameterCount: Int { layout.parameterCount }

  /// The weight from a source to a unit of a layer.
  public func weight(layer: Int, unit: Int, source: Int) -> Float {
    parameters[layout.weight(layer: layer, unit: unit, source: source)]
  }

  /// All weights that reach a unit of a layer, source after source.
  public func weights(layer: Int, unit: Int) -> [Float] {
    (0..<architecture.sources(layer)).map { weight(layer: layer, unit: unit, source: $0) }
  }

  /// Sets one weight.
  public mutating func setWeight(_ value: Float, layer: Int, unit: Int, source: Int) {
    parameters[layout.weight(layer: layer, unit: unit, source: source)] = value
  }

  /// The bias of a unit.
  public func bias(layer: Int, unit: Int) -> Float { parameters[layout.bias(layer: layer, unit: unit)] }

  /// Sets one bias.
  public mutating func setBias(_ value: Float, layer: Int, unit: Int) {
    parameters[layout.bias(layer: layer, unit: unit)] = value
  }

  /// The slope of a prelu layer or a leaky relu below 0; the others have none and do not look at it.
  public func slopeBelowZero(layer: Int) -> Double { slope(layer: layer).map(Double.init) ?? architecture.leakySlope }

  /// The learnt slope α of a prelu layer, or nil where there is none.
  public func slope(layer: Int) -> Float? { layout.layers[layer].slope.map { parameters[$0] } }

  /// The first layer that holds a parameter that is not finite, or nil while all is well.
  public var firstBrokenLayer: Int? {
    parameters.firstIndex { !$0.isFinite }.flatMap(layout.layer(containing:))
  }
}

extension Network: CustomStringConvertible {
  /// The shape and its activations: `2-4-2-1 tanh`.
  public var description: String { architecture.description }
}
