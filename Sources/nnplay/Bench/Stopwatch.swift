/// Takes the time of work by the clock on the wall.
struct Stopwatch {
  private let clock = ContinuousClock()

  /// Seconds that the work takes.
  func seconds(_ work: () -> Void) -> Double { clock.measure(work) / .seconds(1) }

  /// Seconds that one go of the work takes, for each repeat: so many goes a repeat that it lasts at least `shortest`.
  ///
  /// The goes before, which find out how many that are, warm caches and generated code.
  func repeats(_ count: Int, shortest: Double, _ work: () -> Void) -> [Double] {
    var goes = 1
    while seconds({ for _ in 0..<goes { work() } }) < shortest { goes *= 2 }
    return (0..<count).map { _ in seconds { for _ in 0..<goes { work() } } / Double(goes) }
  }
}
