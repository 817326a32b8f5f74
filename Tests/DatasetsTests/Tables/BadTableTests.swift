import Datasets
import Foundation
import Testing

/// Tables from CSV files that cannot be used: a sentence each, with line and column.
struct BadTableTests {
  private static func lines(_ line: (Int) -> String) -> String { (0..<12).map { line($0) + "\n" }.joined() }

  private static let cases: [(String, String)] = [
    ("", "bad.csv: the file is empty; it needs a line for each sample, features first and the label last"),
    ("\n\n", "bad.csv: the file is empty; it needs a line for each sample, features first and the label last"),
    ("a,b,c\n", "bad.csv: there is a header but no line of data below it"),
    (
      "1,2,a\n3,b\n",
      "bad.csv, line 2: the line has 2 columns, those before it have 3; give every line as many, or let a line that is no sample begin with #"
    ),
    (
      "1,2,a\n3,4,b,5\n",
      "bad.csv, line 2: the line has 4 columns, those before it have 3; give every line as many, or let a line that is no sample begin with #"
    ),
    (
      "1,2,a\n3\n",
      "bad.csv, line 2: the line has 1 column, those before it have 3; give every line as many, or let a line that is no sample begin with #"
    ),
    ("1,2,a\n3,4.5,b\n5,x,b\n", "bad.csv, line 3, column 2: \"x\" is a word \(wordRemedy)"),
    ("1,2,a\n3,4.5,b\n5,0x10,b\n", "bad.csv, line 3, column 2: \"0x10\" is a word \(wordRemedy)"),
    ("1,2,a\n3,4,b\n5,\"4,5\",b\n3,1.5,a\n", "bad.csv, line 3, column 2: \"4,5\" is a word \(wordRemedy)"),
    (
      "width,height,kind\n1,2,a\n3,tall,b\n4,2.5,b\n",
      "bad.csv, line 3, column 2 (height): \"tall\" is a word \(wordRemedy)"
    ),
    (
      "1,2,a\n3,\u{1b}]0;x\u{7},b\n1,2.5,a\n",
      "bad.csv, line 2, column 2: \"\\u{1b}]0;x\\u{7}\" is a word \(wordRemedy)"
    ),
    ("1,2,a\n-inf,4,b\n", "bad.csv, line 2, column 1: \"-inf\" is not a number to learn from; leave the line out"),
    ("1,2,a\n1e39,4,b\n", "bad.csv, line 2, column 1: \"1e39\" is not a number to learn from; leave the line out"),
    ("1,2,a\n1e999,4,b\n", "bad.csv, line 2, column 1: \"1e999\" is not a number to learn from; leave the line out"),
    ("1,2,0\n1,2,inf\n", "bad.csv, line 2, column 3: \"inf\" is not a number to learn from; leave the line out"),
    ("1,2,a\n3,4,a\n", "bad.csv, column 3: every line has the label \"a\", \(oneClassRemedy)"),
    ("1,2,7\n3,4,7\n", "bad.csv, column 3: every line has the label \"7\", \(oneClassRemedy)"),
    (
      lines { "\($0 % 3),n\($0)" },
      "bad.csv, column 2: each line has a label of its own, such as \"n0\", so there is nothing to tell apart; "
        + "choose another column with #label=NAME, #label=first or #label=N"
    ),
    (
      lines { "n\($0),\($0 % 3)" },
      "bad.csv: no column is left to learn from: each is the label, empty, or differs on each line; "
        + "keep one with #with=NAME, or choose another label with #label=NAME"
    ),
    (
      "1,2,0.5\n3,4,low\n",
      "bad.csv, line 2, column 3: the label \"low\" is a word, but other labels are numbers with a fraction; "
        + "use words or numbers throughout"
    ),
    (
      "1,2,low\n3,4,1\n5,6,0.5\n",
      "bad.csv, line 1, column 3: the label \"low\" is a word, but other labels are numbers with a fraction; "
        + "use words or numbers throughout"
    ),
    (
      "1\n2\n",
      "bad.csv: there is 1 column, but at least 2 are needed: features first, the label last; if another sign than "
        + ", ; | tab or blank parts them, put sep= and that sign on the first line"
    ),
    (
      "1,\"2,a\n3,4,b\n",
      "bad.csv, line 1: the quotation mark opened here is never closed; inside a cell it is written twice"
    ),
    (
      "1,2,a\n3,\"4\"5,b\n",
      "bad.csv, line 2: after a closing quotation mark there must be a separator or the end of the line; "
        + "inside a cell it is written twice"
    ),
    ("1,2,a\n3,\0,b\n", "bad.csv: this is no text; save the table as CSV, UTF-8"),
    ("<!DOCTYPE html>\n<html>", "bad.csv: this is a web page, not the table that it shows; fetch the raw file"),
    ("[{\"a\": 1}]", "bad.csv: this is JSON; save the table as CSV, a line for each sample"),
    ("@relation x\n@data\n1,2\n", "bad.csv: this is ARFF; take the lines below @data and save them as CSV"),
    ("PAR1\u{15}", "bad.csv: this is a Parquet file; save the table as CSV"),
    ("PK\u{3}\u{4}", "bad.csv: this is a zip archive or a spreadsheet; save the sheet as CSV, or unpack the archive"),
    ("BZh9", "bad.csv: this is packed with bzip2, xz or zstd; unpack it, or pack it with gzip"),
  ]

