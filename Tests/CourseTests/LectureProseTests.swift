import Course
import Playground
import Testing

@Suite("The prose of a lecture")
struct LectureProseTests {
  /// The blocks of a step whose text is `markdown`.
  private func prose(_ markdown: String) throws -> [Prose] {
    try Lecture.sample(step: markdown).steps[0].prose
  }

  static let emphasis: [(String, [TextRun])] = [
    ("plain words", [TextRun("plain words")]),
    ("one *word* here", [TextRun("one "), TextRun("word", .emphasis), TextRun(" here")]),
    ("a **strong one**.", [TextRun("a "), TextRun("strong one", .strong), TextRun(".")]),
    ("press `Space`", [TextRun("press "), TextRun("Space", .code)]),
    ("_so_ and __so__", [TextRun("so", .emphasis), TextRun(" and "), TextRun("so", .strong)]),
    ("a [link](https://e.org)", [TextRun("a "), TextRun("link", link: "https://e.org")]),
    ("*a `*` inside*", [TextRun("a ", .emphasis), TextRun("*", .code), TextRun(" inside", .emphasis)]),
    ("2 * 3 * 4", [TextRun("2 * 3 * 4")]),
    ("snake_case_name", [TextRun("snake_case_name")]),
    ("**never closed", [TextRun("**never closed")]),
    ("`never closed", [TextRun("`never closed")]),
    (#"\*stars\*"#, [TextRun("*stars*")]),
    ("two\nlines", [TextRun("two lines")]),
    ("a break\\\nkept", [TextRun("a break\nkept")]),
    ("escape \u{1B}[31m stays", [TextRun("escape \u{1B}[31m stays")]),
  ]

  @Test("marks become styles, and marks without a counterpart stay text", arguments: emphasis)
  func marks(text: String, expected: [TextRun]) throws {
    #expect(try prose(text) == [.paragraph(expected)])
  }

  /// Each costs minutes where every mark is looked for through the whole text again.
  @Test(
    "marks that never close cost no more than their length", .timeLimit(.minutes(1)),
    arguments: [
      "[", "*a ", "a* ", "_a ", "**a ", "[a](", "[a", "*a _b **c __d ", "[*_`a ", "|", "|a\n", ">", "> a\n", "#", "1. ",
      "- a\n\n", "`a `` ",
    ])
  func hostile(piece: String) throws {
    let text = String(repeating: piece, count: 60_000 / piece.count)
    let letters = try prose(text).count
    #expect(letters > 0)
  }

  @Test("a table with more columns than a screen has is text")
  func wideTable() throws {
    let wide = String(repeating: "|", count: 70)
    guard case .paragraph = try #require(try prose("\(wide)\n|-\n|a\n").first) else {
      Issue.record("a table of 70 columns was read")
      return
    }
  }

  @Test("an empty line ends a paragraph")
  func paragraphs() throws {
    #expect(try prose("one\n\ntwo") == [.paragraph([TextRun("one")]), .paragraph([TextRun("two")])])
  }

  @Test("lists keep numbers, nesting and continued lines")
  func lists() throws {
    let list = try prose("- one\n  goes on\n  - inner\n\n- two\n")
    #expect(
      list == [
        .list([
          ListItem(marker: "•", depth: 0, text: [TextRun("one goes on")]),
          ListItem(marker: "•", depth: 1, text: [TextRun("inner")]),
          ListItem(marker: "•", depth: 0, text: [TextRun("two")]),
        ])
      ])
    let numbered = try prose("1. first\n2. second")
    #expect(
      numbered == [
        .list([
          ListItem(marker: "1.", depth: 0, text: [TextRun("first")]),
          ListItem(marker: "2.", depth: 0, text: [TextRun("second")]),
        ])
      ])
  }

  @Test("a formula that begins with a minus or a number is no list")
  func formulasAreNoLists() throws {
    #expect(try prose("−2 and more") == [.paragraph([TextRun("−2 and more")])])
    #expect(try prose("0.5 is half") == [.paragraph([TextRun("0.5 is half")])])
  }

  @Test("tables have alignments, and short rows are filled up")
  func tables() throws {
    let table = ProseTable(
      header: [[TextRun("a")], [TextRun("b")], [TextRun("c")]], alignments: [.left, .right, .centre],
      rows: [[[TextRun("1")], [TextRun("2", .strong)], [TextRun("x|y")]], [[TextRun("only")], [], []]])
    #expect(try prose("| a | b | c |\n|---|---:|:-:|\n| 1 | **2** | x\\|y |\n| only |") == [.table(table)])
  }

  @Test("bars without a line of dashes are a paragraph")
  func noTable() throws {
    #expect(try prose("| a | b |") == [.paragraph([TextRun("| a | b |")])])
  }

  @Test("quotations, inner headings and code keep their kind")
  func otherBlocks() throws {
    let blocks = try prose("### Inner\n> said\n> so\n\n```\nz = w x\n  + b\n```\n")
    #expect(blocks == [.heading([TextRun("Inner")]), .quotation([TextRun("said so")]), .code("z = w x\n  + b")])
  }
}

extension Lecture {
  /// A lecture of one step with the given text.
  static func sample(step: String) throws -> Lecture {
    let front = "---\ntitle: Sample\norder: 9\nsummary: A sample.\nminutes: 5\n---\n"
    return try Lecture(text: "\(front)## Step\n\(step)\n", name: "sample", file: "sample.md")
  }
}
