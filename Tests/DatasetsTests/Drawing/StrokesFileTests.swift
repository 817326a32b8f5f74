import Datasets
import Foundation
import Testing

/// Drawings as lines of JSON.
struct StrokesFileTests {
  @Test(
    "reads labels, strokes, and what it does not need",
    arguments: [
      #"{"label":4,"strokes":[[[0,1],[2.5,-3e1]],[[7,8]]]}"#,
      #"  { "strokes" : [ [ [0, 1] , [2.5, -30] ] , [], [[7,8]] ] , "label" : 4 }  "#,
      #"{"by":{"name":"a\"b]","ages":[1,[2,{}],null]},"label":4,"strokes":[[[0,1],[2.5,-30,0.9]],[[7,8]]],"x":true}"#,
      "\r\n{\"label\":4,\"strokes\":[[[0,1],[2.5,-30]],[[7,8]]]}\r\n\r\n",
    ])
  func reads(text: String) throws {
    let drawings = try StrokesFile.parse(Array(text.utf8), name: "a")
    let strokes = [[PenPoint(x: 0, y: 1), PenPoint(x: 2.5, y: -30)], [PenPoint(x: 7, y: 8)]]
    #expect(drawings == [LabelledDrawing(drawing: Drawing(strokes: strokes), label: "4")])
  }

  @Test("a drawing without a label is one of unknown class")
  func unlabelled() throws {
    let text = "{\"strokes\":[[[0,1]]]}\n{\"label\":null,\"strokes\":[[[0,1]]]}\n{\"label\":255,\"strokes\":[[[0,1]]]}"
    #expect(try StrokesFile.parse(Array(text.utf8), name: "a").map(\.label) == [nil, nil, "255"])
  }

