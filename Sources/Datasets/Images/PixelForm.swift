/// How a network is shown pictures: as they are, at another size, without colour, upright, stretched.
///
/// Written as features: `pixels`, `pixels:20x20`, `gray`, `gray:20x20`, `deskewed`, `stretched`, or several of them.
public struct PixelForm: Hashable, Sendable {
  /// The size to bring them to, averaging over areas; nil is their own.
  public var size: Size?
  /// Whether red, green and blue become one brightness.
  public var isGray: Bool
  /// Whether ink that leans is set upright.
  public var isDeskewed: Bool
  /// Whether ink is stretched to the same size.
  public var isStretched: Bool

  /// A size in pixels.
  public struct Size: Hashable, Sendable {
    /// Pixels across.
    public var width: Int
    /// Pixels down.
    public var height: Int

    /// A size in pixels.
    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// The longest side that can be asked for.
  public static let largestSide = 64

  /// Pictures as they are, unless said otherwise.
  public init(size: Size? = nil, isGray: Bool = false, isDeskewed: Bool = false, isStretched: Bool = false) {
    self.size = size
    self.isGray = isGray
    self.isDeskewed = isDeskewed
    self.isStretched = isStretched
  }

  /// Reads the features of an experiment on pictures; none means pixels as they are.
  ///
  /// - Throws: `DatasetError.imageFeature` for a word that is none of them, `.pixelSize` for a size that is none.
  public init(features: [String]) throws(DatasetError) {
    self.init()
    for feature in features {
      let parts = feature.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      switch (parts[0], parts.count) {
      case ("pixels", 1): continue
      case ("pixels", _): size = try Self.size(parts[1], in: feature)
      case ("gray", 1), ("grey", 1): isGray = true
      case ("gray", _), ("grey", _):
        isGray = true
        size = try Self.size(parts[1], in: feature)
      case ("deskewed", 1): isDeskewed = true
      case ("stretched", 1): isStretched = true
      default: throw .imageFeature(feature)
      }
    }
  }

  /// The form as features.
  public var features: [String] {
    let pixels = size.map { "pixels:\($0.width)x\($0.height)" }
    let features = [pixels, isGray ? "gray" : nil, isDeskewed ? "deskewed" : nil, isStretched ? "stretched" : nil]
      .compactMap(\.self)
    return features.isEmpty ? ["pixels"] : features
  }

  private static func size(_ text: Substring, in feature: String) throws(DatasetError) -> Size {
    let sides = text.split(separator: "x", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard sides.count == 2, sides.allSatisfy({ (1...largestSide).contains($0) }) else { throw .pixelSize(feature) }
    return Size(width: sides[0], height: sides[1])
  }
}

extension ImageSet {
  /// The same pictures in another form: first without colour, then upright and stretched, then at the other size.
  public func shown(as form: PixelForm) -> ImageSet {
    let gray = form.isGray ? withoutColour() : self
    let framed =
      form.isDeskewed || form.isStretched
      ? gray.framed(upright: form.isDeskewed, stretched: form.isStretched) : gray
    return form.size.map { framed.resampled(width: $0.width, height: $0.height) } ?? framed
  }
}
