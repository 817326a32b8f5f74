// What carriers write instead of a character of a link.

extension String {
  /// Without characters that take no room: soft hyphens, zero-width spaces, marks of direction and byte order.
  var withoutInvisibles: String {
    func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
      default: false
      }
    }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !isInvisible($0) }))
  }

  /// Without the full-width forms that East Asian keyboards have for ASCII.
  var inHalfWidth: String {
    let (first, last, distance): (UInt32, UInt32, UInt32) = (0xFF01, 0xFF5E, 0xFEE0)
    guard unicodeScalars.contains(where: { (first...last).contains($0.value) }) else { return self }
    return String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          guard (first...last).contains(scalar.value) else { return scalar }
          return Unicode.Scalar(scalar.value - distance) ?? scalar
        }))
  }

  /// Without the ends of lines at which mail breaks a long link, and what it puts before the next line.
  var withoutLineBreaks: String {
    guard !contains("=3D"), let start = firstRange(ofLowercased: Page.host) ?? firstRange(ofLowercased: "#") else {
      return self
    }
    let lines = self[start.lowerBound...].split(whereSeparator: \.isNewline)
    guard lines.count > 1 else { return self }
    var link = String(lines[0])
    for line in lines.dropFirst() {
      let rest = line.drop { $0 == ">" || $0 == "|" || $0.isWhitespace }
      // What has blanks is no more of the link.
      guard !rest.contains(where: \.isWhitespace), !link.contains(where: { ">\"'`)".contains($0) }) else { break }
      // A plain break is what browsers pass over as well.
      guard rest.count < line.count else { return self }
      link += rest
    }
    return self[..<start.lowerBound] + link
  }

  /// Quoted-printable (RFC 2045), recognised by an equals sign that is written `=3D`.
  var withoutQuotedPrintable: String {
    guard contains("=3D") else { return self }
    return replacing("=\r\n", with: "").replacing("=\n", with: "").withoutHexEscapes("=")
  }

  /// `\/` and `\u0026`, as JSON and JavaScript write them.
  var withoutJSONEscapes: String {
    guard contains("\\") else { return self }
    var parts = replacing("\\/", with: "/").components(at: "\\u")
    for index in parts.indices.dropFirst() {
      let digits = parts[index].prefix(4)
      if digits.count == 4, let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
        parts[index] = String(scalar) + parts[index].dropFirst(4)
      } else {
        parts[index] = "\\u" + parts[index]
      }
    }
    return parts.joined()
  }

  /// `\&`, as Markdown, TeX and shells write it: no link has a backslash.
  var withoutBackslashes: String {
    var result = ""
    var isEscaped = false
    for character in self {
      if isEscaped, !(character.isASCII && (character.isPunctuation || character.isSymbol)) { result.append("\\") }
      isEscaped = character == "\\" && !isEscaped
      if !isEscaped { result.append(character) }
    }
    return isEscaped ? result + "\\" : result
  }

  /// Characters by name or by number, as HTML and XML write them; also written so more than once.
  var withoutEntities: String {
    var text = self
    for _ in 0..<4 {
      var parts = text.components(at: "&")
      for index in parts.indices.dropFirst() { parts[index] = Self.withoutEntity(parts[index]) }
      let changed = parts.joined()
      if changed == text { break }
      text = changed
    }
    return text
  }

  /// The text after an ampersand with the character that its name stood for, or with the ampersand again.
  private static func withoutEntity(_ rest: String) -> String {
    for (name, character) in entities where rest.hasPrefix(name) {
      let end = rest.dropFirst(name.count)
      // Browsers read these three without their semicolon as well.
      if end.first == ";" { return character + end.dropFirst() }
      if ["amp", "AMP", "quot"].contains(name) { return character + end }
    }
    let digits = rest.prefix { $0 != ";" }
    guard rest.hasPrefix("#"), digits.count < 9, digits.endIndex != rest.endIndex else { return "&" + rest }
    let isHex = digits.dropFirst().first == "x" || digits.dropFirst().first == "X"
    guard let value = UInt32(digits.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10),
      let scalar = Unicode.Scalar(value)
    else { return "&" + rest }
    return String(scalar) + rest[digits.endIndex...].dropFirst()
  }

  private static let entities: [(name: String, character: String)] = [
    ("amp", "&"), ("AMP", "&"), ("num", "#"), ("equals", "="), ("comma", ","), ("period", "."), ("lowbar", "_"),
    ("hyphen", "-"), ("dash", "-"), ("colon", ":"), ("sol", "/"), ("quest", "?"), ("percnt", "%"), ("lt", "<"),
    ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", " "),
  ]

  /// Browsers read `&regDataset` as `®Dataset`: three keys of the page begin so.
  var withoutRegisteredSigns: String {
    var text = self
    for spelling in ["Â®", "®", "&reg;", "%C2%AE", "%c2%ae"] { text = text.replacing(spelling, with: "&reg") }
    return text
  }

  /// Percent-encoding of what links of the page have plain: `#`, `=`, `&` and commas. Other escapes are the page's own.
  var withoutPercentEncoding: String {
    var text = self
    for _ in 0..<3 {
      let folded = text.uppercased()
      let isEncoded = ["%3D", "%26", "%2C", "%253D", "%2526", "%252C"].contains { folded.contains($0) }
      guard isEncoded || (!text.contains("#") && folded.contains("%23")) else { break }
      text = text.withoutHexEscapes("%")
    }
    return text
  }

  /// With `http`, which people write otherwise so that nobody clicks on it.
  var withClickableScheme: String {
    let start = prefix(5).lowercased()
    return start.hasPrefix("hxxp") ? "http" + dropFirst(4) : self
  }

  /// An address whose scheme is percent-encoded is so as a whole.
  var withoutEncodedScheme: String {
    let start = prefix(16).lowercased()
    return start.hasPrefix("http%3a") || start.hasPrefix("https%3a") ? withoutHexEscapes("%") : self
  }

  /// Dashes and minus signs that word processors and typesetters prefer to the plain one.
  var withoutTypographicDashes: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    return String(map { "‐‑‒–—−".contains($0) ? "-" : $0 })
  }

  /// A mark and two hexadecimal digits stand for a byte.
  func withoutHexEscapes(_ mark: Unicode.Scalar) -> String {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: mark), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The parts between the places where `mark` stands.
  fileprivate func components(at mark: String) -> [String] {
    split(separator: mark, omittingEmptySubsequences: false).map(String.init)
  }
}
