import Datasets
import Testing

private func notAnOption(_ text: String) -> String {
  "x.csv: \"\(text)\" is no option of a table, or not with this value; the options are #label=NAME|first|last|N, "
    + "#without=NAME,…, #with=NAME,…, #classes or #number, #header or #noheader, #missing=drop|mean, "
    + "#gap=-999,…, #targets=K and #pixels=ROWSxCOLUMNS or CHANNELSxROWSxCOLUMNS"
}

private func noPictures(_ text: String) -> String {
  "\"idx:\(text)\" names no pictures: write idx:IMAGES,LABELS, or with those of the test idx:IMAGES,LABELS,IMAGES,LABELS, "
    + "and behind them #transposed or #only=3,8"
}

/// Names of data sets, as they stand in experiments.
struct DatasetTests {
  @Test(
    "reads and writes every name",
    arguments: [
      ("circle", Dataset.points(.circle)),
      ("gate-xor", .points(.gateXor)),
      ("multi-gauss", .points(.multiGauss)),
      ("mnist", .images(ImageSelection(.mnist))),
      ("csv:a b/c.csv", .table(TableSource(path: "a b/c.csv"))),
      ("csv:x.csv#targets=3", .table(TableSource(path: "x.csv", targetCount: 3))),
      ("csv:a#targets=1#targets=2", .table(TableSource(path: "a#targets=1", targetCount: 2))),
      ("idx:a.idx,b c.idx", .idx(IDXSource(train: IDXPair(images: "a.idx", labels: "b c.idx")))),
      ("csv:we:ird#1.csv", .table(TableSource(path: "we:ird#1.csv"))),
    ])
  func names(text: String, dataset: Dataset) throws {
    #expect(try Dataset(text) == dataset)
    #expect(dataset.description == text)
  }

  @Test(
    "reads and writes every option of a table",
    arguments: [
      "label=first", "label=last", "label=3", "label=body mass", "without=id,name", "with=id", "classes", "number",
      "header", "noheader", "missing=drop", "missing=mean", "gap=-999,x", "targets=2",
      "pixels=28x28", "targets=2#pixels=3x12x14",
      "label=y#without=id#classes#noheader#missing=mean",
    ])
  func options(text: String) throws {
    let written = "csv:some.csv#\(text)"
    let dataset = try Dataset(written)
    #expect(dataset.description == written)
    guard case .table(let source) = dataset else {
      Issue.record("\(text) is not read as a table")
      return
    }
    #expect(source.path == "some.csv")
    #expect(source != TableSource(path: "some.csv"))
  }

  @Test(
    "reads and writes every option of pictures",
    arguments: ["a,b", "a,b,c,d", "a,b#transposed", "a,b,c,d#transposed#only=3,8"])
  func pictures(text: String) throws { #expect(try Dataset("idx:\(text)").description == "idx:\(text)") }

  @Test(
    "chooses classes by number or name, in the order named",
    arguments: [
      ("mnist:3,8", "mnist:3,8", ["3", "8"]),
      ("mnist:8, 3", "mnist:8,3", ["8", "3"]),
      ("fashion-mnist:bag,Ankle boot,0", "fashion-mnist:8,9,0", ["bag", "ankle boot", "t-shirt"]),
    ])
  func classes(text: String, written: String, names: [String]) throws {
    let dataset = try Dataset(text)
    #expect(dataset.description == written)
    guard case .images(let selection) = dataset else {
      Issue.record("\(text) is not read as pictures")
      return
    }
    #expect(selection.classNames == names)
  }

  @Test(
    "says what is wrong with a name",
    arguments: [
      ("circel", "there is no data set called \"circel\": did you mean circle?"),
      ("MNIST", "there is no data set called \"MNIST\": did you mean mnist?"),
      ("minst", "there is no data set called \"minst\": did you mean mnist?"),
      ("fashion", "there is no data set called \"fashion\": did you mean fashion-mnist?"),
      ("sine", "there is no data set called \"sine\": did you mean curve-sine?"),
      ("penguins", "there is no data set called \"penguins\": nnplay data list names them all"),
      ("", "there is no data set called \"\": nnplay data list names them all"),
      ("a\u{1b}[2Jb", "there is no data set called \"a\\u{1b}[2Jb\": nnplay data list names them all"),
      ("circle:3", "circle does not come with a choice of classes: write just circle"),
      ("mnist:3", "one class of mnist leaves nothing to tell apart: name two or more, as in mnist:3,8"),
      ("mnist:3,3", "mnist is asked for class \"3\" twice: name each class once"),
      ("mnist:3,12", "mnist has no class \"12\": its classes are 0, 1, 2, 3, 4, 5, 6, 7, 8, 9"),
      ("mnist:", "mnist has no class \"\": its classes are 0, 1, 2, 3, 4, 5, 6, 7, 8, 9"),
      ("csv:x.csv#targets=0", notAnOption("#targets=0")),
      ("csv:x.csv#pixels=28", notAnOption("#pixels=28")),
      ("csv:x.csv#pixels=0x28", notAnOption("#pixels=0x28")),
      ("csv:x.csv#pixels=28x28x3x1", notAnOption("#pixels=28x28x3x1")),
      ("csv:x.csv#pixels=99999x99999", notAnOption("#pixels=99999x99999")),
      ("csv:x.csv#lable=y", notAnOption("#lable=y")),
      ("csv:x.csv#label=", notAnOption("#label=")),
      ("csv:x.csv#missing=zero", notAnOption("#missing=zero")),
      ("csv:x.csv#header=yes", notAnOption("#header=yes")),
      ("idx:", noPictures("")), ("idx:a", noPictures("a")), ("idx:a,b,c", noPictures("a,b,c")),
      ("idx:a,b#turned", noPictures("a,b#turned")), ("idx:a,b#only=3", noPictures("a,b#only=3")),
      ("csv:", "there is no data set called \"csv:\": write csv: and the path of a file"),
      ("csv", "there is no data set called \"csv\": write csv: and the path of a file"),
    ])
  func badNames(text: String, sentence: String) {
    #expect {
      try Dataset(text)
    } throws: { error in
      #expect("\(error)" == sentence)
      return true
    }
  }

  @Test("the catalogue names each set once, and every name but those of tables and formulas can be read")
  func catalogue() throws {
    let names = DatasetCatalog.names
    #expect(Set(names).count == names.count)
    for name in names where !name.hasPrefix("csv:") && !name.hasSuffix(":FORMULA") {
      #expect(try Dataset(name).description == name)
    }
    #expect(DatasetCatalog.entries.allSatisfy { ".?".contains($0.summary.suffix(1)) })
  }
}