  @Test(
    "a label in quotation marks is a class's name",
    arguments: [
      (#""1""#, "1"), (#"" 1 ""#, "1"), (#""cat""#, "cat"), (#""-1""#, "-1"), (#""\u0031""#, "1"),
      (#""a \"b\" \\ c""#, #"a "b" \ c"#),
      (#""\\""#, "\\"), (#""caf\u00e9""#, "café"), ("7", "7"),
    ])
  func names(json: String, label: String) throws {
    let text = "{\"label\": \(json), \"strokes\": [[[0,1]]]}"
    #expect(try StrokesFile.parse(Array(text.utf8), name: "a").map(\.label) == [label])
  }

  @Test(
    "a line of Quick, Draw! is a drawing of its word",
    arguments: [
      #"{"word":"cat","countrycode":"XX","recognized":true,"drawing":[[[0,2.5],[1,-30]],[[7],[8]]]}"#,
      #"{"drawing":[[[0,2.5],[1,-30],[0,17]],[[],[]],[[7],[8],[40]]],"word":"cat"}"#,
      "\u{FEFF}{\"drawing\":[[[0,2.5],[1,-30]],[[7],[8]]],\"word\":\"dog\",\"label\":\"cat\"}\r\n",
    ])
  func quickDraw(text: String) throws {
    let strokes = [[PenPoint(x: 0, y: 1), PenPoint(x: 2.5, y: -30)], [PenPoint(x: 7, y: 8)]]
    #expect(
      try StrokesFile.parse(Array(text.utf8), name: "a")
        == [LabelledDrawing(drawing: Drawing(strokes: strokes), label: "cat")])
  }

  private static let form = "a line looks like {\"label\": 3, \"strokes\": [[[0.1, 0.2], [0.3, 0.4]]]}"

  @Test(
    "says what is wrong with a line, and where",
    arguments: [
      ("", "some, line 1, character 1: the file is empty; it needs a drawing on each line"),
      ("\n \n", "some, line 1, character 1: the file is empty; it needs a drawing on each line"),
      ("[1]", "some, line 1, character 1: expected an object in braces, found \"[1]\"; \(form)"),
      (
        "{\"strokes\":[[[0,1]]]}\n{\"strokes\":[[[0,1]}",
        "some, line 2, character 19: expected a comma or a closing bracket, found \"}\"; \(form)"
      ),
      ("{\"label\":1}", "some, line 1, character 1: expected the key \"strokes\", found none; \(form)"),
      ("{\"strokes\":[]}", "some, line 1, character 1: the drawing has no point; leave the line out"),
      ("{\"strokes\":[[],[]]}", "some, line 1, character 1: the drawing has no point; leave the line out"),
      ("{\"strokes\":[[[0]]]}", "some, line 1, character 16: expected a comma and y, found \"]]]}\"; \(form)"),
      ("{\"strokes\":[[[0,x]]]}", "some, line 1, character 17: expected a number, found \"x\"; \(form)"),
      ("{\"strokes\":[[[0,]]]}", "some, line 1, character 17: expected a number, found \"]]]}\"; \(form)"),
      ("{\"strokes\":[[[NaN,1]]]}", "some, line 1, character 15: the coordinate \"NaN\" is not a finite number"),
      ("{\"strokes\":[[[0,1e999]]]}", "some, line 1, character 17: the coordinate \"1e999\" is not a finite number"),
      (
        "{\"strokes\":[[[0,1e308]]]}",
        "some, line 1, character 17: the coordinate \"1e308\" is further out than any pad is wide; leave the point out"
      ),
      (
        "{\"drawing\":[[[0,-2e9],[1,1]]]}",
        "some, line 1, character 17: the coordinate \"-2e9\" is further out than any pad is wide; leave the point out"
      ),
      (
        "{\"strokes\":[[[0,1,2,3]]]}",
        "some, line 1, character 20: expected a closing bracket after x, y and at most one number more, found "
          + "\",3]]]}\"; \(form)"
      ),
      (
        "{\"label\":-1,\"strokes\":[[[0,1]]]}",
        "some, line 1, character 10: the label \"-1\" is no whole number from 0 to 255, nor a class's name in quotation marks"
      ),
      (
        "{\"label\":3.5,\"strokes\":[[[0,1]]]}",
        "some, line 1, character 10: the label \"3.5\" is no whole number from 0 to 255, nor a class's name in quotation marks"
      ),
      (
        "{\"label\":\" \",\"strokes\":[[[0,1]]]}",
        "some, line 1, character 10: the label \"\" is no whole number from 0 to 255, nor a class's name in quotation marks"
      ),
      (
        "{\"drawing\":[[[0,1],[2]]]}",
        "some, line 1, character 14: expected as many y as x, found 2 and 1; \(form)"
      ),
      (
        "{\"drawing\":[[[0,1]]]}",
        "some, line 1, character 19: expected a comma and the list of all y, found \"]]}\"; \(form)"
      ),
      (
        "{\"strokes\":[[[0,1]]]",
        "some, line 1, character 21: expected a comma or a closing brace, found the end of the line; \(form)"
      ),
      ("{\"strokes\":[[[0,1]]]} x", "some, line 1, character 23: expected the end of the line, found \"x\"; \(form)"),
      (
        "{\"strokes", "some, line 1, character 3: expected a closing quotation mark, found the end of the line; \(form)"
      ),
      (
        "{\"strokes\\",
        "some, line 1, character 3: expected a closing quotation mark, found the end of the line; \(form)"
      ),
      (
        "{\"a\":" + String(repeating: "[", count: 100_000),
        "some, line 1, character 70: expected less nesting, found 64 levels; \(form)"
      ),
    ])
  func bad(text: String, sentence: String) throws {
    let scratch = try Scratch()
    let said = scratch.sentence { () throws(DatasetError) in try StrokesFile.parse(Array(text.utf8), name: "some") }
    #expect(said == sentence)
  }

  @Test("a drawing of a million points is refused")
  func million() throws {
    let text = "{\"strokes\":[[" + String(repeating: "[0,1],", count: 1_000_000) + "[0,1]]]}"
    let scratch = try Scratch()
    let said = scratch.sentence { () throws(DatasetError) in try StrokesFile.parse(Array(text.utf8), name: "some") }
    #expect(said == "some, line 1, character 600,019: the drawing has more than 100,000 points")
  }

  @Test("a large file is refused before it is read")
  func huge() throws {
    let scratch = try Scratch()
    let path = try scratch.write("", to: "huge.jsonl")
    #expect(truncate(path, 1 << 31) == 0)
    let said = scratch.sentence { () throws(DatasetError) in try StrokesFile.read(path: path) }
    #expect(
      said == "cannot read huge.jsonl: it has 2,147,483,648 bytes, more than the 67,108,864 that are taken; "
        + "give a part of it")
  }
}