  @Test("says what is wrong, where, and what to do", arguments: cases)
  func sentences(text: String, sentence: String) throws {
    #expect(try said(of: Array(text.utf8)) == sentence)
  }

  @Test(
    "says what is wrong with a file that is no table",
    arguments: [
      ([0xff, 0x31, 0x00], 1, "bad.csv: this is no text; save the table as CSV, UTF-8"),
      (
        [0x31], 3_000_000,
        "bad.csv, line 1: the cell has more than 65,536 bytes; is this a table, or a quotation mark missing?"
      ),
      (
        [0x22, 0x22], 1_000_000,
        "bad.csv, line 1: the cell has more than 65,536 bytes; is this a table, or a quotation mark missing?"
      ),
      ([0x2c], 300_000, "bad.csv, line 1: the line has more than 262,144 columns; is this a table?"),
    ] as [([UInt8], Int, String)])
  func noTable(pattern: [UInt8], count: Int, sentence: String) throws {
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes += pattern }
    #expect(try said(of: bytes) == sentence)
  }

  @Test(
    "lines of names under the first are called what they are",
    arguments: [
      ("network,1,1,2\nnode,1,1,1\nhemi,lh,rh,lh\n,,,\n0,56.5,92.1,3.2\n1,55.5,43.2,-6.5\n2,60.1,63.2,-51.1\n", 3),
      ("a,b,kind\nfirst,second,third\nmetres,feet,class\n1.5,2,x\n3,4,y\n5,6,x\n4,5,x\n", 3),
    ])
  func severalHeaders(text: String, line: Int) throws {
    let sentence =
      "bad.csv, line \(line): words stand over columns of numbers, and a table has one header, its first line; take the other "
      + "lines of names out, or let them begin with #"
    #expect(try said(of: Array(text.utf8)) == sentence)
  }

  @Test("more classes than a byte counts")
  func manyClasses() throws {
    let text = (0..<600).map { "1,w\($0 / 2)\n" }.joined()
    let sentence =
      "bad.csv, column 2: there are more than 256 different labels; choose another column with #label=NAME or #label=N"
    #expect(try said(of: Array(text.utf8)) == sentence)
  }

  @Test(
    "an option that the file does not bear out is named",
    arguments: [
      ("#label=kid", "bad.csv: there is no column \"kid\"; did you mean kind?"),
      ("#without=9", "bad.csv: there is no column \"9\"; give a name from the header, or a number from 1 to 3"),
      ("#number", "bad.csv, line 2, column 3 (kind): \"a\" is not a number"),
      ("#targets=1", "bad.csv, line 2, column 3 (kind): \"a\" is not a number"),
      ("#targets=3", "bad.csv: there are 3 columns, but at least 4 are needed: features first, the label last"),
      (
        "#pixels=2x2",
        "bad.csv: #pixels=2x2 makes 4 numbers a row, and 2 columns stand beside what is predicted; name the label with "
          + "#label=, leave columns out with #without=, or give another size"
      ),
    ])
  func options(options: String, sentence: String) throws {
    #expect(try said(of: Array("width,height,kind\n1,2,a\n3,4,b\n".utf8), options) == sentence)
  }

  @Test("lines that are to be left out may not be all")
  func noWholeLine() throws {
    let sentence =
      "bad.csv: a value is missing on every line; fill the gaps with #missing=mean, or leave columns out with #without="
    #expect(try said(of: Array("1,,a\n,2,b\n".utf8), "#missing=drop") == sentence)
  }

  @Test("256 classes are not too many")
  func mostClasses() throws {
    #expect(try said(of: Array((0..<512).map { "1,w\($0 % 256)\n" }.joined().utf8)) == "no error")
  }

  @Test("a file of 2 GB is refused before it is read")
  func huge() throws {
    let scratch = try Scratch()
    let path = try scratch.write("1,2,3\n", to: "huge.csv")
    // A hole: it takes no room on the disk.
    #expect(truncate(path, 2 << 30) == 0)
    let said = scratch.sentence { () throws(DatasetError) in try Table(TableSource(path: path)) }
    #expect(
      said == "cannot read huge.csv: it has 2,147,483,648 bytes, more than the 1,073,741,824 that are taken; "
        + "give a part of it")
  }

  private static let lineRemedy = "give every line as many, or let a line that is no sample begin with #"
  private static let wordRemedy =
    "and most of the column are numbers; correct it, leave it empty, or leave the column out with #without="
  private static let oneClassRemedy =
    "so there is nothing to tell apart; choose another column with #label=NAME, #label=first or #label=N, or predict the "
    + "number with #number"

  private func said(of bytes: [UInt8], _ options: String = "") throws -> String {
    let scratch = try Scratch()
    let path = try scratch.write(bytes, to: "bad.csv")
    return scratch.sentence { () throws(DatasetError) in try Table(TableSource(path + options)) }
  }
}
