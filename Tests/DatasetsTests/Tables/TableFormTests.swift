import Datasets
import Foundation
import Testing

/// The forms in which tables are found in the world, each with the same six samples or a few of its own.
struct TableFormTests {
  @Test(
    "reads the same samples in every form",
    arguments: [
      ("plain", "x,y,label\n1,2.5,a\n-3,4,b\n"),
      ("a header in capitals", "X,Y,LABEL\n1,2.5,a\n-3,4,b\n"),
      ("semicolons", "x;y;label\n1;2.5;a\n-3;4;b\n"),
      ("semicolons and decimal commas", "x;y;label\n1;2,5;a\n-3,0;4;b\n"),
      ("decimal commas in all cells", "1,0;2,5;a\n-3,0;4,0;b\n"),
      ("tabs", "x\ty\tlabel\n1\t2.5\ta\n-3\t4\tb\n"),
      ("tabs and decimal commas", "x\ty\tlabel\n1\t2,5\ta\n-3\t4\tb\n"),
      ("pipes", "x|y|label\n1|2.5|a\n-3|4|b\n"),
      ("aligned by spaces", "   x    y  label\n   1  2.5  a\n  -3    4  b\n"),
      ("aligned by spaces, without a header", "   1  2.5  a\n  -3    4  b  \n"),
      ("aligned by tabs", "1\t\t2.5\ta\n-3\t4\tb\n"),
      ("aligned by spaces, decimal commas", " 1,0  2,5  a\n-3,0  4,0  b\n"),
      ("Excel's first line", "sep=;\nx;y;label\n1;2.5;a\n-3;4;b\n"),
      ("Excel's first line, lines ended its way", "sep=|\r\nx|y|label\r\n1|2.5|a\r\n-3|4|b\r\n"),
      ("commas at the ends", "x,y,label,\n1,2.5,a,\n-3,4,b,\n"),
      ("commas at the ends of samples", "x,y,label\n1,2.5,a,\n-3,4,b,\n"),
      ("a comma at the header's end", "x,y,label,\n1,2.5,a\n-3,4,b\n"),
      ("comments", "# made by\n# me\nx,y,label\n1,2.5,a\n# half\n-3,4,b\n# end\n"),
      ("a comment as the last line without its end", "x,y,label\n1,2.5,a\n-3,4,b\n# end"),
      ("blank lines", "\n\nx,y,label\n\n1,2.5,a\n  \n-3,4,b\n\n"),
      ("quoted", "\"x\",\"y\",\"label\"\n\"1\",\"2.5\",\"a\"\n\"-3\",\"4\",\"b\"\n"),
      ("Weka's quotation marks", "x,y,label\n'1',2.5,'a'\n'-3','4','b'\n"),
      ("the Unicode minus", "x,y,label\n1,2.5,a\n−3,4,b\n"),
      ("no-break spaces", "x,y,label\n\u{a0}1,2.5\u{a0},a\n-3,\u{202f}4,b\n"),
      ("tildes", "x~y~label\n1~2.5~a\n-3~4~b\n"), ("carets", "x^y^label\n1^2.5^a\n-3^4^b\n"),
      ("colons", "x:y:label\n1:2.5:a\n-3:4:b\n"),
      ("Hive's sign", "x\u{1}y\u{1}label\n1\u{1}2.5\u{1}a\n-3\u{1}4\u{1}b\n"),
      ("ASCII's unit separator", "x\u{1f}y\u{1f}label\n1\u{1f}2.5\u{1f}a\n-3\u{1f}4\u{1f}b\n"),
      ("blanks behind semicolons", "x; y; label\n1; 2.5; a\n-3; 4; b\n"),
      ("blanks behind commas and quotation marks", "x, y, label\n1, 2.5, \"a\"\n-3, 4, \"b\"\n"),
      ("Excel's first line in capitals", "SEP=;\nx;y;label\n1;2.5;a\n-3;4;b\n"),
      ("Excel's first line, quoted", "\"sep=;\"\nx;y;label\n1;2.5;a\n-3;4;b\n"),
      ("another sign that is announced", "sep=&\nx&y&label\n1&2.5&a\n-3&4&b\n"),
      ("a console's", " x | y | label\n---+-----+------\n 1 | 2.5 | a\n -3 | 4 | b\n"),
      ("many commas at the ends", "x,y,label\n1,2.5,a,,,\n-3,4,b,,,\n"),
      ("rows of commas", "x,y,label\n,,\n1,2.5,a\n,,\n-3,4,b\n,,\n,,\n"),
      ("comments behind blanks and samples", "x,y,label\n  # half\n1,2.5,a  # first\n-3,4,\"b\" # last\n"),
      ("a comment behind aligned columns", "x  y  label\n1  2.5  a  # first\n-3  4  b\n"),
      ("DOS's end of text", "x,y,label\r\n1,2.5,a\r\n-3,4,b\r\n\u{1a}"),
      ("lines ended by CR", "x,y,label\r1,2.5,a\r-3,4,b\r"),
      ("a byte order mark", "\u{feff}x,y,label\n1,2.5,a\n-3,4,b\n"),
    ])
  func forms(name: String, text: String) throws {
    try expectSamples(Array(text.utf8))
  }

