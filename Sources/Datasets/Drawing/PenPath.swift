/// The strokes of a drawing as the lines that are worth drawing, in pixels.
struct PenPath {
  /// The lines; a dot is a line from a point to itself.
  private(set) var lines: [(from: PenPoint, to: PenPoint)] = []

  /// Points nearer than this to the last one, in pixels, change nothing that can be seen.
  private static let shortestStep = 0.25
  /// More lines than a hand draws: with these many the picture is full wherever the pen went.
  private static let mostLines = 4096

  /// Places the strokes with `place`, which brings a point to pixels.
  init(_ strokes: [[PenPoint]], place: (PenPoint) -> PenPoint) {
    for stroke in strokes {
      let first = lines.count
      var last: PenPoint?
      var skipped: PenPoint?
      for point in stroke where point.isReal {
        let next = place(point)
        guard let from = last else {
          last = next
          continue
        }
        let (dx, dy) = (next.x - from.x, next.y - from.y)
        if dx * dx + dy * dy >= Self.shortestStep * Self.shortestStep {
          lines.append((from, next))
          last = next
          skipped = nil
        } else {
          skipped = next
        }
      }
      if let last, let end = skipped {
        lines.append((last, end))
      } else if let last, lines.count == first {
        lines.append((last, last))
      }
    }
    thinOut()
  }

  /// Keeps every so many-th line if there are too many, so that a picture never takes longer than one can wait.
  private mutating func thinOut() {
    guard lines.count > Self.mostLines else { return }
    let step = (lines.count + Self.mostLines - 1) / Self.mostLines
    lines = stride(from: 0, to: lines.count, by: step).map { lines[$0] }
  }
}
