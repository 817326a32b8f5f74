import Playground
import Words

/// What is measured at the end of each of several runs.
enum SeriesMeasure: String, CaseIterable {
  case epochs, trainLoss, validationLoss, testLoss, trainAccuracy, validationAccuracy, testAccuracy
  case trainRSquared, validationRSquared, testRSquared

  /// Its value; nil where a run has none.
  func value(_ run: Run) -> Double? {
    let value: Double? =
      switch self {
      case .epochs: Double(run.epoch)
      case .trainLoss: run.train?.loss
      case .validationLoss: run.validation?.loss
      case .testLoss: run.test?.loss
      case .trainAccuracy: run.train?.accuracy
      case .validationAccuracy: run.validation?.accuracy
      case .testAccuracy: run.test?.accuracy
      case .trainRSquared: run.train?.rSquared
      case .validationRSquared: run.validation?.rSquared
      case .testRSquared: run.test?.rSquared
      }
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  /// The heading of its column.
  var title: String {
    switch self {
    case .epochs: "epochs"
    case .trainLoss: "train loss"
    case .validationLoss: "validation"
    case .testLoss: "test loss"
    case .trainAccuracy: "train"
    case .validationAccuracy: "valid."
    case .testAccuracy: "test"
    case .trainRSquared: "train R²"
    case .validationRSquared: "valid. R²"
    case .testRSquared: "test R²"
    }
  }

  /// A value, a mean or a deviation as the table has it.
  func text(_ value: Double?) -> String {
    switch self {
    case .epochs:
      guard let value else { return "-" }
      return Int(exactly: value).map(grouped) ?? Figures.fixed(value, decimals: 1)
    case .trainLoss, .validationLoss, .testLoss: return Figures.loss(value)
    case .trainAccuracy, .validationAccuracy, .testAccuracy: return Figures.percent(value, decimals: 2)
    case .trainRSquared, .validationRSquared, .testRSquared:
      return value.map { Figures.fixed($0, decimals: 4) } ?? "-"
    }
  }
}

/// Mean and spread of several values.
struct Spread {
  let mean: Double
  /// The standard deviation of a sample, √(Σ (x − mean)² ∕ (n − 1)); nil for one value.
  let deviation: Double?
  let range: ClosedRange<Double>

  /// Nil of no value.
  init?(_ values: [Double]) {
    guard let low = values.min(), let high = values.max() else { return nil }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    deviation = count > 1 ? (squares / (count - 1)).squareRoot() : nil
    range = low...high
  }

  /// The values on a line from the lowest to the highest, `columns` long: how many lie at each place, nine at most.
  func strip(_ values: [Double], columns: Int) -> String {
    var counts = [Int](repeating: 0, count: columns)
    let width = range.upperBound - range.lowerBound
    for value in values {
      counts[width > 0 ? Int(((value - range.lowerBound) / width * Double(columns - 1)).rounded()) : 0] += 1
    }
    return counts.map { $0 == 0 ? "." : "\(min(9, $0))" }.joined()
  }
}
