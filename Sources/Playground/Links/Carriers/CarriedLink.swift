import Datasets
import Words

/// A link as it stood in the browser, made from what became of it on its way through mail, web pages, notes and chats.
///
/// Carriers write a link in their own spelling (`&amp;`, `\&`, `%26`), wrap it (brackets, redirects) or mend it for
/// print (`®` for `&reg`). None of that ever stands in a link of the page, so all of it can be undone.
struct CarriedLink {
  /// The link, or only its part from `#` on.
  private(set) var text: String
  /// What was undone, each in a few words, in the order in which it was found.
  private(set) var traces: [String] = []

  /// Undoes what carriers did; nil for what is no link of the page.
  init?(_ carried: String) {
    guard Self.isMeant(carried) else { return nil }
    text = carried.trimmed
    undo("invisible characters") { $0.withoutInvisibles }
    undo("mail's =3D") { $0.withoutQuotedPrintable }
    undo("JSON's escapes") { $0.withoutJSONEscapes }
    undo("backslashes") { $0.withoutBackslashes }
    undo("HTML's &amp;") { $0.withoutEntities }
    undo("® for &reg") { $0.withoutRegisteredSigns }
    undo("what stood around it") { $0.unwrapped }
    guard text.hasPrefix("#") || leadToPage() else { return nil }
    undo("percent-encoding") { $0.withoutPercentEncoding }
    undo("? for #") { $0.withFragmentFromQuery }
    undo("typographic dashes") { $0.withoutTypographicDashes }
  }

  /// Whether a text is meant as a link: one of the page, however it is wrapped, or any other address of the web.
  static func isMeant(_ text: String) -> Bool {
    let start = text.trimmed.drop { "<([{\"'`«“‘".contains($0) }
    return start.hasPrefix("#") || start.startsAddress || text.firstRange(ofLowercased: Page.host) != nil
  }

  /// What stands behind `#`.
  var fragment: Substring? {
    text.firstIndex(of: "#").map { text[text.index(after: $0)...] }
  }

  /// The one sentence about all that was undone.
  var note: String? { traces.isEmpty ? nil : "Undone in the link: \(traces.inWords)." }

  private mutating func undo(_ trace: String, _ change: (String) -> String) {
    let changed = change(text)
    guard changed != text else { return }
    text = changed
    traces.append(trace)
  }

  /// Follows redirects to the page's own address; false if they lead elsewhere.
  private mutating func leadToPage() -> Bool {
    guard let end = WebAddress.destination(of: text) else { return false }
    if end != text, let host = WebAddress.host(of: text) { traces.append("a redirect by \(printable(host))") }
    let typed = end.prefix { $0 != "#" }
    if typed.prefix(while: { !"?%".contains($0) }).contains(where: \.isUppercase) {
      traces.append("capitals in the host")
    }
    text = end
    return true
  }
}

/// The page's place in the web.
enum Page {
  static let host = "playground.tensorflow.org"
  /// The keys that are in every link that the page writes; one of them tells a state from other text.
  static let tellingKeys: Set<Substring> = [
    "activation", "batchSize", "dataset", "learningRate", "networkShape", "problem", "seed",
  ]
}

extension StringProtocol {
  /// Whether the text begins with `http://` or `https://`, in any spelling that carriers have for it.
  var startsAddress: Bool {
    let start = prefix(16).lowercased().replacing("\\", with: "")
    return ["http://", "https://", "http%3a%2f%2f", "https%3a%2f%2f"].contains { start.hasPrefix($0) }
  }

  /// Where a lowercase ASCII text stands in this one, capitals or not.
  func firstRange(ofLowercased part: String) -> Range<String.Index>? {
    let wanted = Array(part.utf8)
    func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    let bytes = utf8
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(where: { folded($0) == wanted[0] }) {
      if bytes[found...].lazy.map(folded).starts(with: wanted) {
        return found..<bytes.index(found, offsetBy: wanted.count)
      }
      start = bytes.index(after: found)
    }
    return nil
  }
}
