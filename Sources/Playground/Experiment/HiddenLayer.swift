import NeuralEngine

/// A hidden layer as an experiment says it: `128` units, `conv5x16` (size × maps), `conv5x32valid`, `pool2`.
public enum HiddenLayer: Hashable, Sendable {
  /// So many units, each connected to everything before it.
  case dense(Int)
  /// So many maps, each with a kernel of `size` × `size`.
  case convolution(size: Int, maps: Int, padding: Padding)
  /// The largest of every `size` × `size` numbers.
  case pool(size: Int)

  private static let convolutionWord = "conv"
  private static let poolWord = "pool"

  /// The layer that a word names; nil for none.
  init?(_ word: String) {
    if let units = Int(word) {
      self = .dense(units)
    } else if word.hasPrefix(Self.poolWord), let size = Int(word.dropFirst(Self.poolWord.count)) {
      self = .pool(size: size)
    } else if word.hasPrefix(Self.convolutionWord) {
      var rest = word.dropFirst(Self.convolutionWord.count)
      let padding: Padding = rest.hasSuffix(Padding.valid.rawValue) ? .valid : .same
      if padding == .valid { rest = rest.dropLast(Padding.valid.rawValue.count) }
      let numbers = rest.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let size = numbers[0], let maps = numbers[1] else { return nil }
      self = .convolution(size: size, maps: maps, padding: padding)
    } else {
      return nil
    }
  }

  /// Units, or maps: what more and fewer mean; nil for a pool, which has as many as come in.
  public var breadth: Int? {
    get {
      switch self {
      case .dense(let units): units
      case .convolution(_, let maps, _): maps
      case .pool: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .dense: self = .dense(newValue)
      case .convolution(let size, _, let padding): self = .convolution(size: size, maps: newValue, padding: padding)
      case .pool: break
      }
    }
  }

  /// Units of a dense layer; nil for the kinds that look at pictures.
  public var units: Int? {
    if case .dense(let units) = self { units } else { nil }
  }

  /// Whether an activation belongs to it: to all but pools.
  public var hasActivation: Bool { breadth != nil }

  /// The layer as the engine knows it.
  func layer(_ activation: Activation, normalized: Bool) -> Layer {
    switch self {
    case .dense(let units): .dense(units: units, activation: activation, normalized: normalized)
    case .convolution(let size, let maps, let padding):
      .convolution(maps: maps, size: size, padding: padding, activation: activation, normalized: normalized)
    case .pool(let size): .maximumPool(size: size)
    }
  }
}

extension HiddenLayer: ExpressibleByIntegerLiteral {
  /// A dense layer of so many units.
  public init(integerLiteral units: Int) { self = .dense(units) }
}

extension HiddenLayer: CustomStringConvertible {
  /// The word for it: `128`, `conv5x16`, `conv5x32valid`, `pool2`.
  public var description: String { layer(.linear, normalized: false).description }
}
