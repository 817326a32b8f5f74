/// The speed of training over the last while.
struct Speedometer {
  private(set) var samplesPerSecond = 0.0
  private var samples = 0
  private var seconds = 0.0

  /// So much training makes a reading; less is lost in the clock's grain.
  private static let window = 0.02

  /// Takes in the totals so far.
  mutating func record(samples: Int, seconds: Double) {
    if samples < self.samples { (self.samples, self.seconds) = (0, 0) }
    let elapsed = seconds - self.seconds
    guard elapsed >= Self.window || samplesPerSecond == 0 && elapsed > 0 else { return }
    samplesPerSecond = Double(samples - self.samples) / elapsed
    (self.samples, self.seconds) = (samples, seconds)
  }
}
