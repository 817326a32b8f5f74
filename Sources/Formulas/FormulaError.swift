import Words

/// What is wrong with a formula, and where.
public struct FormulaError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Equatable, Sendable {
    case empty
    case tooLong
    case tooDeep
    case unknownCharacter(Character)
    case unknownName(String, nearest: String?, known: String)
    case notANumber
    case numberTooLarge
    /// Nothing stands where a number, a name or a bracket should.
    case operandMissing
    /// Two things stand side by side that nothing joins.
    case operatorMissing
    case notClosed(column: Int)
    case notOpened
    /// A function without brackets behind it.
    case bracketMissing(Function)
    case operandCount(Function, found: Int)
    case conditionNeeded(by: String)
    case numberNeeded(by: String)
    /// The whole is true or false, and a number was asked for.
    case isCondition
    /// The whole is a number, and a condition was asked for.
    case isNumber
  }

  /// What is wrong.
  public let problem: Problem
  /// Where, in characters from 1.
  public let column: Int
  /// The formula as it was written.
  public let text: String

  /// A problem at a character counted from 0.
  init(_ problem: Problem, at place: Int, in text: String) {
    self.problem = problem
    column = place + 1
    self.text = text
  }

  /// The formula and, on a line below it, a mark under the place: for a command's answer. Of a long formula what stands
  /// near the place.
  public var marked: String {
    let reach = 36
    let characters = Array(visible(text) { _ in " " })
    let place = min(column - 1, characters.count)
    let start = max(0, place - reach)
    let shown = characters[start..<min(characters.count, place + reach)]
    let (before, after) = (start > 0 ? "… " : "", shown.endIndex < characters.count ? " …" : "")
    let indent = String(repeating: " ", count: before.count + place - start)
    return "\(before)\(String(shown))\(after)\n\(indent)^"
  }
}

extension FormulaError: CustomStringConvertible {
  /// A sentence without its full stop: the column, the formula, the cause and the remedy.
  public var description: String {
    switch problem {
    case .empty: "the formula is empty: write one, such as sin(2x) + x/3"
    case .tooLong: "the formula is longer than \(Formula.longestText) characters: write a shorter one"
    case _: "column \(column) of \(quoted(text)): \(sentence)"
    }
  }

  private var sentence: String {
    switch problem {
    case .empty, .tooLong: ""
    case .tooDeep: "brackets, signs and powers are nested more than \(Formula.greatestDepth) deep: write it flatter"
    case .unknownCharacter(let character):
      "\(quoted(String(character))) means nothing in a formula: leave it out, or write * for a product and ^ for a power"
    case .unknownName(let name, let nearest, let known):
      "there is no \(quoted(name))\(nearest.map { ": did you mean \($0)? There are" } ?? ": there are") \(known)"
    case .notANumber: "a point needs figures: write 0.5"
    case .numberTooLarge: "the number is larger than a number can be: write one below 1.8e308"
    case .operandMissing: "something is missing here: write a number, a name or a bracket"
    case .operatorMissing: "nothing joins this to what stands before it: write +, −, *, / or ^ between them"
    case .notClosed(let column): "the bracket of column \(column) is not closed: write ) where it ends"
    case .notOpened: "this bracket closes none: leave it out, or write ( where it begins"
    case .bracketMissing(let function):
      "\(function.rawValue) is not followed by a bracket: write \(function.rawValue)(\(function.operandCount == 1 ? "x" : "x, 0"))"
    case .operandCount(let function, let found):
      function.operandCount == 1
        ? "\(function.rawValue) takes one number, not \(found): write \(function.rawValue)(x)"
        : "\(function.rawValue) takes two numbers or more, not \(found): write \(function.rawValue)(x, 0)"
    case .conditionNeeded(let word):
      "this is a number, and \(word) needs what is true or false: compare it with something, as in x > 0"
    case .numberNeeded(let symbol):
      "this is true or false, and \(symbol) needs a number: join comparisons with and or or"
    case .isCondition: "this is true or false, and a number is asked for: leave the comparison out"
    case .isNumber: "this is a number, and a class needs what is true or false: compare it with something, as in x1 > 0"
    }
  }
}
