import Words

/// A piece of a formula's text with a meaning of its own.
struct Token: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case variable(Int)
    case function(Function)
    case comparison(Comparison)
    /// A power written above the line: x².
    case raised(Double)
    case plus, minus, times, divided, hat, open, close, comma
    case and, or, not
    case end
  }

  let kind: Kind
  /// Where it stands, in characters from 0.
  let place: Range<Int>
}

/// Takes a formula's text to pieces.
struct Scanner {
  let text: String
  private(set) var names: Names
  private let characters: [Character]
  private var position = 0

  init(_ text: String, names: Names) throws(FormulaError) {
    self.text = text.trimmed
    self.names = names
    characters = Array(self.text)
    guard characters.count <= Formula.longestText else { throw error(.tooLong, at: Formula.longestText) }
  }

  /// All pieces, and the end.
  mutating func tokens() throws(FormulaError) -> [Token] {
    var tokens: [Token] = []
    while true {
      while position < characters.count, characters[position].isWhitespace { position += 1 }
      let start = position
      let kind = try next()
      tokens.append(Token(kind: kind, place: start..<position))
      if kind == .end { return tokens }
    }
  }

  private mutating func next() throws(FormulaError) -> Token.Kind {
    guard position < characters.count else { return .end }
    let character = characters[position]
    if let mark = mark() { return mark }
    if character.figure != nil || character == "." { return try number() }
    if character.raisedFigure != nil { return raised() }
    if character.isLetter { return try name() }
    throw error(.unknownCharacter(character), at: position)
  }

  private mutating func mark() -> Token.Kind? {
    let two = String(characters[position...].prefix(2))
    if let comparison = Comparison(rawValue: two) {
      position += 2
      return .comparison(comparison)
    }
    let mark: Token.Kind? =
      switch characters[position] {
      case "+": .plus
      case "-", "−", "–": .minus
      case "*", "·", "×", "⋅": .times
      case "/", "÷", "∕": .divided
      case "^": .hat
      case "(": .open
      case ")": .close
      case ",": .comma
      case "<": .comparison(.less)
      case ">": .comparison(.greater)
      case "=": .comparison(.equal)
      case "≤": .comparison(.atMost)
      case "≥": .comparison(.atLeast)
      case "≠": .comparison(.unequal)
      default: nil
      }
    if mark != nil { position += 1 }
    return mark
  }

  /// `12`, `0.5`, `.5`, `1e-3`; in `2e` the e is a number of its own.
  private mutating func number() throws(FormulaError) -> Token.Kind {
    let start = position
    skipDigits()
    if position < characters.count, characters[position] == "." {
      position += 1
      skipDigits()
    }
    let exponent = characters[position...]
    if exponent.first == "e" || exponent.first == "E" {
      let signed = exponent.dropFirst()
      let digits = signed.first == "-" || signed.first == "+" ? signed.dropFirst() : signed
      if digits.first?.isNumeral == true {
        position = digits.startIndex
        skipDigits()
      }
    }
    guard let value = Double(String(characters[start..<position])) else { throw error(.notANumber, at: start) }
    guard value.isFinite else { throw error(.numberTooLarge, at: start) }
    return .number(value)
  }

  private mutating func skipDigits() {
    while position < characters.count, characters[position].isNumeral { position += 1 }
  }

  private mutating func raised() -> Token.Kind {
    var value = 0.0
    while position < characters.count, let figure = characters[position].raisedFigure {
      value = value * 10 + Double(figure)
      position += 1
    }
    return .raised(value)
  }

  private mutating func name() throws(FormulaError) -> Token.Kind {
    let rest = characters[position...]
    let letters = rest.prefix(while: \.isLetter)
    switch String(letters) {
    case "and": position += 3; return .and
    case "or": position += 2; return .or
    case "not": position += 3; return .not
    case _: break
    }
    guard let (meaning, length) = names.meaning(at: rest) else {
      // What begins with a known name and does not go on with one was meant as one name.
      while position > 0, characters[position - 1].isLetter { position -= 1 }
      let start = characters[position...]
      let word = start.prefix(while: \.isLetter)
      let name = String(word) + String(start.dropFirst(word.count).prefix { $0.figure != nil })
      throw error(.unknownName(name, nearest: nearest(to: name, among: names.all), known: names.inWords), at: position)
    }
    position += length
    return switch meaning {
    case .variable(let index): .variable(index)
    case .number(let value): .number(value)
    case .function(let function): .function(function)
    }
  }

  private func error(_ problem: FormulaError.Problem, at place: Int) -> FormulaError {
    FormulaError(problem, at: place, in: text)
  }
}

extension Character {
  /// Whether it is a digit on the line.
  fileprivate var isNumeral: Bool { ("0"..."9").contains(self) }
}
