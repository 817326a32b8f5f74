/// Successive halving (Jamieson and Talwalkar 2016), with thirds: all are trained a little, the best third three times as
/// long, the best third of these again, until the last are trained to the experiment's end.
extension Search {
  /// Of so many trials one goes on, and so many times as long.
  private static let factor = 3

  /// The trials of a rung: all, or the best third of the rung before.
  func rung(_ index: Int, of count: Int, after finished: [FinishedTrial]) -> [Trial] {
    let epochs = space.base.epochs ?? defaultEpochs
    let last = Self.lastRung(count: count, epochs: epochs)
    guard index <= last else { return [] }
    let share = (0..<last - index).reduce(1) { share, _ in share * Self.factor }
    let length = index == last ? nil : max(1, epochs / share)
    guard index > 0 else { return (0..<count).map { space.trial($0, drawn($0), epochs: length) } }
    let before = finished.filter { $0.trial.rung == index - 1 }
    let best = ranked(before).prefix(max(1, before.count / Self.factor))
    return best.map { space.trial($0.trial.number, rung: index, $0.trial.settings, epochs: length) }
  }

  /// So many times a third of the trials can be left, and the epochs be a third.
  private static func lastRung(count: Int, epochs: Int) -> Int {
    var (rest, rung) = (min(count, epochs), 0)
    while rest >= factor { (rest, rung) = (rest / factor, rung + 1) }
    return rung
  }
}
