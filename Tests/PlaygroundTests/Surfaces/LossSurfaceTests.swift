import Datasets
import NeuralEngine
import Playground
import Testing

@Suite("The loss on a plane through the weights") struct LossSurfaceTests {
  private func run(_ settings: [(String, String)] = [], epochs: Int = 12) throws -> Run {
    var experiment = Experiment()
    for (key, value) in [("samples", "40")] + settings { try experiment.set(key, to: value) }
    let run = try Run(experiment)
    run.train(epochs: epochs)
    return run
  }

  private static let planes: [SurfacePlane] = [.random(seed: 1), .principal, .parameters(0, 17)]

  @Test("is the loss that the run has with those weights, to the last bit", arguments: planes)
  func engine(plane: SurfacePlane) throws {
    for settings in [
      [], [("dataset", "curve-sine")], [("dataset", "rings3"), ("labelSmoothing", "0.1")], [("batchNorm", "true")],
    ] {
      let run = try run(settings)
      // The first, coarse pass is enough: it measures the middle of each eight pixels by eight.
      let surface = run.survey(SurfaceRequest(plane)).measure { $0.progress < 1.0 / 64 }
      for (column, row) in [(4, 4), (60, 4), (28, 36), (12, 60)] {
        let there = try run.copy()
        try there.setParameters(surface.parameters(at: surface.place(column: column, row: row)))
        #expect(there.train?.loss == surface.losses[row * surface.side + column], "\(settings) \(plane)")
      }
    }
  }

  @Test("is measured at every pixel in the end, and over the one before where it stays in place")
  func whole() throws {
    let run = try run([("samples", "4")])
    let first = run.survey(SurfaceRequest(.random(seed: 1))).measure()
    #expect(first.progress == 1 && first.isCovered)
    for (column, row) in [(0, 0), (63, 0), (31, 40), (7, 63)] {
      let there = try run.copy()
      try there.setParameters(first.parameters(at: first.place(column: column, row: row)))
      #expect(there.train?.loss == first.losses[row * first.side + column])
    }
    run.train(epochs: 1)
    let second = run.survey(SurfaceRequest(.random(seed: 1)), after: first).measure { _ in false }
    #expect(second.losses.dropFirst() == first.losses.dropFirst())
    #expect(second.losses[0] != first.losses[0])
  }

  @Test("goes through the weights of now, where the run's own loss is", arguments: planes)
  func here(plane: SurfacePlane) throws {
    let run = try run()
    let surface = run.survey(SurfaceRequest(plane)).measure { _ in false }
    #expect(surface.parameters(at: surface.position) == run.network.parameters)
    #expect(surface.across.contains(surface.position.a) && surface.up.contains(surface.position.b))
    let last = try #require(surface.path.last?.last)
    #expect(last == surface.position)
  }

  @Test("has two weights' own values as coordinates")
  func twoWeights() throws {
    let run = try run()
    let layout = run.network.layout
    let (first, second) = (layout.weight(layer: 0, unit: 1, source: 0), layout.bias(layer: 1, unit: 0))
    let surface = run.survey(SurfaceRequest(.parameters(first, second))).measure { _ in false }
    let place = surface.place(column: 3, row: 60)
    let there = surface.parameters(at: place)
    #expect(abs(Double(there[first]) - place.a) < 1e-5 && abs(Double(there[second]) - place.b) < 1e-5)
    let others = there.indices.filter { ![first, second].contains($0) }
    #expect(others.allSatisfy { there[$0] == run.network.parameters[$0] })
  }

  @Test("stays where it was while the network is inside, and has the same directions")
  func following() throws {
    let run = try run(epochs: 2)
    let request = SurfaceRequest(.random(seed: 3))
    let first = run.survey(request).measure { _ in false }
    run.train(epochs: 1)
    let second = run.survey(request, after: first).measure { _ in false }
    #expect(second.axes == first.axes && second.across == first.across)
    #expect(second.network == run.network)
    let nearer = run.survey(SurfaceRequest(.random(seed: 3), zoom: 2), after: second).measure { _ in false }
    let (wide, narrow) = (second.across, nearer.across)
    #expect(abs((wide.upperBound - wide.lowerBound) / (narrow.upperBound - narrow.lowerBound) - 2) < 1e-9)
  }

