/// Something on the screen that can be focused, pointed at or clicked.
///
/// Every picture that is drawn says which cells belong to which target; a click is looked up in the last drawn frame.
public enum Target: Hashable, Sendable {
  // data
  case dataset(String)
  case slider(Slider)
  case seed
  case toggle(Toggle)
  // training
  case control(Control)
  // network
  case feature(Int)
  case layer(Int)
  case layerButton(layer: Int, more: Bool)
  case unit(layer: Int, unit: Int)
  case weight(layer: Int, unit: Int, source: Int)
  case bias(layer: Int, unit: Int)
  // pictures
  case output
  case loss
  // digits
  case pad
  case seen
  case answer(Int)
  case testDigit(Int)
  case confusion(truth: Int, said: Int)
  // lecture
  case lectureText
  case choice(Int)
  // around
  case command(Command)
  case row(Int)
  case state

  /// The panel that Tab counts this target to; nil for what the keyboard reaches by a key of its own.
  public var panel: Panel? {
    switch self {
    case .dataset, .slider, .seed, .toggle: .data
    case .control: .settings
    case .feature: .features
    case .layer, .layerButton, .unit, .weight, .bias: .network
    case .output: .output
    case .loss: .loss
    case .pad, .seen: .pad
    case .answer: .answers
    case .testDigit: .testDigits
    case .confusion: .confusion
    case .lectureText, .choice: .lecture
    case .command, .row, .state: nil
    }
  }
}

/// The panels in the order in which Tab visits them.
public enum Panel: Int, CaseIterable, Sendable {
  case lecture, pad, data, settings, features, network, output, answers, testDigits, confusion, loss
}

/// A value between two ends, drawn as a track with a knob.
public enum Slider: String, CaseIterable, Sendable {
  case noise, trainRatio, samples

  /// The key of the experiment that it moves.
  var key: String { rawValue }
  var name: String { self == .trainRatio ? "train" : rawValue }
  /// The stops of the knob, in the form in which the experiment reads them.
  var stops: [Double] {
    switch self {
    case .noise: Array(stride(from: 0, through: 80, by: 5))
    case .trainRatio: Array(stride(from: 10, through: 90, by: 10)).map { $0 / 100 }
    case .samples: [20, 50, 100, 200, 300, 500, 800, 1200, 2000, 5000, 10_000]
    }
  }
}

/// What is on or off, and changes pictures only.
public enum Toggle: String, CaseIterable, Sendable {
  case testData = "test data"
  case discretise
  var command: Command { self == .testData ? .showTestData : .discretise }
}

/// A control of the training whose value is chosen from a list.
public enum Control: String, CaseIterable, Sendable {
  case dataset, activation, learningRate, batchSize, optimizer, regularization, regularizationRate, loss, schedule
  case initializer, output

  /// The key of the experiment that it sets.
  public var key: String { rawValue }

  /// The name on the screen.
  public var name: String {
    switch self {
    case .dataset: "data"
    case .activation: "activation"
    case .learningRate: "rate"
    case .batchSize: "batch"
    case .optimizer: "optimiser"
    case .regularization: "regularisation"
    case .regularizationRate: "its rate"
    case .loss: "loss"
    case .schedule: "schedule"
    case .initializer: "initialiser"
    case .output: "output"
    }
  }

  /// The command whose key opens its list, and which letter of the name is underlined for it.
  public var command: Command? {
    switch self {
    case .dataset: .dataset
    case .activation: .activation
    case .learningRate: .learningRate
    case .batchSize: .batchSize
    case .optimizer: .optimizer
    case .regularization: .regularization
    case .regularizationRate: .regularizationRate
    case .loss: .loss
    case .schedule, .initializer, .output: nil
    }
  }
}
