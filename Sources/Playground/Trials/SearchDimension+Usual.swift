import NeuralEngine

extension SearchDimension {
  /// How many values there are across a map, unless its axis has fewer.
  private static let usualSteps = 22

  /// What can differ in a map of trainings of an experiment, each over the values that tell most.
  public static func usual(for experiment: Experiment) -> [SearchDimension] {
    let resolved = experiment.resolved()
    let axes: [SearchAxis] =
      [.key(.learningRate), .width, .depth] + ExperimentKey.all.filter { $0 != .learningRate }.map { .key($0) }
    return axes.compactMap { axis in
      if case .key(let key) = axis, !key.concerns(resolved.dataset) { return nil }
      return usualChoices(of: axis).map { SearchDimension(axis, $0) }
    }
  }

  private static func usualChoices(of axis: SearchAxis) -> Choices? {
    switch axis {
    case .width: .range(NumberRange(1, 12, isWhole: true))
    case .depth: .range(NumberRange(1, 8, isWhole: true))
    case .key(let key): usualRange(of: key).map(Choices.range) ?? usualList(of: key)
    }
  }

  private static func usualRange(of key: ExperimentKey) -> NumberRange? {
    func logarithmic(_ low: Double, _ high: Double, isWhole: Bool = false) -> NumberRange {
      NumberRange(low, high, isLogarithmic: true, isWhole: isWhole, steps: usualSteps)
    }
    return switch key {
    case .learningRate: logarithmic(0.003, 3)
    case .batchSize: logarithmic(1, 100, isWhole: true)
    case .samples: logarithmic(20, 1000, isWhole: true)
    case .epochs: logarithmic(1, 1000, isWhole: true)
    case .noise: NumberRange(0, 50, steps: 11)
    case .trainRatio: NumberRange(0.1, 0.9, steps: 9)
    case .regularizationRate, .weightDecay: logarithmic(0.0001, 1)
    case .dropout, .labelSmoothing, .averaging: NumberRange(0, 0.9, steps: 10)
    case .leakySlope: NumberRange(0, 1, steps: 11)
    case _: nil
    }
  }

  private static func usualList(of key: ExperimentKey) -> Choices? {
    switch key {
    case .seed: .listed((1...12).map { .word("\($0)") })
    case .activation: .listed(key.names.map(Setting.word))
    case .optimizer, .initializer, .regularization, .schedule, .shuffle, .batchNorm, .remainder, .normalize:
      .listed(key.names.map(Setting.word))
    case _: nil
    }
  }

  /// The same with half as much to either side of a value, as fine as before; nil where nothing lies between two values.
  public func closer(to setting: Setting) -> SearchDimension? {
    guard case .range(let range) = choices, let share = share(of: setting), let closer = range.closer(to: share) else {
      return nil
    }
    return SearchDimension(axis, .range(closer))
  }
}

extension NumberRange {
  /// Half the range around a share of it, within it.
  fileprivate func closer(to share: Double) -> NumberRange? {
    let start = min(max(share - 0.25, 0), 0.5)
    let (low, high) = (value(at: start), value(at: start + 0.5))
    guard low < high, !isWhole || high - low >= 2 else { return nil }
    return NumberRange(low, high, isLogarithmic: isLogarithmic, isWhole: isWhole, steps: isWhole ? nil : steps)
  }
}
