import Screen

extension Key: ExpressibleByUnicodeScalarLiteral {
  /// A key that types this character.
  public init(unicodeScalarLiteral value: Character) { self = .character(value) }
}
