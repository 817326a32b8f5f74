/// A piece of text in one role: a line of several colours is a list of runs.
public struct Run: Hashable, Sendable {
  public var text: String
  public var role: Role
  public var attributes: Attributes

  public init(_ text: String, _ role: Role = .text, _ attributes: Attributes = []) {
    self.text = text
    self.role = role
    self.attributes = attributes
  }
}

extension GlyphSet {
  /// How many columns the runs take in this set.
  public func width(_ runs: [Run]) -> Int { runs.reduce(0) { $0 + width($1.text) } }
}
