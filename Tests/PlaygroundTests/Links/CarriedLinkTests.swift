import Playground
import Testing

/// What becomes of a link on its way, and what is made of it.
@Suite struct CarriedLinkTests {
  /// A link as it arrives, and the words for what was undone; it is always the same link.
  struct Arrival: Sendable, CustomTestStringConvertible {
    let text: String
    let undone: String?
    var testDescription: String { text }

    init(_ text: String, _ undone: String? = nil) {
      self.text = text
      self.undone = undone
    }
  }

  private static let state =
    "activation=relu&dataset=spiral&regDataset=reg-plane&networkShape=5,3&seed=0.5&x_hide=false"
  private static let link = "https://playground.tensorflow.org/#\(state)"

  private static func encoded(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      ":/#=&,_%".unicodeScalars.contains(scalar) ? "%" + String(scalar.value, radix: 16, uppercase: true) : "\(scalar)"
    }.joined()
  }

  static let arrivals: [Arrival] = [
    // as it is
    Arrival(link), Arrival("http://playground.tensorflow.org#\(state)"), Arrival("playground.tensorflow.org/#\(state)"),
    Arrival("#\(state)"), Arrival("  \(link)\n"),
    Arrival("https://playground.tensorflow.org:443/?utm_source=x#\(state)"),
    Arrival("https://playground.tensorflow.org./#\(state)"),
    // HTML
    Arrival(link.replacing("&", with: "&amp;"), "HTML's &amp;"),
    Arrival(link.replacing("&", with: "&AMP;"), "HTML's &amp;"),
    Arrival(link.replacing("&", with: "&amp"), "HTML's &amp;"),
    Arrival(link.replacing("&", with: "&amp;amp;"), "HTML's &amp;"),
    Arrival(link.replacing("&", with: "&#38;").replacing("=", with: "&equals;"), "HTML's &amp;"),
    Arrival(link.replacing("&", with: "&#x26;").replacing("org/#", with: "org/&num;"), "HTML's &amp;"),
    Arrival(link.replacing("&reg", with: "®"), "® for &reg"),
    Arrival(link.replacing("&reg", with: "&reg;"), "® for &reg"),
    Arrival(link.replacing("&reg", with: "%C2%AE"), "® for &reg"),
    Arrival(link.replacing("&reg", with: "Â®"), "® for &reg"),
    Arrival(
      link.replacing("&", with: "&amp;").replacing("&amp;reg", with: "®"), "HTML's &amp; and ® for &reg"),
    // Markdown, TeX, shells
    Arrival(link.replacing("&", with: "\\&").replacing("_", with: "\\_"), "backslashes"),
    Arrival(link.replacing("#", with: "\\#").replacing("=", with: "\\="), "backslashes"),
    Arrival("\\url{\(link.replacing("&", with: "\\&"))}", "backslashes and what stood around it"),
    Arrival("[the Playground](\(link))", "what stood around it"), Arrival("[\(link)](\(link))", "what stood around it"),
    // brackets, quotes, tags, sentences
    Arrival("<\(link)>", "what stood around it"), Arrival("<URL:\(link)>", "what stood around it"),
    Arrival("(\(link))", "what stood around it"), Arrival("\"\(link)\"", "what stood around it"),
    Arrival("“\(link)”", "what stood around it"), Arrival("`\(link)`", "what stood around it"),
    Arrival("<#\(state)>", "what stood around it"), Arrival("see \(link).", "what stood around it"),
    Arrival("\(link).", "what stood around it"), Arrival("<a href=\"\(link)\">spiral</a>", "what stood around it"),
    Arrival("[url=\(link)]spiral[/url]", "what stood around it"), Arrival("[url]\(link)[/url]", "what stood around it"),
    Arrival("view-source:\(link)", "what stood around it"),
    Arrival("{\"link\": \"\(link.replacing("/", with: "\\/"))\"}", "JSON's escapes and what stood around it"),
    // JSON, JavaScript, mail
    Arrival(link.replacing("/", with: "\\/"), "JSON's escapes"),
    Arrival(link.replacing("&", with: "\\u0026").replacing("=", with: "\\u003d"), "JSON's escapes"),
    Arrival(link.replacing("=", with: "=3D").replacing("dataset", with: "data=\nset"), "mail's =3D"),
    // percent-encoding, of a part, of all, twice
    Arrival("https://playground.tensorflow.org/#\(encoded(state))", "percent-encoding"),
    Arrival("https://playground.tensorflow.org/#\(encoded(encoded(state)))", "percent-encoding"),
    Arrival("https://playground.tensorflow.org/%23\(encoded(state))", "percent-encoding"),
    Arrival("https://playground.tensorflow.org/%23\(state)", "percent-encoding"),
    Arrival(link.replacing(",", with: "%2C"), "percent-encoding"),
    Arrival(link.replacing("=", with: "%3d").replacing("&", with: "%26"), "percent-encoding"),
    Arrival("#\(encoded(state))", "percent-encoding"),
    Arrival("https://playground.tensorflow.org/?\(state)", "? for #"),
    // capitals, dashes, nothing that can be seen
    Arrival("HTTPS://Playground.TensorFlow.org/#\(state)", "capitals in the host"),
    Arrival(link.replacing("reg-", with: "reg–"), "typographic dashes"),
    Arrival(link.replacing("/#", with: "/\u{200B}#").replacing("&", with: "&\u{AD}"), "invisible characters"),
    Arrival(link.replacing("activation", with: "Activation").replacing("spiral", with: "SPIRAL"), "capitals"),
    // full width, line breaks of mail, blanks, old servers' separators, no scheme, no #, dots that are not clicked on
    Arrival(
      String(
        String.UnicodeScalarView(
          link.unicodeScalars.map { (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 })),
      "full-width characters"),
    Arrival(link.replacing("#", with: "＃").replacing("&", with: "＆"), "full-width characters"),
    Arrival(link.replacing("https:", with: "https："), "full-width characters"),
    Arrival(link.replacing("=spi", with: "=s\npi")), Arrival(link.replacing("=spi", with: "=s\r\npi")),
    Arrival("> " + link.replacing("=spi", with: "=s\n> pi"), "line breaks and what stood around it"),
    Arrival(link.replacing("=spi", with: "=s\n    pi"), "line breaks"),
    Arrival(link.replacing("=spi", with: "=s pi"), "blanks"), Arrival(link.replacing("&", with: " & "), "blanks"),
    Arrival("\(link) for more", "blanks"), Arrival(link.replacing("&", with: ";"), "; for &"),
    Arrival("www.playground.tensorflow.org/#\(state)", "what stood around it"),
    Arrival("https://www.playground.tensorflow.org/#\(state)"),
    Arrival(state, "a missing #"), Arrival(state.replacing("&", with: "&amp;"), "HTML's &amp; and a missing #"),
    Arrival(link.replacing(".", with: "[.]").replacing("0[.]5", with: "0.5"), "[.] for a dot"),
    Arrival(link.replacing("https", with: "hxxps"), "hxxp for http"),
    Arrival("<\(link)|the Playground>", "what stood around it"), Arrival("curl '\(link)'", "what stood around it"),
    Arrival("=HYPERLINK(\"\(link)\",\"play\")", "what stood around it"),
    Arrival("[InternetShortcut]\nURL=\(link)\n", "what stood around it"),
    Arrival("[[\(link)][play]]", "what stood around it"), Arrival("`play <\(link)>`_", "what stood around it"),
    Arrival(encoded(link), "percent-encoding"),
    // redirects
    Arrival("//duckduckgo.com/l/?uddg=\(encoded(link))&rut=1", "a redirect by duckduckgo.com"),
    Arrival(
      "https://urldefense.proofpoint.com/v2/url?u="
        + encoded(link).replacing("%2F", with: "_").replacing("%5F", with: "-5F").replacing("-plane", with: "-2Dplane")
        .replacing("%", with: "-") + "&d=DwMFaQ&c=x",
      "a redirect by urldefense.proofpoint.com"),
    Arrival("https://www.google.com/url?sa=t&url=\(encoded(link))&usg=AOvVaw0", "a redirect by www.google.com"),
    Arrival(
      "https://www.google.com/url?q=https://playground.tensorflow.org/%23\(encoded(state))&amp;sa=D",
      "HTML's &amp;, a redirect by www.google.com and percent-encoding"),
    Arrival("https://duckduckgo.com/l/?uddg=\(encoded(link))", "a redirect by duckduckgo.com"),
    Arrival(
      "https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=\(encoded(link))", "a redirect by r.search.yahoo.com"),
    Arrival("https://www.google.com/url?q=\(link)", "a redirect by www.google.com"),
    Arrival(
      "https://eur01.safelinks.protection.outlook.com/?url="
        + encoded("https://www.google.com/url?q=\(encoded(link))") + "&data=05",
      "a redirect by "
        + "eur01.safelinks.protection.outlook.com"),
    Arrival("https://web.archive.org/web/2024/\(link)", "a redirect by web.archive.org"),
    Arrival("https://playground-tensorflow-org.translate.goog/?_x_tr_sl=en#\(state)"),
    // the link in Base64, its # and what follows with it
    Arrival(
      "https://www.bing.com/ck/a?!&&p=7&u=a1aHR0cHM6Ly9wbGF5Z3JvdW5kLnRlbnNvcmZsb3cub3JnLyNhY3RpdmF0aW9uPXJlbHUmZGF0YXNldD1z"
        + "cGlyYWwmcmVnRGF0YXNldD1yZWctcGxhbmUmbmV0d29ya1NoYXBlPTUsMyZzZWVkPTAuNSZ4X2hpZGU9ZmFsc2U&ntb=1",
      "a redirect by www.bing.com"),
  ]

  @Test(arguments: arrivals)
  func whatCarriersDidIsUndoneAndSaidOnce(_ arrival: Arrival) throws {
    let link = try #require(PlaygroundLink(arrival.text))
    #expect(link.hash == PlaygroundLink(Self.link)?.hash)
    #expect(link.notes == (arrival.undone.map { ["Undone in the link: \($0)."] } ?? []))
  }

  /// What the page writes, or a person types, stays as the page reads it.
  @Test(arguments: [
    ("#seed=a%20b", "a%20b"), ("#seed=hello world", "hello%20world"), ("#seed=%41", "%41"), ("#seed=100%", "100%"),
    ("#seed=&copy", nil), ("#seed=a+b", "a+b"), ("#seed=(1)", "(1)"), ("#seed=1.", "1."),
  ])
  func theSeedsOwnSignsStay(link: String, seed: String?) throws {
    let read = try #require(PlaygroundLink(link))
    #expect(read.seed == seed)
    #expect(!read.notes.contains { $0.hasPrefix("Undone") })
  }

  @Test(arguments: ["…", "..."])
  func aLinkThatWasCutOffIsNamed(dots: String) throws {
    let link = try #require(PlaygroundLink("https://playground.tensorflow.org/#dataset=spiral&seed=1&batchSi\(dots)"))
    #expect(link.dataset == .spiral)
    #expect(link.notes.first == "The link ends in three dots: what was cut off there is lost.")
  }

  @Test(arguments: [
    "file:///home/me/playground/index.html#seed=1", "ftp://example.org/x", "http://localhost:5000/#seed=1",
    "https://bit.ly/abc", "http://example.org/#seed=1", "https://www.google.com/search?q=tensorflow+playground",
    "https://t.co/x#", "https://", "https://tensorflow.org/",
    "https://notplayground.tensorflow.org/x",
    "https://www.bing.com/ck/a?u=a1aHR0cHM6Ly9leC5vcmc",
  ])
  func anotherAddressIsRefusedInASentence(address: String) {
    #expect(PlaygroundLink.isLink(address))
    #expect(PlaygroundLink(address) == nil)
    let sentence = "\(LinkRefusal(address))"
    #expect(sentence.hasPrefix("\"\(address)\" is no link of TensorFlow Playground"))
    #expect(sentence.hasSuffix("open it in a browser and copy what it becomes."))
  }

  @Test(arguments: [
    ("bit.ly/abc", true), ("www.example.org/", true), ("runs/best", false), ("../abc", false), ("./x", false),
    ("old.runs/a.yaml", false), ("bit.ly", false), ("a_b.c/d", false), ("/tmp/x", false),
  ])
  func anAddressMayComeWithoutItsScheme(text: String, looksLikeAddress: Bool) {
    #expect(LinkRefusal.looksLikeAddress(text) == looksLikeAddress)
  }
}
