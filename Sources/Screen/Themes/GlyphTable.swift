/// The characters of a glyph set, each named for its use.
public struct GlyphTable: Sendable {
  public let horizontalRule: Unicode.Scalar
  public let verticalRule: Unicode.Scalar
  public let sliderReached: Unicode.Scalar
  public let sliderRest: Unicode.Scalar
  public let knob: Unicode.Scalar
  public let progress: Unicode.Scalar
  public let on: Unicode.Scalar
  public let off: Unicode.Scalar
  public let chosen: Unicode.Scalar
  public let held: Unicode.Scalar
  public let running: String
  public let paused: String
  public let stopped: String
  public let diverged: String
  /// Samples of the positive and the negative class, to learn from and to test with.
  public let positiveSample: Unicode.Scalar
  public let negativeSample: Unicode.Scalar
  public let positiveTest: Unicode.Scalar
  public let negativeTest: Unicode.Scalar
  /// Samples of three classes and more.
  public let classSamples: [Unicode.Scalar]
  /// Shades without colour, low to high.
  public let density: [Unicode.Scalar]
  /// A weak value in a handful of colours.
  public let weakShade: Unicode.Scalar
  /// A full cell of a bar, the cell that is partly full (one eighth to seven), and the rest.
  public let barFull: Unicode.Scalar
  public let barParts: [Unicode.Scalar]
  public let barRest: Unicode.Scalar
  /// Columns of a chart, one eighth of a cell to a whole one.
  public let levels: [Unicode.Scalar]
  /// A chart's points, train and test.
  public let trainPoint: Unicode.Scalar
  public let testPoint: Unicode.Scalar
  /// What stands left and right of a current picture where no frame can be drawn.
  public let currentLeft: Unicode.Scalar
  public let currentRight: Unicode.Scalar

  static let full = GlyphTable(
    horizontalRule: "─", verticalRule: "│", sliderReached: "━", sliderRest: "─", knob: "●", progress: "━",
    on: "■", off: "□", chosen: "▸", held: "●", running: "►", paused: "▍▍", stopped: "■", diverged: "×",
    positiveSample: "●", negativeSample: "×", positiveTest: "○", negativeTest: "×",
    classSamples: ["●", "×", "▲", "■", "◆", "+", "▼", "○", "□", "△"],
    density: [" ", "░", "▒", "▓", "█"], weakShade: "░",
    barFull: "█", barParts: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"], barRest: " ",
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], trainPoint: "·", testPoint: "▪",
    currentLeft: "[", currentRight: "]")

  static let ascii = GlyphTable(
    horizontalRule: "-", verticalRule: "|", sliderReached: "=", sliderRest: "-", knob: "O", progress: "=",
    on: "x", off: ".", chosen: ">", held: "*", running: ">", paused: "\"", stopped: "#", diverged: "!",
    positiveSample: "o", negativeSample: "x", positiveTest: "0", negativeTest: "+",
    classSamples: ["o", "x", "^", "#", "%", "+", "v", "0", "&", "@"],
    density: [" ", ".", ":", "+", "#"], weakShade: ":",
    barFull: "#", barParts: [], barRest: ".",
    levels: ["_", "_", ".", "-", "-", "=", "#", "#"], trainPoint: ".", testPoint: "*",
    currentLeft: "[", currentRight: "]")
}
