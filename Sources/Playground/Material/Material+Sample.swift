import NeuralEngine

extension Material {
  /// One sample as the network takes it: those for training come first, then those for validation, then those for the
  /// test; nil past the last.
  public func sample(_ index: Int) -> Samples? {
    var index = index
    for part in [train, validation, test].compactMap({ $0 }) {
      if index < part.count { return part[index..<index + 1] }
      index -= part.count
    }
    return nil
  }

  /// How many samples there are in all.
  public var sampleCount: Int { train.count + (validation?.count ?? 0) + (test?.count ?? 0) }
}

extension Samples {
  /// The samples with targets as training takes them: of K classes each is (1 − share) t + share ∕ K.
  public func smoothed(by share: Double) -> Samples {
    guard share > 0, case .classes(let classes) = targets else { return self }
    let rest = Float(share) / Float(outputCount)
    let values = classes.flatMap { label in
      (0..<outputCount).map { $0 == Int(label) ? 1 - Float(share) + rest : rest }
    }
    let smooth = try? Samples(
      inputs: inputs, targets: .values(values), inputCount: inputCount, outputCount: outputCount, task: task)
    return smooth ?? self
  }
}