  @Test("reads UTF-16 of both orders, marked or not")
  func utf16() throws {
    let text = "x,y,label\n1,2.5,a\n-3,4,b\n"
    let (little, big) = (utf16(text), utf16(text, isBigEndian: true))
    for bytes in [little, big, [0xff, 0xfe] + little, [0xfe, 0xff] + big] { try expectSamples(bytes) }
  }

  @Test("words beyond the first plane, in UTF-8, UTF-16 and Windows-1252")
  func words() throws {
    let text = "x,label\n1,Größe 😀\n2,b\n"
    let wide: [UInt8] = [0xff, 0xfe] + utf16(text)
    for bytes in [Array(text.utf8), wide] {
      #expect(try table(bytes).targets == .classes([0, 1], names: ["Größe 😀", "b"]))
    }
    let windows: [UInt8] = Array("x,label\n1,".utf8) + [0x93, 0x35, 0x20, 0x80, 0x94] + Array("\n2,b\n".utf8)
    #expect(try table(windows).targets == .classes([1, 0], names: ["b", "“5 €”"]))
    let latin: [UInt8] = Array("x,label\n1,Gr".utf8) + [0xf6, 0xdf] + Array("e\n2,b\n".utf8)
    #expect(try table(latin).targets == .classes([0, 1], names: ["Größe", "b"]))
  }

  @Test(
    "reads numbers as they are printed",
    arguments: [
      ("\"1,234\"", 1234), ("\"1,234,567.5\"", 1_234_567.5), ("1'234", 1234), ("1\u{a0}234", 1234),
      ("1\u{202f}234", 1234),
      ("−0.5", -0.5), ("+7", 7), ("1e3", 1000), ("'12'", 12), ("12.5%", 12.5), ("12 %", 12), ("\"$1,234.50\"", 1234.5),
      ("-$5", -5), ("$-5", -5), ("50 €", 50), ("£3.99", 3.99), ("¥100", 100), ("(12.5)", -12.5),
      ("\"($1,234)\"", -1234),
      ("\"12,34,567\"", 1_234_567), ("1 234", 1234), ("1.5D+03", 1500), ("１２", 12), ("٤٢", 42),
    ] as [(String, Float)])
  func numbers(text: String, value: Float) throws {
    #expect(try table(Array("x,label\n\(text),a\n0,b\n".utf8)).features == [value, 0])
  }

  @Test(
    "decimal commas make points the mark of thousands",
    arguments: [("1.234,5", 1234.5), ("1.234", 1234), ("0,5", 0.5), ("-1,25e1", -12.5), ("12", 12)]
      as [(String, Float)])
  func decimalCommas(text: String, value: Float) throws {
    #expect(try table(Array("x;label\n\(text);a\n3,75;b\n".utf8)).features == [value, 3.75])
  }

