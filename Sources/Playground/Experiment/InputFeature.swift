import Datasets

/// One entry of the key `features`: what the network is shown of a sample.
public enum InputFeature: Hashable, Sendable {
  /// A function of a point's coordinates.
  case plane(Feature)
  /// A picture's pixels as they are, 0…1.
  case pixels
  /// A picture's pixels averaged down (or up) to another size.
  case resampled(width: Int, height: Int)
  /// A colour picture's brightness instead of its three channels.
  case gray
  /// A picture whose leaning ink is set upright.
  case deskewed
  /// A picture whose ink is stretched to the same size as all others'.
  case stretched

  /// Reads `x1^2`, `pixels`, `pixels:20x20`, `gray`, `deskewed` or `stretched`; nil for anything else.
  public init?(_ text: String) {
    if let feature = Feature(rawValue: text) {
      self = .plane(feature)
    } else if let form = try? PixelForm(features: [text]) {
      self =
        form.isGray
        ? .gray
        : form.isDeskewed
          ? .deskewed
          : form.isStretched ? .stretched : form.size.map { .resampled(width: $0.width, height: $0.height) } ?? .pixels
    } else {
      return nil
    }
  }

  /// The function of the coordinates; nil for what belongs to pictures.
  public var plane: Feature? {
    switch self {
    case .plane(let feature): feature
    case .pixels, .resampled, .gray, .deskewed, .stretched: nil
    }
  }
}

extension InputFeature: CustomStringConvertible {
  /// The name as the key `features` reads it.
  public var description: String {
    switch self {
    case .plane(let feature): feature.rawValue
    case .pixels: "pixels"
    case .resampled(let width, let height): "pixels:\(width)x\(height)"
    case .gray: "gray"
    case .deskewed: "deskewed"
    case .stretched: "stretched"
    }
  }
}
