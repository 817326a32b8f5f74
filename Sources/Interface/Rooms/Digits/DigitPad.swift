import Datasets
import Screen

/// The pad that a picture is drawn on: strokes as points in a square of side 1, pen or eraser, and a cursor for keys.
///
/// (0, 0) is the upper left corner, y grows downwards.
public struct DigitPad: Sendable, Equatable {
  /// What the pen went through, point by point.
  public private(set) var drawing = Drawing()
  /// Whether pointer and keys rub out instead of drawing.
  public private(set) var isErasing = false
  /// Where keys draw; nil until a key needs it, and while the pointer draws.
  public private(set) var cursor: PenPoint?
  /// Whether the cursor draws as it walks.
  public private(set) var isPenDown = false
  /// The drawing before each change, to be taken back one by one.
  private var past: [Drawing] = []
  /// Whether a pointer's button is held down since it was pressed on the pad.
  private var isDragging = false
  /// Where the pointer was last; nil while it is off the pad, so that a stroke ends at the edge.
  private var trail: PenPoint?

  /// The pen's width on the pad, as thick beside the drawing as MNIST's pens are beside its digits.
  static let penWidth = 2.4 / 28
  /// How far from its middle the eraser rubs out.
  static let eraserRadius = 2.2 / 28
  /// The cursor walks from middle to middle of so many pixels a side.
  static let steps = 28
  /// The most changes that can be taken back.
  private static let memory = 200

  /// An empty pad with the pen at hand.
  public init() {}

  // MARK: - Pointer

  /// The pointer is at a cell with its button held: draws or rubs out from where it was before.
  mutating func draw(at cell: Point, in rect: Rect, erasing: Bool) {
    guard rect.contains(cell) else {
      trail = nil
      return
    }
    if !isDragging { remember() }
    isDragging = true
    cursor = nil
    isPenDown = false
    let place = PenPoint(
      x: (Double(cell.x - rect.x) + 0.5) / Double(rect.width), y: (Double(cell.y - rect.y) + 0.5) / Double(rect.height))
    if erasing || isErasing {
      erase(from: trail ?? place, to: place)
    } else if trail == nil {
      drawing.beginStroke(at: place)
    } else {
      drawing.continueStroke(to: place)
    }
    trail = place
  }

  /// The pointer's button was let go.
  mutating func liftPen() {
    isDragging = false
    trail = nil
    forgetIdleChange()
  }

  // MARK: - Keys

  /// Shows the cursor, in the middle at first.
  mutating func showCursor() {
    let middle = (Double(Self.steps / 2) + 0.5) / Double(Self.steps)
    cursor = cursor ?? PenPoint(x: middle, y: middle)
  }

  /// Takes the cursor away and the pen off the pad.
  mutating func hideCursor() {
    cursor = nil
    isPenDown = false
  }

  /// Puts the pen down at the cursor, or lifts it.
  mutating func togglePen() {
    showCursor()
    isPenDown.toggle()
    guard isPenDown, let cursor else { return forgetIdleChange() }
    remember()
    if isErasing { erase(from: cursor, to: cursor) } else { drawing.beginStroke(at: cursor) }
  }

  /// Walks the cursor by so many pixels of the pad; with the pen down it draws or rubs out.
  mutating func walk(dx: Int, dy: Int) {
    showCursor()
    guard let before = cursor else { return }
    func moved(_ value: Double, _ steps: Int) -> Double {
      let pixel = Int(value * Double(Self.steps)) + steps
      return (Double(min(Self.steps - 1, max(0, pixel))) + 0.5) / Double(Self.steps)
    }
    let place = PenPoint(x: moved(before.x, dx), y: moved(before.y, dy))
    cursor = place
    guard isPenDown else { return }
    if isErasing { erase(from: before, to: place) } else { drawing.continueStroke(to: place) }
  }

  /// Changes between pen and eraser.
  mutating func toggleEraser() {
    isErasing.toggle()
    isPenDown = false
  }

  /// Takes the last stroke, rubbing or clearing back.
  mutating func undo() {
    isPenDown = false
    if let before = past.popLast() { drawing = before }
  }

  /// Takes everything away.
  mutating func clear() {
    isPenDown = false
    guard !drawing.isEmpty else { return }
    remember()
    drawing.clear()
  }

  // MARK: -

  private mutating func remember() {
    past.append(drawing)
    if past.count > Self.memory { past.removeFirst() }
  }

  /// Rubbing where there was no ink is nothing to take back.
  private mutating func forgetIdleChange() {
    if past.last == drawing { past.removeLast() }
  }

  private mutating func erase(from start: PenPoint, to end: PenPoint) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let steps = max(1, Int(((dx * dx + dy * dy).squareRoot() / Self.eraserRadius * 2).rounded(.up)))
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      drawing.erase(around: PenPoint(x: start.x + share * dx, y: start.y + share * dy), radius: Self.eraserRadius)
    }
  }
}

extension Drawing {
  /// The drawing with its strokes made smooth: a pointer tells cells, and a slanted line of cells is a staircase.
  ///
  /// Each point between the ends of a stroke becomes ½ of itself and ¼ of each neighbour. Once is enough for the
  /// stairs; more of it rounds off the corners that tell a 4 from a 9.
  func smoothed() -> Drawing {
    func smooth(_ stroke: [PenPoint]) -> [PenPoint] {
      guard stroke.count > 2 else { return stroke }
      var smooth = stroke
      for index in 1..<stroke.count - 1 {
        let (before, here, after) = (stroke[index - 1], stroke[index], stroke[index + 1])
        smooth[index] = PenPoint(
          x: (before.x + 2 * here.x + after.x) / 4, y: (before.y + 2 * here.y + after.y) / 4)
      }
      return smooth
    }
    return Drawing(strokes: strokes.map(smooth))
  }
}
