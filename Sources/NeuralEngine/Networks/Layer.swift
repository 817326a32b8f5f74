/// One layer of a network, as it is asked for.
public enum Layer: Hashable, Sendable {
  /// Every unit is connected to everything before it: a = f(W x + b), z normalised over the mini-batch if so asked.
  case dense(units: Int, activation: Activation, normalized: Bool = false)
  /// Every map sums the same square window at each place: a = f(W ∗ x + b).
  case convolution(maps: Int, size: Int, padding: Padding, activation: Activation, normalized: Bool = false)
  /// The largest number of each square of `size` × `size`.
  case maximumPool(size: Int)
  /// A kind of layer that the engine does not bring along.
  case custom(CustomLayer)

  /// What the layer is and does.
  var kind: any LayerKind {
    switch self {
    case .dense(let units, let activation, let normalized):
      DenseKind(units: units, activation: activation, isNormalized: normalized)
    case .convolution(let maps, let size, let padding, let activation, let normalized):
      ConvolutionKind(maps: maps, size: size, padding: padding, activation: activation, isNormalized: normalized)
    case .maximumPool(let size): MaximumPoolKind(size: size)
    case .custom(let layer): layer.kind
    }
  }
}

extension Layer: CustomStringConvertible {
  /// In a word: `128`, `conv5x16` (size × maps), `conv5x16valid`, `pool2`.
  public var description: String {
    switch self {
    case .dense(let units, _, _): "\(units)"
    case .convolution(let maps, let size, let padding, _, _):
      "conv\(size)x\(maps)" + (padding == .valid ? padding.rawValue : "")
    case .maximumPool(let size): "pool\(size)"
    case .custom(let layer): "\(type(of: layer.kind))"
    }
  }
}

/// A layer of a kind that a program using the engine has made itself.
///
/// It is trained, evaluated and differentiated like the others; only `Codable` cannot write it down, as no reader would
/// know it.
public struct CustomLayer: Hashable, Sendable {
  /// What the layer is and does.
  let kind: any LayerKind

  /// A layer of that kind.
  public init(_ kind: some LayerKind) { self.kind = kind }

  /// Whether they are of one kind and say the same.
  public static func == (one: CustomLayer, other: CustomLayer) -> Bool {
    AnyHashable(one.kind) == AnyHashable(other.kind)
  }

  /// Mixes in the kind, with its type.
  public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(kind)) }
}

extension Layer: Codable {
  private enum Key: String, CodingKey { case dense, convolution, maximumPool }

  private struct Dense: Codable {
    var units: Int
    var activation: Activation
    var normalized: Bool
  }

  private struct Convolution: Codable {
    var maps: Int
    var size: Int
    var padding: Padding
    var activation: Activation
    var normalized: Bool
  }

  private struct MaximumPool: Codable { var size: Int }

  /// Reads a layer of one of the engine's own kinds.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let layer = try container.decodeIfPresent(Convolution.self, forKey: .convolution) {
      self = .convolution(
        maps: layer.maps, size: layer.size, padding: layer.padding, activation: layer.activation,
        normalized: layer.normalized)
    } else if let layer = try container.decodeIfPresent(MaximumPool.self, forKey: .maximumPool) {
      self = .maximumPool(size: layer.size)
    } else {
      let layer = try container.decode(Dense.self, forKey: .dense)
      self = .dense(units: layer.units, activation: layer.activation, normalized: layer.normalized)
    }
  }

  /// Writes a layer of one of the engine's own kinds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .dense(let units, let activation, let normalized):
      try container.encode(Dense(units: units, activation: activation, normalized: normalized), forKey: .dense)
    case .convolution(let maps, let size, let padding, let activation, let normalized):
      try container.encode(
        Convolution(maps: maps, size: size, padding: padding, activation: activation, normalized: normalized),
        forKey: .convolution)
    case .maximumPool(let size):
      try container.encode(MaximumPool(size: size), forKey: .maximumPool)
    case .custom:
      throw EncodingError.invalidValue(
        self, EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "a layer of a program's own"))
    }
  }
}
