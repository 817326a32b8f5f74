import Datasets
import Testing

/// Which line names the columns, what stands above it, and what the columns are called.
struct TableHeaderTests {
  /// Twelve samples of two measures and a class, below some lines.
  private static func samples(below top: String) -> String {
    top + (0..<12).map { "\($0 % 5).25,\($0 * 7 % 4).5,\($0 % 2)\n" }.joined()
  }

  @Test(
    "the first line names the columns",
    arguments: [
      ("words", "x,y,label\n", ["x", "y"], "label"),
      ("quoted", "\"x\",\"y\",\"label\"\n", ["x", "y"], "label"),
      ("blanks around", " x , y , label \n", ["x", "y"], "label"),
      ("units behind", "x (cm),y [kg],label\n", ["x (cm)", "y [kg]"], "label"),
      ("R's", "V1,V2,V3\n", ["V1", "V2"], "V3"),
      ("pandas' count", "0,1,2\n", ["0", "1"], "2"),
      ("a count from 1", "1,2,3\n", ["1", "2"], "3"),
      ("a count, quoted", "\"0\",\"1\",\"2\"\n", ["0", "1"], "2"),
      ("a count and a name", "0,1,label\n", ["0", "1"], "label"),
      ("nothing", ",,label\n", ["x1", "x2"], "label"),
      ("a name twice", "x,x,label\n", ["x", "x.1"], "label"),
      ("numpy's comment", "# x,y,label\n", ["x", "y"], "label"),
      ("a comment without a blank", "#x,y,label\n", ["x", "y"], "label"),
      ("below a comment", "# mine\nx,y,label\n", ["x", "y"], "label"),
    ] as [(String, String, [String], String)])
  func names(form: String, top: String, features: [String], label: String) throws {
    let table = try table(Self.samples(below: top))
    #expect(table.featureNames == features)
    #expect(table.targetNames == [label])
    #expect(table.rowCount == 12)
  }

  @Test(
    "what stands above the table is passed over, and said",
    arguments: [
      ("My flowers\nx,y,label\n", "1 line of title"), ("My flowers\n\nx,y,label\n", "1 line of title"),
      ("My flowers,,\nx,y,label\n", "1 line of title"), ("My flowers,,\n,,\nx,y,label\n", "1 line of title"),
      ("Flowers\nmeasured in May\nx,y,label\n", "2 lines of title"), ("% Octave's\nx,y,label\n", "1 line of title"),
      ("// made by me\nx,y,label\n", "1 line of title"), ("; made by me\nx,y,label\n", "1 line of title"),
      ("\"# by Excel, saved\"\nx,y,label\n", "1 line of title"), ("Flowers\nx,y,label\n", "1 line of title"),
      ("x,y,label\ncm,kg,\n", "line 2 left out (words over columns of numbers)"),
    ])
  func titles(top: String, said: String) throws {
    let table = try table(Self.samples(below: top))
    #expect(table.featureNames == ["x", "y"])
    #expect(table.rowCount == 12)
    #expect(table.account == "label: column 3 (label), 2 classes; 2 features; \(said)")
  }

  @Test(
    "no line names the columns",
    arguments: [
      "1.5,2,a\n3,4,b\n", "1,2,3\n4,5,6\n7,8,9\n", "1,2,a\n3,4,b\n", "0,1,a\n1,0,b\n", "rain,no\nsun,yes\nrain,no\n",
    ])
  func none(text: String) throws {
    #expect(try table(text).layout.isNamed == false)
  }

  @Test(
    "a first line that has another number of columns is the one that is named",
    arguments: [("24,2,no,yes\n", 4), ("x,y,label,more\n", 4)])
  func oddFirstLine(top: String, count: Int) throws {
    let scratch = try Scratch()
    let path = try scratch.write(Self.samples(below: top), to: "odd.csv")
    let said = scratch.sentence { () throws(DatasetError) in try Table(TableSource(path)) }
    #expect(
      said
        == "odd.csv, line 1: the line has \(count) columns, those below it have 3; take it out, or let it begin with #")
  }

  private func table(_ text: String) throws -> Table {
    let scratch = try Scratch()
    return try Table(TableSource(try scratch.write(text, to: "some.csv")))
  }
}
