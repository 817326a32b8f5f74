import Playground
import Testing

@Suite struct ExperimentKeyTests {
  struct Good: Sendable, CustomTestStringConvertible {
    let key: String
    let text: String
    /// How it is written down again; the text itself where nil.
    var written: String?
    var testDescription: String { "\(key)=\(text)" }
  }

  /// At least one value for every key of the design's table, and each form a value may have.
  static let good = [
    Good(key: "dataset", text: "spiral"), Good(key: "dataset", text: "mnist:3,8"),
    Good(key: "dataset", text: "csv:points.csv"), Good(key: "dataset", text: "csv:a b.csv#targets=3"),
    Good(key: "samples", text: "200"), Good(key: "samples", text: "5e2", written: "500"),
    Good(key: "noise", text: "12.5"), Good(key: "noise", text: "80"),
    Good(key: "trainRatio", text: "0.1"), Good(key: "trainRatio", text: "1"),
    Good(key: "seed", text: "0.50"), Good(key: "seed", text: "\"0.12345\"", written: "0.12345"),
    Good(key: "features", text: "[x1, x2, x1^2, x2^2, x1x2, sin(x1), sin(x2)]"),
    Good(key: "dataset", text: "curve:sin(2x) + x/3"), Good(key: "dataset", text: "class:x1^2+x2^2<9"),
    Good(key: "features", text: "[x1, x1 x2^2, max(x1, x2)]"),
    Good(key: "features", text: "x1, max(x1, 0)", written: "[x1, max(x1, 0)]"),
    Good(key: "features", text: "gray:64x64", written: "[gray:64x64]"), Good(key: "shuffleLabels", text: "true"),
    Good(key: "features", text: "[pixels:20x20, gray]"), Good(key: "features", text: "x1,x2", written: "[x1, x2]"),
    Good(key: "normalize", text: "standard"), Good(key: "augment", text: "none"),
    Good(key: "augment", text: "affine"), Good(key: "augment", text: "[shift, affine, elastic]"),
    Good(key: "augment", text: "elastic,flip", written: "[flip, elastic]"), Good(key: "augmentShift", text: "3"),
    Good(key: "augmentRotation", text: "15"), Good(key: "augmentScale", text: "0.2"),
    Good(key: "augmentShear", text: "0.1"), Good(key: "augmentElastic", text: "1.5"),
    Good(key: "labelSmoothing", text: "0.05"), Good(key: "weightDecay", text: "0.02"),
    Good(key: "averaging", text: "0.01"),
    Good(key: "hidden", text: "[4, 2]"), Good(key: "hidden", text: "[]"),
    Good(key: "hidden", text: "128", written: "[128]"), Good(key: "hidden", text: "8,8", written: "[8, 8]"),
    Good(key: "activation", text: "relu"), Good(key: "activation", text: "[relu, tanh]"),
    Good(key: "leakySlope", text: "0.01"),
    Good(key: "output", text: "softmax"), Good(key: "loss", text: "perceptron"), Good(key: "optimizer", text: "adamW"),
    Good(key: "learningRate", text: "0.1"), Good(key: "learningRate", text: "1e-3", written: "0.001"),
    Good(key: "validation", text: "0.2"), Good(key: "patience", text: "20"), Good(key: "schedule", text: "oneCycle"),
    Good(key: "epochs", text: "40"), Good(key: "batchSize", text: "1"),
    Good(key: "shuffle", text: "true"), Good(key: "remainder", text: "carry"),
    Good(key: "regularization", text: "l1"), Good(key: "regularizationRate", text: "0.001"),
    Good(key: "dropout", text: "0.5"), Good(key: "batchNorm", text: "false"), Good(key: "initializer", text: "xavier"),
    Good(key: "weightsSeed", text: "0.77"), Good(key: "firstWeights", text: "[1.3.2=0.5, 3.1.b=-1e-07]"),
    Good(key: "weights", text: "start.safetensors"),
  ]

  @Test(arguments: good)
  func aGoodValueIsTakenAndWrittenDown(_ value: Good) throws {
    var experiment = Experiment()
    try experiment.set(value.key, to: value.text)
    let written = try #require(experiment.setting(of: value.key)).description
    #expect(written == value.written ?? value.text)
    var again = Experiment()
    try again.set(value.key, to: written)
    #expect(again == experiment)
    #expect(experiment.differences(from: Experiment()).map(\.key.name) == [value.key])
  }

