import Datasets
import Testing

/// What is inferred about a table, the sentence that says so, and the option that corrects it.
struct TableInferenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var options = ""
    let account: String
    var testDescription: String { "\(name) \(options)" }
  }

  /// Lines of `count` samples, each made of its number from 0.
  private static func lines(_ header: String? = nil, _ count: Int = 12, _ line: (Int) -> String) -> String {
    (header.map { $0 + "\n" } ?? "") + (0..<count).map { line($0) + "\n" }.joined()
  }

  private static func month(_ number: Int) -> String { number < 9 ? "0\(number + 1)" : "\(number + 1)" }

  private static let threeValues = lines { "\($0 % 5).5,\($0 % 3)" }
  private static let manyValues = lines { "\($0 % 5).5,\($0 * $0 % 19)" }
  private static let running = lines("id,a,label") { "\($0 + 7),\($0 % 5).5,\($0 % 2)" }
  private static let people = lines("id,a,label") { "\($0 * 7919 % 10007),\($0 % 5).5,\($0 % 2)" }
  private static let named = lines("who,a,label") { "n\($0),\($0 % 5).5,\($0 % 2)" }
  private static let manyNames = lines("who,a,label", 140) { "n\($0 / 2),\($0 % 5).5,\($0 % 2)" }
  private static let years = lines("year,label") { "\($0 + 1900),\($0 % 2)" }
  private static let months = lines("month,sales") { "1949-\(month($0)),\($0).5" }
  private static let shortMonths = lines("month,sales", 12) { "1-\(month($0)),\($0).5" }

  private static let cases: [Case] = [
    // Headers.
    Case(
      name: "plain", text: "x,y,label\n1.5,2,a\n3,4,b\n", account: "label: column 3 (label), 2 classes; 2 features"),
    Case(
      name: "pandas' numbers", text: "0,1,2\n1.5,2,a\n3,4,b\n",
      account: "label: column 3 (2), 2 classes; 2 features; line 1 is a header, for it counts"),
    Case(
      name: "pandas' numbers", text: "0,1,2\n1.5,2,a\n3,4,b\n", options: "#noheader",
      account: "label: column 3, 3 classes; 2 features"),
    Case(
      name: "all words", text: "sky,play\nrain,no\nsun,yes\nrain,no\n",
      account: "label: column 2 (play), 2 classes; 1 feature"),
    Case(
      name: "all words, none a name", text: "rain,no\nsun,yes\nrain,no\n",
      account: "label: column 2, 2 classes; 1 feature"),
    Case(
      name: "all words, none a name", text: "rain,no\nsun,yes\nsun,yes\nrain,no\n", options: "#header",
      account: "label: column 2 (no), 2 classes; 1 feature"),
    Case(
      name: "words first", text: "M,0.5,7\nF,0.25,9\nM,0.5,7\n", account: "label: column 3, 2 classes; 2 features"),
    // Labels.
    Case(
      name: "a label by its name", text: "Class,a,b\n1,2.5,3\n2,3.5,4\n",
      account: "label: column 1 (Class), 2 classes; 2 features"),
    Case(
      name: "y is a label", text: "y,a,b\n1,2.5,3\n2,3.5,4\n", account: "label: column 1 (y), 2 classes; 2 features"),
    Case(
      name: "y is a coordinate", text: "x,y,kind\n1,2.5,3\n2,3.5,4\n",
      account: "label: column 3 (kind), 2 classes; 2 features"),
    Case(
      name: "a longer name", text: "class_label,a,b\n1,2.5,3\n2,3.5,4\n",
      account: "label: column 1 (class_label), 2 classes; 2 features"),
    Case(
      name: "who lived is asked before the class they travelled in", text: "survived,class,fare\n0,1,7.5\n1,2,8\n",
      account: "label: column 1 (survived), 2 classes; 2 features"),
    Case(
      name: "a key behind the data is no label", text: lines("a,kind,id") { "\($0 % 5).5,\($0 % 2),\($0 + 1)" },
      account: "label: column 2 (kind), 2 classes; 1 feature; left out: column 3 (id) counts up"),
    Case(
      name: "by option", text: "a,b,c\n1,2.5,3\n2,3.5,4\n", options: "#label=first",
      account: "label: column 1 (a), 2 classes; 2 features"),
    Case(
      name: "by option", text: "a,b,c\n1,2.5,3\n2,3.5,4\n", options: "#label=B",
      account: "label: column 2 (b), a number from 2.5 to 3.5; 2 features"),
    Case(
      name: "by option", text: "1,2.5,3\n2,3.5,4\n", options: "#label=2",
      account: "label: column 2, a number from 2.5 to 3.5; 2 features"),
    // Classes or numbers.
    Case(
      name: "few whole numbers", text: threeValues,
      account: "label: column 2, 3 classes; 1 feature"),
    Case(
      name: "few whole numbers", text: threeValues, options: "#number",
      account: "label: column 2, a number from 0 to 2; 1 feature"),
    Case(
      name: "nearly as many as lines", text: manyValues,
      account: "label: column 2, a number from 0 to 17; 1 feature"),
    Case(
      name: "nearly as many as lines", text: manyValues, options: "#classes",
      account: "label: column 2, 10 classes; 1 feature"),
    Case(
      name: "many codes from 1 on are classes", text: lines(nil, 260) { "\($0 % 5).5,\($0 % 26 + 1)" },
      account: "label: column 2, 26 classes; 1 feature"),
    Case(
      name: "many whole numbers with holes are numbers", text: lines(nil, 260) { "\($0 % 5).5,\($0 % 26 * 2 + 1990)" },
      account: "label: column 2, a number from 1990 to 2040; 1 feature"),
    Case(
      name: "money", text: lines("a,price") { "\($0 % 5).5,\"$1,\($0 + 100)\"" },
      account: "label: column 2 (price), a number from 1100 to 1111; 1 feature"),
    // Columns that tell the line.
    Case(
      name: "a running number", text: running,
      account: "label: column 3 (label), 2 classes; 1 feature; left out: column 1 (id) counts up"),
    Case(
      name: "a running number", text: running, options: "#with=id",
      account: "label: column 3 (label), 2 classes; 2 features"),
    Case(
      name: "numbers of people", text: people,
      account: "label: column 3 (label), 2 classes; 1 feature; left out: column 1 (id) differs on each line"),
    Case(
      name: "names", text: named,
      account: "label: column 3 (label), 2 classes; 1 feature; left out: column 1 (who) differs on each line"),
    Case(
      name: "many words", text: manyNames,
      account: "label: column 3 (label), 2 classes; 1 feature; left out: column 1 (who) has 70 different words"),
    Case(
      name: "nothing else", text: years,
      account:
        "label: column 2 (label), 2 classes; 1 feature; column 1 (year) looks like a running number or a name and "
        + "stays, for there is nothing else to learn from"),
    Case(
      name: "numbers with units", text: lines("weight,a,label") { "\($0).5 kg,\($0 % 5).5,\($0 % 2)" },
      account:
        "label: column 3 (label), 2 classes; 1 feature; left out: column 1 (weight) has text beside its numbers "
        + "(\"0.5 kg\")"),
    Case(
      name: "nothing happens", text: "a,b,label\n1,x,0\n1,x,1\n",
      account: "label: column 3 (label), 2 classes; 2 features; column 1 (a), column 2 (b) never change"),
    Case(
      name: "left out by option", text: "a,b,label\n1.5,2,x\n3,4,y\n", options: "#without=b",
      account: "label: column 3 (label), 2 classes; 1 feature; left out: column 2 (b)"),
    // Words and dates.
    Case(
      name: "words", text: "a,colour,label\n1.5,red,x\n3,green,y\n4,blue,x\n",
      account: "label: column 3 (label), 2 classes; 2 features in 4 inputs"),
    Case(
      name: "dates", text: months,
      account: "label: column 2 (sales), a number from 0.5 to 11.5; 1 feature (month as years)"),
    Case(
      name: "months of a run", text: shortMonths,
      account: "label: column 2 (sales), a number from 0.5 to 11.5; 1 feature (month as years)"),
    Case(
      name: "dates that begin with the day", text: lines("when,sales") { "\($0 + 5).03.2020,\($0).5" },
      account: "label: column 2 (sales), a number from 0.5 to 11.5; 1 feature (when as years)"),
    Case(
      name: "dates that begin with the month", text: lines("when,sales") { "3/\($0 + 5)/2020,\($0).5" },
      account: "label: column 2 (sales), a number from 0.5 to 11.5; 1 feature (when as years)"),
    Case(
      name: "dates that may begin with either", text: lines("when,a,sales") { "3/\($0 + 1)/2020,\($0 % 5).5,\($0).5" },
      account: "label: column 3 (sales), a number from 0.5 to 11.5; 1 feature; left out: column 1 (when) has dates of "
        + "which day and month cannot be told apart (\"3/1/2020\")"),
    Case(
      name: "ages are no dates", text: "age,label\n10-12,x\n10-12,y\n07-09,x\n",
      account: "label: column 2 (label), 2 classes; 1 feature"),
    Case(
      name: "numbers among words", text: "doors,label\n2,x\n5more,y\n4,x\n",
      account:
        "label: column 2 (label), 2 classes; 1 feature in 3 inputs; numbers are taken for words in column 1 (doors)"),
    // Gaps.
    Case(
      name: "a gap", text: "a,b,label\n1.5,2,x\n3,?,y\n4,5,y\n",
      account: "label: column 3 (label), 2 classes; 2 features; 1 line left out (a value is missing)"),
    Case(
      name: "a gap", text: "a,b,label\n1.5,2,x\n3,?,y\n4,5,y\n", options: "#missing=mean",
      account: "label: column 3 (label), 2 classes; 2 features; 1 missing value filled with the column's mean"),
    Case(
      name: "a column of gaps", text: "a,b,label\n1.5,2,x\n3,?,y\n4,?,y\n",
      account: "label: column 3 (label), 2 classes; 1 feature; left out: column 2 (b) lacks 2 values"),
    Case(
      name: "an empty column", text: "a,b,label\n1.5,,x\n3,,y\n",
      account: "label: column 3 (label), 2 classes; 1 feature; left out: column 2 (b) is empty"),
    Case(
      name: "gaps everywhere", text: "a,b,c,label\n1.5,2,?,x\n?,3,4,y\n4,?,5,y\n",
      account: "label: column 4 (label), 2 classes; 3 features; 3 missing values filled with the column's mean"),
    Case(
      name: "a number for a missing value",
      text: lines("a,b,label") { "\($0 % 5).5,\($0 == 4 || $0 == 7 ? -999 : $0 % 4),\($0 % 2)" },
      account: "label: column 3 (label), 2 classes; 2 features; column 2 (b) has -999 on 2 lines: if that stands for a "
        + "missing value, say #gap=-999"),
    Case(
      name: "a number for a missing value",
      text: lines("a,b,label") { "\($0 % 5).5,\($0 == 4 || $0 == 7 ? -999 : $0 % 4),\($0 % 2)" }, options: "#gap=-999",
      account: "label: column 3 (label), 2 classes; 2 features; 2 lines left out (a value is missing)"),
    Case(
      name: "a word for a missing value", text: "a,label\n1.5,x\nnever,y\n2,x\n3,never\n4,y\n", options: "#gap=never",
      account:
        "label: column 2 (label), 2 classes; 1 feature; 1 line left out (a value is missing); 1 line left out (the "
        + "label is missing)"),
    Case(
      name: "a large number among others", text: lines("a,label") { "\($0 * 100 % 999 + 99),\($0 % 2)" },
      account: "label: column 2 (label), 2 classes; 1 feature"),
    // The file.
    Case(
      name: "decimal commas and comments", text: "# mine\na;label\n1,5;x\n3;y\n",
      account: "label: column 2 (label), 2 classes; 1 feature; commas are decimal; 1 line of comment"),
    Case(
      name: "a last line that sums up", text: "region,rooms,price\na,3,210.5\nb,4,310.5\na,2,140\nTotal,9,661\n",
      account: "label: column 3 (price), a number from 140 to 310.5; 2 features; the last line left out (Total)"),
    Case(
      name: "a last line that sums up numbers alone", text: "rooms,area,sort\n3,70,a\n4,90,b\n2,50,a\nsum,210,\n",
      account: "label: column 3 (sort), 2 classes; 2 features; the last line left out (sum)"),
  ]

  @Test("columns that may be the pixels of a square are pointed out, and taken for them where that is said")
  func pixels() throws {
    let header = (1...64).map { "p\($0)" }.joined(separator: ",")
    let text = Self.lines("\(header),label") { row in
      (0..<64).map { "\((row * 2 + $0) % 5)," }.joined() + "\(row % 2)"
    }
    let scratch = try Scratch()
    let path = try scratch.write(text, to: "some.csv")
    #expect(
      try Table(TableSource(path)).account
        == "label: column 65 (label), 2 classes; 64 features; #pixels=8x8 takes each line for a picture")
    #expect(
      try Table(TableSource(path + "#pixels=8x8")).account
        == "label: column 65 (label), 2 classes; each line a picture of 8×8")
  }

  @Test("every inference is said, and can be corrected", arguments: cases)
  func accounts(_ given: Case) throws {
    let scratch = try Scratch()
    let path = try scratch.write(given.text, to: "some.csv")
    #expect(try Table(TableSource(path + given.options)).account == given.account)
  }

  @Test("words become one input each, two words a single one, truth values too")
  func words() throws {
    let table = try table("a,sex,colour,label\nTRUE,m,red,0\nFALSE,f,blue,1\nTRUE,f,green,1\n")
    #expect(table.featureNames == ["a=TRUE", "sex=m", "colour=blue", "colour=green", "colour=red"])
    #expect(table.features == [1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0])
  }

  @Test("the mean of a column over the rows that are trained on stands where a value is missing, of words their shares")
  func means() throws {
    let table = try table("a,c,label\n1,red,0\n?,blue,1\n3,?,1\n8,green,0\n", "#missing=mean")
    #expect(table.features[4].isNaN && table.features[9...11].allSatisfy(\.isNaN))
    let third = 1.0 / 3
    let all = table.filled(from: 0..<4)
    #expect(all.layout.features.map(\.filling) == [[4], [third, third, third]])
    #expect(all.features[4] == 4)
    #expect(all.features[9...11].allSatisfy { $0 == Float(third) })
    let half = table.filled(from: 0..<2)
    #expect(half.layout.features.map(\.filling) == [[1], [0.5, 0, 0.5]])
    #expect(half.features[4] == 1)
  }

  @Test("dates are years, in order")
  func dates() throws {
    let table = try table("when,label\n1949-01,1.5\n1949-07-01,2\n1949-07-16 12:00:00,2.5\n1950-01-01T00:00,3\n")
    let august: Float = 1949 + 7.0 / 12
    #expect(table.features.filter { $0 != table.features[2] } == [1949, 1949.5, 1950])
    #expect(table.features[2] > 1949.5 && table.features[2] < august)
  }

  @Test(
    "dates in any of their forms",
    arguments: [
      "1949-07-16", "1949/7/16", "1949.07.16", "16.07.1949", "16/7/1949", "7/16/1949", "16-Jul-1949", "16 July 1949",
      "Jul 16, 1949", "1949-07-16T00:00:00Z", "1949-07-16 00:00:00.000", "1949-07-16T00:00+01:00",
      "07/16/1949 12:00 AM",
    ])
  func formsOfDates(date: String) throws {
    let table = try table("when,label\n\"\(date)\",1\n\"\(date)\",2\n\"\(date)\",1\n\"\(date)\",2\n")
    let halfOfJuly: Float = 1949 + (6 + 15.0 / 31) / 12
    #expect(table.features.first == halfOfJuly)
  }

  @Test("with a target vector nothing is inferred")
  func targets() throws {
    let text = Self.lines { "\($0),\($0 % 2)" }
    let table = try table(text, "#targets=1")
    #expect(table.account == nil)
    #expect(table.features == (0..<12).map(Float.init))
    #expect(table.targets == .values((0..<12).map { Float($0 % 2) }))
  }

  private func table(_ text: String, _ options: String = "") throws -> Table {
    let scratch = try Scratch()
    return try Table(TableSource(try scratch.write(text, to: "some.csv") + options))
  }
}
