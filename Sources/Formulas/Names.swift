import Glibc
import Words

/// The names that have a meaning in a formula.
struct Names {
  private(set) var variables: [Variable]
  /// Whether letters that have no meaning yet become variables.
  let takesOthers: Bool

  /// What a name stands for.
  enum Meaning: Equatable {
    case variable(Int)
    case number(Double)
    case function(Function)
  }

  private static let constants = [("pi", Double.pi), ("π", Double.pi), ("e", M_E)]
  private static let otherFunctions = [("σ", Function.sigmoid)]

  init(_ variables: [Variable], takesOthers: Bool) {
    self.variables = variables
    self.takesOthers = takesOthers
  }

  /// The longest name with which the text begins, and how long it is; nil if there is none. Names may stand close
  /// together, as in `x1x2`.
  mutating func meaning(at text: ArraySlice<Character>) -> (meaning: Meaning, length: Int)? {
    let known = known.filter { isBeginning($0.name, of: text) }
    if let longest = known.max(by: { $0.name.count < $1.name.count }) {
      return (longest.meaning, longest.name.count)
    }
    guard takesOthers, let letter = text.first else { return nil }
    let name = String([letter] + text.dropFirst().prefix { $0.figure != nil }.map(\.asWritten))
    variables.append(Variable(name))
    return (.variable(variables.count - 1), name.count)
  }

  /// Every name, for what was meant by one that is none.
  var all: [String] { known.map(\.name) }

  /// What is offered instead, in words.
  var inWords: String {
    let names = variables.map(\.name) + Function.allCases.map(\.rawValue) + ["pi", "e"]
    return names.inWords
  }

  private var known: [(name: String, meaning: Meaning)] {
    variables.enumerated().flatMap { index, variable in
      ([variable.name] + variable.otherNames).map { ($0, .variable(index)) }
    } + Function.allCases.map { ($0.rawValue, .function($0)) } + Self.otherFunctions.map { ($0, .function($1)) }
      + Self.constants.map { ($0, .number($1)) }
  }

  /// Whether the text begins with the name, and its digits, if any, end there.
  private func isBeginning(_ name: String, of text: ArraySlice<Character>) -> Bool {
    let beginning = text.prefix(name.count).map(\.asWritten)
    return String(beginning) == name && text.dropFirst(name.count).first?.figure == nil
  }
}

extension Character {
  /// The digit that it is, on the line or below it.
  var figure: Int? {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return nil }
    return switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0x2080...0x2089: Int(scalar.value - 0x2080)
    case _: nil
    }
  }

  /// The digit that it is above the line.
  var raisedFigure: Int? { Self.raisedFigures.firstIndex(of: self) }

  private static let raisedFigures = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

  /// An index as a digit on the line, all else as it is.
  var asWritten: Character { figure.map { Character("\($0)") } ?? self }
}
