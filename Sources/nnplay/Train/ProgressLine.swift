import Words

/// The line that shows on a terminal how far a run is; written anew a few times a second.
struct ProgressLine {
  private let isShown: Bool
  private let clock = ContinuousClock()
  private var lastShown: ContinuousClock.Instant?
  private var isOnScreen = false

  /// Ten times a second is as fast as a person reads.
  private static let interval = Duration.milliseconds(100)

  init(isShown: Bool) {
    self.isShown = isShown
  }

  /// Shows where the run is, unless that was done just now.
  ///
  /// - Parameters:
  ///   - run: which of several runs it is.
  ///   - done: epochs done, with the part of the one under way.
  ///   - total: epochs to do.
  mutating func show(
    run: String? = nil, done: Double, total: Int, epoch: TrainReport.Epoch?, samplesPerSecond: Double, seconds: Double
  ) {
    show {
      var parts = [run].compactMap { $0 } + ["epoch \(grouped(Int(done))) of \(grouped(total))"]
      if let epoch {
        parts.append("loss \(Figures.loss(epoch.testLoss ?? epoch.trainLoss))")
        if let accuracy = epoch.testAccuracy ?? epoch.trainAccuracy { parts.append(Figures.percent(accuracy)) }
      }
      parts.append(Figures.speed(samplesPerSecond))
      if done > 0 { parts.append("\(Figures.time(seconds / done * (Double(total) - done))) left") }
      return parts
    }
  }

  /// Shows some parts of a line, unless that was done just now.
  mutating func show(_ parts: () -> [String]) {
    guard isShown else { return }
    let now = clock.now
    if let lastShown, now - lastShown < Self.interval { return }
    lastShown = now
    isOnScreen = true
    let parts = parts()
    Output.progress(String(parts.joined(separator: "   ").prefix(Output.progressColumns - 1)))
  }

  /// Takes the line away, before something else is written.
  mutating func clear() {
    guard isOnScreen else { return }
    isOnScreen = false
    Output.progress("")
  }
}
