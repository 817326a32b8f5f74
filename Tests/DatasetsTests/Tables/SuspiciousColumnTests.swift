import Datasets
import Testing

/// Columns that name the lines are left out, and measures that only differ are kept.
struct SuspiciousColumnTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String?
    let value: @Sendable (Int) -> String
    let says: String?
    var testDescription: String { "\(name ?? "no name"): \(value(0)), \(value(1)), \(value(2))" }
  }

  private static let differs = "differs on each line"

  private static let cases: [Case] = [
    // They count.
    Case(name: "a", value: { "\($0)" }, says: "counts up"), Case(name: "a", value: { "\($0 + 7)" }, says: "counts up"),
    Case(name: "id", value: { "\($0 + 1).0" }, says: "counts up"),
    Case(name: "a", value: { "\(90 - $0)" }, says: "counts down"),
    Case(name: nil, value: { "\($0)" }, says: "counts up"),
    // They are the numbers from one to another in some order.
    Case(name: "rank", value: { "\($0 * 7 % 20)" }, says: differs),
    // They are called so.
    Case(name: "customer", value: { "\($0 * 7919 % 10007)" }, says: differs),
    Case(name: "PassengerId", value: { "\($0 * 3 + 10)" }, says: differs),
    Case(name: "order_no", value: { "\($0 * $0 + 5)" }, says: differs),
    Case(name: "Unnamed: 0", value: { "\($0 * 2)" }, says: differs),
    Case(name: "", value: { "\($0 * 3)" }, says: differs),
    Case(name: "id", value: { "\(max($0, 1) * 11)" }, says: "differs on nearly each line"),
    Case(name: "uuid", value: { "\($0)f-\($0 * 31)" }, says: differs),
    Case(name: "who", value: { "n\($0)" }, says: differs),
    Case(name: nil, value: { "\($0 * 7919 % 10007 + 100)" }, says: differs),
    // They are measures.
    Case(name: "pixel", value: { "\($0 * 37 % 251)" }, says: nil),
    Case(name: "area", value: { "\($0 * 71 % 193 + 50)" }, says: nil),
    Case(name: "price", value: { "\"\($0 * 7 + 1),200\"" }, says: nil),
    Case(name: "height", value: { "\($0).5" }, says: nil), Case(name: "id", value: { "\($0 % 4)" }, says: nil),
    Case(name: "code", value: { "c\($0 % 3)" }, says: nil), Case(name: nil, value: { "\($0).25" }, says: nil),
  ]

  @Test("a column of twenty values, beside a measure and a class", arguments: cases)
  func columns(_ given: Case) throws {
    let header = given.name.map { "\($0),x,label\n" } ?? ""
    let text = header + (0..<20).map { "\(given.value($0)),\($0 % 7).5,\($0 % 2)\n" }.joined()
    let scratch = try Scratch()
    let path = try scratch.write(text, to: "some.csv")
    let column = "column 1" + (given.name.map { $0.isEmpty ? "" : " (\($0))" } ?? "")
    let account = try #require(try Table(TableSource(path)).account)
    #expect(account.contains("left out: \(column)") == (given.says != nil), "\(account)")
    if let says = given.says { #expect(account.hasSuffix("1 feature; left out: \(column) \(says)")) }
  }

  @Test("pictures behind their labels keep all of their pixels")
  func pixels() throws {
    let header = "label," + (1...16).map { "1x\($0)" }.joined(separator: ",")
    let lines = (0..<12).map { line in
      "\(line % 3)," + (1...16).map { "\((line * 37 * $0 + $0) % 251)" }.joined(separator: ",")
    }
    let scratch = try Scratch()
    let path = try scratch.write(([header] + lines).joined(separator: "\n"), to: "some.csv")
    #expect(try Table(TableSource(path)).account == "label: column 1 (label), 3 classes; 16 features")
  }
}
