import Testing
import Words

@Suite("Text as it is written")
struct TextTests {
  @Test(
    "what would command a terminal is made visible",
    arguments: [
      ("plain", "plain"), ("\u{1B}[31m", "\\u{1b}[31m"), ("a\nb\t", "a\\u{a}b\\u{9}"), ("\u{9B}2J", "\\u{9b}2J"),
      ("\u{202E}abc", "\\u{202e}abc"), ("\u{FEFF}x", "\\u{feff}x"), ("é漢😀", "é漢😀"), ("\r\n", "\\u{d}\\u{a}"),
      ("a\u{200B}b", "a\\u{200b}b"), ("a\u{AD}\u{2060}", "a\\u{ad}\\u{2060}"), ("\u{2067}x", "\\u{2067}x"),
      ("e\u{301}", "e\u{301}"), ("\u{301}e", "\\u{301}e"), ("👩\u{200D}🔬", "👩\u{200D}🔬"), ("❤\u{FE0F}", "❤\u{FE0F}"),
      ("a\u{200D}\u{200D}b", "a\u{200D}\\u{200d}b"), ("\u{E0041}", "\\u{e0041}"), ("ế", "ế"), ("שָׁ", "שָׁ"),
      ("a\u{300}\u{301}\u{302}\u{303}", "a\u{300}\u{301}\u{302}\\u{303}"), ("\u{3164}", "\\u{3164}"),
    ])
  func visible(text: String, printed: String) {
    #expect(printable(text) == printed)
  }

  @Test("what is quoted stays short")
  func quotes() {
    #expect(quoted("xor") == "\"xor\"")
    #expect(quoted("\u{7}") == "\"\\u{7}\"")
    #expect(quoted(String(repeating: "a", count: 60)) == "\"\(String(repeating: "a", count: 60))\"")
    #expect(quoted(String(repeating: "a", count: 61)) == "\"\(String(repeating: "a", count: 59))…\"")
    #expect(shortened("abcdef", to: 4) == "abc…")
    #expect(shortened("a" + String(repeating: "\u{301}", count: 1000)).unicodeScalars.count < 300)
  }

  @Test(
    "lists are read as sentences",
    arguments: [
      ([], "none", "nothing", ""), (["a"], "a", "a", "a"), (["a", "b"], "a and b", "a or b", "a, b"),
      (["a", "b", "c"], "a, b and c", "a, b or c", "a, b and 1 more"),
    ])
  func lists(items: [String], all: String, choice: String, beginning: String) {
    #expect(items.inWords == all)
    #expect(items.inChoice == choice)
    #expect(items.beginning(most: 2) == beginning)
  }

  @Test(
    "blanks at its ends go",
    arguments: [(" a b\t", "a b", "a b"), ("\n x \r\n", "x", "\n x \r\n"), ("", "", ""), ("   ", "", "")])
  func ends(text: String, trimmed: String, withoutBlanks: String) {
    #expect(text.trimmed == trimmed)
    #expect(text.trimmingBlanks == withoutBlanks)
  }

  @Test(
    "a slip is near the word that was meant",
    arguments: [
      ("trian", "train"), ("TRAIN", "train"), ("snap", "snapshot"), ("shot", "snapshot"), ("x", nil),
      ("quite other", nil),
      (String(repeating: "train", count: 100), nil),
    ])
  func slips(text: String, meant: String?) {
    #expect(nearest(to: text, among: ["train", "predict", "snapshot"]) == meant)
  }
}
