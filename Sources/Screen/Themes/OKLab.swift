import Glibc

/// A colour in OKLab, where equal steps look equal: lightness `l`, green to red `a`, blue to yellow `b`.
///
/// Source: Björn Ottosson, "A perceptual color space for image processing" (2020).
struct OKLab: Hashable, Sendable {
  var l: Double
  var a: Double
  var b: Double

  init(l: Double, a: Double, b: Double) {
    self.l = l
    self.a = a
    self.b = b
  }

  /// The colour of 8-bit sRGB components.
  init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    func linear(_ component: UInt8) -> Double {
      let value = Double(component) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let (r, g, b) = (linear(red), linear(green), linear(blue))
    let long = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let medium = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let short = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    self.init(
      l: 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
      a: 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
      b: 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short)
  }

  /// The colour in 8-bit sRGB, clipped to what a screen can show.
  var color: Color {
    func cubed(_ value: Double) -> Double { value * value * value }
    let long = cubed(l + 0.3963377774 * a + 0.2158037573 * b)
    let medium = cubed(l - 0.1055613458 * a - 0.0638541728 * b)
    let short = cubed(l - 0.0894841775 * a - 1.2914855480 * b)
    func component(_ linear: Double) -> UInt8 {
      let value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055
      return UInt8(min(255, max(0, (value * 255).rounded())))
    }
    return .rgb(
      component(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
      component(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
      component(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short))
  }

  /// The colour a share `lightness` of the way to `other` in lightness, and `chroma` of the way in hue and strength.
  func mixed(with other: OKLab, lightness: Double, chroma: Double) -> OKLab {
    OKLab(l: l + (other.l - l) * lightness, a: a + (other.a - a) * chroma, b: b + (other.b - b) * chroma)
  }

  /// How different two colours look: the distance in OKLab, squared.
  func squaredDistance(to other: OKLab) -> Double {
    let (dl, da, db) = (l - other.l, a - other.a, b - other.b)
    return dl * dl + da * da + db * db
  }
}

extension OKLab {
  /// The colour in OKLab; `nil` for the terminal's own.
  init?(_ color: Color) {
    guard let (red, green, blue) = color.components else { return nil }
    self.init(red, green, blue)
  }

  /// A ramp from `negative` through `neutral` to `positive` in `2 · steps + 1` levels.
  ///
  /// Lightness goes evenly; chroma as t^0.8, so that a weak value already shows its sign.
  static func ramp(negative: OKLab, neutral: OKLab, positive: OKLab, steps: Int) -> [Color] {
    (-steps...steps).map { step in
      let share = Double(abs(step)) / Double(steps)
      return neutral.mixed(with: step < 0 ? negative : positive, lightness: share, chroma: pow(share, 0.8)).color
    }
  }
}
