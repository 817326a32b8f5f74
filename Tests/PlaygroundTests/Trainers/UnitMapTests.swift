import Datasets
import NeuralEngine
import Playground
import Testing

/// The pictures in a snapshot are means of what the network answers.
@Suite struct UnitMapTests {
  @Test func aLinearUnitsMapIsItsPlane() throws {
    var experiment = Experiment(.points(.plane))
    experiment.hidden = []
    let trainer = try Remote(experiment)
    defer { trainer.stop() }
    let request = SnapshotRequest(
      unitMap: MapSize(width: 6, height: 4), outputMap: MapSize(width: 30, height: 20), enlarged: .input(1))
    let snapshot = try trainer.snapshot(request) { $0.maps != nil }
    let maps = try #require(snapshot.maps)
    let (w1, w2) = (
      snapshot.network.weight(layer: 0, unit: 0, source: 0), snapshot.network.weight(layer: 0, unit: 0, source: 1)
    )
    let bias = snapshot.network.bias(layer: 0, unit: 0)
    #expect(maps.inputs.count == 2 && maps.hidden.isEmpty && maps.outputs.count == 1)
    // The mean of a plane over a pixel is its value in the middle: x₁ from left to right, x₂ from the top down.
    for row in 0..<20 {
      for column in 0..<30 {
        let x1 = -6 + 12 * (Float(column) + 0.5) / 30
        let x2 = 6 - 12 * (Float(row) + 0.5) / 20
        #expect(abs(maps.outputs[0][column, row] - (w1 * x1 + w2 * x2 + bias)) < 1e-4)
        #expect(abs(try #require(maps.enlarged)[column, row] - x2) < 1e-4)
      }
    }
    for row in 0..<4 {
      for column in 0..<6 {
        #expect(abs(maps.inputs[0][column, row] - (-6 + 12 * (Float(column) + 0.5) / 6)) < 1e-4)
      }
    }
  }

  @Test func everyUnitHasAMapAndAHeldUnitALargeOne() throws {
    let trainer = try Remote(Experiment())
    defer { trainer.stop() }
    let request = SnapshotRequest(
      unitMap: MapSize(width: 10, height: 10), outputMap: MapSize(width: 40, height: 40),
      enlarged: .unit(layer: 0, index: 2))
    let maps = try #require(try trainer.snapshot(request) { $0.maps != nil }.maps)
    #expect(maps.hidden.map(\.count) == [4, 2])
    #expect(maps.hidden[0][0].values.count == 100 && maps.outputs[0].values.count == 1600)
    // Blocks of 4×4 of the large picture are the pixels of the small one.
    let large = try #require(maps.enlarged)
    for row in 0..<10 {
      for column in 0..<10 {
        var sum: Float = 0
        for y in 0..<4 { for x in 0..<4 { sum += large[4 * column + x, 4 * row + y] } }
        #expect(abs(sum / 16 - maps.hidden[0][2][column, row]) < 1e-5)
      }
    }
    let nothing = SnapshotRequest(outputMap: MapSize(width: 4, height: 4), enlarged: .unit(layer: 9, index: 0))
    #expect(try trainer.snapshot(nothing) { $0.maps?.outputs[0].size.width == 4 }.maps?.enlarged == nil)
  }

  @Test func aCurveHasOneRow() throws {
    let trainer = try Remote(Experiment(.points(.curveSine)))
    defer { trainer.stop() }
    let request = SnapshotRequest(unitMap: MapSize(width: 10, height: 10), outputMap: MapSize(width: 50, height: 20))
    let maps = try #require(try trainer.snapshot(request) { $0.maps != nil }.maps)
    #expect(maps.outputs[0].size == MapSize(width: 50, height: 1) && maps.hidden[0][0].values.count == 10)
  }

  @Test func threeClassesHaveThreeMapsThatSumToOne() throws {
    let trainer = try Remote(Experiment(.points(.rings3)))
    defer { trainer.stop() }
    let maps = try #require(
      try trainer.snapshot(SnapshotRequest(outputMap: MapSize(width: 8, height: 8))) { $0.maps != nil }.maps)
    #expect(maps.outputs.count == 3)
    for pixel in 0..<64 { #expect(abs(maps.outputs.reduce(0) { $0 + $1.values[pixel] } - 1) < 1e-5) }
  }

  @Test func testSamplesAreReportedAsAskedFor() throws {
    let trainer = try Remote(Experiment(.points(.rings3)))
    defer { trainer.stop() }
    let snapshot = try trainer.snapshot(SnapshotRequest(testSamples: [3, 0, 999])) { $0.report != nil }
    let report = try #require(snapshot.report)
    #expect(report.samples.map(\.index) == [3, 0])
    #expect(report.samples.allSatisfy { $0.outputs.count == 3 })
    let points = try #require(snapshot.material.points)
    for prediction in report.samples {
      let point = points.points[points.trainCount + prediction.index]
      #expect(Double(prediction.label) == point.label)
      let outputs = snapshot.network.outputs(for: snapshot.material.preparation.inputs(x1: point.x1, x2: point.x2))
      #expect(zip(outputs, prediction.outputs).allSatisfy { abs($0 - $1) < 1e-5 })
    }
  }

  /// However many units there are and however large the screen is.
  @Test(arguments: [[8, 8], [500, 500, 500, 500], Array(repeating: 500, count: 64), [100_000]])
  func picturesAreBounded(hidden: [Int]) throws {
    let architecture = try Architecture(
      inputs: 2, hidden: hidden, outputs: 200, hiddenActivations: hidden.map { _ in .tanh }, outputActivation: .softmax)
    let side = MapSize(width: 1000, height: 1000)
    let request = SnapshotRequest(unitMap: side, outputMap: side).within(architecture)
    let units = try #require(request.unitMap)
    let outputs = try #require(request.outputMap)
    let most = 1 << 24
    #expect(units.width * units.height * architecture.unitCount <= most)
    #expect(outputs.width * outputs.height * architecture.outputs <= most)
    #expect(architecture.mostMapPoints * architecture.unitCount <= most)
    #expect(Double(architecture.mostMapPoints) * Double(ParameterLayout(architecture).parameterCount) <= 4e9)
    let small = SnapshotRequest(unitMap: MapSize(width: 10, height: 10), outputMap: MapSize(width: 40, height: 40))
    if hidden.count < 3 { #expect(hidden == [100_000] || small.within(architecture) == small) }
  }
}
