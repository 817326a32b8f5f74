/// What a screen can offer for a key, in plain words and values; how it is drawn, and which keys of the keyboard reach
/// it, is the screen's affair.
public struct KeyControl: Sendable {
  /// The name beside the value.
  public let label: String
  /// The name where it stands alone.
  public let title: String
  /// What a learner can see of it; nil where the sentence of the chosen value, or the key's meaning, says it.
  public let sentence: String?
  /// How it is set.
  public let form: Form

  init(_ label: String, title: String? = nil, _ form: Form, _ sentence: String? = nil) {
    self.label = label
    self.title = title ?? label
    self.sentence = sentence
    self.form = form
  }

  /// How a value is set.
  public enum Form: Sendable {
    /// One of a list of values is chosen, which may depend on the rest; where `isOpen`, another number may be typed.
    case list(isOpen: Bool, @Sendable (ResolvedExperiment) -> [Choice])
    /// A knob is moved between stops.
    case slider(Unit, stops: [Double])
    /// A text is typed.
    case text
    /// It is changed in a picture of it: the network's layers and inputs.
    case picture
  }

  /// What the numbers of a slider count.
  public enum Unit: Sendable {
    case percent
    /// A share of 1, shown in per cent.
    case share
    case count
  }
}

/// One value of a list.
public struct Choice: Equatable, Sendable {
  /// The value, as the key reads it.
  public let value: String
  /// The value as people say it.
  public let words: String
  /// What it is or does, beside it in the list; empty where nothing is to be said.
  public let note: String
  /// Its mathematics; nil where it has none.
  public let formula: String?

  init(_ value: String, words: String? = nil, note: String = "", formula: String? = nil) {
    self.value = value
    self.words = words ?? value
    self.note = note
    self.formula = formula
  }
}

extension KeyControl {
  /// The values of a list; none for what is set otherwise.
  public func choices(for resolved: ResolvedExperiment) -> [Choice] {
    switch form {
    case .list(_, let choices): choices(resolved)
    case .slider, .text, .picture: []
    }
  }
}

extension KeyControl.Form {
  /// A list of the names of an enumeration.
  ///
  /// - Parameters:
  ///   - words: names that people say otherwise.
  ///   - result: what the formula gives, `a` for `a = max(0, z)`; nil where it is a whole rule.
  static func names<Value: RawRepresentable & CaseIterable & Hashable & Sendable>(
    of values: [Value] = Array(Value.allCases), words: [Value: String] = [:], result: String? = nil,
    formula: (Value) -> String? = { _ in nil }
  ) -> KeyControl.Form where Value.RawValue == String {
    let choices = values.map { value in
      let formula = formula(value)
      return Choice(
        value.rawValue, words: words[value], note: formula ?? "",
        formula: formula.map { (result.map { "\($0) = " } ?? "") + $0 })
    }
    return .list(isOpen: false) { _ in choices }
  }

  /// A list of numbers, to which others may be added by typing.
  static func numbers(_ values: [String], note: @escaping (String) -> String) -> KeyControl.Form {
    let choices = values.map { Choice($0, note: note($0)) }
    return .list(isOpen: true) { _ in choices }
  }
}
