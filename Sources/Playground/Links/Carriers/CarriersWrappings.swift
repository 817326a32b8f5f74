// What carriers put around a link.

extension String {
  /// The link alone: without brackets, quotes, tags and words around it, and without the end of a sentence.
  var unwrapped: String {
    guard !hasPrefix("#"), !startsAddress || contains(where: { "<>\"`”".contains($0) }) || hasEnding else {
      return self
    }
    var link = self[startOfLink...]
    if let opening = self[..<startOfLink].last {
      link = link.prefix { character in
        // Slack writes <address|text>.
        if let closing = Self.closings[opening] { return character != closing && (opening != "<" || character != "|") }
        return !character.isWhitespace && !"<>\"'`])".contains(character)
      }
    }
    return String(link).withoutEnding
  }

  /// Where the address begins, or `#` in brackets.
  private var startOfLink: Index {
    if let first, Self.closings[first] != nil, dropFirst().hasPrefix("#") { return index(after: startIndex) }
    let starts = ["https://", "http://", "https%3a%2f%2f", "http%3a%2f%2f", Page.host]
    return starts.compactMap { firstRange(ofLowercased: $0)?.lowerBound }.min() ?? startIndex
  }

  private static let closings: [Character: Character] = [
    "<": ">", "(": ")", "[": "]", "{": "}", "\"": "\"", "'": "'", "`": "`", "«": "»", "“": "”", "‘": "’",
    "]": "[", ">": "<",
  ]

  /// Ends of sentences and quotations; a comma is one but behind a list of layers, where the page reads a layer of 0.
  private static let endings = ".;!)]}>\"'`*»”’"

  private var hasEnding: Bool { last.map(Self.endings.contains) ?? false }

  private var withoutEnding: String {
    var link = self[...]
    while let last = link.last, last.isWhitespace || Self.endings.contains(last) { link.removeLast() }
    return String(link)
  }

  /// A state that came without its `#`.
  var withMark: String { isBareState && !startsAddress ? "#" + self : self }

  /// A state that came behind `?`, which the page would not look at.
  var withFragmentFromQuery: String {
    guard !contains("#"), let mark = firstIndex(of: "?") else { return self }
    let query = self[index(after: mark)...]
    let keys = query.split(separator: "&").compactMap { $0.split(separator: "=").first }
    return keys.contains(where: Page.tellingKeys.contains) ? "\(self[..<mark])#\(query)" : self
  }
}

/// Addresses of the web, so far as it takes to find the page's in another's.
enum WebAddress {
  /// More redirects than any link is wrapped in.
  private static let longestChain = 4

  /// The page's address, if this is one or leads there without being fetched.
  static func destination(of address: String, within steps: Int = longestChain) -> String? {
    guard let host = host(of: address) else { return nil }
    // Translators and libraries put the page under a host of their own that begins with its name.
    if host == Page.host || host == "www." + Page.host || host.hasPrefix(Page.host + ".")
      || host.hasPrefix("playground-tensorflow-org.")
    {
      return address
    }
    guard steps > 0 else { return nil }
    return wrapped(in: address).lazy.compactMap { destination(of: $0, within: steps - 1) }.first
  }

  /// The host in lower case; nil for what is no address.
  static func host(of address: String) -> String? {
    let start = address.prefix(2048).lowercased()
    let rest: Substring
    if let scheme = ["https://", "http://"].first(where: { start.hasPrefix($0) }) {
      rest = start.dropFirst(scheme.count)
    } else if start.hasPrefix(Page.host) {
      rest = start[...]
    } else {
      return nil
    }
    let host = rest.prefix { !"/?#:%".contains($0) }
    return host.isEmpty ? nil : String(host.hasSuffix(".") ? host.dropLast() : host)
  }

  /// The addresses that stand in another: in its path or a value of its query, plain, percent-encoded or in Base64.
  private static func wrapped(in address: String) -> [String] {
    if let host = host(of: address), host.hasSuffix("urldefense.proofpoint.com") {
      return [address.replacing("_", with: "/").replacing("-", with: "%").withoutHexEscapes("%")]
        .compactMap { plainAddress(in: $0.dropFirst("https://".count)) }
        .map { String($0.split(separator: "&d=", maxSplits: 1)[0]) }
    }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let outer = parts[0].dropFirst("http://".count)
    let pieces = outer.split { "?&;".contains($0) }
    // A `#` that is not encoded belongs to the address that stands last.
    if parts.count == 2, let last = pieces.last, let inner = plainAddress(in: last) {
      return ["\(inner)#\(parts[1])"]
    }
    return pieces.flatMap { piece -> [String] in
      let value = piece.drop { $0 != "=" }.dropFirst()
      return [plainAddress(in: piece)].compactMap { $0 } + [value, value.dropFirst(2)].compactMap(addressInBase64)
    }
  }

  /// The address that begins somewhere in a piece of another one, its percent-encoding undone.
  private static func plainAddress(in piece: Substring) -> String? {
    var piece = String(piece)
    for _ in 0..<3 {
      let starts = ["https://", "http://"].compactMap { piece.firstRange(ofLowercased: $0)?.lowerBound }
      if let start = starts.min() { return String(piece[start...]) }
      piece = piece.withoutHexEscapes("%")
    }
    return nil
  }

  private static func addressInBase64(_ value: Substring) -> String? {
    // "http" in Base64
    guard value.hasPrefix("aHR0c") else { return nil }
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var bytes: [UInt8] = []
    var (bits, count) = (0, 0)
    for byte in value.utf8 {
      let plain = byte == UInt8(ascii: "+") ? UInt8(ascii: "-") : byte == UInt8(ascii: "/") ? UInt8(ascii: "_") : byte
      guard let digit = alphabet.firstIndex(of: plain) else { break }
      (bits, count) = ((bits << 6 | digit) & 0xFFFF, count + 6)
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 0xFF))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
