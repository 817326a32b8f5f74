import Datasets
import Playground
import Testing

/// Pictures of one's own: from IDX, or from the rows of a table.
@Suite struct OwnPicturesTests {
  /// Ten pictures of 2×2, the first five of class 3.
  private func files(in folder: TemporaryFolder) -> (idx: String, table: String) {
    let pixels = (0..<40).map { UInt8($0 * 6) }
    let images = folder.write([0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 2, 0, 0, 0, 2] + pixels, to: "images")
    let labels = folder.write([0, 0, 8, 1, 0, 0, 0, 10, 3, 3, 3, 3, 3, 7, 7, 7, 7, 7], to: "labels")
    let rows = (0..<10).map { row in
      "\(row < 5 ? 3 : 7)," + pixels[row * 4..<row * 4 + 4].map { "\($0)" }.joined(separator: ",")
    }
    return (
      "idx:\(images),\(labels)",
      "csv:\(folder.write(rows.joined(separator: "\n") + "\n", to: "t.csv"))#label=first#pixels=2x2"
    )
  }

  @Test func filesAndTablesAreTheSamePictures() throws {
    let folder = try TemporaryFolder()
    let (idx, table) = files(in: folder)
    let fromFiles = try Material(Experiment(Dataset(idx)))
    let fromTable = try Material(Experiment(Dataset(table)))
    for material in [fromFiles, fromTable] {
      #expect(material.kind == .images(width: 2, height: 2, channels: 1))
      #expect(material.classNames == ["3", "7"])
      #expect((material.train.count, material.test?.count) == (8, 2))
      #expect(material.architecture.description == "4-128-2 tanh,softmax")
      #expect(material.points == nil && material.table == nil)
    }
    #expect(fromFiles.train.inputs == fromTable.train.inputs && fromFiles.train.targets == fromTable.train.targets)
    #expect(fromFiles.test?.inputs == fromTable.test?.inputs)
    #expect(fromTable.account == "label: column 1, 2 classes; each line a picture of 2×2")
  }

  @Test func allCanBeLearntFromAndThenTheyKeepTheirOrder() throws {
    let folder = try TemporaryFolder()
    var experiment = Experiment(try Dataset(files(in: folder).idx))
    experiment.trainRatio = 1
    let material = try Material(experiment)
    #expect(material.train.targets == .classes([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]) && material.test == nil)
  }

  /// Scans of four bits are as bright as others; shares of one as well.
  @Test(arguments: [(16, 1), (1, 16)])
  func theLargestValueIsFullBrightness(most: Int, parts: Int) throws {
    let folder = try TemporaryFolder()
    let full = "\(most),0,0,\(Double(most) / 2)"
    let path = folder.write("a,\(full)\nb,\(full)\na,\(full)\nb,\(full)\na,\(full)\n", to: "t.csv")
    let material = try Material(Experiment(Dataset("csv:\(path)#label=first#pixels=2x2")))
    #expect(material.images.map { Array($0.train.picture(0)) } == [255, 0, 0, 128])
  }

  @Test(arguments: [
    (
      "-1",
      "-1 is no brightness, which goes from 0 to 1, 16 or 255; leave #pixels out, or take the columns as they stand with #targets=K"
    ),
    (
      "300",
      "300 is no brightness, which goes from 0 to 1, 16 or 255; leave #pixels out, or take the columns as they stand with #targets=K"
    ),
  ])
  func whatIsNoBrightnessIsRefused(value: String, sentence: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.write("a,0,1,2,3\nb,0,1,2,\(value)\n", to: "t.csv")
    let dataset = try Dataset("csv:\(path)#label=first#pixels=2x2")
    let error = #expect(throws: DatasetError.self) { try Material(Experiment(dataset)) }
    #expect(error?.description.hasSuffix(sentence) == true, "\(error?.description ?? "")")
  }

  @Test func anotherExperimentOnTheSameFilesTakesThemOver() throws {
    let folder = try TemporaryFolder()
    var experiment = Experiment(try Dataset(files(in: folder).table))
    let first = try Material(experiment)
    experiment.trainRatio = 0.5
    let second = try Material(experiment, reusing: first)
    #expect((second.train.count, second.test?.count) == (5, 5) && second.account == first.account)
  }
}
