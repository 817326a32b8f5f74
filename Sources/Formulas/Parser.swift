/// Puts a formula's pieces together, by recursive descent:
///
///     condition  = both { "or" both }            both    = denial { "and" denial }
///     denial     = "not" denial | comparison     comparison = sum { ("<" | "≤" | …) sum }
///     sum        = product { ("+" | "−") product }
///     product    = signed { ("·" | "/") signed | power }        where a power stands alone: 2x, 2(x + 1)
///     signed     = ("+" | "−") signed | power
///     power      = primary { raised } [ "^" signed ]
///     primary    = number | variable | function "(" sum { "," sum } ")" | "(" condition ")"
///
/// So −x^2 is −(x^2), 2^3^2 is 2^(3^2), and 1/2x is (1/2) x: what is not written binds as what is.
struct Parser {
  private let tokens: [Token]
  private let text: String
  private var position = 0
  private var depth = 0
  private var nodes: [Formula.Node] = []
  private var variableNodes: [Int: Int] = [:]

  /// A part that has been read: its node, and where it stands.
  private struct Part {
    let node: Int
    let place: Range<Int>
  }

  init(tokens: [Token], text: String) {
    self.tokens = tokens
    self.text = text
  }

  /// The nodes of the whole formula, the whole last.
  mutating func parse() throws(FormulaError) -> [Formula.Node] {
    if token.kind == .end { throw error(.empty, at: token) }
    _ = try condition()
    switch token.kind {
    case .end: return nodes
    case .close: throw error(.notOpened, at: token)
    case _: throw error(.operatorMissing, at: token)
    }
  }

  private var token: Token { tokens[position] }

  private mutating func take(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    position += 1
    return true
  }

  private mutating func condition() throws(FormulaError) -> Part {
    var part = try both()
    while take(.or) { part = try join(.or, part, try both()) }
    return part
  }

  private mutating func both() throws(FormulaError) -> Part {
    var part = try denial()
    while take(.and) { part = try join(.and, part, try denial()) }
    return part
  }

  private mutating func denial() throws(FormulaError) -> Part {
    let start = token
    guard take(.not) else { return try comparison() }
    try descend(at: start)
    defer { depth -= 1 }
    return try apply(.not, to: [try denial()], from: start.place.lowerBound)
  }

  /// a < b < c is a < b and b < c.
  private mutating func comparison() throws(FormulaError) -> Part {
    var right = try sum()
    var whole: Part?
    while case .comparison(let comparison) = token.kind {
      position += 1
      let left = right
      right = try sum()
      let pair = try join(.comparison(comparison), left, right)
      whole = if let before = whole { try join(.and, before, pair) } else { pair }
    }
    return whole ?? right
  }

  private mutating func sum() throws(FormulaError) -> Part {
    var part = try product()
    while true {
      if take(.plus) {
        part = try join(.add, part, try product())
      } else if take(.minus) {
        part = try join(.subtract, part, try product())
      } else {
        return part
      }
    }
  }

  private mutating func product() throws(FormulaError) -> Part {
    var part = try signed()
    while true {
      switch token.kind {
      case .times:
        position += 1
        part = try join(.multiply, part, try signed())
      case .divided:
        position += 1
        part = try join(.divide, part, try signed())
      case .variable, .function, .open: part = try join(.multiply, part, try power())
      case .number where !isFigure: part = try join(.multiply, part, try power())
      case _: return part
      }
    }
  }

  /// Whether the piece is a number in figures, not a name such as π: two of them side by side are a slip.
  private var isFigure: Bool {
    let first = text[text.index(text.startIndex, offsetBy: token.place.lowerBound)]
    return !first.isLetter
  }

  private mutating func signed() throws(FormulaError) -> Part {
    let start = token
    guard start.kind == .plus || start.kind == .minus else { return try power() }
    position += 1
    try descend(at: start)
    defer { depth -= 1 }
    let part = try signed()
    return start.kind == .plus ? part : try apply(.negate, to: [part], from: start.place.lowerBound)
  }

