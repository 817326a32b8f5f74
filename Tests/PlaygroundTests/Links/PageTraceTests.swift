import NeuralEngine
import Playground
import Testing

/// The runs of TensorFlow Playground's own code, opened from their links and trained here.
@Suite struct PageTraceTests {
  @Test func allReferencesAreThere() {
    #expect(PageTrace.runs.count == 12)
    #expect(PageTrace.quirks.count == 14)
    #expect(PageInteraction.all.count == 7)
  }

  @Test(arguments: PageTrace.runs + PageTrace.quirks)
  func pointsAndSplitAreThePages(_ trace: PageTrace) throws {
    let material = try Material(opened(trace))
    let points = try #require(material.points)
    #expect(points.train.count == trace.trainCount)
    #expect(points.test.count == trace.testCount)
    #expect(material.train.count == trace.trainCount)
    for (found, expected) in zip(points.train, trace.trainPoints) {
      #expect(near([found.x1, found.x2, found.label], expected, 1e-9))
    }
    for (found, expected) in zip(points.test, trace.testPoints) {
      #expect(near([found.x1, found.x2, found.label], expected, 1e-9))
    }
    for (part, sums) in [(points.train, trace.trainSums), (points.test, trace.testSums)] {
      let found = [part.reduce(0) { $0 + $1.x1 }, part.reduce(0) { $0 + $1.x2 }, part.reduce(0) { $0 + $1.label }]
      #expect(near(found, sums, 1e-9))
    }
  }

  @Test(arguments: PageTrace.runs + PageTrace.quirks)
  func firstWeightsAreThePages(_ trace: PageTrace) throws {
    let network = try Run(opened(trace)).network
    #expect(network.architecture.inputs == trace.features.count)
    #expect(agrees(network, weights: trace.initialWeights, biases: trace.initialBiases, within: 1e-5))
  }

  @Test(arguments: PageTrace.runs + PageTrace.quirks)
  func lossesDeadLinksAndBoundaryAreThePages(_ trace: PageTrace) throws {
    let run = try Run(opened(trace))
    run.evaluatesEveryEpoch = true
    let last = trace.comparableThroughEpoch ?? 10
    for expected in trace.loss where expected.epoch <= last {
      run.train(epochs: expected.epoch - run.epoch)
      // Trace 07 swings the most: its L1 kills links from the first epoch on.
      let early = trace.name.hasPrefix("07") ? 5e-5 : 2e-5
      let tolerance = expected.epoch <= 10 ? early : expected.epoch <= 50 ? 5e-3 : 2e-2
      #expect(abs(try #require(run.train).loss - (expected.train ?? .nan)) < tolerance, "epoch \(run.epoch)")
      #expect(abs(try #require(run.test).loss - (expected.test ?? .nan)) < tolerance, "epoch \(run.epoch)")
      for dead in trace.deadLinks ?? [] where dead.epoch == run.epoch && run.epoch <= 10 {
        #expect(run.deadLinks.count == dead.count, "epoch \(run.epoch)")
      }
      for boundary in trace.boundary where boundary.epoch == run.epoch && run.epoch <= 10 {
        for point in boundary.values {
          let output = run.network.outputs(for: run.material.preparation.inputs(x1: point.x, x2: point.y))
          #expect(abs(Double(output[0]) - point.value) < 1e-3, "at \(point.x), \(point.y)")
        }
      }
      if run.epoch == trace.finalEpoch {
        #expect(agrees(run.network, weights: trace.finalWeights, biases: trace.finalBiases, within: 1e-3))
      }
    }
  }

  private func opened(_ trace: PageTrace) throws -> Experiment {
    try #require(PlaygroundLink(trace.url)).experiment().experiment
  }
}

/// Whether two lists of numbers are the same within `tolerance`.
func near(_ found: [Double], _ expected: [Double], _ tolerance: Double) -> Bool {
  found.count == expected.count && zip(found, expected).allSatisfy { abs($0 - $1) <= tolerance }
}

/// Whether a network's weights [layer][unit][source] and biases [layer][unit] are these within `tolerance`.
func agrees(_ network: Network, weights: [[[Double]]], biases: [[Double]], within tolerance: Double) -> Bool {
  weights.indices.allSatisfy { layer in
    weights[layer].indices.allSatisfy { unit in
      abs(Double(network.bias(layer: layer, unit: unit)) - biases[layer][unit]) <= tolerance
        && weights[layer][unit].indices.allSatisfy { source in
          abs(Double(network.weight(layer: layer, unit: unit, source: source)) - weights[layer][unit][source])
            <= tolerance
        }
    }
  }
}
