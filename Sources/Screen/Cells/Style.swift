/// How a glyph is written: its colour and attributes. The ground behind it is a matter of the cell.
public struct Style: Hashable, Sendable {
  public var foreground: Color
  public var attributes: Attributes

  public init(_ foreground: Color, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.attributes = attributes
  }

  /// The same style with more attributes.
  public func adding(_ more: Attributes) -> Style { Style(foreground, attributes.union(more)) }
}
