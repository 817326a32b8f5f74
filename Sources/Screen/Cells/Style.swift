/// How a glyph is written: its colour and attributes. The ground behind it is a matter of the cell.
public struct Style: Hashable, Sendable {
  /// The colour of the glyph.
  public var foreground: Color
  /// What is done to the glyph besides colouring it.
  public var attributes: Attributes

  /// A style of a colour, plain unless attributes are named.
  public init(_ foreground: Color, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.attributes = attributes
  }

  /// The same style with more attributes.
  public func adding(_ more: Attributes) -> Style { Style(foreground, attributes.union(more)) }
}
