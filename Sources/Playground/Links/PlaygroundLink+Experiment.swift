import Datasets
import NeuralEngine
import Words

/// A batch larger than any training set: the page's way never to update.
private let endlessBatch = 1_000_000

extension PlaygroundLink {
  /// The experiment that runs as the page would run the link, with what had to be changed added to the notes.
  ///
  /// - Parameter newSeed: gives a seed where the link has none; the page draws one at random.
  public func experiment(newSeed: () -> String = randomSeed) -> (experiment: Experiment, notes: [String]) {
    var notes = notes
    var experiment = Experiment(.points(problem == .classification ? dataset : regressionDataset))
    experiment.noise = number(noise, "noise", 0...80, default: 0, &notes)
    experiment.trainRatio = number(percTrainData, "percTrainData", 10...100, default: 50, &notes) / 100
    experiment.seed = seed ?? newSeed()
    if let drawn = experiment.seed, seed == nil {
      notes.append("The link has no seed: \(drawn) was drawn, as the page draws one.")
    }
    experiment.features = features.map(InputFeature.plane)
    if features.isEmpty {
      experiment.features = [.plane(.x1), .plane(.x2)]
      notes.append("The link switches every input off, and a network needs one: x1 and x2 are used.")
    }
    experiment.hidden = hiddenLayers(&notes)
    experiment.activation = [activation]
    experiment.initializer = initZero ? .zero : .uniform
    experiment.batchSize = batch(&notes)
    experiment.remainder = .carry
    experiment.learningRate = number(learningRate, "learningRate", .leastNormalMagnitude...1e9, default: 0.03, &notes)
    experiment.regularization = regularization
    experiment.regularizationRate = number(regularizationRate, "regularizationRate", 0...1e6, default: 0, &notes)
    for name in ["cosX", "cosY"] where inputs.contains(name) {
      notes.append("\(name) is switched on and is no input, on the page either.")
    }
    return (experiment, notes)
  }

  /// A seed as the page draws one: five decimals of a number in [0, 1).
  public static func randomSeed() -> String { fiveDecimals(Double.random(in: 0..<1)) }

  /// The value, or where it is out of range the nearest that is not; what is no number, or none for the key, gives way to the
  /// default.
  private func number(
    _ value: Double, _ key: String, _ range: ClosedRange<Double>, default standard: Double, _ notes: inout [String]
  ) -> Double {
    guard !value.isNaN else {
      notes.append("\(key) is not a number: \(shortest(standard)) is used.")
      return standard
    }
    let used = value <= 0 && range.lowerBound > 0 ? standard : min(max(value, range.lowerBound), range.upperBound)
    if used != value {
      let fault = value < 0 ? "is negative" : "is out of range here"
      notes.append("\(key) \(JavaScriptNumber.write(value)) \(fault): \(shortest(used)) is used.")
    }
    return used
  }

  /// The page adds up gradients until the count of samples divides by the batch size: −10 is as good as 10, and 0, 2.5
  /// or what is no number have their own consequences.
  private func batch(_ notes: inout [String]) -> Int {
    guard batchSize.isFinite, batchSize != 0 else {
      notes.append("batchSize \(JavaScriptNumber.write(batchSize)) never updates the weights, as on the page.")
      return endlessBatch
    }
    let size = abs(batchSize)
    // The least whole multiple is where a fraction first divides the count.
    guard size < Double(endlessBatch), let multiple = (1...64).first(where: { (size * Double($0)).isWhole }) else {
      notes.append("batchSize \(JavaScriptNumber.write(batchSize)) never updates the weights, as on the page.")
      return endlessBatch
    }
    let whole = max(1, Int(size * Double(multiple)))
    if Double(whole) != batchSize {
      notes.append("batchSize \(JavaScriptNumber.write(batchSize)) works as \(whole), as on the page.")
    }
    return min(whole, endlessBatch)
  }

  private func hiddenLayers(_ notes: inout [String]) -> [HiddenLayer] {
    var layers: [HiddenLayer] = []
    for units in networkShape {
      let whole = units.rounded(.up)
      guard whole >= 1, whole <= Double(largestWidth) else {
        notes.append(
          "networkShape has a layer of \(JavaScriptNumber.write(units)) units: it is left out.")
        continue
      }
      layers.append(.dense(Int(whole)))
    }
    if layers.count > largestDepth {
      notes.append("networkShape has \(layers.count) layers: the first \(largestDepth) are used.")
      layers.removeLast(layers.count - largestDepth)
    }
    return layers
  }
}

extension Double {
  fileprivate var isWhole: Bool { self == rounded() }
}
