import Screen

/// Where each panel of the digits room stands, for a window of 60×18 cells and more.
///
/// A pure function of the size and of how many classes there are. Above, from left to right as the data go: the pad,
/// what the network sees of it, the units, the answers. Below, how good it is: test pictures, confusions, curves.
public struct DigitsLayout: Sendable, Equatable {
  /// Which of the grids is used.
  public let window: WindowClass
  /// Row 0: name, experiment, state, epoch.
  public let title: Rect
  /// The row of the upper headings.
  public let headings: Int
  /// The pad, twice as wide as high: half-block pixels are square.
  public let pad: Rect
  /// What the network sees, as large as the pad.
  public let seen: Rect
  /// The units between picture and answers, where there is room for them.
  public let units: UnitColumns?
  /// The answers: names, bars and per cents.
  public let answers: Rect
  /// Columns of a class's name, at the left of `answers`.
  public let answerLabels: Int
  /// The row of the lower headings.
  public let lowerHeadings: Int
  /// The room of the test pictures.
  public let strip: Rect
  /// The test pictures, row by row.
  public let slots: [Slot]
  /// The confusion matrix, where there is room for it: its own headings included.
  public let confusion: Rect?
  /// Columns of one class in the matrix.
  public let confusionColumns: Int
  /// The chart of the accuracies, under a row for its heading; labels stand left of it.
  public let accuracy: Rect
  /// The chart of the losses below it, with a heading and labels of its own.
  public let loss: Rect
  /// The columns of the charts' headings, labels included.
  public let chartColumns: Range<Int>
  /// Whether the time axis has a row under the loss.
  public let showsTime: Bool
  /// The thin rule above the explanation.
  public let rule: Int?
  /// One or two rows that explain what is current.
  public let explain: Rect
  /// The last row: keys.
  public let keys: Rect

  /// One test picture and the place of what is said about it.
  public struct Slot: Sendable, Equatable {
    /// The cells of the picture.
    public let picture: Rect
    /// One row under the picture, or a few columns beside its two last rows.
    public let caption: Rect
    /// The cells of both.
    public var box: Rect {
      Rect(columns: picture.x..<max(picture.maxX, caption.maxX), rows: picture.y..<max(picture.maxY, caption.maxY))
    }
  }

  /// Rows from the first row of panels to the rule or the explanation, and what they are shared among.
  private struct Rows {
    let top: Int
    let end: Int
    var count: Int { end - top }
  }

  /// Lays out a window; one of fewer than 60×18 cells as if it had them.
  public init(_ size: Size, classes: Int = 10, labelColumns: Int = 1) {
    let size = Size(max(60, size.width), max(18, size.height))
    window = WindowClass(size)
    let isRoomy = window == .medium || window == .large
    let margin = window.margin
    let right = size.width - margin
    title = Rect(x: 0, y: 0, width: size.width, height: 1)
    keys = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
    headings = isRoomy ? 4 : 1
    rule = isRoomy ? size.height - 5 : nil
    explain = Rect(x: margin, y: size.height - (isRoomy ? 4 : 2), width: right - margin, height: isRoomy ? 2 : 1)
    let rows = Rows(top: headings + (isRoomy ? 2 : 1), end: size.height - (isRoomy ? 5 : 2))

    // The pad is a whole multiple of 28×14 cells, so that a pixel of the network is whole cells; or what there is.
    let leastBelow = isRoomy ? 8 : 4
    let leastBeside = isRoomy ? Self.unitsColumns(8, across: 2) + Self.leastAnswers : 14
    let byRows = rows.count - leastBelow
    let byColumns = (right - margin - 4 - leastBeside) / 4
    let most = max(4, min(byRows, byColumns))
    let enlarged = most >= 28 && rows.count >= most / 14 * 14 + 13 ? most / 14 : 1
    let height = most >= 14 ? 14 * enlarged : most
    pad = Rect(x: margin, y: rows.top, width: 2 * height, height: height)
    seen = pad.moved(pad.width + 2, 0)

    let beside = Rect(columns: seen.maxX + 2..<right, rows: pad.rows)
    answerLabels = min(labelColumns, max(1, beside.width / 3), 10)
    let least = Self.leastAnswers + answerLabels - 1
    let below = rows.end - pad.maxY
    let gap = isRoomy ? (below > 13 ? 2 : 1) : (below > 5 ? 1 : 0)
    // The value of the lowest unit may stand in the first row of the gap.
    let units = height >= 14 ? Self.units(in: beside, spare: min(1, gap), enlarged: enlarged, answers: least) : nil
    self.units = units
    let answersX = units.map(\.lines.maxX) ?? beside.x
    answers = Rect(x: answersX, y: pad.y, width: min(right - answersX, 60), height: height)

    lowerHeadings = pad.maxY + gap
    let content = lowerHeadings + 1..<rows.end

    // From right to left: the charts, the matrix, and what is left for test pictures.
    let axis = isRoomy ? 5 : 0
    let charts = isRoomy ? min(60, max(34, (right - margin) * 3 / 10)) : max(14, min(40, right - beside.x))
    chartColumns = right - charts..<right
    var next = chartColumns.lowerBound
    confusionColumns = window == .large && classes <= 12 ? 4 : 3
    let matrix = Size(2 + classes * confusionColumns, classes + 1)
    if isRoomy, classes > 1, content.count >= matrix.height, next - 3 - matrix.width - 4 - margin >= 21 {
      confusion = Rect(x: next - 3 - matrix.width, y: content.lowerBound, width: matrix.width, height: matrix.height)
      next = (confusion?.x ?? next) - 1
    } else {
      confusion = nil
    }
    strip = Rect(columns: margin..<max(margin, next - (isRoomy ? 3 : 1)), rows: content)
    slots = Self.slots(in: strip, isRoomy: isRoomy)

    showsTime = isRoomy
    let space = content.count >= 10 ? 1 : 0
    let plots = content.count - space - 1 - (showsTime ? 1 : 0)
    let upper = isRoomy ? plots / 2 : (plots + 1) / 2
    let plotColumns = chartColumns.lowerBound + axis..<right
    accuracy = Rect(columns: plotColumns, rows: content.lowerBound..<content.lowerBound + upper)
    let lossTop = accuracy.maxY + space + 1
    loss = Rect(columns: plotColumns, rows: lossTop..<lossTop + plots - upper)
  }

