/// A JSON value that keeps the order of its keys, and the one printer of them.
package enum JSON: Sendable {
  /// A text.
  case text(String)
  /// A whole number.
  case whole(Int)
  /// A number; `null` where it is not finite.
  case number(Double)
  /// True or false.
  case flag(Bool)
  /// Values in their order.
  case list([JSON])
  /// Keys with their values, in their order.
  case object([(String, JSON)])

  /// An object without the keys whose value is absent.
  package static func object(_ pairs: KeyValuePairs<String, JSON?>) -> JSON {
    .object(pairs.compactMap { key, value in value.map { (key, $0) } })
  }

  /// The value on one line.
  package var line: String {
    switch self {
    case .text(let text): Self.quoted(text)
    case .whole(let number): String(number)
    // JSON has no word for what is not finite; a reader is better served by nothing than by a word it cannot parse.
    case .number(let number): number.isFinite ? number.description : "null"
    case .flag(let flag): String(flag)
    case .list(let values): "[\(values.map(\.line).joined(separator: ","))]"
    case .object(let pairs): "{\(pairs.map { "\(Self.quoted($0)):\($1.line)" }.joined(separator: ","))}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case "\t": "\\t"
      case _: String(scalar)
      }
    }
    return "\"\(visible(escaped.joined(), spelling: escape))\""
  }

  /// The units of UTF-16 as numbers.
  private static func escape(_ scalar: Unicode.Scalar) -> String {
    UTF16.encode(scalar).map { $0.map { "\\u" + hexadecimal(UInt32($0), digits: 4) }.joined() } ?? ""
  }
}

extension JSON: ExpressibleByStringLiteral {
  /// A text.
  package init(stringLiteral value: String) { self = .text(value) }
}
