/// The characters of a glyph set, each named for its use.
public struct GlyphTable: Sendable {
  /// A piece of a level rule.
  public let horizontalRule: Unicode.Scalar
  /// A piece of an upright rule, and of a chart's cursor.
  public let verticalRule: Unicode.Scalar
  /// A slider's track left of its knob.
  public let sliderReached: Unicode.Scalar
  /// A slider's track right of its knob.
  public let sliderRest: Unicode.Scalar
  /// What stands on a slider's track where its value is.
  public let knob: Unicode.Scalar
  /// A piece of the dash that a step of a lecture is.
  public let progress: Unicode.Scalar
  /// The box of something that is on.
  public let on: String
  /// The box of something that is off.
  public let off: String
  /// The mark before the row of a list that is chosen.
  public let chosen: Unicode.Scalar
  /// The sign of a run that trains, one or two columns like those of the other states.
  public let running: String
  /// The sign of a run that waits.
  public let paused: String
  /// The sign of a run that ended by itself.
  public let stopped: String
  /// The sign of a run that diverged.
  public let diverged: String
  /// A training sample of the positive class.
  public let positiveSample: Unicode.Scalar
  /// A training sample of the negative class.
  public let negativeSample: Unicode.Scalar
  /// A test sample of the positive class: a shape that no training sample has.
  public let positiveTest: Unicode.Scalar
  /// A test sample of the negative class: the same shape, hollow.
  public let negativeTest: Unicode.Scalar
  /// A test sample of one of three classes and more, which its colour names.
  public let memberTest: Unicode.Scalar
  /// Samples of three classes and more, by the number of the class from 0.
  public let classSamples: [Unicode.Scalar]
  /// Five shades without colour, low to high.
  public let density: [Unicode.Scalar]
  /// A weak value in a handful of colours.
  public let weakShade: Unicode.Scalar
  /// A full cell of a bar.
  public let barFull: Unicode.Scalar
  /// The cell where a bar ends, one eighth full to seven; empty where a set has no such glyphs.
  public let barParts: [Unicode.Scalar]
  /// A cell that a bar does not reach.
  public let barRest: Unicode.Scalar
  /// Columns of a chart, one eighth of a cell to a whole one.
  public let levels: [Unicode.Scalar]
  /// A point of a chart's series before the last, such as the loss on the training set.
  public let trainPoint: Unicode.Scalar
  /// A point of a chart's last series, such as the loss on the test set.
  public let testPoint: Unicode.Scalar
  /// What stands left of a current picture where no frame can be drawn.
  public let currentLeft: Unicode.Scalar
  /// What stands right of it.
  public let currentRight: Unicode.Scalar

  static let full = GlyphTable(
    horizontalRule: "─", verticalRule: "│", sliderReached: "━", sliderRest: "─", knob: "●", progress: "━",
    on: "■", off: "□", chosen: "▸", running: "►", paused: "▍▍", stopped: "■", diverged: "×",
    positiveSample: "●", negativeSample: "×", positiveTest: "◆", negativeTest: "◇", memberTest: "◇",
    classSamples: ["●", "×", "▲", "■", "◆", "+", "▼", "○", "□", "△"],
    density: [" ", "░", "▒", "▓", "█"], weakShade: "░",
    barFull: "█", barParts: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"], barRest: " ",
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], trainPoint: "·", testPoint: "▪",
    currentLeft: "[", currentRight: "]")

  static let console = GlyphTable(
    horizontalRule: "─", verticalRule: "│", sliderReached: "━", sliderRest: "─", knob: "●", progress: "━",
    on: "■", off: "·", chosen: "▸", running: "▶", paused: "\"", stopped: "■", diverged: "×",
    positiveSample: "●", negativeSample: "×", positiveTest: "o", negativeTest: "+", memberTest: "o",
    classSamples: ["●", "×", "▲", "■", "♦", "+", "▼", "o", "#", "^"],
    density: [" ", "·", "░", "▒", "█"], weakShade: "░",
    barFull: "█", barParts: [], barRest: "·",
    levels: ["_", "_", ".", "-", "-", "=", "█", "█"], trainPoint: "·", testPoint: "•",
    currentLeft: "[", currentRight: "]")

  static let ascii = GlyphTable(
    horizontalRule: "-", verticalRule: "|", sliderReached: "=", sliderRest: "-", knob: "O", progress: "=",
    on: "[x]", off: "[ ]", chosen: ">", running: ">", paused: "||", stopped: "#", diverged: "!",
    positiveSample: "o", negativeSample: "x", positiveTest: "0", negativeTest: "+", memberTest: "&",
    classSamples: ["o", "x", "^", "#", "%", "+", "v", "0", "&", "@"],
    density: [" ", ".", ":", "+", "#"], weakShade: ":",
    barFull: "#", barParts: [], barRest: ".",
    levels: ["_", "_", ".", "-", "-", "=", "#", "#"], trainPoint: ".", testPoint: "*",
    currentLeft: "[", currentRight: "]")
}
