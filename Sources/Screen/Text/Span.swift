/// A piece of text in one role: a line of several colours is a list of spans.
public struct Span: Hashable, Sendable {
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
  /// How many columns the spans take in this set.
  public func width(_ spans: [Span]) -> Int { spans.reduce(0) { $0 + width($1.text) } }
}
