import Datasets
import NeuralEngine
import Playground
import Testing

@Suite struct TableMaterialTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    let csv: String
    var options = ""
    let kind: Material.Kind
    let architecture: String
    let classes: [String]
    var testDescription: String { csv }
  }

  /// The file alone says what is asked: the shape of the network and how its data are drawn.
  @Test(arguments: [
    Shape(
      csv: "x,y,sort\n1,2,no\n3,4,yes\n5,6,no\n7,8,yes\n", kind: .points2D, architecture: "2-4-2-1 tanh",
      classes: ["no", "yes"]),
    Shape(
      csv: "1,2,0\n3,4,1\n5,6,2\n7,8,0\n", kind: .points2D, architecture: "2-4-2-3 tanh,tanh,softmax",
      classes: ["0", "1", "2"]),
    Shape(
      csv: "1,2,0.5\n3,4,1\n5,6,2\n7,8,0\n", kind: .points2D, architecture: "2-4-2-1 tanh,tanh,linear", classes: []),
    Shape(csv: "1,0.5\n3,1\n5,2\n7,0\n", kind: .curve1D, architecture: "1-4-2-1 tanh,tanh,linear", classes: []),
    Shape(
      csv: "1,2,3,a\n3,4,5,b\n5,6,7,a\n7,8,9,b\n", kind: .table, architecture: "3-4-2-1 tanh", classes: ["a", "b"]),
    Shape(
      csv: "1,2,3,4\n3,4,5,6\n5,6,7,8\n7,8,9,1\n", options: "#targets=2", kind: .table,
      architecture: "2-4-2-2 tanh,tanh,linear", classes: []),
    Shape(
      csv: "1,2,3,4\n3,4,5,6\n5,6,7,8\n7,8,9,1\n", options: "#targets=2#pixels=1x2", kind: .table,
      architecture: "2-4-2-2 tanh,tanh,linear", classes: []),
  ])
  func theFileDecides(_ shape: Shape) throws {
    let folder = try TemporaryFolder()
    let material = try Material(Experiment(Dataset("csv:\(folder.write(shape.csv, to: "t.csv"))\(shape.options)")))
    #expect(material.kind == shape.kind)
    #expect(material.architecture.description == shape.architecture)
    #expect(material.classNames == shape.classes)
    #expect((material.train.count, material.test?.count) == (2, 2))
  }

  @Test func aRowCanBeAPicture() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<4).map { row in (0..<19).map { "\(row * $0 % 7)" }.joined(separator: ",") }
    let path = folder.write(rows.joined(separator: "\n") + "\n", to: "t.csv")
    var experiment = Experiment(try Dataset("csv:\(path)#targets=1#pixels=2x3x3"))
    experiment.hidden = [.convolution(size: 3, maps: 4, padding: .valid), .dense(5)]
    let material = try Material(experiment)
    #expect(material.architecture.input == NeuralEngine.Shape(channels: 2, rows: 3, columns: 3))
    #expect(material.architecture.shape(after: 0) == NeuralEngine.Shape(channels: 4))
  }

  /// 32 layers of 16,384 maps leave 7 TB behind them.
  @Test func aNetworkLargerThanTheMachineIsRefused() throws {
    let folder = try TemporaryFolder()
    let row = (0..<785).map { "\($0 % 2)" }.joined(separator: ",")
    let path = folder.write("\(row)\n\(row)\n", to: "t.csv")
    var experiment = Experiment(try Dataset("csv:\(path)#targets=1#pixels=28x28"))
    experiment.hidden = (0..<64).map { .convolution(size: 1, maps: $0 % 2 == 0 ? 16_384 : 1, padding: .same) }
    experiment.batchSize = 1024
    let large = experiment
    let error = #expect(throws: ExperimentError.self) { try Material(large) }
    #expect(error?.description.hasPrefix("hidden, of 64 layers, with batchSize 1024 needs ") == true)
    #expect(error?.description.hasSuffix(" GB: use fewer units or maps, or smaller batches.") == true)
  }

  @Test func withoutATestSetRowsKeepTheFilesOrder() throws {
    let folder = try TemporaryFolder()
    let path = folder.write("a,b,c,d\n1,2,3,-1\n4,5,6,1\n7,8,9,1\n", to: "t.csv")
    var experiment = Experiment(try Dataset("csv:\(path)"))
    experiment.trainRatio = 1
    experiment.normalize = InputScaling.none
    let material = try Material(experiment)
    #expect(material.train.inputs == .floats([1, 2, 3, 4, 5, 6, 7, 8, 9]))
    #expect(material.train.targets == .values([-1, 1, 1]))
    #expect(material.test == nil && material.inputNames == ["a", "b", "c"])
    let half = try Material(Experiment(Dataset("csv:\(path)")))
    #expect((half.train.count, half.test?.count) == (1, 2))
  }

  @Test func pointsWrittenDownComeBack() throws {
    let folder = try TemporaryFolder()
    let points = try #require(try Material(Experiment(.points(.spiral))).points)
    let path = folder.write(points.csv, to: "spiral.csv")
    var experiment = Experiment(try Dataset("csv:\(path)"))
    experiment.trainRatio = 1
    experiment.features = [.plane(.x1), .plane(.sinX2)]
    let material = try Material(experiment)
    let back = try #require(material.points)
    #expect(back.points.map(\.label) == points.points.map(\.label))
    #expect(zip(back.points, points.points).allSatisfy { abs($0.x1 - $1.x1) < 1e-6 && abs($0.x2 - $1.x2) < 1e-6 })
    #expect(material.architecture.inputs == 2)
  }

  @Test func featuresOfAPlaneNeedAPlane() throws {
    let folder = try TemporaryFolder()
    let path = folder.write("1,2,3,a\n3,4,5,b\n", to: "t.csv")
    var experiment = Experiment(try Dataset("csv:\(path)"))
    experiment.features = [.plane(.x1)]
    let changed = experiment
    let error = #expect(throws: ExperimentError.self) { try Material(changed) }
    #expect(
      error?.description
        == "features [x1] are made of two columns and csv:\(path) has 3: leave features out, and every column is an "
        + "input.")
  }

  @Test func aTableIsNormalisedColumnByColumn() throws {
    let folder = try TemporaryFolder()
    let path = folder.write("0,1000,5,a\n2,3000,5,b\n", to: "t.csv")
    var experiment = Experiment(try Dataset("csv:\(path)"))
    experiment.trainRatio = 1
    // Means 1, 2000, 5; deviations 1, 1000, none.
    let material = try Material(experiment)
    #expect(material.train.inputs == .floats([-1, -1, 0, 1, 1, 0]))
    #expect(material.preparation.inputs(row: [3, 2000, 6]) == [2, 0, 1])
    #expect(material.preparation.inputs(row: [3, 2000]) == nil)
    // With a target vector everything is taken as it stands.
    experiment.dataset = try Dataset("csv:\(folder.write("0,1000,5,1\n2,3000,5,2\n", to: "t.csv"))#targets=1")
    #expect(try Material(experiment).train.inputs == .floats([0, 1000, 5, 2, 3000, 5]))
  }

  @Test(arguments: ["0,100\n1,300\n", "0,5,9,100\n1,5,8,300\n"])
  func numbersToPredictAreTaughtScaledAndToldInTheirOwnUnits(csv: String) throws {
    let folder = try TemporaryFolder()
    var experiment = Experiment(try Dataset("csv:\(folder.write(csv, to: "t.csv"))#number"))
    experiment.trainRatio = 1
    experiment.hidden = []
    experiment.initializer = .zero
    let run = try Run(experiment)
    #expect(run.material.train.targets == .values([-1, 1]))
    // A fresh network answers 0, which stands for 200: half of 100² is its loss.
    #expect(run.material.preparation.answers([0, 1, -1]) == [200, 300, 100])
    #expect(abs((run.train?.loss ?? 0) - 5000) < 1e-6)
    #expect(run.train?.rSquared == 0)
    run.train(epochs: 200)
    #expect((run.train?.loss ?? .infinity) < 1)
    #expect(run.history.last?.train == run.train?.loss)
    let model = Model(run)
    try model.write(to: folder.path + "/m.safetensors")
    let read = try Model(path: folder.path + "/m.safetensors")
    #expect(read.preparation == run.material.preparation)
    #expect(read.preparation.layout == run.material.table?.layout)
  }

  @Test(arguments: ["#targets=1", "#number"])
  func withoutNormalisationNumbersStayAsTheyAre(options: String) throws {
    let folder = try TemporaryFolder()
    var experiment = Experiment(try Dataset("csv:\(folder.write("0,100\n1,300\n", to: "t.csv"))\(options)"))
    experiment.trainRatio = 1
    experiment.normalize = options == "#number" ? InputScaling.none : nil
    #expect(try Material(experiment).train.targets == .values([100, 300]))
  }

  /// Means come from the training samples alone, and from those of the split at hand.
  @Test func gapsAreFilledFromTheTrainingSamples() throws {
    let folder = try TemporaryFolder()
    let path = folder.write("a,row,c,label\n1,0.5,2,x\n3,1.5,2,y\n?,2.5,2,x\n100,3.5,2,y\n", to: "t.csv")
    let known: [Float: Double] = [0.5: 1, 1.5: 3, 3.5: 100]
    var experiment = Experiment(try Dataset("csv:\(path)#missing=mean"))
    experiment.normalize = InputScaling.none
    var former: Material?
    for seed in ["1", "2", "3", "4", "5", "6"] {
      experiment.seed = seed
      let material = try Material(experiment, reusing: former)
      guard case .floats(let train) = material.train.inputs, train.count == 6 else {
        Issue.record("inputs are numbers")
        return
      }
      let values = [train[1], train[4]].compactMap { known[$0] }
      let mean = values.reduce(0, +) / Double(values.count)
      #expect(material.preparation.layout?.features.first?.filling == [mean])
      for place in [1, 4] where train[place] == 2.5 { #expect(train[place - 1] == Float(mean)) }
      former = material
    }
  }

  @Test func theMapReachesAsFarAsThePoints() throws {
    let folder = try TemporaryFolder()
    let path = folder.write("0,0,a\n100,0.2,b\n50,0.1,a\n", to: "t.csv")
    let domain = try Material(Experiment(Dataset("csv:\(path)"))).domain
    #expect(domain.x1 == -5...105)
    #expect(domain.x2.lowerBound < 0 && domain.x2.upperBound < 0.25)
    #expect(try Material(Experiment()).domain == .playground)
  }
}
