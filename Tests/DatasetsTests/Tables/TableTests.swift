import Datasets
import NeuralEngine
import Testing

/// Tables from CSV files that can be used.
struct TableTests {
  private func table(_ text: String, _ options: String = "") throws -> Table {
    let scratch = try Scratch()
    return try Table(TableSource(try scratch.write(text, to: "some.csv") + options))
  }

  @Test(
    "reads the same table however it is written",
    arguments: [
      "1,2,a\n3,4,b\n",
      "1,2,a\n3,4,b",
      "1,2,a\r\n3,4,b\r\n",
      "1,2,a\r3,4,b\r",
      "\u{feff}1,2,a\n3,4,b\n",
      "\n1,2,a\n\n\n3,4,b\n\n",
      "\"1\",\"2\",\"a\"\n\"3\", 4 ,\"b\"\n",
      " 1 ,\t2,a\n3.0,4e0, b\n",
      "1;2;a\n3;4;b\n",
      "1\t2\ta\n3\t4\tb\n",
      "+1,0.2e+1,a\n.3e1,400E-2,b\n",
      "x1,x2,y\n1,2,a\n3,4,b\n",
      "\"x1\",\"x2\",\"y\"\r\n1,2,a\r\n3,4,b\r\n",
    ])
  func forms(text: String) throws {
    let table = try table(text)
    #expect(table.features == [1, 2, 3, 4])
    #expect(table.targets == .classes([0, 1], names: ["a", "b"]))
    #expect(table.featureNames == ["x1", "x2"])
    #expect(table.targetNames == ["y"])
    #expect((table.rowCount, table.featureCount, table.kind) == (2, 2, .binary))
  }

  @Test(
    "the last column decides between classes and numbers",
    arguments: [
      ("1,b\n1,a\n1,b\n", .classes([1, 0, 1], names: ["a", "b"])),
      ("1,10\n1,9\n1,-1\n", .classes([2, 1, 0], names: ["-1", "9", "10"])),
      ("1,1\n1,1.0\n1,2e0\n", .classes([0, 0, 1], names: ["1", "2"])),
      ("1,?\n1,2\n1,1\n", .classes([1, 0], names: ["1", "2"])),
      ("1,x\n1,2\n1,1\n", .classes([2, 1, 0], names: ["1", "2", "x"])),
      ("1,1\n1,1.5\n1,2\n", .values([1, 1.5, 2])),
      ("1,\"a, \"\"b\"\"\"\n1,\"c\nd\"\n", .classes([0, 1], names: ["a, \"b\"", "c\nd"])),
    ] as [(String, Table.Targets)])
  func labels(text: String, targets: Table.Targets) throws {
    #expect(try table(text).targets == targets)
  }

  @Test("many whole numbers are fine if a fraction shows that they are no classes")
  func regression() throws {
    let numbers = (0..<300).map(Float.init) + [0.5]
    let table = try table(numbers.map { "1,\($0)\n" }.joined())
    #expect(table.targets == .values(numbers))
    #expect(table.kind == .regression)
  }

  @Test("the last columns can be a vector to predict, as they stand")
  func targetVector() throws {
    let table = try table("a,b,c\n1,2,3\n4,5,6\n", "#targets=2")
    #expect(table.features == [1, 4])
    #expect(table.targets == .values([2, 3, 5, 6]))
    #expect(table.featureNames == ["a"])
    #expect(table.targetNames == ["b", "c"])
  }

  @Test(
    "numbers are the nearest there are, whatever their form",
    arguments: [
      "0.1", "-0.30000000000000004", "1e-7", "123456789012345678901234567890", "3.4028234e38",
      "2.2250738585072014e-308",
      "0.000000000000000000000000000001", "9007199254740993", "1.7976931348623157e-100", "-0", "00012.50",
    ])
  func numbers(text: String) throws {
    let expected = try #require(Double(text))
    #expect(try table("\(text),1\n\(text),2\n").features == [Float(expected), Float(expected)])
  }

  @Test("cells across the reader's stretches of a large file arrive whole")
  func large() throws {
    var text = ""
    for row in 0..<70_000 { text += "\(row % 1000),\(Double(row) / 8),\"w\(row % 3)\"\n" }
    let table = try table(text)
    #expect(table.rowCount == 70_000)
    let expected = (0..<70_000).flatMap { (row: Int) -> [Float] in [Float(row % 1000), Float(row) / 8] }
    #expect(table.features == expected)
    guard case .classes(let classes, let names) = table.targets else {
      Issue.record("words are not read as classes")
      return
    }
    #expect(names == ["w0", "w1", "w2"])
    #expect(classes.indices.allSatisfy { Int(classes[$0]) == $0 % 3 })
  }

  @Test("a comment longer than the reader's stretch is passed over")
  func longComment() throws {
    let comment = "#" + String(repeating: " x", count: 1_200_000)
    #expect(try table("1,2,a\n\(comment)\n3,4,b\n").features == [1, 2, 3, 4])
  }

  @Test(
    "exported points are read back to the last digit",
    arguments: [
      PointGenerator.circle, .gauss, .rings3, .plane, .curveSine, .gateXor,
    ])
  func export(generator: PointGenerator) throws {
    var random = SeededRandom(seed: "0.5")
    let set = generator.recipe.generate(count: 50, noise: 10, trainRatio: 0.5, using: &random)
    let rows = set.csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",").compactMap { Double($0) } }
    #expect(rows == set.points.map { set.dimensions == 1 ? [$0.x1, $0.label] : [$0.x1, $0.x2, $0.label] })
    let scratch = try Scratch()
    try set.writeCSV(to: scratch.path("points.csv"))
    let table = try Table(TableSource(path: scratch.path("points.csv")))
    #expect(table.kind == set.kind)
    #expect(table.features == set.points.flatMap { set.dimensions == 1 ? [$0.x1] : [$0.x1, $0.x2] }.map(Float.init))
  }
}
