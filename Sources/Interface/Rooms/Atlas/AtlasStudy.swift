import Playground

/// What is known of a map of trainings, and how it is looked at: it is kept while its room is left and opened again.
struct AtlasStudy: Sendable {
  /// What is mapped.
  private(set) var atlas: Atlas
  /// How many first weights each place tries.
  private(set) var starts: Int
  /// What the colours tell.
  var measure: AtlasMeasure
  /// The place that is looked at, and which of its first weights.
  private(set) var cell: Atlas.Cell
  private(set) var start = 0
  /// The axes of before zooming in, the widest first.
  private var wider: [(across: SearchDimension, up: SearchDimension)]
  /// The number of the last survey, and what it has still to find.
  private(set) var survey = 0
  /// What became of each place's first weights: [row × columns + column][start], those that are trained.
  private var ends: [[Int: Trial.End]] = []
  /// How many trainings are over.
  private(set) var done = 0

  /// Trainings that a map is opened with for each place.
  private static let usualStarts = 4
  /// Epochs that each lasts where the experiment says nothing.
  private static let usualEpochs = 200
  private static let mostStarts = 64

  /// A map around an experiment: the learning rate across and the units of its layers up, or what stood on the axes of a
  /// former map.
  ///
  /// - Parameter goal: when a training is called successful; nil for a usual one.
  init(of experiment: Experiment, goal: Goal?, after former: AtlasStudy?) {
    var base = experiment
    base.epochs = base.epochs ?? Self.usualEpochs
    let usual = SearchDimension.usual(for: base)
    let across = usual.first ?? SearchDimension(.width, .listed([.word("4")]))
    // Rosenblatt's rule trains no hidden units.
    let shapes: [SearchAxis] = [.width, .depth]
    let hasLayers = !base.resolved().hidden.isEmpty
    let up = usual.first { hasLayers ? $0.axis == .width : $0.axis != across.axis && !shapes.contains($0.axis) }
    let known = former.map { [$0.atlas.across, $0.atlas.up] } ?? []
    let isKept = !known.isEmpty && known.allSatisfy { one in usual.contains { $0.axis == one.axis } }
    atlas = Atlas(
      base, across: isKept ? known[0] : across, up: isKept ? known[1] : up ?? across,
      goal: goal ?? Self.usualGoal(for: base))
    measure = former?.measure ?? .success
    starts = Self.usualStarts
    wider = isKept ? former?.wider ?? [] : []
    cell = Atlas.Cell(column: 0, row: 0)
    forget()
    let here = [atlas.across, atlas.up].map { dimension in
      dimension.axis.setting(in: base).map { nearest(to: $0, in: dimension) } ?? dimension.values.count / 2
    }
    cell = Atlas.Cell(column: here[0], row: here[1])
  }

  /// Whether another map would be this one: the experiments differ in nothing but what the axes set.
  func isSame(as other: AtlasStudy) -> Bool {
    let corner = Atlas.Cell(column: 0, row: 0)
    return atlas.across == other.atlas.across && atlas.up == other.atlas.up && atlas.goal == other.atlas.goal
      && atlas.experiment(at: corner, start: 0) == other.atlas.experiment(at: corner, start: 0)
  }

  /// Nineteen of twenty right, or a hundredth of loss where numbers are predicted.
  private static func usualGoal(for experiment: Experiment) -> Goal {
    let isTested = Objective(for: experiment).quantity == .testLoss
    return experiment.resolved().problem.classCount == nil
      ? Goal(isTested ? .testLoss : .trainLoss, .less, 0.01)
      : Goal(isTested ? .testAccuracy : .trainAccuracy, .atLeast, 0.95)
  }

  // MARK: - What is known

  /// Trainings there are when all are done.
  var total: Int { atlas.columns.count * atlas.rows.count * starts }

  /// What became of a place, first weights after first weights.
  func ends(at cell: Atlas.Cell) -> [Int: Trial.End] { ends[cell.row * atlas.columns.count + cell.column] }

  /// What the colour of a place tells; nil where that is not known.
  func value(at cell: Atlas.Cell) -> Double? { measure.value(of: Array(ends(at: cell).values)) }

