/// Curves and points in a plane: a function to be learnt, an activation with its derivative.
public struct CurvePlot: Sendable {
  /// A place in the plane of the plot, in the units of its axes.
  public struct Point: Hashable, Sendable {
    /// How far to the right.
    public var x: Double
    /// How far up.
    public var y: Double

    /// The place (x, y).
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A polyline; where a value is no number or lies outside the plot, it is broken.
  public struct Line: Hashable, Sendable {
    /// The corners of the line, in the order in which it runs.
    public var points: [Point]
    /// What the line stands for, and so its colour.
    public var role: Role
    /// How thick it is.
    public var pen: LineLook.Pen

    /// The line through points.
    public init(_ points: [Point], _ role: Role, pen: LineLook.Pen = .thin) {
      self.points = points
      self.role = role
      self.pen = pen
    }

    /// The line of a function over a stretch of x, in `count` points.
    public init(
      _ x: ClosedRange<Double>, _ role: Role, count: Int = 160, pen: LineLook.Pen = .thin, _ y: (Double) -> Double
    ) {
      let last = max(1, count - 1)
      let points = (0...last).map { place in
        let x = x.lowerBound + (x.upperBound - x.lowerBound) * Double(place) / Double(last)
        return Point(x, y(x))
      }
      self.init(points, role, pen: pen)
    }
  }

  /// A glyph at a place, such as a sample or where z stands now.
  public struct Mark: Hashable, Sendable {
    /// Where it stands, in the units of the axes; outside the plot it is not drawn.
    public var place: Point
    /// The character that marks the place.
    public var glyph: Unicode.Scalar
    /// What the mark stands for, and so its colour.
    public var role: Role

    /// A mark at a place.
    public init(_ place: Point, _ glyph: Unicode.Scalar, _ role: Role) {
      self.place = place
      self.glyph = glyph
      self.role = role
    }
  }

  /// The values that the axis across spans, from the left edge to the right.
  public var x: ClosedRange<Double>
  /// The values that the axis upwards spans, from the lower edge to the upper.
  public var y: ClosedRange<Double>
  /// Drawn in this order.
  public var lines: [Line]
  /// Drawn over the lines.
  public var marks: [Mark]

  /// A plot of lines, and marks over them, on two axes.
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>, lines: [Line], marks: [Mark] = []) {
    self.x = x
    self.y = y
    self.lines = lines
    self.marks = marks
  }

  /// How far along its axis a value stands, 0 … 1.
  static func share(_ value: Double, of range: ClosedRange<Double>) -> Double {
    let length = range.upperBound - range.lowerBound
    return length > 0 ? (value - range.lowerBound) / length : 0.5
  }

  /// The cell where a point stands; `nil` outside the plot.
  public func cell(_ point: Point, in plot: Rect) -> (x: Int, y: Int)? {
    guard x.contains(point.x), y.contains(point.y), !plot.isEmpty else { return nil }
    let across = CurvePlot.share(point.x, of: x) * Double(plot.width)
    let down = (1 - CurvePlot.share(point.y, of: y)) * Double(plot.height)
    return (plot.x + min(plot.width - 1, Int(across)), plot.y + min(plot.height - 1, Int(down)))
  }

  /// The x that a column of the screen stands for; `nil` beside the plot.
  public func x(atColumn column: Int, in plot: Rect) -> Double? {
    guard plot.columns.contains(column) else { return nil }
    return x.lowerBound + (Double(column - plot.x) + 0.5) / Double(plot.width) * (x.upperBound - x.lowerBound)
  }
}

extension Frame {
  /// Draws curves and marks into `plot`, over dotted axes where 0 lies inside.
  public mutating func plot(_ curves: CurvePlot, in plot: Rect) {
    guard !plot.isEmpty else { return }
    var canvas = DotCanvas(plot.size)
    func across(_ x: Double) -> Double { CurvePlot.share(x, of: curves.x) * Double(canvas.dotWidth - 1) }
    func down(_ y: Double) -> Double { (1 - CurvePlot.share(y, of: curves.y)) * Double(canvas.dotHeight - 1) }
    if theme.depth.hasRamps {
      let style = theme.style(.faint)
      if curves.y.contains(0) {
        let y = Int(down(0).rounded())
        for x in stride(from: 0, to: canvas.dotWidth, by: 2) { canvas.dot(at: Point(x, y), style) }
      }
      if curves.x.contains(0) {
        let x = Int(across(0).rounded())
        for y in stride(from: 0, to: canvas.dotHeight, by: 2) { canvas.dot(at: Point(x, y), style) }
      }
    }
    for (number, line) in curves.lines.enumerated() {
      let isDashed = theme.depth == .none && number + 1 < curves.lines.count
      let inside = line.points.split { !$0.y.isFinite || !curves.y.contains($0.y) || !curves.x.contains($0.x) }
      for stretch in inside {
        let dots = stretch.map { DotPoint(across($0.x), down($0.y)) }
        canvas.stroke(dots, theme.style(line.role), pen: line.pen, dash: isDashed ? 2 : nil)
      }
    }
    draw(canvas, x: plot.x, y: plot.y)
    for mark in curves.marks {
      guard let cell = curves.cell(mark.place, in: plot) else { continue }
      write(mark.glyph, x: cell.x, y: cell.y, theme.style(mark.role).adding(.bold))
    }
  }
}
