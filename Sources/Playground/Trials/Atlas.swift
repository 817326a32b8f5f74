/// A map of trainings: two things differ, one across and one up, and every place tries some first weights.
public struct Atlas: Equatable, Sendable {
  /// What all have in common.
  public let base: Experiment
  /// What differs from column to column, the least on the left.
  public let across: SearchDimension
  /// What differs from row to row, the least at the bottom.
  public let up: SearchDimension
  /// When a training counts as successful.
  public let goal: Goal

  /// The values of the columns, from the left.
  public let columns: [Setting]
  /// The values of the rows, from the bottom.
  public let rows: [Setting]

  /// A map of trainings around an experiment, which says after how many epochs each ends.
  public init(_ base: Experiment, across: SearchDimension, up: SearchDimension, goal: Goal) {
    self.base = base
    self.across = across
    self.up = up
    self.goal = goal
    (columns, rows) = (across.values, up.values)
  }

  /// A place of the map.
  public struct Cell: Hashable, Sendable {
    /// The column, counted from 0 at the left.
    public var column: Int
    /// The row, counted from 0 at the bottom.
    public var row: Int

    /// A place.
    public init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  /// The experiment of a place: what is opened from the map is what was trained for it.
  ///
  /// - Parameter start: which of its first weights, counted from 0; the first are those of the experiment itself.
  public func experiment(at cell: Cell, start: Int) -> Experiment {
    let settings = [rows[cell.row], columns[cell.column]]
    var experiment = SearchSpace(base, [up, across]).trial(0, settings).experiment
    if start > 0 { experiment.weightsSeed = "\(experiment.resolved().weightsSeed) \(start + 1)" }
    return experiment
  }

  // MARK: - From coarse to fine

  /// The distance between the first places to be trained, in columns and rows.
  private static let coarsest = 8

  /// All places, those of a wide grid first, then those between.
  public var order: [Cell] {
    var order: [Cell] = []
    for cell in lattice(of: Self.coarsest) { order.append(cell) }
    var distance = Self.coarsest
    while distance > 1 {
      order += lattice(of: distance / 2).filter { $0.column % distance != 0 || $0.row % distance != 0 }
      distance /= 2
    }
    return order
  }

  private func lattice(of distance: Int) -> [Cell] {
    stride(from: 0, to: rows.count, by: distance).flatMap { row in
      stride(from: 0, to: columns.count, by: distance).map { Cell(column: $0, row: row) }
    }
  }

  /// The places whose findings stand for one that has none of its own yet, the nearest first.
  public func coarser(than cell: Cell) -> [Cell] {
    var cells: [Cell] = []
    var distance = 2
    while distance <= Self.coarsest {
      cells.append(Cell(column: cell.column - cell.column % distance, row: cell.row - cell.row % distance))
      distance *= 2
    }
    return cells
  }
}
