import Testing
import Words

@Suite("JSON as it is written")
struct JSONTests {
  static let values: [(JSON, String)] = [
    ("a \"b\" \\ c", #""a \"b\" \\ c""#), ("\n\t\u{1B}\u{7F}é", #""\n\t\u001b\u007fé""#), (.whole(-3), "-3"),
    ("\u{9B}\u{202E}\u{200B}\u{E0041}", #""\u009b\u202e\u200b\udb40\udc41""#), (.number(0.25), "0.25"),
    (.number(.nan), "null"), (.number(-.infinity), "null"), (.flag(true), "true"),
    (.list([]), "[]"), (.list([.whole(1), "x"]), #"[1,"x"]"#),
    (.object(["b": .whole(1), "a": nil, "c": .list([.flag(false)])]), #"{"b":1,"c":[false]}"#),
  ]

  @Test("values stand on one line, keys in their order", arguments: values)
  func lines(value: JSON, line: String) {
    #expect(value.line == line)
  }
}
