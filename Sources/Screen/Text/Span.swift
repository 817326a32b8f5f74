/// A piece of text in one role: a line of several colours is a list of spans.
public struct Span: Hashable, Sendable {
  /// The characters, as they came: what a terminal must not see is made visible when they are written.
  public var text: String
  /// What the text is for, and so its colour.
  public var role: Role
  /// What is done to the glyphs besides the role's own attributes.
  public var attributes: Attributes

  /// A piece of text, in the role of sentences unless another is named.
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
