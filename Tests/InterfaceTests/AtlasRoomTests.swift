import Interface
import Playground
import Screen
import Testing

@Suite("A thousand trainings as one map") struct AtlasRoomTests {
  private static let xor: Experiment = {
    var experiment = Experiment(.points(.gateXor))
    (experiment.hidden, experiment.batchSize, experiment.epochs) = ([2], 1, 500)
    return experiment
  }()

  /// The map of an experiment, opened by keys from the list of views.
  private func stage(_ experiment: Experiment = xor, _ size: Size = Size(120, 40), keys: String...) throws -> (
    stage: Stage, survey: AtlasSurvey
  ) {
    var stage = try Stage(experiment, size: size)
    var effects = try stage.press("v", "a", "Enter")
    for key in keys { effects += try stage.press(key) }
    return (stage, try #require(effects.surveys.last))
  }

  /// What a training might come to: in a band of rates most reach the goal, above it they diverge.
  private static func end(_ cell: Atlas.Cell, start: Int) -> Trial.End {
    let (rate, units) = (Double(cell.column) - 10, Double(cell.row))
    guard rate < 9 else { return .trained(Outcome(epochs: 7, divergedAt: 7, parameterCount: 9)) }
    let loss = 0.001 + (rate * rate / 100) * (1 + 1 / (1 + units)) + Double(start) / 50
    let isReached = loss < 0.25 && cell.row > 0
    return .trained(
      Outcome(
        epochs: 500, trainLoss: loss, trainAccuracy: isReached ? 1 : 0.75,
        reachedAt: isReached ? 40 + Int(rate * rate) + 10 * start : nil, parameterCount: 9))
  }

  /// What is found out when the survey has come so far.
  private static func findings(_ survey: AtlasSurvey, share: Double = 1) -> Findings {
    let places = survey.starts.flatMap { start in survey.atlas.order.map { ($0, start) } }
    return Findings(
      survey: survey.number,
      findings: places.prefix(Int(share * Double(places.count))).map { cell, start in
        Findings.Finding(cell: cell, start: start, end: end(cell, start: start))
      })
  }

  private func whole(_ size: Size = Size(120, 40), keys: String...) throws -> Stage {
    var (stage, survey) = try stage(Self.xor, size)
    stage.send(.found(Self.findings(survey)))
    for key in keys {
      for survey in try stage.press(key).surveys { stage.send(.found(Self.findings(survey))) }
    }
    return stage
  }

  @Test("as text", arguments: [Size(80, 24), Size(120, 40)])
  func golden(size: Size) throws {
    try expectGolden(try whole(size).frame, "atlas-\(size.width)x\(size.height)")
  }

  @Test("fills in from coarse to fine: the first places stand for those between")
  func filling() throws {
    var (stage, survey) = try stage()
    #expect(stage.text.contains("0 of 1,056 runs") && stage.text.contains("training"))
    stage.send(.found(Self.findings(survey, share: 6.0 / 1056)))
    #expect(stage.text.contains("6 of 1,056 runs"))
    try expectGolden(stage.frame, "atlas-coarse-120x40")
    stage.send(.found(Self.findings(survey)))
    #expect(stage.text.contains("done   1,056 runs") && !stage.state.isSurveying)
    let before = stage.text
    var other = Self.findings(survey)
    other.survey += 1
    stage.send(.found(other))
    #expect(stage.text == before)
  }

  @Test("asks for what is shown: the experiment in play, its rate across and its units up")
  func surveys() throws {
    let survey = try stage().survey
    #expect(survey.atlas.base == Self.xor && survey.starts == 0..<4)
    #expect(survey.atlas.across.axis.name == "learningRate" && survey.atlas.up.axis == .width)
    #expect(survey.atlas.goal == Goal(.trainAccuracy, .atLeast, 0.95))
    var left = try stage().stage
    #expect(try left.press("Esc").contains(.survey(nil)))
    #expect(left.text.contains("DATA"))
  }

  @Test("Enter opens the cell and the start that are looked at, which then train, and Backspace takes that back")
  func opening() throws {
    var stage = try whole(keys: "Left", "Left", "Up", "Tab")
    let survey = try self.stage().survey
    let chosen = survey.atlas.experiment(at: Atlas.Cell(column: 5, row: 2), start: 1)
    #expect(stage.text.contains("HERE  units 3, rate \(survey.atlas.columns[5])"))
    let effects = try stage.press("Enter")
    #expect(effects.commands == [.open(chosen), .run])
    #expect(effects.contains(.survey(nil)))
    #expect(!stage.text.contains("HERE"))
    #expect(stage.state.experiment == chosen)
    try stage.press("Backspace")
    #expect(stage.state.experiment == Self.xor)
  }

  @Test("puts other keys on the axes, looks closer and back, and tries more first weights")
  func maps() throws {
    var (stage, survey) = try stage()
    let whole = survey.atlas
    survey = try #require(try stage.press(")").surveys.last)
    #expect(survey.atlas.columns.count == 22 && survey.atlas != whole)
    survey = try #require(try stage.press("(").surveys.last)
    #expect(survey.atlas == whole)
    #expect(try stage.press("(").isEmpty && stage.text.contains("This is the whole map"))
    survey = try #require(try stage.press("+").surveys.last)
    #expect(survey.starts == 0..<8)
    survey = try #require(try stage.press("x", "o", "Enter").surveys.last)
    #expect(survey.atlas.across.axis.name == "optimizer")
    survey = try #require(try stage.press("y", "o", "Enter").surveys.last)
    #expect(survey.atlas.up.axis.name == "optimizer" && survey.atlas.across.axis == .width)
    stage.send(.found(Self.findings(survey)))
    survey = try #require(try stage.press("+").surveys.last)
    #expect(survey.starts == 8..<16, "what is known is not trained again")
  }

  @Test("colours tell success, loss, epochs or the gap; the list tries them out and Esc takes that back")
  func colours() throws {
    var stage = try whole(keys: "c", "Down")
    #expect(stage.text.contains("the loss at the end"))
    let tried = stage.frame
    try stage.press("Esc")
    #expect(stage.frame != tried && stage.text.contains("the share of first weights"))
    try stage.press("c", "e", "Enter")
    #expect(stage.text.contains("after how many epochs the goal is reached"))
  }

  @Test("follows the experiment in play")
  func following() throws {
    var (stage, _) = try stage()
    let effects = try stage.press("a", "r", "Enter")
    #expect(effects.commands.contains { if case .adjust = $0 { true } else { false } })
    var changed = Self.xor
    changed.activation = [.relu]
    let snapshot = Snapshot(
      of: try Run(changed), isRunning: false, generation: 99, speed: 0, request: SnapshotRequest())
    #expect(stage.send(.snapshotArrived(snapshot)).surveys.last?.atlas.base == changed)
    #expect(stage.send(.snapshotArrived(snapshot)).isEmpty)
  }

  @Test("the pointer reads a cell, a click stays there and takes a start, and every setting can be clicked")
  func pointing() throws {
    var stage = try whole()
    let map = try #require(stage.state.scene().regions.first { $0.target == .part(0) }).rect
    stage.point(.move, x: map.x, y: map.y)
    #expect(stage.text.contains("HERE  units 12, rate 0.003"))
    stage.point(.press, x: map.x, y: map.y)
    stage.point(.release, x: map.x, y: map.y)
    try stage.press("Right")
    #expect(stage.text.contains("HERE  units 12, rate 0.0041"))
    try stage.click(.part(3))
    #expect(stage.text.contains("3. train loss"))
    try stage.click(.command(.axisAcross))
    #expect(stage.text.contains("Across"))
    try stage.press("Esc")
    #expect(try stage.click(.command(.moreStarts)).surveys.last?.starts == 4..<8)
    #expect(try stage.click(.command(.enter)).commands.count == 2)
  }

  @Test("is not opened on pictures, and says so")
  func pictures() throws {
    var stage = try DigitsStage()
    try stage.press("v", "a", "Enter")
    #expect(stage.text.contains("A map trains thousands of networks"))
  }

  @Test("takes any key at any size, on any data", arguments: [Size(60, 18), Size(109, 50), Size(200, 60)])
  func keys(size: Size) throws {
    for dataset in ["gate-xor", "plane", "moons"] {
      var experiment = Experiment()
      try experiment.set("dataset", to: dataset)
      if dataset == "moons" { experiment.hidden = [] }
      var (stage, survey) = try stage(experiment, size)
      stage.send(.found(Self.findings(survey, share: 0.3)))
      for key in [
        "Left", "Down", "Tab", ")", ")", "c", "Down", "Down", "Enter", "x", "Down", "Enter", "y", "End", "Enter", "+",
        "Up", "Shift-Tab", "(", "?", "Esc", "m", "Esc", "v", "Esc", "Enter",
      ] {
        for survey in try stage.press(key).surveys { stage.send(.found(Self.findings(survey, share: 0.1))) }
        #expect(stage.lines.count == size.height)
      }
    }
  }
}

extension [Effect] {
  /// The maps that are asked for.
  fileprivate var surveys: [AtlasSurvey] {
    compactMap { if case .survey(let survey?) = $0 { survey } else { nil } }
  }
}
