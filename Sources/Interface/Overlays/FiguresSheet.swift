import NeuralEngine
import Playground
import Screen

/// The measures: how good the network is, and how good it would be at another threshold.
public struct FiguresSheet: Sheet, Equatable {
  /// The class that is told from the others.
  private(set) var chosen = 0
  /// From which output on a sample is taken for that class; nil for what the network's own answers have.
  private(set) var threshold: Float?
  /// Whether the threshold is shown where there is no room for it beside the confusion matrix.
  private(set) var showsThreshold = false

  /// Steps from one end of the threshold's track to the other.
  private static let steps: Float = 50

  /// What can be clicked in it.
  enum Row {
    case curve, track, turn
    case member(Int)

    /// The number of the row that is marked so.
    var index: Int {
      switch self {
      case .curve: 0
      case .track: 1
      case .turn: 2
      case .member(let number): 3 + number
      }
    }
  }

  func draw(_ shell: Shell, in scene: inout Scene) { FiguresPage(shell: shell, sheet: self).draw(in: &scene) }

  var hints: [KeyRow.Entry] {
    [
      KeyRow.Entry(keys: "Left Right", word: "threshold"), KeyRow.Entry(keys: "0", word: "the network's"),
      KeyRow.Entry(keys: "Up Down", word: "class"), KeyRow.Entry(keys: "Tab", word: "ROC"), .close, .quit,
    ]
  }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] {
    var sheet = self
    switch key {
    case .left, "h", "-": sheet.move(by: -1, shell)
    case .right, "l", "+": sheet.move(by: 1, shell)
    case "0": sheet.threshold = nil
    case .up, "k": sheet.choose(chosen - 1, shell)
    case .down, "j": sheet.choose(chosen + 1, shell)
    case .tab, .backTab: sheet.showsThreshold.toggle()
    case _: return close(key, &shell)
    }
    shell.overlay = .figures(sheet)
    return []
  }

  /// A click takes the threshold to where the curve or its track was hit, or chooses a class.
  func choose(row: Int, _ shell: inout Shell) -> [Effect] {
    var sheet = self
    if let pointer = shell.pointer, let rect = shell.regions.rect(of: .row(row)) {
      sheet.take(
        row, across: Frame.sliderShare(column: pointer.x, x: rect.x, width: rect.width),
        down: Frame.sliderShare(column: pointer.y, x: rect.y, width: rect.height), shell)
    }
    shell.overlay = .figures(sheet)
    return []
  }

  /// The wheel moves the threshold.
  func scroll(by step: Int, _ shell: inout Shell) -> [Effect] {
    var sheet = self
    sheet.move(by: -step, shell)
    shell.overlay = .figures(sheet)
    return []
  }

  private mutating func take(_ row: Int, across: Double, down: Double, _ shell: Shell) {
    guard let reading = shell.thresholdReading(of: chosen, at: threshold) else { return }
    let range = reading.roc.range
    switch row {
    case Row.curve.index:
      let point = reading.roc.nearest(falsePositiveRate: across, truePositiveRate: 1 - down)
      threshold = min(point.threshold, Self.above(range))
    case Row.track.index:
      threshold = range.lowerBound + Float(across) * (range.upperBound - range.lowerBound)
    case Row.turn.index: showsThreshold.toggle()
    case _: choose(row - Row.member(0).index, shell)
    }
  }

  private mutating func move(by step: Int, _ shell: Shell) {
    guard let reading = shell.thresholdReading(of: chosen, at: threshold) else { return }
    let range = reading.roc.range
    let moved = reading.threshold + Float(step) * (range.upperBound - range.lowerBound) / Self.steps
    threshold = min(Self.above(range), max(range.lowerBound, moved))
  }

  private mutating func choose(_ index: Int, _ shell: Shell) {
    let count = shell.snapshot?.material.classNames.count ?? 0
    guard count > 2, (0..<count).contains(index) else { return }
    (chosen, threshold) = (index, nil)
  }

  /// A threshold that no output reaches.
  private static func above(_ range: ClosedRange<Float>) -> Float { range.upperBound.nextUp }
}
