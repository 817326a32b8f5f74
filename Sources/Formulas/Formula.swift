/// A formula that was read: `sin(2x) + x/3`, `x1^2 + x2^2 < 9`.
///
/// It is a list of steps in which whatever is needed stands before what needs it, so that values are found from the first
/// to the last and derivatives from the last to the first. A variable that is met twice is one node with two that need
/// it; that is what makes the list a graph.
public struct Formula: Hashable, Sendable {
  /// One step: a number, a variable, or an operation on nodes before it.
  public struct Node: Hashable, Sendable {
    /// What is done.
    public let operation: Operation
    /// The nodes that it is done to, in their order; none for numbers and variables.
    public let operands: [Int]
    /// Where it stands in the text, in characters from 0; a variable where it is met first.
    public let place: Range<Int>
    /// Whether no variable is behind it, so that it is the same everywhere.
    public let isConstant: Bool
  }

  /// The formula as it was written, without blanks around it.
  public let text: String
  /// The steps; the last one is the whole.
  public let nodes: [Node]
  /// The names of the variables, in the order in which values are given for them.
  public let variables: [String]

  /// The longest text that is read, in characters.
  public static let longestText = 500
  /// How deep brackets, signs and powers may be nested.
  public static let greatestDepth = 64

  /// What a formula is read as.
  public enum Form: Sendable {
    /// A number at every place.
    case number
    /// True or false at every place.
    case condition
  }

  /// Reads a formula over variables that are known, all of which need not occur.
  ///
  /// - Throws: `FormulaError`, with the place in the text and the remedy.
  public init(_ text: String, over variables: [Variable], as form: Form = .number) throws(FormulaError) {
    try self.init(text, names: Names(variables, takesOthers: false))
    switch (form, isCondition) {
    case (.number, true): throw FormulaError(.isCondition, at: 0, in: self.text)
    case (.condition, false): throw FormulaError(.isNumber, at: 0, in: self.text)
    case (.number, false), (.condition, true): return
    }
  }

  /// Reads a formula whose variables are whatever letters it has, with a number behind them or none: `(x + y) z`.
  ///
  /// - Throws: `FormulaError`, with the place in the text and the remedy.
  public init(_ text: String) throws(FormulaError) {
    try self.init(text, names: Names([], takesOthers: true))
  }

  private init(_ text: String, names: Names) throws(FormulaError) {
    var scanner = try Scanner(text, names: names)
    let tokens = try scanner.tokens()
    var parser = Parser(tokens: tokens, text: scanner.text)
    nodes = try parser.parse()
    self.text = scanner.text
    variables = scanner.names.variables.map(\.name)
  }

  /// Whether it is true or false at a place, rather than a number.
  public var isCondition: Bool { nodes.last?.operation.yieldsTruth ?? false }

  /// The part of the text that a node stands for.
  public func text(of node: Int) -> String {
    let place = nodes[node].place
    return String(text.dropFirst(place.lowerBound).prefix(place.count))
  }
}

/// A name that stands for a number which is given later.
public struct Variable: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What it is called.
  public let name: String
  /// What it may be called as well.
  public let otherNames: [String]

  /// A variable of a name; digits behind it may be written as indices too: `x₁` for `x1`.
  public init(_ name: String, or otherNames: String...) {
    self.name = name
    self.otherNames = otherNames
  }

  /// A variable of a name.
  public init(stringLiteral name: String) { self.init(name) }
}
