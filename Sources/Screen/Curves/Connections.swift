/// The lines of one gap between two layers: every weight from a unit on the left to a unit on the right.
public struct Connections: Sendable {
  /// A line, by the unit it comes from and the unit it goes to.
  public struct Link: Hashable, Sendable {
    /// The unit the line comes from, by its place among `sources`.
    public var source: Int
    /// The unit the line goes to, by its place among `targets`.
    public var target: Int

    /// The line between two units, counted from 0.
    public init(source: Int, target: Int) {
      self.source = source
      self.target = target
    }
  }

  /// The room between the layers: its columns, and the rows the lines may use.
  public var area: Rect
  /// The middles of the units on the left, in rows from the top of the frame; halves are fine.
  public var sources: [Double]
  /// The middles of the units on the right, in rows from the top of the frame.
  public var targets: [Double]
  /// `weights[target][source]`: the sign chooses the colour, the magnitude the pen.
  public var weights: [[Double]]
  /// The heights, in rows, over which the lines of one unit on the left, and of one on the right, are spread.
  ///
  /// Those to upper units leave above those to lower ones, so that most never cross beside the unit.
  public var ports: (source: Double, target: Double) = (0, 0)
  /// The lines that keep their colour while all others go to the colour of rules; `nil` if none is special.
  public var hot: Set<Link>?

  /// The lines of a gap; a weight whose unit has no place among `sources` or `targets` is not drawn.
  public init(in area: Rect, from sources: [Double], to targets: [Double], weights: [[Double]], hot: Set<Link>? = nil) {
    self.area = area
    self.sources = sources
    self.targets = targets
    self.weights = weights
    self.hot = hot
  }

  /// Where a line leaves its source and arrives at its target, in rows from the top of the frame.
  func ends(_ link: Link) -> (start: Double, end: Double) {
    func offset(_ place: Int, of count: Int, over height: Double) -> Double {
      count > 1 ? ((Double(place) + 0.5) / Double(count) - 0.5) * height : 0
    }
    return (
      sources[link.source] + offset(link.target, of: targets.count, over: ports.source),
      targets[link.target] + offset(link.source, of: sources.count, over: ports.target)
    )
  }

  /// More than 30 lines: they become thinner, and the weak ones stay away.
  public var isCrowded: Bool { weights.reduce(0) { $0 + $1.count } > LineLook.crowd }

  /// The row in which a line stands in a column of the area: where a pointer on it points at its weight.
  public func row(of link: Link, column: Int) -> Int {
    guard sources.indices.contains(link.source), targets.indices.contains(link.target) else { return -1 }
    let share = (Double(column - area.x) + 0.5) / Double(max(1, area.width))
    let (start, end) = ends(link)
    let row = start + (end - start) * Ease.level(share)
    return min(area.maxY - 1, max(area.y, Int(row)))
  }

  /// The most lines that are drawn: more lie on each other in any window.
  public static let most = 4096

  /// The lines to be drawn, weak first and hot last; of more than `most` the strongest.
  func visible() -> [(link: Link, weight: Double, look: LineLook)] {
    var lines: [(link: Link, weight: Double, look: LineLook)] = []
    let isCrowded = isCrowded
    for (target, row) in weights.enumerated() where target < targets.count {
      for (source, weight) in row.enumerated() where source < sources.count {
        let link = Link(source: source, target: target)
        let look = LineLook(weight: weight, crowded: isCrowded)
        // In a crowd weak lines stay away, but for those that are looked at.
        let isShown = look.pen > .none || weight != 0 && hot?.contains(link) == true
        if isShown { lines.append((link, weight, look)) }
      }
    }
    lines.sort { left, right in
      let leftIsHot = isHot(left.link)
      return leftIsHot == isHot(right.link) ? abs(left.weight) < abs(right.weight) : !leftIsHot
    }
    return Array(lines.suffix(Self.most))
  }

  func isHot(_ link: Link) -> Bool { hot?.contains(link) ?? true }
}

extension Frame {
  /// Draws the lines between two layers.
  ///
  /// Weak lines come first; where lines share a cell all keep their dots, in the colour of the strongest. Without colours negative lines are dashed.
  /// Where there are no dots the lines are put together from whole cells.
  public mutating func connections(_ connections: Connections) {
    guard !connections.area.isEmpty else { return }
    switch theme.glyphs {
    case .full: dottedConnections(connections)
    case .blocks, .console: tracedConnections(connections)
    case .ascii: asciiConnections(connections)
    }
  }

  private mutating func dottedConnections(_ connections: Connections) {
    var canvas = DotCanvas(connections.area.size)
    let top = Double(connections.area.y)
    let isCrowded = connections.isCrowded
    func dots(_ row: Double) -> Double { (row - top) * 4 - 0.5 }
    for line in connections.visible() {
      let isHot = connections.isHot(line.link)
      let color = theme.lineColor(weight: line.weight, crowded: isCrowded)
      let (start, end) = connections.ends(line.link)
      canvas.curve(
        from: DotPoint(0, dots(start)), to: DotPoint(Double(canvas.dotWidth - 1), dots(end)),
        isHot ? Style(color) : theme.style(.rule),
        pen: isHot ? max(.thin, line.look.pen) : .thin, knockingOut: false,
        dash: theme.depth == .none && line.weight < 0 ? 3 : nil)
    }
    draw(canvas, x: connections.area.x, y: connections.area.y)
  }
}
