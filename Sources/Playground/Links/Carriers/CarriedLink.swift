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
  /// Whether it ended in dots.
  private var isCut = false

  /// Undoes what carriers did; nil for what is no link of the page.
  init?(_ carried: String) {
    guard Self.isMeant(carried) else { return nil }
    text = carried.trimmed
    undo("full-width characters") { $0.inHalfWidth }
    undo("invisible characters") { $0.withoutInvisibles }
    undo("line breaks") { $0.withoutLineBreaks }
    cutDots()
    undo("mail's =3D") { $0.withoutQuotedPrintable }
    undo("JSON's escapes") { $0.withoutJSONEscapes }
    undo("backslashes") { $0.withoutBackslashes }
    undo("HTML's &amp;") { $0.withoutEntities }
    undo("® for &reg") { $0.withoutRegisteredSigns }
    undo("[.] for a dot") { $0.replacing("[.]", with: ".").replacing("[dot]", with: ".") }
    undo("hxxp for http") { $0.withClickableScheme }
    if text.hasPrefix("//") { text = "https:" + text }
    undo("percent-encoding") { $0.withoutEncodedScheme }
    undo("what stood around it") { $0.unwrapped }
    undo("a missing #") { $0.withMark }
    guard text.hasPrefix("#") || leadToPage() else { return nil }
    undo("percent-encoding") { $0.withoutPercentEncoding }
    undo("? for #") { $0.withFragmentFromQuery }
    undo("typographic dashes") { $0.withoutTypographicDashes }
    changeState("; for &") { $0.withAmpersands }
    changeState("blanks") { $0.withoutBlanks }
    changeState("capitals") { $0.inThePagesCapitals }
  }

  /// Whether a text is meant as a link: one of the page, however it is wrapped, or any other address of the web.
  static func isMeant(_ text: String) -> Bool {
    let text = text.inHalfWidth
    let start = text.trimmed.drop { "<([{\"'`«“‘".contains($0) }
    return start.hasPrefix("#") || start.startsAddress || text.firstRange(ofLowercased: Page.host) != nil
      || start.isBareState
  }

  /// What stands behind `#`.
  var fragment: Substring? {
    text.firstIndex(of: "#").map { text[text.index(after: $0)...] }
  }

  /// The one sentence about all that was undone, and one if the link seems to be cut off.
  var notes: [String] {
    let undone = traces.isEmpty ? [] : ["Undone in the link: \(traces.inWords)."]
    return undone + (isCut ? ["The link ends in three dots: what was cut off there is lost."] : [])
  }

  /// Takes away the dots with which programs shorten what is too long for them.
  private mutating func cutDots() {
    guard let dots = ["…", "..."].first(where: text.hasSuffix) else { return }
    text.removeLast(dots.count)
    isCut = true
  }

  private mutating func undo(_ trace: String, _ change: (String) -> String) {
    let changed = change(text)
    guard changed != text else { return }
    text = changed
    if !traces.contains(trace) { traces.append(trace) }
  }

  /// Undoes something in what stands behind `#` alone.
  private mutating func changeState(_ trace: String, _ change: (String) -> String) {
    undo(trace) { text in
      guard let mark = text.firstIndex(of: "#") else { return text }
      return text[...mark] + change(String(text[text.index(after: mark)...]))
    }
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
  /// Whether the text begins with `http://` or another scheme, in any spelling that carriers have for it.
  var startsAddress: Bool {
    let start = prefix(16).lowercased().replacing("\\", with: "").replacing("%3a%2f%2f", with: "://")
    let scheme = start.prefix { $0.isASCII && $0.isLetter }
    return scheme.count > 2 && start.dropFirst(scheme.count).hasPrefix("://")
  }

  /// Whether the text is what stands behind a link's `#`, and nothing else.
  var isBareState: Bool {
    guard contains("&"), let key = split(separator: "=", maxSplits: 1).first else { return false }
    return Page.tellingKeys.contains(Substring(key))
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