  @Test(
    "what stands for a missing value is a gap, in features and labels",
    arguments: [
      "", "  ", "\"\"", "?", "??", "NA", "N/A", "n/a", "na", "n.a.", "N.A.", "nan", "NaN", "-nan", "null", "NULL",
      "(null)",
      "None", "nil", "#N/A", "#VALUE!", "<NA>", "NaT", "NA_integer_", "\\N", "-", "--", "–", "—", ".", "...", "…",
      "missing",
      "undefined", "'?'",
    ])
  func gaps(gap: String) throws {
    let table = try table(Array("x,z,label\n1,2,a\n3,4,b\n5,6,\(gap)\n\(gap),8,a\n".utf8))
    #expect(table.features == [1, 2, 3, 4])
    #expect(table.targets == .classes([0, 1], names: ["a", "b"]))
    #expect(
      table.account?.hasSuffix("1 line left out (a value is missing); 1 line left out (the label is missing)") == true)
  }

  @Test(
    "among numbers these are gaps too, and among words they are words",
    arguments: ["none", "unknown", "Unknown", "TBA", "n.d.", "*", "(none)", "not available"])
  func gapsAmongNumbers(gap: String) throws {
    let numbers = try table(Array("x,label\n1,0\n\(gap),1\n3,\(gap)\n4,1\n".utf8))
    #expect(numbers.features == [1, 4])
    #expect(numbers.targets == .classes([0, 1], names: ["0", "1"]))
    let words = try table(Array("x,label\n1,a\n2,b\n3,\(gap)\n".utf8))
    #expect(words.kind == .classes(3))
  }

  @Test("words that differ in capitals alone are one; single letters are not")
  func capitals() throws {
    let merged = try table(Array("x,label\nTrue,Yes\nFALSE,no\nTRUE,yes\nfalse,No\n".utf8))
    #expect(merged.targets == .classes([0, 1, 0, 1], names: ["Yes", "no"]))
    #expect(merged.features == [1, 0, 1, 0] && merged.featureNames == ["x=True"])
    #expect(merged.account?.contains("\"Yes\" and \"yes\" are one word in column 2 (label)") == true)
    #expect(try table(Array("x,label\n1,a\n2,A\n3,b\n".utf8)).kind == .classes(3))
  }

  @Test(
    "quotation marks hold separators, line ends and quotation marks",
    arguments: [
      ("\"a, b\"", "a, b"), ("\"a\nb\"", "a\nb"), ("\"a \"\"b\"\"\"", "a \"b\""), ("\"a \\\"b\\\" c\"", "a \"b\" c"),
      ("3\" pipe", "3\" pipe"), ("O'Brien", "O'Brien"), (String(repeating: "long ", count: 3000) + "text", nil),
    ] as [(String, String?)])
  func quotation(cell: String, word: String?) throws {
    let table = try table(Array("x,label\n1,\(cell)\n2,other\n3,\(cell)\n".utf8))
    guard case .classes(_, let names) = table.targets else { throw Failure() }
    #expect(names.contains(word ?? cell))
  }

  private struct Failure: Error {}

  @Test("single quotation marks hold commas too, as Weka writes them")
  func singleQuotation() throws {
    let table = try table(Array("'x','label'\n'1','a, b'\n'2','c, d'\n".utf8))
    #expect(table.targets == .classes([0, 1], names: ["a, b", "c, d"]))
  }

  @Test("columns of other files: pandas' index, R's row names, a column called #")
  func indices() throws {
    let pandas = try table(Array("\n,x,y\n0,1.5,a\n1,2.5,b\n".utf8))
    #expect(pandas.layout.features.map(\.name) == ["x1", "x"])
    let r = try table(Array("\"x\",\"y\"\n\"r1\",1.5,\"a\"\n\"r2\",2.5,\"b\"\n".utf8))
    #expect(r.featureNames.last == "x" && r.targetNames == ["y"])
    let number = try table(Array("#,x,label\n3,1.5,a\n4,2.5,b\n".utf8))
    #expect(number.featureNames == ["#", "x"])
  }

  private func utf16(_ text: String, isBigEndian: Bool = false) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit & 0xff), UInt8(unit >> 8)]
      return isBigEndian ? bytes.reversed() : bytes
    }
  }

  private func expectSamples(_ bytes: [UInt8]) throws {
    let table = try table(bytes)
    #expect(table.features == [1, 2.5, -3, 4])
    #expect(table.targets == .classes([0, 1], names: ["a", "b"]))
  }

  private func table(_ bytes: [UInt8]) throws -> Table {
    let scratch = try Scratch()
    return try Table(TableSource(path: try scratch.write(bytes, to: "some.csv")))
  }
}
