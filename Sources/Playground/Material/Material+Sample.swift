import NeuralEngine

extension Material {
  /// One sample as the network takes it: those for training come first, then those for the test; nil past the last.
  public func sample(_ index: Int) -> Samples? {
    if index < train.count { return train.single(index) }
    return test?.single(index - train.count)
  }

  /// How many samples there are in all.
  public var sampleCount: Int { train.count + (test?.count ?? 0) }
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

  /// A set of one sample of this set; nil where it has no such sample.
  fileprivate func single(_ index: Int) -> Samples? {
    guard (0..<count).contains(index) else { return nil }
    let row = (0..<inputCount).map { inputs[index * inputCount + $0] }
    let own: Targets =
      switch targets {
      case .values(let values): .values((0..<outputCount).map { values[index * outputCount + $0] })
      case .classes(let classes): .classes([classes[index]])
      }
    return try? Samples(
      inputs: .floats(row), targets: own, inputCount: inputCount, outputCount: outputCount, task: task)
  }
}
