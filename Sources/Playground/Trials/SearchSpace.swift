import Words

/// Experiments that differ in some things and are alike in all others.
public struct SearchSpace: Equatable, Sendable {
  /// What they have in common.
  public let base: Experiment
  /// What differs; of the combinations the last one goes round fastest.
  public let dimensions: [SearchDimension]

  /// Experiments around one.
  public init(_ base: Experiment, _ dimensions: [SearchDimension]) {
    self.base = base
    self.dimensions = dimensions
  }

  /// The most combinations that are all tried.
  public static let mostCombinations = 100_000

  /// How many combinations there are; infinite where they cannot be counted.
  public var combinations: Double { dimensions.reduce(1) { $0 * Double($1.values.count) } }

  /// How many combinations there are, in words: `10,560`, `3e+16`.
  public var combinationsInWords: String {
    combinations < 0x1p53 ? grouped(Int(combinations)) : "\(rounded(combinations, toDigits: 2))"
  }

  /// The settings of a combination, in the order of the dimensions.
  ///
  /// - Parameter number: counted from 0, below `combinations`.
  public func settings(ofCombination number: Int) -> [Setting] {
    var (rest, settings) = (number, [Setting]())
    for dimension in dimensions.reversed() {
      let values = dimension.values
      settings.append(values[rest % values.count])
      rest /= values.count
    }
    return settings.reversed()
  }

  /// The experiment with these settings, as a trial.
  ///
  /// Settings that do not go with each other are found out when it is trained.
  public func trial(_ number: Int, rung: Int = 0, _ settings: [Setting], epochs: Int? = nil) -> Trial {
    var experiment = base
    let pairs = zip(dimensions.map(\.axis), settings).sorted { $0.0 < $1.0 }
    // Each was set once before, when the space was read.
    for (axis, setting) in pairs { try? axis.set(setting, in: &experiment) }
    return Trial(number: number, rung: rung, settings: settings, experiment, epochs: epochs)
  }
}