  /// The place whose colour is shown at a place: itself, or while it waits the nearest of the coarser grids.
  func source(of cell: Atlas.Cell) -> Atlas.Cell? {
    ([cell] + atlas.coarser(than: cell)).first { !ends(at: $0).isEmpty }
  }

  /// The values of all places that have one, least and largest; nil where none has.
  var spread: ClosedRange<Double>? {
    let values = atlas.order.compactMap { value(at: $0) }.filter(\.isFinite)
    guard let least = values.min(), let largest = values.max() else { return nil }
    return least...largest
  }

  /// The experiment that is opened from here.
  var chosen: Experiment { atlas.experiment(at: cell, start: start) }

  mutating func receive(_ findings: Findings) {
    guard findings.survey == survey else { return }
    for finding in findings.findings {
      let place = finding.cell.row * atlas.columns.count + finding.cell.column
      if ends[place].updateValue(finding.end, forKey: finding.start) == nil { done += 1 }
    }
  }

  // MARK: - What is looked at

  /// Moves by columns and rows of the map, to its edges at most.
  mutating func move(columns: Int, rows: Int) {
    go(to: Atlas.Cell(column: cell.column + columns, row: cell.row + rows))
  }

  /// Goes to a place, or to the nearest on the map.
  mutating func go(to place: Atlas.Cell) {
    cell = Atlas.Cell(
      column: min(max(place.column, 0), atlas.columns.count - 1), row: min(max(place.row, 0), atlas.rows.count - 1))
  }

  /// Takes others of the place's first weights.
  mutating func choose(start number: Int) { start = (number + starts) % starts }

  // MARK: - Other maps

  /// The survey that finds out what is not known.
  mutating func nextSurvey(number: Int) -> AtlasSurvey {
    survey = number
    let known = (0..<starts).first { start in ends.contains { $0[start] == nil } } ?? starts
    return AtlasSurvey(number: number, atlas, starts: known..<starts)
  }

  /// Puts other things on the axes; the other axis gives way where both would be the same.
  mutating func put(_ dimension: SearchDimension, across isAcross: Bool) {
    var (across, up) = (atlas.across, atlas.up)
    if isAcross {
      if up.axis == dimension.axis { up = across }
      across = dimension
    } else {
      if across.axis == dimension.axis { across = up }
      up = dimension
    }
    wider = []
    map(across, up)
  }

  /// Shows half as much to each side of the place, as finely; false where nothing lies between its neighbours.
  mutating func zoomIn() -> Bool {
    let (across, up) = (atlas.across, atlas.up)
    let (closer, higher) = (
      across.closer(to: atlas.columns[cell.column]), up.closer(to: atlas.rows[cell.row])
    )
    guard closer != nil || higher != nil else { return false }
    wider.append((across, up))
    map(closer ?? across, higher ?? up)
    return true
  }

  /// Shows what was shown before zooming in; false where nothing was.
  mutating func zoomOut() -> Bool {
    guard let last = wider.popLast() else { return false }
    map(last.across, last.up)
    return true
  }

  /// Tries twice as many first weights; false where these are enough.
  mutating func tryMore() -> Bool {
    guard starts < Self.mostStarts else { return false }
    starts *= 2
    return true
  }

  private mutating func map(_ across: SearchDimension, _ up: SearchDimension) {
    let (column, row) = (atlas.columns[cell.column], atlas.rows[cell.row])
    atlas = Atlas(atlas.base, across: across, up: up, goal: atlas.goal)
    cell = Atlas.Cell(
      column: nearest(to: column, in: across), row: nearest(to: row, in: up))
    forget()
  }

  /// The value nearest to what was looked at; the middle where that is not on the axis.
  private func nearest(to setting: Setting, in dimension: SearchDimension) -> Int {
    let values = dimension.values
    guard let wanted = Double(setting.description) else { return values.firstIndex(of: setting) ?? values.count / 2 }
    let numbers = values.map { Double($0.description) }
    let near = numbers.indices.min {
      abs((numbers[$0] ?? .infinity) - wanted) < abs((numbers[$1] ?? .infinity) - wanted)
    }
    return near ?? 0
  }

  private mutating func forget() {
    ends = Array(repeating: [:], count: atlas.columns.count * atlas.rows.count)
    (done, start) = (0, 0)
  }
}
