import Datasets
import NeuralEngine

extension ExperimentKey {
  /// Every key, in the order in which files list them: the data first, then the network, then the training.
  public static let all: [ExperimentKey] = data + network + training

  private static let data = [
    ExperimentKey("dataset", \.dataset, .dataset, isText: true, "Where the samples come from."),
    ExperimentKey("samples", \.samples, .whole(1...100_000, "a whole number"), "How many samples are made."),
    ExperimentKey(
      "noise", \.noise, .number(0...80, "a number of per cent from 0 to 80"), "How far chance moves points."),
    ExperimentKey(
      "trainRatio", \.trainRatio, .number(0.1...1, "a number from 0.1 to 1"),
      "The share of the samples that is for training; 1 keeps none for the test."),
    ExperimentKey(
      "seed", \.seed, .text("any text that is not blank"), isText: true,
      "The text that all chance comes from; the same seed gives the same run."),
    ExperimentKey("features", \.features, .features, "What the network is shown of a sample."),
    ExperimentKey("normalize", \.normalize, .name, "What is done to the inputs before the network sees them."),
    ExperimentKey(
      "augment", \.augment, .name, "How training pictures are varied, anew in each epoch."),
  ]

  private static let network = [
    ExperimentKey("hidden", \.hidden, .hidden, "The number of units of each hidden layer, in order."),
    ExperimentKey(
      "activation", \.activation, .activations, "The hidden layers' activation, one for all or one for each."),
    ExperimentKey("output", \.output, .name, "The output layer's activation."),
    ExperimentKey("batchNorm", \.batchNorm, .flag, "Whether hidden layers are normalised over the batch."),
    ExperimentKey("initializer", \.initializer, .name, "How the first weights are drawn."),
    ExperimentKey(
      "weights", \.weights, .text("the path of a .safetensors file"), isText: true,
      "A file of weights to start from, in place of drawn ones; a model saved here under the same network and optimizer "
        + "goes on where it was saved, other weights start at epoch 0 with a fresh optimizer."),
  ]

  private static let training = [
    ExperimentKey("loss", \.loss, .name, "What training makes small."),
    ExperimentKey("optimizer", \.optimizer, .name, "How the weights follow the gradient."),
    ExperimentKey(
      "learningRate", \.learningRate, .number(.leastNormalMagnitude...1e9, "a number above 0 and up to 1e9"),
      "How long a step down the gradient is."),
    ExperimentKey("schedule", \.schedule, .name, "How the learning rate changes over the epochs."),
    ExperimentKey(
      "epochs", \.epochs, .whole(1...1_000_000_000, "a whole number"),
      "After how many passes over the training samples to stop, counted from where the run begins; not said: when told to."
    ),
    ExperimentKey(
      "batchSize", \.batchSize, .whole(1...1_000_000, "a whole number"), "Samples between two updates of the weights."),
    ExperimentKey("shuffle", \.shuffle, .flag, "Whether each epoch takes the samples in a new order."),
    ExperimentKey(
      "remainder", \.remainder, .name,
      "What becomes of samples that do not fill a last batch: used as a short one, or carried into the next epoch."),
    ExperimentKey("regularization", \.regularization, .name, "What keeps the weights small."),
    ExperimentKey(
      "regularizationRate", \.regularizationRate, .number(0...1e6, "a number from 0 to 1e6"), "How strongly it does."),
    ExperimentKey(
      "dropout", \.dropout, .number(0...0.99, "a number from 0 to 0.99"),
      "The share of hidden units that sits out each step."),
  ]
}

/// The most hidden layers an experiment may have.
let largestDepth = 64
/// The most units a hidden layer may have.
let largestWidth = 16_384

extension ValueForm where Value == Dataset {
  static var dataset: ValueForm {
    .word(
      "\(DatasetCatalog.names.inChoice), or a choice of classes such as mnist:3,8", names: DatasetCatalog.names,
      { word throws(ExperimentError) in
        do throws(DatasetError) {
          return try Dataset(word)
        } catch {
          // Of a name that is none the key's own sentence says more.
          if case .unknownDataset = error { return nil }
          throw .data(error)
        }
      }, \.description)
  }
}

extension ValueForm where Value == [InputFeature] {
  static var features: ValueForm {
    let names = Feature.allCases.map(\.rawValue) + ["pixels", "gray"]
    let list = ValueForm.list(
      "a list of \(names.inChoice); a picture's other size is pixels:20x20", names: names, limit: names.count,
      { InputFeature($0) }, \.description)
    return list.withoutEmpty
  }
}

extension ValueForm where Value == [Int] {
  static var hidden: ValueForm {
    .list(
      "a list of at most \(largestDepth) unit counts from 1 to \(largestWidth), such as [4, 2]; [] is none",
      limit: largestDepth, { Int($0).flatMap { (1...largestWidth).contains($0) ? $0 : nil } }, String.init)
  }
}

extension ValueForm where Value == [Activation] {
  static var activations: ValueForm {
    let hidden = Activation.allCases.filter { $0 != .softmax }.map(\.rawValue)
    let list = ValueForm.list(
      "\(hidden.inChoice), or a list with one for each hidden layer", names: hidden, limit: largestDepth,
      { word in hidden.contains(word) ? Activation(rawValue: word) : nil }, \.rawValue)
    return ValueForm(
      allowed: list.allowed, names: list.names, read: list.withoutEmpty.read,
      write: { $0.count == 1 ? .word($0[0].rawValue) : list.write($0) })
  }
}
