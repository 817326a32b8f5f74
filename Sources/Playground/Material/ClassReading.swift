import NeuralEngine

extension ResolvedExperiment {
  /// The class that a network's outputs stand for; nil for regression.
  ///
  /// One output: the second class from the middle on (0, or ½ where targets are 0 and 1). Several: the largest, the
  /// first of equals.
  public func predictedClass(_ outputs: [Float]) -> Int? {
    guard problem.classCount != nil else { return nil }
    guard outputs.count == 1 else {
      return outputs.indices.reduce(0) { outputs[$1] > outputs[$0] ? $1 : $0 }
    }
    let middle: Float = TargetCode(self) == .unsigned ? 0.5 : 0
    return outputs[0] >= middle ? 1 : 0
  }
}
