/// How far predicted numbers are from the right ones, summed up sample by sample.
struct RegressionErrors {
  private var count = 0
  private var squares = 0.0
  /// The mean of each output's targets so far, and the sum of their squared distances from it (Welford 1962).
  private var means: [Double]
  private var spread = 0.0

  init(outputs: Int) {
    means = Array(repeating: 0, count: outputs)
  }

  /// Takes in a sample; one whose targets are not all known is passed over.
  mutating func add(_ outputs: [Float], targets: [Float]) {
    guard targets.count == means.count, outputs.count == means.count, targets.allSatisfy(\.isFinite) else { return }
    count += 1
    for index in means.indices {
      let target = Double(targets[index])
      let error = Double(outputs[index]) - target
      squares += error * error
      let before = target - means[index]
      means[index] += before / Double(count)
      spread += before * (target - means[index])
    }
  }

  /// The mean of (a − t)² over samples and outputs; nil for none.
  var meanSquare: Double? { count > 0 ? squares / Double(count * means.count) : nil }

  /// 1 − Σ (a − t)² ∕ Σ (t − t̄)²; nil where the targets do not vary.
  var rSquared: Double? { spread > 0 ? 1 - squares / spread : nil }
}
