import Playground
import Words

/// What a run tells while it goes on: the lines of `nnplay train`, for people or for programs.
struct TrainReport {
  /// The measures at the end of an epoch.
  struct Epoch {
    var epoch: Int
    var trainLoss: Double
    /// Absent where no samples are held back.
    var validationLoss: Double?
    var testLoss: Double?
    /// Absent for regression.
    var trainAccuracy: Double?
    var validationAccuracy: Double?
    var testAccuracy: Double?
    /// The share of the variance that is explained; absent for classes.
    var trainRSquared: Double? = nil
    var testRSquared: Double? = nil
    /// The rate in force: of the next update, the schedule's factor included.
    var learningRate: Double
    /// Since the run began.
    var seconds: Double
  }

  /// How a run ended.
  struct End {
    var reason: Reason
    var epochs: Int
    var seconds: Double
    var samplesPerSecond: Double
    /// Where a run ran out of patience: how the weights do that it took back.
    var best: Best?
    /// The name of the signal that ended it, if one did.
    var signal: String?
    /// The file that has the model, if there is one.
    var saved: String?
    /// What happened, in a sentence.
    var sentence: String
  }

  /// The measures of the weights with the lowest validation loss.
  struct Best {
    var epoch: Int
    var trainLoss: Double
    var validationLoss: Double
    var testLoss: Double?
    var testAccuracy: Double?
  }

  /// Why a run ended.
  enum Reason: String {
    case epochs, patience, goal, missed, diverged, interrupted

    /// Why a run ended; nil while it goes on.
    init?(_ status: Run.Status) {
      switch status {
      case .open: return nil
      case .finished(.goal): self = .goal
      case .finished(.missed): self = .missed
      case .finished(.epochs): self = .epochs
      case .finished(.patience): self = .patience
      case .diverged: self = .diverged
      }
    }
  }

  private let json: Bool
  /// Whether standard output is the model's.
  private let isAside: Bool
  private var lastPrinted = -1
  private var last: Epoch?
  /// Whether there is a column for the loss on the samples held back.
  private let hasValidation: Bool

  init(json: Bool, hasValidation: Bool = false, isAside: Bool = false) {
    self.json = json
    self.hasValidation = hasValidation
    self.isAside = isAside
  }

  private func line(_ text: String) {
    if isAside { Output.remark(text) } else { Output.line(text) }
  }

  /// The first line: what is trained.
  func start(
    experiment: JSON, parameters: Int, trainSamples: Int, validationSamples: Int, testSamples: Int, isRegression: Bool,
    description: String
  ) {
    guard json else {
      line(description)
      let quality = isRegression ? ["train R²", "test R²"] : ["train", "test"]
      line(row(["epoch", "train loss"] + (hasValidation ? ["validation"] : []) + ["test loss"] + quality + ["time"]))
      return
    }
    line(
      JSON.object([
        "type": "start", "experiment": experiment, "parameters": .whole(parameters),
        "trainSamples": .whole(trainSamples), "validationSamples": hasValidation ? .whole(validationSamples) : nil,
        "testSamples": .whole(testSamples),
      ]).line)
  }

  /// The end of an epoch: a line of JSON each; in the table the first ten, then 20, 50, 100, 200 …
  mutating func epoch(_ epoch: Epoch) {
    last = epoch
    guard json else {
      if Self.isRow(epoch.epoch) { printRow(epoch) }
      return
    }
    line(
      JSON.object([
        "type": "epoch", "epoch": .whole(epoch.epoch), "trainLoss": Self.finite(epoch.trainLoss),
        "validationLoss": epoch.validationLoss.flatMap(Self.finite), "testLoss": epoch.testLoss.flatMap(Self.finite),
        "trainAccuracy": epoch.trainAccuracy.flatMap(Self.finite),
        "validationAccuracy": epoch.validationAccuracy.flatMap(Self.finite),
        "testAccuracy": epoch.testAccuracy.flatMap(Self.finite),
        "trainRSquared": epoch.trainRSquared.flatMap(Self.finite),
        "testRSquared": epoch.testRSquared.flatMap(Self.finite), "learningRate": .number(epoch.learningRate),
        "seconds": .number(epoch.seconds),
      ]).line)
  }

  /// The last line: why and after how long.
  mutating func end(_ end: End) {
    guard json else {
      if let last, last.epoch != lastPrinted { printRow(last) }
      line(end.sentence)
      return
    }
    line(
      JSON.object([
        "type": "end", "reason": .text(end.reason.rawValue), "epochs": .whole(end.epochs),
        "seconds": .number(end.seconds), "samplesPerSecond": .number(end.samplesPerSecond.rounded()),
        "bestEpoch": end.best.map { .whole($0.epoch) }, "trainLoss": end.best.flatMap { Self.finite($0.trainLoss) },
        "validationLoss": end.best.flatMap { Self.finite($0.validationLoss) },
        "testLoss": end.best?.testLoss.flatMap(Self.finite),
        "testAccuracy": end.best?.testAccuracy.flatMap(Self.finite),
        "signal": end.signal.map(JSON.text), "saved": end.saved.map(JSON.text),
        "cause": end.reason == .diverged ? .text(end.sentence) : nil,
      ]).line)
  }

  private mutating func printRow(_ epoch: Epoch) {
    lastPrinted = epoch.epoch
    line(
      row(
        [grouped(epoch.epoch), Figures.loss(epoch.trainLoss)]
          + (hasValidation ? [Figures.loss(epoch.validationLoss)] : []) + [
            Figures.loss(epoch.testLoss), Self.quality(epoch.trainAccuracy, epoch.trainRSquared),
            Self.quality(epoch.testAccuracy, epoch.testRSquared), Figures.time(epoch.seconds),
          ]))
  }

  /// How good the answers are: the share of right ones, or R² for numbers.
  private static func quality(_ accuracy: Double?, _ rSquared: Double?) -> String {
    guard accuracy == nil, let rSquared, rSquared.isFinite else { return Figures.percent(accuracy) }
    return Figures.fixed(rSquared, decimals: 4)
  }

  private func row(_ cells: [String]) -> String {
    let widths = [9, 10] + (hasValidation ? [10] : []) + [10, 9, 9, 9]
    return Columns.line(cells, widths: widths, sides: widths.map { _ in .right })
  }

  /// JSON has no infinity and no NaN: such a number is left out.
  private static func finite(_ value: Double) -> JSON? { value.isFinite ? .number(value) : nil }

  private static func isRow(_ epoch: Int) -> Bool {
    var decade = 1
    while decade * 10 <= epoch { decade *= 10 }
    return epoch <= 10 || [decade, 2 * decade, 5 * decade].contains(epoch)
  }
}