  @Test func everyKeyIsTried() {
    #expect(Set(Self.good.map(\.key)) == Set(ExperimentKey.all.map(\.name)))
    #expect(ExperimentKey.all.allSatisfy { $0.meaning.hasSuffix(".") && !$0.allowed.isEmpty })
  }

  /// Each field of an experiment is a key's, but for the points, which are no words.
  @Test func everyFieldHasAKey() {
    let fields = Mirror(reflecting: Experiment()).children.compactMap(\.label)
    #expect(Set(fields) == Set(ExperimentKey.all.map(\.name) + ["points"]))
    #expect(ExperimentKey.all.count == Set(ExperimentKey.all).count)
  }

  /// What is said of a key holds, and stands in the field that the key fills and in no other key's.
  @Test(arguments: good)
  func whatIsSaidHolds(_ value: Good) throws {
    var experiment = Experiment()
    // Data without defaults of their own, so that one key does not move another's.
    experiment.dataset = value.key == "dataset" ? nil : .points(.circle)
    let before = experiment.resolved()
    try experiment.set(value.key, to: value.text)
    let key = try ExperimentKey.named(value.key)
    let after = experiment.resolved()
    let layers = key == .activation ? "relu" : nil
    #expect(key.setting(in: after)?.words.first == layers ?? key.setting(in: experiment)?.words.first)
    let dependent: Set<ExperimentKey> =
      switch key {
      case .dataset: Set(ExperimentKey.all)
      case .output: [.loss]
      case .seed: [.weightsSeed]
      case .loss: [.output, .hidden, .activation, .batchSize]
      case .hidden: [.activation]
      case _: []
      }
    for other in ExperimentKey.all where other != key && !dependent.contains(other) {
      #expect(other.setting(in: after) == other.setting(in: before), "\(other.name)")
    }
  }

  /// A default is a value that the key takes, so that no blank is left standing.
  @Test(arguments: [
    "circle", "gate-xor", "plane", "curve-sine", "rings3", "mnist", "csv:a.csv", "curve:x", "class:x1<0",
  ])
  func everyDefaultCanBeSaid(_ dataset: String) throws {
    var experiment = Experiment()
    try experiment.set("dataset", to: dataset)
    let resolved = experiment.resolved()
    for key in ExperimentKey.all where key.concerns(resolved.dataset) {
      guard let setting = key.setting(in: resolved) else {
        let mayBeOpen: [ExperimentKey] = [.epochs, .patience, .weights, .firstWeights, .features]
        #expect(mayBeOpen.contains(key), "\(key.name)")
        continue
      }
      try experiment.set(key.name, to: setting.description)
    }
    #expect(experiment.resolved() == resolved)
  }

  /// Each value that a list offers is one that the key takes.
  @Test(arguments: ExperimentKey.all.filter { $0.control != nil })
  func everyChoiceCanBeChosen(_ key: ExperimentKey) throws {
    let control = try #require(key.control)
    #expect(!control.label.isEmpty && control.sentence?.hasSuffix(".") ?? true)
    var experiment = Experiment()
    for choice in control.choices(for: experiment.resolved())
    where !["csv:PATH", "idx:IMAGES,LABELS", "curve:FORMULA", "class:FORMULA"].contains(choice.value) {
      try experiment.set(key.name, to: choice.value)
      #expect(key.setting(in: experiment) == key.setting(in: experiment.resolved()), "\(choice.value)")
    }
    if case .slider(_, let stops) = control.form {
      for stop in stops { try experiment.set(key.name, to: "\(stop)") }
      #expect(stops == stops.sorted() && stops.count > 1)
    }
  }

