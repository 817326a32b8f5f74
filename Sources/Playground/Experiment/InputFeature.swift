import Datasets

/// One entry of the key `features`: what the network is shown of a sample.
public enum InputFeature: Hashable, Sendable {
  /// A function of a point's coordinates: one with a name, or a formula.
  case plane(Feature)
  /// A picture's pixels as they are, 0…1.
  case pixels
  /// A picture's pixels averaged down (or up) to another size.
  case resampled(width: Int, height: Int)
  /// A colour picture's brightness instead of its three channels.
  case gray
  /// The same averaged down (or up) to another size.
  case resampledGray(width: Int, height: Int)
  /// A picture whose leaning ink is set upright.
  case deskewed
  /// A picture whose ink is stretched to the same size as all others'.
  case stretched

  /// Reads `x1^2`, `x1 x2^2`, `pixels`, `pixels:20x20`, `gray`, `gray:20x20`, `deskewed` or `stretched`; nil for a word that is none.
  ///
  /// - Throws: `ExperimentError.data` for a formula with a mistake, with its place.
  public init?(_ text: String) throws(ExperimentError) {
    if let form = try? PixelForm(features: [text]) {
      self =
        switch (form.size, form.isGray) {
        case (let size?, true): .resampledGray(width: size.width, height: size.height)
        case (let size?, false): .resampled(width: size.width, height: size.height)
        case (nil, true): .gray
        case (nil, false): form.isDeskewed ? .deskewed : form.isStretched ? .stretched : .pixels
        }
    } else if let feature = Feature(rawValue: text) {
      self = .plane(feature)
    } else {
      // One word that is no name was meant as a name.
      if text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == ":" }) { return nil }
      do throws(DatasetError) {
        self = .plane(try Feature(formula: text))
      } catch {
        throw .data(error)
      }
    }
  }

  /// The function of the coordinates; nil for what belongs to pictures.
  public var plane: Feature? {
    switch self {
    case .plane(let feature): feature
    case .pixels, .resampled, .gray, .resampledGray, .deskewed, .stretched: nil
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
    case .resampledGray(let width, let height): "gray:\(width)x\(height)"
    case .deskewed: "deskewed"
    case .stretched: "stretched"
    }
  }
}
