import Glibc

/// What the network took for what: a row for each truth, a column for each answer.
public struct ConfusionMatrix: Hashable, Sendable {
  /// How often each class was taken for each: `counts[truth][answer]` samples, as many columns as rows.
  public var counts: [[Int]]
  /// Names of the classes; only their first characters fit.
  public var names: [String]

  /// A matrix of `counts[truth][answer]`; classes without names are called by their numbers from 0.
  public init(_ counts: [[Int]], names: [String]? = nil) {
    self.counts = counts
    self.names = names ?? counts.indices.map { String($0) }
  }

  /// Where the matrix has room for `columns` cells a class, its whole size with both headings.
  public func size(columns: Int = 3) -> Size {
    Size(nameColumns(columns) + counts.count * columns, 1 + counts.count)
  }

  /// The columns of the rows' names, and one that parts them from the cells: as much of a name as stands over a column.
  func nameColumns(_ columns: Int) -> Int {
    1 + min(max(1, columns - 1), max(1, names.map(\.count).max() ?? 1))
  }

  /// The share of a row's samples that an answer took, 0 … 1.
  public func share(truth: Int, answer: Int) -> Double {
    let sum = counts[truth].reduce(0, +)
    return sum > 0 ? Double(counts[truth][answer]) / Double(sum) : 0
  }

  /// The value on the ramp of a cell: blue for right answers from 80 % on, orange for wrong ones as |share / 4 %|^0.6,
  /// so that a few errors are seen beside many right answers; nothing where fewer than three samples erred.
  func shade(truth: Int, answer: Int) -> Float? {
    let share = share(truth: truth, answer: answer)
    if truth == answer { return Float(max(0, (share - 0.8) / 0.2)) }
    return counts[truth][answer] > 2 ? -Float(min(1, pow(share / 0.04, 0.6))) : nil
  }
}

extension Frame {
  /// Draws a confusion matrix with its headings, `columns` cells a class; per cents below 0.5 stay blank.
  public mutating func confusion(_ matrix: ConfusionMatrix, x: Int, y: Int, columns: Int = 3) {
    let left = x + matrix.nameColumns(columns)
    for (number, name) in matrix.names.enumerated().prefix(matrix.counts.count) {
      let letters = String(name.prefix(max(1, columns - 1)))
      put(letters, endingAt: left + (number + 1) * columns, y: y, .dim)
      put(letters, x: x, y: y + 1 + number, .dim)
    }
    for truth in matrix.counts.indices {
      for answer in matrix.counts[truth].indices {
        let cell = Rect(x: left + answer * columns, y: y + 1 + truth, width: columns, height: 1)
        confusionCell(matrix, truth: truth, answer: answer, in: cell)
      }
    }
  }

  private mutating func confusionCell(_ matrix: ConfusionMatrix, truth: Int, answer: Int, in cell: Rect) {
    if theme.depth.hasRamps {
      let shade = matrix.shade(truth: truth, answer: answer)
      fill(cell, color: shade.map { theme.shades(.signed).color($0) } ?? theme.color(.surface))
    }
    let share = matrix.share(truth: truth, answer: answer)
    guard truth == answer || share >= 0.005 else { return }
    let isWrong = truth != answer && !theme.depth.hasRamps
    let role: Role = isWrong && share >= 0.02 ? .negative : truth == answer || share >= 0.02 ? .strong : .text
    put(Number.fixed(share * 100, decimals: 0), endingAt: cell.maxX, y: cell.y, role)
  }
}
