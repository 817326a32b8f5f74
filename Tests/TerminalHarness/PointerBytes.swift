/// What a terminal sends for the mouse (SGR form); columns and rows are counted from 0.
public enum PointerBytes {
  public static func press(_ x: Int, _ y: Int, button: Int = 0) -> String { report(button, x, y, "M") }
  public static func release(_ x: Int, _ y: Int, button: Int = 0) -> String { report(button, x, y, "m") }
  /// Movement with the left button held.
  public static func drag(_ x: Int, _ y: Int) -> String { report(32, x, y, "M") }
  /// Movement with no button held.
  public static func move(_ x: Int, _ y: Int) -> String { report(35, x, y, "M") }
  public static func scrollUp(_ x: Int, _ y: Int) -> String { report(64, x, y, "M") }
  public static func scrollDown(_ x: Int, _ y: Int) -> String { report(65, x, y, "M") }

  public static func click(_ x: Int, _ y: Int) -> String { press(x, y) + release(x, y) }

  /// A stroke along straight lines from cell to cell: pressed at the first, released at the last.
  public static func stroke(_ points: [(x: Int, y: Int)]) -> String {
    guard let first = points.first, let last = points.last else { return "" }
    var bytes = press(first.x, first.y)
    for (from, to) in zip(points, points.dropFirst()) {
      let steps = max(abs(to.x - from.x), abs(to.y - from.y), 1)
      for step in 1...steps {
        bytes += drag(from.x + (to.x - from.x) * step / steps, from.y + (to.y - from.y) * step / steps)
      }
    }
    return bytes + release(last.x, last.y)
  }

  private static func report(_ code: Int, _ x: Int, _ y: Int, _ end: String) -> String {
    "\u{1b}[<\(code);\(x + 1);\(y + 1)\(end)"
  }
}

/// What a terminal sends for keys that type nothing.
public enum KeyBytes {
  public static let enter = "\r"
  public static let tab = "\t"
  public static let backTab = "\u{1b}[Z"
  public static let escape = "\u{1b}"
  public static let backspace = "\u{7f}"
  public static let up = "\u{1b}[A"
  public static let down = "\u{1b}[B"
  public static let right = "\u{1b}[C"
  public static let left = "\u{1b}[D"
  public static let home = "\u{1b}[H"
  public static let end = "\u{1b}[F"
  public static let pageUp = "\u{1b}[5~"
  public static let pageDown = "\u{1b}[6~"

  /// Control with a letter.
  public static func control(_ letter: Unicode.Scalar) -> String {
    String(Unicode.Scalar(UInt8(truncatingIfNeeded: letter.value) & 0x1f))
  }
}
