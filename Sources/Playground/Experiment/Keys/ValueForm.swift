import Datasets
import NeuralEngine
import Words

/// What a key takes: how text becomes its value and back, and the words that say what is allowed.
struct ValueForm<Value: Sendable>: Sendable {
  /// What is allowed, to end the sentence "It takes …".
  let allowed: String
  /// The words among which a mistyped one is looked for.
  var names: [String] = []
  /// The value of a setting; nil when it is not allowed, an error where more can be said than what is.
  let read: @Sendable (Setting) throws(ExperimentError) -> Value?
  /// The setting that reads back as the value.
  let write: @Sendable (Value) -> Setting
}

extension ValueForm {
  /// A form for one word.
  static func word(
    _ allowed: String, names: [String] = [],
    _ read: @escaping @Sendable (String) throws(ExperimentError) -> Value?,
    _ write: @escaping @Sendable (Value) -> String
  ) -> ValueForm {
    ValueForm(
      allowed: allowed, names: names,
      read: { setting throws(ExperimentError) in
        switch setting {
        case .word(let word): try read(word)
        case .list: nil
        }
      },
      write: { .word(write($0)) })
  }

  /// A form for a list of words, `[]` included; `limit` is the longest list allowed.
  static func list<Element: Sendable>(
    _ allowed: String, names: [String] = [], limit: Int,
    _ read: @escaping @Sendable (String) throws(ExperimentError) -> Element?,
    _ write: @escaping @Sendable (Element) -> String
  ) -> ValueForm where Value == [Element] {
    ValueForm(
      allowed: allowed, names: names,
      read: { setting throws(ExperimentError) in
        let values = try setting.words.map { word throws(ExperimentError) in try read(word) }
        let whole = values.compactMap { $0 }
        return whole.count == values.count && whole.count <= limit ? whole : nil
      },
      write: { .list($0.map(write)) })
  }
}

extension ValueForm where Value: Collection {
  /// The same form without the empty list.
  var withoutEmpty: ValueForm {
    ValueForm(
      allowed: allowed, names: names,
      read: { setting throws(ExperimentError) in try read(setting).flatMap { $0.isEmpty ? nil : $0 } }, write: write)
  }
}

extension ValueForm where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// One of the names of an enumeration.
  static var name: ValueForm {
    let names = Value.allCases.map(\.rawValue)
    return .word(names.inChoice, names: names, { Value(rawValue: $0) }, \.rawValue)
  }
}

extension ValueForm where Value == Double {
  /// A finite number within bounds.
  static func number(_ range: ClosedRange<Double>, _ allowed: String) -> ValueForm {
    .word(allowed, { decimal($0).flatMap { range.contains($0) ? $0 : nil } }, shortest)
  }
}

extension ValueForm where Value == Int {
  /// A whole number within bounds; 500 may be written 5e2.
  static func whole(_ range: ClosedRange<Int>, _ what: String) -> ValueForm {
    .word(
      "\(what) from \(range.lowerBound) to \(range.upperBound)",
      { word in
        (Int(word) ?? decimal(word).flatMap(Int.init(exactly:))).flatMap { range.contains($0) ? $0 : nil }
      }, String.init)
  }
}

extension ValueForm where Value == Bool {
  /// true or false.
  static var flag: ValueForm { .word("true or false", names: ["true", "false"], { Bool($0) }, \.description) }
}

extension ValueForm where Value == String {
  /// Any text that is not blank, taken as it stands.
  static func text(_ allowed: String) -> ValueForm { .word(allowed, { $0.trimmed.isEmpty ? nil : $0 }, { $0 }) }
}

/// A number in decimal figures; 0x10 is none.
package func decimal(_ text: String) -> Double? { text.contains { "xXpP".contains($0) } ? nil : Double(text) }