  private mutating func power() throws(FormulaError) -> Part {
    var base = try primary()
    while case .raised(let exponent) = token.kind {
      let part = append(.number(exponent), [], token.place)
      position += 1
      base = try join(.power, base, part)
    }
    let hat = token
    guard take(.hat) else { return base }
    try descend(at: hat)
    defer { depth -= 1 }
    return try join(.power, base, try signed())
  }

  private mutating func primary() throws(FormulaError) -> Part {
    let start = token
    switch start.kind {
    case .number(let value):
      position += 1
      return append(.number(value), [], start.place)
    case .variable(let index):
      position += 1
      if let node = variableNodes[index] { return Part(node: node, place: start.place) }
      let part = append(.variable(index), [], start.place)
      variableNodes[index] = part.node
      return part
    case .function(let function):
      position += 1
      return try call(function, at: start)
    case .open:
      position += 1
      try descend(at: start)
      defer { depth -= 1 }
      let inner = try condition()
      try close(start)
      return Part(node: inner.node, place: start.place.lowerBound..<tokens[position - 1].place.upperBound)
    case _: throw error(.operandMissing, at: start)
    }
  }

  private mutating func call(_ function: Function, at name: Token) throws(FormulaError) -> Part {
    let bracket = token
    guard take(.open) else { throw error(.bracketMissing(function), at: bracket) }
    try descend(at: bracket)
    defer { depth -= 1 }
    var operands = [try sum()]
    while take(.comma) { operands.append(try sum()) }
    try close(bracket)
    let (start, end) = (name.place.lowerBound, tokens[position - 1].place.upperBound)
    // The smallest of several is the smaller of the smallest so far and the next.
    while function.operandCount == 2, operands.count > 2 {
      let first = try apply(.function(function), to: Array(operands[..<2]), from: start, to: end)
      operands.replaceSubrange(..<2, with: [first])
    }
    guard operands.count == function.operandCount else {
      throw error(.operandCount(function, found: operands.count), at: name)
    }
    return try apply(.function(function), to: operands, from: start, to: end)
  }

  private mutating func close(_ bracket: Token) throws(FormulaError) {
    if take(.close) { return }
    throw token.kind == .end || token.kind == .comma
      ? error(.notClosed(column: bracket.place.lowerBound + 1), at: token) : error(.operatorMissing, at: token)
  }

  private mutating func join(_ operation: Operation, _ a: Part, _ b: Part) throws(FormulaError) -> Part {
    try apply(operation, to: [a, b], from: a.place.lowerBound)
  }

  /// A node over parts that are of the kind it needs.
  private mutating func apply(
    _ operation: Operation, to parts: [Part], from start: Int, to end: Int? = nil
  ) throws(FormulaError) -> Part {
    let needsTruth = operation == .and || operation == .or || operation == .not
    for part in parts where nodes[part.node].operation.yieldsTruth != needsTruth {
      let symbol = operation.symbol ?? ""
      throw FormulaError(
        needsTruth ? .conditionNeeded(by: symbol) : .numberNeeded(by: symbol), at: part.place.lowerBound, in: text)
    }
    let end = end ?? parts.map(\.place.upperBound).max() ?? start
    return append(operation, parts.map(\.node), start..<end)
  }

  private mutating func append(_ operation: Operation, _ operands: [Int], _ place: Range<Int>) -> Part {
    let isConstant =
      if case .variable = operation { false } else { operands.allSatisfy { nodes[$0].isConstant } }
    nodes.append(Formula.Node(operation: operation, operands: operands, place: place, isConstant: isConstant))
    return Part(node: nodes.count - 1, place: place)
  }

  private mutating func descend(at token: Token) throws(FormulaError) {
    guard depth < Formula.greatestDepth else { throw error(.tooDeep, at: token) }
    depth += 1
  }

  private func error(_ problem: FormulaError.Problem, at token: Token) -> FormulaError {
    FormulaError(problem, at: token.place.lowerBound, in: text)
  }
}
