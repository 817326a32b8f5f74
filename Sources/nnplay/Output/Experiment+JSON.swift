import Playground

extension Experiment {
  /// The keys that were said, as a JSON object in the order of the table of keys.
  var json: JSON {
    .object(
      ExperimentKey.all.compactMap { key in
        key.setting(in: self).map { (key.name, $0.json(isText: key.isText)) }
      })
  }

  /// The experiment with every default written out, so that it says all that decides the run.
  func completed(by resolved: ResolvedExperiment) -> Experiment {
    var whole = self
    whole.dataset = resolved.dataset
    switch resolved.dataset {
    case .points(let generator) where !generator.isTruthTable:
      whole.samples = resolved.samples
      whole.noise = resolved.noise
      whole.trainRatio = resolved.trainRatio
    case .table: whole.trainRatio = resolved.trainRatio
    case .points, .images: break
    }
    whole.seed = resolved.seed
    // A table's columns are taken as they are, and have no names here.
    if !resolved.features.isEmpty { whole.features = resolved.features }
    whole.normalize = resolved.normalize
    whole.hidden = resolved.hidden
    if !resolved.activations.isEmpty { whole.activation = activation ?? [resolved.activations[0]] }
    whole.output = resolved.output
    whole.loss = resolved.loss
    whole.optimizer = resolved.optimizer
    whole.learningRate = resolved.learningRate
    whole.schedule = resolved.schedule
    whole.epochs = resolved.epochs
    whole.batchSize = resolved.batchSize
    whole.shuffle = resolved.shuffle
    whole.remainder = resolved.remainder
    whole.regularization = resolved.regularization
    whole.regularizationRate = resolved.regularizationRate
    whole.dropout = resolved.dropout
    whole.batchNorm = resolved.batchNorm
    whole.initializer = resolved.initializer
    return whole
  }
}

extension Setting {
  fileprivate func json(isText: Bool) -> JSON {
    switch self {
    case .word(let word): isText ? .text(word) : Self.json(of: word)
    case .list(let words): .list(words.map(Self.json))
    }
  }

  /// A word as the value it stands for.
  private static func json(of word: String) -> JSON {
    if let whole = Int(word) { return .whole(whole) }
    if let flag = Bool(word) { return .flag(flag) }
    if let number = Double(word), number.isFinite { return .number(number) }
    return .text(word)
  }
}
