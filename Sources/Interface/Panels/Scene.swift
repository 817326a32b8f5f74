import Screen

/// A drawn frame, and which of its cells belong to what.
///
/// A click is looked up in the scene that was last shown, so what is hit is always what was seen.
public struct Scene: Sendable {
  /// What has been drawn.
  public var frame: Frame
  /// Whose the cells are, in the order of drawing: later regions lie on earlier ones.
  public private(set) var regions: [Region] = []

  /// Where what lies over the screen leaves pictures to be seen; nil where it may lie anywhere.
  var besides: Rect?

  /// Cells that belong to a target.
  public struct Region: Sendable, Equatable {
    /// The cells, all inside the frame.
    public let rect: Rect
    /// What they show.
    public let target: Target
  }

  /// An empty frame, of which no cell belongs to anything.
  public init(_ size: Size, theme: Theme) {
    frame = Frame(size, theme: theme)
  }

  /// Says that the cells of `rect` belong to `target`; what is drawn later lies on top.
  public mutating func mark(_ rect: Rect, as target: Target) {
    let visible = rect.intersection(frame.bounds)
    if !visible.isEmpty { regions.append(Region(rect: visible, target: target)) }
  }

  /// Forgets every region: what lies behind an overlay cannot be clicked.
  mutating func coverAll() { regions.removeAll(keepingCapacity: true) }

  /// What lies at a cell; nil where nothing can be pointed at.
  public func target(at point: Point) -> Target? { regions.target(at: point) }
}

extension [Scene.Region] {
  /// What lies at a cell: the region drawn last wins.
  func target(at point: Point) -> Target? { last { $0.rect.contains(point) }?.target }

  /// The cells of a target: its first region.
  func rect(of target: Target) -> Rect? { first { $0.target == target }?.rect }
}

/// A part of the screen as a value: to draw itself is its only power.
protocol Drawable {
  func draw(in scene: inout Scene)
}