  @Test func whatMayChangeWhileTrainingRuns() {
    #expect(
      ExperimentKey.all.filter(\.isLive).map(\.name) == [
        "augment", "augmentShift", "augmentRotation", "augmentScale", "augmentShear", "augmentElastic", "optimizer",
        "learningRate", "schedule", "epochs", "patience", "batchSize", "shuffle", "remainder", "regularization",
        "regularizationRate", "weightDecay", "dropout", "labelSmoothing", "averaging",
      ])
  }

  struct Bad: Sendable, CustomTestStringConvertible {
    let key: String
    let text: String
    let sentence: String
    var testDescription: String { "\(key)=\(text)" }
  }

  @Test(arguments: [
    Bad(key: "samples", text: "0", sentence: "samples cannot be \"0\". It takes a whole number from 1 to 100000."),
    Bad(key: "leakySlope", text: "-0.1", sentence: "leakySlope cannot be \"-0.1\". It takes a number from 0 to 1."),
    Bad(key: "noise", text: "95", sentence: "noise cannot be \"95\". It takes a number of per cent from 0 to 80."),
    Bad(key: "noise", text: "nan", sentence: "noise cannot be \"nan\". It takes a number of per cent from 0 to 80."),
    Bad(key: "trainRatio", text: "0", sentence: "trainRatio cannot be \"0\". It takes a number from 0.1 to 1."),
    Bad(key: "seed", text: " ", sentence: "seed cannot be \"\". It takes any text that is not blank."),
    Bad(
      key: "normalize", text: "standart",
      sentence: "normalize cannot be \"standart\": did you mean standard? It takes none or standard."),
    Bad(
      key: "hidden", text: "[4, 0]",
      sentence: "hidden cannot be \"[4, 0]\". It takes a list of at most 64 layers, such as [4, 2] or "
        + "[conv5x16, pool2, 128], of 1 to 16384 units or maps each; [] is none."),
    Bad(
      key: "hidden", text: "[4,, 2]",
      sentence: "hidden cannot be \"[4, , 2]\". It takes a list of at most 64 layers, such as [4, 2] or "
        + "[conv5x16, pool2, 128], of 1 to 16384 units or maps each; [] is none."),
    Bad(
      key: "optimizer", text: "adan",
      sentence: "optimizer cannot be \"adan\": did you mean adam? It takes sgd, momentum, nesterov, adagrad, rmsprop, "
        + "adam or adamW."),
    Bad(
      key: "learningRate", text: "-1",
      sentence: "learningRate cannot be \"-1\". It takes a number above 0 and up to 1e9."),
    Bad(
      key: "learningRate", text: "fast",
      sentence: "learningRate cannot be \"fast\". It takes a number above 0 and up to 1e9."),
    Bad(
      key: "epochs", text: "1.5", sentence: "epochs cannot be \"1.5\". It takes a whole number from 1 to 1000000000."),
    Bad(
      key: "batchSize", text: "[10]",
      sentence: "batchSize cannot be \"[10]\". It takes a whole number from 1 to 1000000."),
    Bad(
      key: "firstWeights", text: "[1.0.2=1]",
      sentence:
        "firstWeights cannot be \"[1.0.2=1]\". It takes a list of LAYER.UNIT.SOURCE=VALUE, counted from 1, with b "
        + "for a bias, such as [1.3.2=0.5, 2.1.b=-1]."),
    Bad(
      key: "augment", text: "afine",
      sentence:
        "augment cannot be \"afine\": did you mean affine? It takes none, flip, shift, affine or elastic, or a list "
        + "of them."),
    Bad(
      key: "augmentShift", text: "1.5",
      sentence: "augmentShift cannot be \"1.5\". It takes a whole number of pixels from 1 to 100."),
    Bad(key: "averaging", text: "1", sentence: "averaging cannot be \"1\". It takes a number from 0 to 0.99."),
    Bad(key: "shuffle", text: "yes", sentence: "shuffle cannot be \"yes\". It takes true or false."),
    Bad(key: "dropout", text: "1", sentence: "dropout cannot be \"1\". It takes a number from 0 to 0.99."),
    Bad(
      key: "regularization", text: "L2",
      sentence: "regularization cannot be \"L2\": did you mean l2? It takes none, l1 or l2."),
    Bad(
      key: "initializer", text: "\u{1B}[2J",
      sentence: "initializer cannot be \"\\u{1b}[2J\". It takes uniform, xavier, he or zero."),
  ])
  func aBadValueIsRefusedInASentence(_ value: Bad) {
    var experiment = Experiment()
    let error = #expect(throws: ExperimentError.self) { try experiment.set(value.key, to: value.text) }
    #expect(error?.description == value.sentence)
    #expect(experiment == Experiment())
  }

  @Test(arguments: [
    ("activation", "softmax", "softmax"), ("activation", "[]", "[]"), ("features", "[x3]", "x3"),
    ("dataset", "circel", "circel"), ("dataset", "mnist:3", "mnist"), ("loss", "mse", "mse"),
  ])
  func otherBadValuesAreRefusedToo(_ key: String, _ text: String, _ named: String) {
    var experiment = Experiment()
    let error = #expect(throws: ExperimentError.self) { try experiment.set(key, to: text) }
    #expect(error?.description.contains(named) == true)
  }

  @Test func anUnknownKeyNamesTheNearest() {
    var experiment = Experiment()
    let error = #expect(throws: ExperimentError.self) { try experiment.set("lerningRate", to: "1") }
    #expect(error == .unknownKey("lerningRate", nearest: "learningRate"))
    #expect(error?.description.hasPrefix("There is no key \"lerningRate\": did you mean learningRate?") == true)
  }

  struct Mismatch: Sendable, CustomTestStringConvertible {
    let settings: [String]
    let sentence: String
    var testDescription: String { settings.joined(separator: " ") }
  }

  @Test(arguments: ["1.5.1=1", "1.1.3=1", "4.1.b=0", "3.2.b=0"])
  func aFirstWeightThatHasNoPlaceIsRefused(_ weight: String) throws {
    var experiment = Experiment()
    try experiment.set("firstWeights", to: weight)
    let changed = experiment
    let error = #expect(throws: ExperimentError.self) { try Run(changed) }
    #expect(error?.description.contains("and the network 2-4-2-1 tanh has no such place") == true)
  }

  @Test(arguments: [
    Mismatch(
      settings: ["activation=[relu, tanh]", "hidden=[4]"],
      sentence: "activation names 2 and hidden has 1 layers: name one for all, or one for each."),
    Mismatch(
      settings: ["loss=sigmoidCrossEntropy", "output=tanh"],
      sentence: "loss sigmoidCrossEntropy has no meaning with output tanh: leave one of the two out, and the other "
        + "chooses it."),
    Mismatch(
      settings: ["loss=perceptron", "hidden=[4]"],
      sentence: "loss perceptron trains a network without hidden layers and hidden is [4]: set hidden to [], or choose "
        + "another loss."),
    Mismatch(
      settings: ["dataset=mnist", "features=[x1]"],
      sentence: "features has x1, which belongs to points on a plane, and mnist has pictures: take pixels, "
        + "pixels:20x20, gray, gray:20x20, deskewed or stretched."),
    Mismatch(
      settings: ["features=[pixels]"],
      sentence: "features has pixels, which belongs to pictures, and circle has none: take x1, x2 and their like, "
        + "or a formula of them."),
    Mismatch(
      settings: ["dataset=curve-sine", "features=[x1, x2]"],
      sentence: "features has x2, and curve-sine has only x1: take x1, x1^2, sin(x1) or a formula of x1."),
    Mismatch(
      settings: ["dataset=curve:x", "features=[x1 x2]"],
      sentence: "features has x1 x2, and curve:x has only x1: take x1, x1^2, sin(x1) or a formula of x1."),

    Mismatch(
      settings: ["trainRatio=0.1", "samples=5"],
      sentence: "trainRatio 0.1 of 5 samples leaves none to train on: raise one of the two."),
    Mismatch(
      settings: ["hidden=[16384, 16384]"],
      sentence: "hidden [16384, 16384] makes a network of 268,517,377 parameters and 20,000,000 is the most: use fewer "
        + "units."),
  ])
  func keysThatDoNotGoTogetherAreNamed(_ mismatch: Mismatch) throws {
    var experiment = Experiment()
    for setting in mismatch.settings {
      let parts = setting.split(separator: "=", maxSplits: 1)
      try experiment.set(String(parts[0]), to: String(parts[1]))
    }
    let changed = experiment
    let error = #expect(throws: ExperimentError.self) { try Material(changed) }
    #expect(error?.description == mismatch.sentence)
  }
}
