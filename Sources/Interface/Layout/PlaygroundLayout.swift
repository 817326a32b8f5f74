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
  public private(set) var settings: Rect?
  /// The settings of the data as a row, where a deep network needs the room of their column.
  public private(set) var dataRow: Rect?
  /// Where the number of layers stands with its buttons; nil where it has no room.
  public private(set) var layerCount: Point?
  /// The row of panel headings.
  public let headings: Int
  /// Data sets and sliders as a column of their own.
  public private(set) var data: Rect?
  /// Labels and pictures of the features, the labels first.
  public let features: Rect
  /// Columns of a feature's label, at the left of `features`.
  public let featureLabels: Int
  /// Hidden layers and the lines around them, from the features' right edge to the output's left edge.
  public let network: Rect
  /// The large map, twice as wide as high so that its half-block pixels are square.
  public let output: Rect
  /// The row under the map that carries its axis.
  public var outputAxis: Int { output.maxY }
  /// The row below that for the legend of the map's colours, where it has one of its own.
  public private(set) var legend: Int?
  /// The row of the heading above the losses.
  public let lossHeading: Int
  /// The chart of the losses, without the labels left of it and the axis below.
  public let loss: Rect
  /// Columns left of the chart, and of the map, for the labels of an axis.
  public static let axisColumns = 5
  /// The row under the chart that carries the epochs.
  public private(set) var lossAxis: Int?
  /// The settings of the data as a table, below its heading, in a small window alone.
  public private(set) var dataTable: Rect?
  /// The settings of the training as a table, below its heading, in a small window alone.
  public private(set) var trainingTable: Rect?
  /// The columns of a lecture's text, where one is open.
  public let lectureColumns: LectureColumns
  /// The thin rule above the explanation.
  public private(set) var rule: Int?
  /// One or two rows that explain what is current.
  public let explain: Rect
  /// The last row: keys.
  public let keys: Rect

  /// The layout for a network of so many units in each hidden layer: where its pictures would be small or its lines
  /// short beside the column of the data, that column becomes a row.
  public init(_ size: Size, lecture: Bool = false, hidden: [Int]) {
    let roomy = PlaygroundLayout(size, lecture: lecture)
    let units = NetworkLayout(hidden: hidden, in: roomy.unitRegion, window: roomy.window)
    self = roomy.data == nil || units.isRoomy ? roomy : PlaygroundLayout(size, dataAsRow: true)
  }

  /// Lays out a window of at least 60×18 cells; `lecture` reserves its columns at the left.
  public init(_ size: Size, lecture: Bool = false) { self.init(size, lecture: lecture, dataAsRow: false) }

  private init(_ size: Size, lecture: Bool = false, dataAsRow: Bool) {
    switch WindowClass(size) {
    case .medium, .large: self.init(wide: size, lecture: lecture, dataAsRow: dataAsRow)
    case .small where size.width >= 140 && !lecture: self.init(low: size)
    case .small, .tiny: self.init(small: size)
    }
  }

  /// A window with room for every panel.
  private init(wide size: Size, lecture: Bool, dataAsRow: Bool) {
    self.size = size
    window = WindowClass(size)
    let isLarge = window == .large
    let margin = window.margin
    title = Rect(x: 0, y: 0, width: size.width, height: 1)
    keys = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
    let body = Rect(x: margin, y: 6, width: size.width - 2 * margin, height: size.height - 12)
    headings = 4
    rule = size.height - 5
    explain = Rect(x: margin, y: size.height - 4, width: body.width, height: 2)
    output = Self.map(rows: body.height - (isLarge ? 15 : 8), in: body, columns: size.width)
    legend = output.maxY + 1
    lossHeading = output.maxY + 2
    let chartTop = lossHeading + (isLarge ? 2 : 1)
    let lastRow = size.height - (isLarge ? 7 : 6)
    loss = Rect(x: output.x, y: chartTop, width: output.width, height: max(3, lastRow - chartTop))
    lossAxis = loss.maxY
    lectureColumns = isLarge ? .large : .medium
    let dataWidth = isLarge ? 22 : 18
    let left: Int
    if lecture {
      left = lectureColumns.right + 5
    } else if dataAsRow {
      dataRow = Rect(x: margin, y: 3, width: body.width - LayerCount.width - 2, height: 1)
      left = margin
    } else {
      data = Rect(x: margin, y: body.y, width: dataWidth, height: body.height)
      left = margin + dataWidth + (isLarge ? 4 : 2)
    }
    featureLabels = 7
    let settingsLeft = lecture ? left : margin
    settings = Rect(x: settingsLeft, y: 2, width: size.width - margin - settingsLeft, height: 1)
    features = Rect(x: left, y: body.y, width: featureLabels + (isLarge ? 10 : 6), height: body.height)
    network = Rect(x: features.maxX, y: body.y, width: output.x - features.maxX, height: body.height - 1)
    if !lecture {
      let middle = network.center.x - LayerCount.width / 2
      layerCount = Point(dataAsRow ? body.maxX - LayerCount.width : middle, 3)
    }
  }

  /// A small window: the settings are tables under the network.
  private init(small size: Size) {
    self.size = size
    window = .small
    title = Rect(x: 0, y: 0, width: size.width, height: 1)
    keys = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
    let explainRows = size.height >= 28 ? 2 : 1
    let body = Rect(x: 1, y: 2, width: size.width - 2, height: size.height - 3 - explainRows)
    headings = 1
    explain = Rect(x: 1, y: body.maxY, width: body.width, height: explainRows)
    output = Self.map(rows: body.height - 6, in: body, columns: size.width)
    lossHeading = output.maxY + 1
    let below = body.maxY - lossHeading - 1
    loss = Rect(x: output.x, y: lossHeading + 1, width: output.width, height: below - (below >= 6 ? 1 : 0))
    if below >= 6 { lossAxis = loss.maxY }
    lectureColumns = .medium
    featureLabels = 3
    // Rows that the network can spare go to the tables, which then hold more settings.
    let rows = min(9, 4 + max(0, body.height - 20) * 2 / 3)
    let tables = Rect(x: 1, y: body.maxY - rows, width: output.x - Self.axisColumns - 2, height: rows)
    features = Rect(x: 1, y: body.y, width: 11, height: body.height - rows - 1)
    let left = min(17, tables.width * 2 / 5)
    dataTable = Rect(x: tables.x, y: tables.y, width: left, height: rows)
    trainingTable = Rect(x: tables.x + left + 1, y: tables.y, width: tables.width - left - 1, height: rows)
    network = Rect(x: features.maxX, y: body.y, width: output.x - features.maxX, height: features.height)
    layerCount = Point(tables.maxX - LayerCount.width, tables.y - 1)
  }

  /// A low and wide window: tables left of the network, the loss right of the map.
  private init(low size: Size) {
    self.size = size
    window = .small
    title = Rect(x: 0, y: 0, width: size.width, height: 1)
    keys = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
    let explainRows = size.height >= 22 ? 2 : 1
    let body = Rect(x: 1, y: 2, width: size.width - 2, height: size.height - 3 - explainRows)
    headings = 1
    explain = Rect(x: 1, y: body.maxY, width: body.width, height: explainRows)
    let lossWidth = min(40, size.width / 5)
    loss = Rect(x: body.maxX - lossWidth, y: body.y, width: lossWidth, height: body.height - 1)
    lossHeading = headings
    lossAxis = loss.maxY
    let left = Rect(x: 1, y: body.y, width: loss.x - Self.axisColumns - 2, height: body.height - 1)
    output = Self.map(rows: left.height, in: left, columns: size.width)
    lectureColumns = .medium
    featureLabels = 7
    let tableWidth = 24
    let dataRows = min(7, body.height / 2 - 1)
    dataTable = Rect(x: 1, y: body.y, width: tableWidth, height: dataRows)
    trainingTable = Rect(
      x: 1, y: body.y + dataRows + 2, width: tableWidth, height: max(1, body.height - dataRows - 2))
    features = Rect(x: tableWidth + 3, y: body.y, width: featureLabels + 6, height: body.height - 1)
    network = Rect(x: features.maxX, y: body.y, width: output.x - features.maxX, height: body.height - 1)
    layerCount = Point(tableWidth - LayerCount.width, body.y + dataRows + 1)
  }

  /// The network as large as the window, beside a small map.
  init(enlargingNetwork size: Size) {
    self.size = size
    window = .large
    title = Rect(x: 0, y: 0, width: size.width, height: 1)
    keys = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
    let margin = min(3, WindowClass(size).margin)
    let body = Rect(x: margin, y: 2, width: size.width - 2 * margin, height: size.height - 5)
    headings = 1
    explain = Rect(x: margin, y: size.height - 3, width: body.width, height: 2)
    let rows = max(4, min(body.height - 2, size.width / 10))
    output = Rect(x: body.maxX - 2 * rows, y: body.y, width: 2 * rows, height: rows)
    lossHeading = output.maxY + 1
    loss = Rect(x: output.x, y: lossHeading + 1, width: output.width, height: max(0, body.maxY - lossHeading - 1))
    lectureColumns = .medium
    featureLabels = 7
    features = Rect(x: margin, y: body.y, width: featureLabels + 10, height: body.height)
    network = Rect(x: features.maxX, y: body.y, width: output.x - features.maxX, height: body.height - 1)
    layerCount = nil
  }

  /// Where the axes of the map stand.
  var outputAxes: MapAxes { MapAxes(row: outputAxis, legendRow: legend) }

  /// The room of the units' pictures: in larger windows one row more than the lines have.
  public var unitRegion: Rect {
    Rect(x: network.x, y: network.y, width: network.width, height: network.height + (window == .small ? 0 : 1))
  }

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