  @Test("shows the whole path in its principal directions, in which most of its spread lies")
  func wholePath() throws {
    let surface = try run(epochs: 60).survey(SurfaceRequest(.principal)).measure { _ in false }
    let path = surface.path.joined()
    #expect(path.count == 61)
    #expect(path.allSatisfy { surface.across.contains($0.a) && surface.up.contains($0.b) })
    #expect(try #require(surface.axes.share) > 0.9)
  }

  @Test("is measured on some samples of a large set, evenly spread, and says so")
  func spread() throws {
    let samples = try Samples(
      inputs: .bytes(Array(0..<250), scale: 1, shift: 0), targets: .classes(Array(0..<250)), inputCount: 1,
      outputCount: 250)
    let some = samples.spread(5)
    #expect(some.inputs == .bytes([0, 50, 100, 150, 200], scale: 1, shift: 0))
    #expect(some.targets == .classes([0, 50, 100, 150, 200]))
    #expect(samples.spread(250).count == 250)
  }

  @Test("comes while training goes on, and again when it has gone on")
  func beside() throws {
    var experiment = Experiment()
    try experiment.set("samples", to: "10")
    let trainer = try Remote(experiment, pace: .full)
    defer { trainer.stop() }
    trainer.send(.run)
    let request = SnapshotRequest(surface: SurfaceRequest(.random(seed: 1)))
    let first = try trainer.snapshot(request) { $0.surface?.progress == 1 }
    let later = try trainer.snapshot(request) { snapshot in
      snapshot.surface.map { $0.progress == 1 && $0.network != first.surface?.network } ?? false
    }
    #expect(later.state == .running)
    let number = trainer.send(.pause)
    let paused = try trainer.snapshot(request) { snapshot in
      snapshot.generation >= number
        && snapshot.surface.map { $0.progress == 1 && $0.network == snapshot.network } ?? false
    }
    #expect(paused.state == .paused)
    #expect(try trainer.snapshot { $0.surface == nil }.state == .paused)
  }
}

@Suite("Going to a place in parameter space") struct SettingParametersTests {
  @Test("changes all weights along the run, and is noted once")
  func along() throws {
    let run = try Run(Experiment())
    run.train(epochs: 3)
    let place = run.network.parameters.map { $0 * 0.5 }
    try run.setParameters(place)
    #expect(run.network.parameters == place)
    #expect(run.epoch == 3)
    #expect(run.changes.map(\.isParameter) == [true])
  }

  @Test("at the start makes first weights of what differs, which the experiment keeps")
  func atStart() throws {
    let run = try Run(Experiment())
    var place = run.network.parameters
    let layout = run.network.layout
    place[layout.weight(layer: 0, unit: 0, source: 1)] = 0.5
    place[layout.bias(layer: 2, unit: 0)] = -1
    try run.setParameters(place)
    #expect(run.network.parameters == place)
    #expect(run.experiment.firstWeights?.map(\.description) == ["1.1.2=0.5", "3.1.b=-1.0"])
    #expect(try Run(run.experiment).network.parameters == place)
  }

  @Test("refuses what is no place of this network")
  func refusal() throws {
    let run = try Run(Experiment())
    #expect(throws: ExperimentError.self) { try run.setParameters([1, 2]) }
    var broken = run.network.parameters
    broken[0] = .nan
    #expect(throws: ExperimentError.self) { try run.setParameters(broken) }
    let areNumbers = run.network.parameters.allSatisfy { $0.isFinite }
    #expect(areNumbers)
  }

  @Test("is taken back with all that was learnt")
  func takenBack() throws {
    let trainer = try Remote(Experiment(), pace: .full)
    defer { trainer.stop() }
    trainer.send(.stepEpoch)
    let before = try trainer.snapshot { $0.epoch == 1 }
    let place = before.network.parameters.map { $0 + 0.1 }
    let number = trainer.send(.setParameters(place))
    #expect(try trainer.snapshot(after: number).network.parameters == place)
    let back = try trainer.snapshot(
      after: trainer.send(.takeBack(number...number, otherwise: .setParameters(before.network.parameters))))
    #expect(back.network == before.network)
    #expect(back.changes.isEmpty)
  }
}
