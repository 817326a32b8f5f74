import Datasets
import Foundation
import Testing

/// Tables from CSV files that cannot be used: a sentence each, with line and column.
struct BadTableTests {
  @Test(
    "says what is wrong, where, and what to do",
    arguments: [
      ("", "bad.csv: the file is empty; it needs a line for each sample, features first and the label last"),
      ("\n\n", "bad.csv: the file is empty; it needs a line for each sample, features first and the label last"),
      ("a,b,c\n", "bad.csv: there is a header but no line of data below it"),
      ("1,2,a\n3,b\n", "bad.csv, line 2: the line has 2 columns, those before it have 3; give every line as many"),
      ("1,2,a\n3,4,b,\n", "bad.csv, line 2: the line has 4 columns, those before it have 3; give every line as many"),
      ("1,2,a\n3\n", "bad.csv, line 2: the line has 1 column, those before it have 3; give every line as many"),
      ("1,2,a\n3,x,b\n", "bad.csv, line 2, column 2: \"x\" is not a number; features must be numbers"),
      ("1,2,a\n3,0x10,b\n", "bad.csv, line 2, column 2: \"0x10\" is not a number; features must be numbers"),
      ("1,2,a\n3,\"4,5\",b\n", "bad.csv, line 2, column 2: \"4,5\" is not a number; features must be numbers"),
      ("1,2,a\n3,1e,b\n", "bad.csv, line 2, column 2: \"1e\" is not a number; features must be numbers"),
      (
        "width,height,kind\n1,2,a\n3,tall,b\n",
        "bad.csv, line 3, column 2 (height): \"tall\" is not a number; features must be numbers"
      ),
      (
        "1,2,a\n3,\u{1b}]0;x\u{7},b\n",
        "bad.csv, line 2, column 2: \"\\u{1b}]0;x\\u{7}\" is not a number; features must be numbers"
      ),
      ("1,2,a\n3,,b\n", "bad.csv, line 2, column 2: the value is missing; fill it in or leave the whole line out"),
      ("1,2,a\n3,4,\n", "bad.csv, line 2, column 3: the value is missing; fill it in or leave the whole line out"),
      ("1,2,a\nNaN,4,b\n", "bad.csv, line 2, column 1: \"NaN\" is not a number to learn from; leave the line out"),
      ("1,2,a\n-inf,4,b\n", "bad.csv, line 2, column 1: \"-inf\" is not a number to learn from; leave the line out"),
      ("1,2,a\n1e39,4,b\n", "bad.csv, line 2, column 1: \"1e39\" is not a number to learn from; leave the line out"),
      ("1,2,a\n1e999,4,b\n", "bad.csv, line 2, column 1: \"1e999\" is not a number to learn from; leave the line out"),
      ("1,2,0\n1,2,nan\n", "bad.csv, line 2, column 3: \"nan\" is not a number to learn from; leave the line out"),
      (
        "1,2,a\n3,4,a\n",
        "bad.csv, column 3: every line has the label \"a\", so there is nothing to tell apart; "
          + "give two classes or more, or #targets=1 to predict the number"
      ),
      (
        "1,2,7\n3,4,7\n",
        "bad.csv, column 3: every line has the label \"7\", so there is nothing to tell apart; "
          + "give two classes or more, or #targets=1 to predict the number"
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
      ("1\n2\n", "bad.csv: there is 1 column, but at least 2 are needed: features first, the label last"),
      ("1,\"2,a\n3,4,b\n", "bad.csv, line 1: the quotation mark opened here is never closed"),
      (
        "1,2,a\n3,\"4\"5,b\n",
        "bad.csv, line 2: after a closing quotation mark there must be a comma or the end of the line"
      ),
      ("1,2,a\n3,\0,b\n", "bad.csv: this is no text in UTF-8; save the table as CSV, UTF-8"),
    ])
  func sentences(text: String, sentence: String) throws {
    #expect(try said(of: Array(text.utf8)) == sentence)
  }

  @Test(
    "says what is wrong with a file that is no table",
    arguments: [
      ([0xff, 0xfe, 0x31, 0x00], 1, "bad.csv: this is no text in UTF-8; save the table as CSV, UTF-8"),
      ([0x31], 3_000_000, "bad.csv, line 1: the cell has more than 1,000 bytes; is this a table?"),
      ([0x22, 0x22], 1_000_000, "bad.csv, line 1: the cell has more than 1,000 bytes; is this a table?"),
      ([0x2c], 100_000, "bad.csv, line 1: the line has more than 65,536 columns; is this a table?"),
    ] as [([UInt8], Int, String)])
  func noTable(pattern: [UInt8], count: Int, sentence: String) throws {
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes += pattern }
    #expect(try said(of: bytes) == sentence)
  }

  @Test(
    "more classes than a byte counts",
    arguments: [
      (
        "",
        "bad.csv, column 2: the last column has more than 256 different labels; "
          + "to predict the number instead, add #targets=1 to the path"
      ),
      ("w", "bad.csv, column 2: the last column has more than 256 different labels; is it really the class?"),
    ])
  func manyClasses(prefix: String, sentence: String) throws {
    let text = (0..<300).map { "1,\(prefix)\($0)\n" }.joined()
    #expect(try said(of: Array(text.utf8)) == sentence)
  }

  @Test("256 classes are not too many")
  func mostClasses() throws {
    #expect(try said(of: Array((0..<256).map { "1,\($0)\n" }.joined().utf8)) == "no error")
  }

  @Test("a file of 2 GB is refused before it is read")
  func huge() throws {
    let scratch = try Scratch()
    let path = try scratch.write("1,2,3\n", to: "huge.csv")
    // A hole: it takes no room on the disk.
    #expect(truncate(path, 2 << 30) == 0)
    let said = scratch.sentence { () throws(DatasetError) in try Table(path: path, columns: .lastIsLabel) }
    #expect(
      said == "cannot read huge.csv: it has 2,147,483,648 bytes, more than the 1,073,741,824 that are taken; "
        + "give a part of it")
  }

  @Test("a model's features must all be there")
  func tooFewFeatures() throws {
    let scratch = try Scratch()
    let path = try scratch.write("1,2,3\n", to: "few.csv")
    let said = scratch.sentence { () throws(DatasetError) in try Table(path: path, columns: .firstAreFeatures(4)) }
    #expect(said == "few.csv: there are 3 columns, but at least 4 are needed: features first, the label last")
  }

  private func said(of bytes: [UInt8]) throws -> String {
    let scratch = try Scratch()
    let path = try scratch.write(bytes, to: "bad.csv")
    return scratch.sentence { () throws(DatasetError) in try Table(path: path, columns: .lastIsLabel) }
  }
}
