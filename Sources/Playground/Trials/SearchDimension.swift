import Glibc
import Words

/// One thing that differs between the experiments of a search, and what it may be.
public struct SearchDimension: Equatable, Sendable {
  /// What differs.
  public let axis: SearchAxis
  /// What it may be.
  public let choices: Choices

  /// What something may be.
  public enum Choices: Equatable, Sendable {
    /// One of these.
    case listed([Setting])
    /// A number between two others.
    case range(NumberRange)
  }

  /// A dimension.
  public init(_ axis: SearchAxis, _ choices: Choices) {
    self.axis = axis
    self.choices = choices
  }

  /// What is tried where every combination is.
  public var values: [Setting] {
    switch choices {
    case .listed(let settings): settings
    case .range(let range): range.stops.map { .word(shortest($0)) }
    }
  }

  /// The value at a place between 0 and 1: of a range any number in it, of a list an entry.
  func value(at share: Double) -> Setting {
    switch choices {
    case .listed(let settings): settings[min(settings.count - 1, Int(share * Double(settings.count)))]
    case .range(let range): .word(shortest(range.value(at: share)))
    }
  }

  /// The place of a value between 0 and 1; of a listed one the middle of its part. Nil for none of these.
  func share(of setting: Setting) -> Double? {
    switch choices {
    case .listed(let settings):
      settings.firstIndex(of: setting).map { (Double($0) + 0.5) / Double(settings.count) }
    case .range(let range): decimal(setting.description).map(range.share)
    }
  }
}

/// Numbers from one to another, evenly spread or, on a logarithmic scale, each the same multiple of the one before.
public struct NumberRange: Equatable, Sendable {
  /// The least number.
  public let low: Double
  /// The largest.
  public let high: Double
  /// Whether equal factors, not equal differences, are equal steps.
  public let isLogarithmic: Bool
  /// Whether only whole numbers count.
  public let isWhole: Bool
  /// How many numbers are tried where every combination is.
  public let steps: Int

  /// More steps than a screen has columns.
  static let mostSteps = 1000
  private static let usualSteps = 10

  /// A range; `low` is below `high`, and above 0 where it is logarithmic.
  ///
  /// - Parameter steps: unless said, every whole number where these are few, else ten.
  public init(_ low: Double, _ high: Double, isLogarithmic: Bool = false, isWhole: Bool = false, steps: Int? = nil) {
    (self.low, self.high) = (low, high)
    (self.isLogarithmic, self.isWhole) = (isLogarithmic, isWhole)
    let all = isWhole && !isLogarithmic && high - low < 100 ? Int(high - low) + 1 : Self.usualSteps
    self.steps = min(max(steps ?? all, 1), Self.mostSteps)
  }

  /// The number at a share of the way.
  func value(at share: Double) -> Double {
    let share = min(max(share, 0), 1)
    let exact = isLogarithmic ? exp(log(low) + share * (log(high) - log(low))) : low + share * (high - low)
    let value = share == 0 ? low : share == 1 ? high : rounded(exact, toDigits: digits)
    return min(high, max(low, isWhole ? value.rounded() : value))
  }

  /// Four figures are as many as anybody chooses by; a range whose ends agree in some has so many more.
  private var digits: Int {
    let spread = (high - low) / max(abs(low), abs(high))
    return min(15, 4 + max(0, Int(-log10(spread))))
  }

  /// Where a number lies between the ends.
  func share(_ value: Double) -> Double {
    let share =
      isLogarithmic ? (log(value) - log(low)) / (log(high) - log(low)) : (value - low) / (high - low)
    return share.isFinite ? min(max(share, 0), 1) : 0
  }

  /// The numbers that are tried where every combination is; each once.
  public var stops: [Double] {
    guard steps > 1 else { return [low] }
    let all = (0..<steps).map { value(at: Double($0) / Double(steps - 1)) }
    return all.enumerated().filter { $0 == 0 || all[$0 - 1] != $1 }.map(\.element)
  }
}
