import Words

extension Divergence {
  /// What happened, in one line: "diverged at epoch 37 in layer 2: learning rate 3 is too high".
  public func headline(layers: Int) -> String {
    let place =
      switch symptom {
      case .parameter(let place, _, _): " in \(place.layerName(layers: layers))"
      case .lossNotANumber, .loss: ""
      }
    return "diverged at epoch \(epoch)\(place): \(reason)"
  }

  /// What was noticed, as a sentence.
  public var symptomSentence: String {
    switch symptom {
    case .parameter(let place, _, let after):
      let what =
        switch place.kind {
        case .weight: "A weight"
        case .bias: "A bias"
        case .slope: "A slope"
        case .normalization: "A normalisation"
        }
      return after.isInfinite
        ? "\(what) became larger than a number can be (infinity), and the loss is no longer a number."
        : "\(what) is no longer a number: it came of infinity less infinity, or infinity times zero."
    case .lossNotANumber: return "The loss is no longer a number, though every weight still is one."
    case .loss(let value, let first):
      return "The loss grew to \(Self.figure(value)), more than a thousand times the fresh network's "
        + "\(Self.figure(first))."
    }
  }

  /// Why, as a sentence or two.
  public var causeSentence: String {
    let jumped = "Each step jumped over the valley and landed higher up on the other side."
    return switch cause {
    case .rateRaised(let from, let to, let since):
      "Since epoch \(since) the rate is \(shortest(to)): it was \(shortest(from)). \(jumped)"
    case .penaltyTooStrong(let learningRate, let rate):
      "Learning rate \(shortest(learningRate)) times regularisation rate \(shortest(rate)) is 1 or more: the penalty "
        + "alone throws every weight past zero."
    case .inputsTooLarge(let largest):
      "The inputs reach \(Self.figure(Double(largest))) and each gradient grows with them: set normalize to standard, "
        + "or lower the rate."
    case .changed(let change):
      "Since epoch \(change.epoch) \(change.key) is \(change.to): it was \(change.from)."
    case .rateTooHigh(let rate):
      "The learning rate \(shortest(rate)) is too high for this network. \(jumped)"
    }
  }

  /// The cause in a few words.
  private var reason: String {
    switch cause {
    case .rateRaised(_, let to, _): "learning rate \(shortest(to)) is too high"
    case .penaltyTooStrong(_, let rate): "regularisation rate \(shortest(rate)) is too high"
    case .inputsTooLarge(let largest): "inputs as large as \(Self.figure(Double(largest))) need normalising"
    case .changed(let change): "\(change.key) \(change.to) is too much"
    case .rateTooHigh(let rate): "learning rate \(shortest(rate)) is too high"
    }
  }

  /// Three digits are enough for a sentence.
  private static func figure(_ value: Double) -> String { shortest(rounded(value, toDigits: 3)) }
}

extension ParameterPlace {
  /// "layer 2", or "the output layer" for the last of `layers`.
  public func layerName(layers: Int) -> String { layer == layers - 1 ? "the output layer" : "layer \(layer + 1)" }
}
