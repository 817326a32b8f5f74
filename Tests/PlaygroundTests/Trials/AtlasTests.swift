import Playground
import Synchronization
import Testing

@Suite("Maps of trainings")
struct AtlasTests {
  private static func axis(_ name: String) throws -> SearchAxis { try SearchAxis(named: name) }

  private static func atlas(columns: Int = 22, rows: Int = 12) throws -> Atlas {
    var experiment = Experiment(.points(.gateXor))
    (experiment.epochs, experiment.batchSize) = (3, 1)
    return Atlas(
      experiment,
      across: SearchDimension(
        try axis("learningRate"), .range(NumberRange(0.003, 3, isLogarithmic: true, steps: columns))),
      up: SearchDimension(.width, .range(NumberRange(1, Double(rows), isWhole: true))),
      goal: try Goal("train-loss<0.6"))
  }

  @Test(
    "Places come from coarse to fine, each once, and what stands for one came before it",
    arguments: [
      (22, 12), (1, 2), (8, 8), (9, 17),
    ])
  func order(columns: Int, rows: Int) throws {
    let atlas = try Self.atlas(columns: columns, rows: rows)
    let order = atlas.order
    #expect(order.count == atlas.columns.count * atlas.rows.count && Set(order).count == order.count)
    for (place, cell) in order.enumerated() where cell.column % 8 != 0 || cell.row % 8 != 0 {
      #expect(atlas.coarser(than: cell).contains { order[..<place].contains($0) })
    }
  }

  @Test("What is opened from a map comes out as it did there, to the bit, and first weights differ from start to start")
  func bits() throws {
    let surveyor = try AtlasSurveyor(threads: 2, waking: {})
    defer { surveyor.stop() }
    let atlas = try Self.atlas(columns: 3, rows: 2)
    surveyor.survey(AtlasSurvey(number: 7, atlas, starts: 0..<2))
    var found: [Findings.Finding] = []
    while found.count < 12 {
      guard let more = surveyor.takeFindings() else { continue }
      #expect(more.survey == 7)
      found += more.findings
    }
    for finding in found {
      let opened = try Run(atlas.experiment(at: finding.cell, start: finding.start))
      opened.setGoal(atlas.goal)
      while opened.epoch < 3 { opened.trainStretch() }
      #expect(finding.end == .trained(Outcome(of: opened)))
    }
    #expect(Set(found.map { "\($0.cell) \($0.start)" }).count == 12)
    let losses = found.compactMap { finding -> Double? in
      if case .trained(let outcome) = finding.end { outcome.trainLoss } else { nil }
    }
    #expect(Set(losses).count == 12)
    #expect(atlas.experiment(at: Atlas.Cell(column: 0, row: 0), start: 0).weightsSeed == nil)
  }

  @Test("A survey takes the place of the one before, whose findings nobody sees")
  func replaced() throws {
    let surveyor = try AtlasSurveyor(threads: 1, waking: {})
    defer { surveyor.stop() }
    surveyor.survey(AtlasSurvey(number: 1, try Self.atlas(), starts: 0..<1000))
    while surveyor.takeFindings() == nil {}
    surveyor.survey(AtlasSurvey(number: 2, try Self.atlas(columns: 1, rows: 1), starts: 0..<1))
    var found: Findings?
    while found == nil { found = surveyor.takeFindings() }
    #expect(found?.survey == 2 && found?.findings.count == 1)
    surveyor.survey(nil)
    #expect(surveyor.takeFindings() == nil)
  }

  @Test("Whatever usually differs takes all its values, and from a map one can come closer while numbers lie between")
  func usual() throws {
    for experiment in [Experiment(), Experiment(.points(.gateXor)), Experiment(.points(.plane))] {
      let usual = SearchDimension.usual(for: experiment)
      #expect(Set(usual.map(\.axis)).count == usual.count && usual.count > 15)
      for dimension in usual {
        for setting in dimension.values {
          var scratch = experiment
          #expect(throws: Never.self) { try dimension.axis.set(setting, in: &scratch) }
          #expect(dimension.axis.setting(in: scratch)?.words == setting.words, "\(dimension.axis.name)")
        }
      }
    }
    var dimension = SearchDimension(
      try Self.axis("learningRate"), .range(NumberRange(0.003, 3, isLogarithmic: true, steps: 22)))
    for _ in 0..<20 {
      let middle = dimension.values[10]
      dimension = try #require(dimension.closer(to: middle))
      #expect(dimension.values.count == 22)
      #expect((Double(dimension.values[0].description) ?? 9) <= Double(middle.description) ?? 0)
    }
    let whole = SearchDimension(.width, .range(NumberRange(1, 3, isWhole: true)))
    #expect(whole.closer(to: .word("2")) == nil)
    #expect(
      SearchDimension(.width, .range(NumberRange(1, 12, isWhole: true))).closer(to: .word("1"))?.values.first
        == .word("1"))
    #expect(SearchDimension(try Self.axis("optimizer"), .listed([.word("sgd")])).closer(to: .word("sgd")) == nil)
  }

  @Test("Colours tell of a place's first weights together, and leave out what broke down where there is no number")
  func measures() {
    let ends: [Trial.End] = [
      .trained(Outcome(epochs: 9, trainLoss: 0.1, testLoss: 0.3, reachedAt: 5, parameterCount: 3)),
      .trained(Outcome(epochs: 9, trainLoss: 0.2, testLoss: 0.5, reachedAt: 8, parameterCount: 3)),
      .trained(Outcome(epochs: 9, trainLoss: 0.4, testLoss: 0.5, parameterCount: 3)),
      .trained(Outcome(epochs: 2, divergedAt: 2, parameterCount: 3)), .refused("No."),
    ]
    let table: [(AtlasMeasure, Double)] = [(.success, 0.5), (.loss, 0.5), (.epochs, 5), (.gap, 0.2)]
    for (measure, value) in table {
      #expect(abs((measure.value(of: ends) ?? -1) - value) < 1e-12, "\(measure)")
      #expect(measure.value(of: []) == nil && measure.value(of: [.refused("No.")]) == nil)
    }
  }
}
