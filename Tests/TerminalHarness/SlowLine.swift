/// A line that carries so many bytes a second and no more.
struct SlowLine {
  let bytesPerSecond: Double
  private var credit = 0.0
  private var last: ContinuousClock.Instant

  /// What a line holds back to carry it together.
  private static let most = 500.0

  init(bytesPerSecond: Int) {
    self.bytesPerSecond = Double(bytesPerSecond)
    last = .now
  }

  /// How many bytes may come through now.
  mutating func allowance() -> Int {
    let now = ContinuousClock.now
    credit = min(credit + (now - last) / .seconds(1) * bytesPerSecond, Self.most)
    last = now
    return Int(credit)
  }

  /// So many came through.
  mutating func carried(_ bytes: Int) { credit -= Double(bytes) }
}
