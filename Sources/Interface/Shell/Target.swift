import Playground

/// Something on the screen that can be focused, pointed at or clicked.
///
/// Every picture that is drawn says which cells belong to which target; a click is looked up in the last drawn frame.
public enum Target: Hashable, Sendable {
  // what is explored
  case dataset(String)
  case control(ExperimentKey)
  case toggle(Toggle)
  // network
  case feature(Int)
  /// A column of a table that is an input as it stands.
  case input(Int)
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
  case epsilon
  /// A part of the view that is open, as its room counts them.
  case part(Int)
  // lecture
  case lectureText
  case choice(Int)
  /// A number that a lecture gives to work with.
  case given(Int)
  // around
  case command(Command)
  case row(Int)
  case state

  /// The panel that Tab counts this target to; nil for what the keyboard reaches by a key of its own.
  public var panel: Panel? {
    switch self {
    case .dataset, .toggle: .data
    case .control(let key): key.isInDataPanel ? .data : .settings
    case .feature, .input: .features
    case .layer, .layerButton, .unit, .weight, .bias: .network
    case .output: .output
    case .loss: .loss
    case .pad, .seen, .epsilon: .pad
    case .answer: .answers
    case .testDigit: .testDigits
    case .confusion: .confusion
    case .lectureText, .choice, .given: .lecture
    case .part, .command, .row, .state: nil
    }
  }
}

/// The panels in the order in which Tab visits them.
public enum Panel: Int, CaseIterable, Sendable {
  case lecture, pad, data, settings, features, network, output, answers, testDigits, confusion, loss
}

/// What is on or off, and changes pictures only.
public enum Toggle: String, CaseIterable, Sendable {
  case testData = "test data"
  case discretise
  var command: Command { self == .testData ? .showTestData : .discretise }
}