  /// The fewest columns in which a bar still moves: name, bar, per cent.
  private static let leastAnswers = 17

  /// Captions stand beside the pictures of a small window, where rows are dear, and else under them.
  static func slots(in strip: Rect, isRoomy: Bool) -> [Slot] {
    let choices: [(picture: Size, caption: Size)] =
      isRoomy
      ? [(Size(14, 7), Size(14, 1)), (Size(10, 5), Size(10, 1)), (Size(8, 4), Size(8, 1)), (Size(6, 3), Size(6, 1))]
      : [(Size(8, 4), Size(3, 2)), (Size(6, 3), Size(3, 2)), (Size(4, 2), Size(3, 2))]
    func rows(_ choice: (picture: Size, caption: Size)) -> Int { choice.picture.height + (isRoomy ? 1 : 0) }
    // The largest pictures have to come in two rows, the others in one.
    let fitting = choices.first { rows($0) * ($0.picture.width > 10 ? 2 : 1) <= strip.height }
    guard let choice = fitting else { return [] }
    let pitch = Size(choice.picture.width + (isRoomy ? 1 : 4), rows(choice) + (isRoomy ? 0 : 1))
    let across = max(0, (strip.width + 1) / pitch.width)
    let down = max(0, (strip.height + (isRoomy ? 0 : 1)) / pitch.height)
    return (0..<across * down).map { index in
      let corner = Point(strip.x + index % across * pitch.width, strip.y + index / across * pitch.height)
      let picture = Rect(x: corner.x, y: corner.y, width: choice.picture.width, height: choice.picture.height)
      let caption =
        isRoomy
        ? Rect(x: corner.x, y: picture.maxY, width: choice.caption.width, height: 1)
        : Rect(x: picture.maxX + 1, y: picture.maxY - 2, width: 2, height: 2)
      return Slot(picture: picture, caption: caption)
    }
  }
}

extension DigitsLayout {
  /// The units between picture and answers: pictures of weights, the last hidden layer as a bar, the lines from it.
  public struct UnitColumns: Sendable, Equatable {
    /// The pictures of the loudest units' weights, each with a row for its value under it.
    public let pictures: [Rect]
    /// The layer: two columns, a pixel a unit.
    public let bar: Rect
    /// The room of the lines from the bar to the answers.
    public let lines: Rect
    /// The columns from the first picture to the end of the bar.
    public var columns: Range<Int> { (pictures.first?.x ?? bar.x)..<bar.maxX }
  }

  /// Columns for so many pictures of `width` side by side, the bar and the shortest lines.
  fileprivate static func unitsColumns(_ width: Int, across: Int) -> Int { across * (width + 1) + 1 + 2 + 8 }

  /// The units in the columns left of the answers, with pictures as large as the pad's enlargement, if they fit.
  ///
  /// - Parameter spare: rows below the region that a value may take.
  fileprivate static func units(in region: Rect, spare: Int, enlarged: Int, answers: Int) -> UnitColumns? {
    let widths = stride(from: enlarged, through: 1, by: -1).map { $0 * 8 }
    guard let width = widths.first(where: { unitsColumns($0, across: 2) + answers + ($0 > 8 ? 7 : 0) <= region.width })
    else { return nil }
    var across = 2
    while across < 4, unitsColumns(width, across: across + 1) + answers + 14 <= region.width { across += 1 }
    let wider = region.width - unitsColumns(width, across: across) - answers
    let lines = 8 + min(8, max(0, wider / 3 - 3))
    let down = (region.height + spare) / (width / 2 + 1)
    let pitch = (region.height + spare) / down
    let pictures = (0..<across * down).map { index in
      let corner = region.origin.moved(index % across * (width + 1), index / across * pitch)
      return Rect(x: corner.x, y: corner.y, width: width, height: width / 2)
    }
    let bar = Rect(x: region.x + across * (width + 1) + 1, y: region.y, width: 2, height: region.height)
    return UnitColumns(
      pictures: pictures, bar: bar, lines: Rect(x: bar.maxX, y: region.y, width: lines, height: region.height))
  }
}
