import Screen

/// Where each panel of the playground stands, for a window of any size.
///
/// A pure function of the size. The eye goes left to right as the data do: data, features, layers, output, and the
/// loss under the output. OUTPUT and LOSS never leave their place at the right edge; what is left of them gives way.
public struct PlaygroundLayout: Sendable, Equatable {
  /// Which of the grids is used.
  public let window: WindowClass
  /// The window in cells.
  public let size: Size
  /// Row 0: name, experiment, state, epoch.
  public let title: Rect
  /// The row of settings, where there is one; in smaller windows the settings are a table.
  public let settings: Rect?
  /// The row of panel headings.
  public let headings: Int
  /// Data sets and sliders as a column of their own.
  public let data: Rect?
  /// Labels and pictures of the features, the labels first.
  public let features: Rect
  /// Columns of a feature's label, at the left of `features`.
  public let featureLabels: Int
  /// Hidden layers and the lines around them, from the features' right edge to the output's left edge.
  public let network: Rect
  /// The large map, twice as wide as high so that its half-block pixels are square.
  public let output: Rect
  /// The row under the map that carries its axis.
  public let outputAxis: Int
  /// The row below that for the legend of the map's colours, where it has one of its own.
  public let legend: Int?
  /// The row of the heading above the losses.
  public let lossHeading: Int
  /// The chart of the losses, without the labels left of it and the axis below.
  public let loss: Rect
  /// Columns left of the chart for the labels of its axis.
  public static let axisColumns = 5
  /// The row under the chart that carries the epochs.
  public let lossAxis: Int?
  /// The settings of the data as a table, in a small window alone.
  public let dataTable: Rect?
  /// The settings of the training as a table, in a small window alone.
  public let trainingTable: Rect?
  /// The columns of a lecture's text, where one is open.
  public let lectureColumns: LectureColumns
  /// The thin rule above the explanation.
  public let rule: Int?
  /// One or two rows that explain what is current.
  public let explain: Rect
  /// The last row: keys.
  public let keys: Rect

  /// Lays out a window of at least 60×18 cells; `lecture` reserves its columns at the left.
  public init(_ size: Size, lecture: Bool = false) {
    self.size = size
    window = WindowClass(size)
    title = Rect(x: 0, y: 0, width: size.width, height: 1)
    keys = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
    let margin = window.margin
    let inner = size.width - 2 * margin

    if window == .medium || window == .large {
      let body = Rect(x: margin, y: 6, width: inner, height: size.height - 12)
      headings = 4
      rule = size.height - 5
      explain = Rect(x: margin, y: size.height - 4, width: inner, height: 2)
      let below = window == .large ? 15 : 8
      output = Self.map(rows: body.height - below, in: body, columns: size.width)
      outputAxis = output.maxY
      legend = output.maxY + 1
      lossHeading = output.maxY + 2
      let chartTop = lossHeading + (window == .large ? 2 : 1)
      let lastRow = size.height - (window == .large ? 7 : 6)
      loss = Rect(x: output.x, y: chartTop, width: output.width, height: max(3, lastRow - chartTop))
      lossAxis = loss.maxY
      let dataWidth = window == .large ? 22 : 18
      lectureColumns = window == .large ? .large : .medium
      data = lecture ? nil : Rect(x: margin, y: body.y, width: dataWidth, height: body.height)
      let left = lecture ? lectureColumns.right + 5 : margin + dataWidth + (window == .large ? 4 : 2)
      featureLabels = 7
      let settingsLeft = lecture ? left : margin
      settings = Rect(x: settingsLeft, y: 2, width: size.width - margin - settingsLeft, height: 1)
      features = Rect(x: left, y: body.y, width: featureLabels + (window == .large ? 10 : 6), height: body.height)
      dataTable = nil
      trainingTable = nil
      network = Rect(x: features.maxX, y: body.y, width: output.x - features.maxX, height: body.height - 1)
    } else {
      let body = Rect(x: margin, y: 2, width: inner, height: size.height - 4)
      settings = nil
      headings = 1
      rule = nil
      explain = Rect(x: margin, y: size.height - 2, width: inner, height: 1)
      output = Self.map(rows: body.height - 6, in: body, columns: size.width)
      outputAxis = output.maxY
      legend = nil
      lossHeading = size.height - 7
      loss = Rect(x: output.x, y: size.height - 6, width: output.width, height: 4)
      lossAxis = nil
      lectureColumns = .medium
      data = nil
      featureLabels = 3
      features = Rect(x: margin, y: body.y, width: 9, height: body.height - 5)
      let tables = Rect(x: margin, y: size.height - 6, width: output.x - Self.axisColumns - margin, height: 4)
      let left = min(17, tables.width * 2 / 5)
      dataTable = Rect(x: tables.x, y: tables.y, width: left, height: tables.height)
      trainingTable = Rect(
        x: tables.x + left + 1, y: tables.y, width: tables.width - left - 1, height: tables.height)
      network = Rect(x: features.maxX, y: body.y, width: output.x - features.maxX, height: body.height - 5)
    }
  }

  /// Where the axes of the map stand.
  var outputAxes: MapAxes { MapAxes(row: outputAxis, legendRow: legend) }

  /// The largest map of at most `rows` rows whose width is twice its rows and at most 35 % of the window.
  private static func map(rows: Int, in body: Rect, columns: Int) -> Rect {
    let rows = max(4, min(rows, columns * 35 / 100 / 2))
    return Rect(x: body.maxX - 2 * rows, y: body.y, width: 2 * rows, height: rows)
  }
}

/// The columns that an open lecture takes from the playground.
public struct LectureColumns: Sendable, Equatable {
  /// The first column of text.
  public let left: Int
  /// The last column of text.
  public let right: Int
  /// In a medium window: text in columns 2–37, a rule at column 40.
  public static let medium = LectureColumns(left: 2, right: 37)
  /// In a large window: wider, as text of up to 60 characters reads well.
  public static let large = LectureColumns(left: 3, right: 60)
  /// How many columns a line of text has.
  public var width: Int { right - left + 1 }
}
