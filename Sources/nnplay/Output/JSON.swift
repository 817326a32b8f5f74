/// A JSON value that keeps the order of its keys, and the one printer of them.
enum JSON: Sendable {
  case text(String)
  case whole(Int)
  case number(Double)
  case flag(Bool)
  case list([JSON])
  case object([(String, JSON)])

  /// An object without the keys whose value is absent.
  static func object(_ pairs: KeyValuePairs<String, JSON?>) -> JSON {
    .object(pairs.compactMap { key, value in value.map { (key, $0) } })
  }

  /// The value on one line.
  var line: String {
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
      case "\"": return "\\\""
      case "\\": return "\\\\"
      case "\n": return "\\n"
      case "\t": return "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      case _: return String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

extension JSON: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }
}
