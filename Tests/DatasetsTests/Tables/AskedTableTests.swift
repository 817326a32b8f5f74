import Datasets
import Testing

/// Rows for a trained network: found by the columns' names, else by their places.
struct AskedTableTests {
  /// A file with names, one without, and what a model would keep of each.
  private let named = "id,y,colour,x,species\n1,2,red,1.5,a\n2,4,blue,3,b\n3,2,green,3,b\n"
  private let plain = "1.5,2,a\n3,4,b\n3,2,b\n"

  @Test(
    "columns are found by name, in any order, with others between and with the label or without",
    arguments: [
      "id,y,colour,x,species\n9,7,blue,8.5,a\n", "x,colour,y\n8.5,blue,7\n",
      "species;X;more;Y;Colour\na;8.5;z;7;blue\n",
    ])
  func byName(text: String) throws {
    let asked = try ask(text, model: named, "#without=id")
    #expect(asked.features == [7, 1, 0, 0, 8.5] as [Float])
    #expect(asked.account == nil)
  }

  @Test(
    "a file without a header is read by the places of its columns",
    arguments: [("8.5,7,a\n", "a"), ("8.5,7\n", nil)] as [(String, String?)])
  func byPlace(text: String, label: String?) throws {
    let asked = try ask(text, model: plain)
    #expect(asked.features == [8.5, 7])
    switch asked.truth {
    case .none: #expect(label == nil)
    case .labels(let labels): #expect(labels == [label])
    case .values: Issue.record("words are no values")
    }
    let said = try ask("1,7,red,8.5,a\n", model: named, "#without=id").account
    #expect(said == "The file has no header: its columns are taken in the model's order.")
  }

  @Test("of a file without names and with another number of columns there must be one reading only")
  func otherWidth() throws {
    // The model's file has five columns, of which three are inputs.
    #expect(try ask("7,red,8.5\n", model: named, "#without=id").features == [7, 0, 0, 1, 8.5])
    #expect(throws: DatasetError.self) { try ask("1,7,red,8.5\n", model: named, "#without=id") }
    // Of this one's three columns the first is none.
    let model = "1,1.5,a\n2,2.5,b\n3,3.5,a\n"
    #expect(try ask("8.5\n", model: model, "#without=1").features == [8.5])
    #expect(throws: DatasetError.self) { try ask("8.5,a\n", model: model, "#without=1") }
  }

  @Test("words where numbers are to be predicted are counted")
  func wordsForNumbers() throws {
    let scratch = try Scratch()
    let layout = try Table(TableSource(try scratch.write("x,price\n1,2.5\n2,3.5\n", to: "model.csv"))).layout
    let path = try scratch.write("x,price\n1,2.5\n2,cheap\n3,?\n", to: "asked.csv")
    let asked = try AskedTable(path: path, layout: layout, hasClasses: false)
    #expect(asked.account == "1 label is no number.")
    guard case .values(let values) = asked.truth else {
      Issue.record("numbers are values")
      return
    }
    #expect(values[0] == 2.5 && values[1].isNaN && values[2].isNaN)
  }

  @Test("labels are what the file has, whatever the model knows")
  func labels() throws {
    guard
      case .labels(let labels) = try ask(
        "x,y,colour,species\n1,2,red,a\n1,2,red,?\n1,2,red,3.0\n", model: named, "#without=id"
      ).truth
    else {
      Issue.record("there are no labels")
      return
    }
    #expect(labels == ["a", nil, "3"])
  }

  @Test(
    "other columns are refused, and cells that are not what they were at training",
    arguments: [
      (
        "x,z,colour\n1,2,red\n",
        "asked.csv: the model was trained on y, which the file does not have; its columns are x, z, colour: "
          + "add what is missing, or rename it"
      ),
      (
        "0,1,2\n8.5,2,red\n",
        "asked.csv: the model was trained on y, colour, x, which the file does not have; its columns are 0, 1, 2: "
          + "add what is missing, or rename it"
      ),
      ("1,2\n", "asked.csv: there are 2 columns, and the model was trained on 5; give a file with the same columns"),
      (
        "x,y,colour\n1,2,pink\n",
        "asked.csv, line 2, column 3 (colour): \"pink\" is none of the words that the model was trained on: blue, green, red"
      ),
      ("x,y,colour\n1,2,red\nten,2,red\n", "asked.csv, line 3, column 1 (x): \"ten\" is not a number"),
      (
        "x,y,colour\n1,2,red\n,2,red\n",
        "asked.csv, line 3, column 1 (x): the value is missing; fill it in, leave the line out, or train with #missing=mean"
      ),
    ])
  func refusals(text: String, sentence: String) throws {
    let scratch = try Scratch()
    let layout = try Table(TableSource(try scratch.write(named, to: "model.csv") + "#without=id")).layout
    let path = try scratch.write(text, to: "asked.csv")
    let said = scratch.sentence { () throws(DatasetError) in
      try AskedTable(path: path, layout: layout, hasClasses: true)
    }
    #expect(said == sentence)
  }

  @Test("a model that was trained with the means fills the gaps of those who ask")
  func filled() throws {
    let asked = try ask("x,y,colour\n,2,\n", model: named, "#without=id#missing=mean")
    let third: Float = 1.0 / 3
    #expect(asked.features == [2, third, third, third, 2.5])
  }

  private func ask(_ text: String, model: String, _ options: String = "") throws -> AskedTable {
    let scratch = try Scratch()
    let table = try Table(TableSource(try scratch.write(model, to: "model.csv") + options))
    let layout = table.filled(from: 0..<table.rowCount).layout
    return try AskedTable(path: try scratch.write(text, to: "asked.csv"), layout: layout, hasClasses: true)
  }
}
