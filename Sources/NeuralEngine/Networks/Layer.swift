/// One layer of a network, as it is asked for.
public enum Layer: Hashable, Sendable {
  /// Every unit is connected to everything before it: a = f(W x + b), z normalised over the mini-batch if so asked.
  case dense(units: Int, activation: Activation, normalized: Bool = false)
  /// A kind of layer that the engine does not bring along.
  case custom(CustomLayer)

  /// What the layer is and does.
  var kind: any LayerKind {
    switch self {
    case .dense(let units, let activation, let normalized):
      DenseKind(units: units, activation: activation, isNormalized: normalized)
    case .custom(let layer): layer.kind
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

  public static func == (one: CustomLayer, other: CustomLayer) -> Bool {
    AnyHashable(one.kind) == AnyHashable(other.kind)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(kind)) }
}

extension Layer: Codable {
  private enum Key: String, CodingKey { case dense }

  private struct Dense: Codable {
    var units: Int
    var activation: Activation
    var normalized: Bool
  }

  /// Reads a layer of one of the engine's own kinds.
  public init(from decoder: any Decoder) throws {
    let dense = try decoder.container(keyedBy: Key.self).decode(Dense.self, forKey: .dense)
    self = .dense(units: dense.units, activation: dense.activation, normalized: dense.normalized)
  }

  /// Writes a layer of one of the engine's own kinds.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .dense(let units, let activation, let normalized):
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(Dense(units: units, activation: activation, normalized: normalized), forKey: .dense)
    case .custom:
      throw EncodingError.invalidValue(
        self, EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "a layer of a program's own"))
    }
  }
}
