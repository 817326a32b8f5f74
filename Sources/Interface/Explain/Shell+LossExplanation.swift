import Playground
import Screen

/// The losses: how they are counted, and what is read at a moment of the chart.
extension Shell {
  func explainLoss() -> Explanation {
    guard let snapshot else { return Explanation(name: "Loss") }
    var formula: [Span] = []
    if let rect = regions.rect(of: .loss), let moment = curves.moment(in: rect), let point = curves.point(at: moment) {
      formula.dim("epoch ")
      formula.strong(Number.count(Int(point.position)))
      formula.dim("   train ")
      formula.strong(Number.loss(point.train))
      if let validation = point.validation {
        formula.dim("   validation ")
        formula.strong(Number.loss(validation))
      }
      if let test = point.test {
        formula.dim("   test ")
        formula.strong(Number.loss(test))
      }
    } else {
      formula.dim(resolved.loss.formula)
    }
    let sentence =
      if let best = snapshot.best {
        "The validation loss was lowest at epoch \(Number.count(best.epoch)), \(Number.loss(best.loss)): the line marks it. Patience "
          + "ends at epoch \(Number.count(best.since + (snapshot.resolved.patience ?? 0)))."
      } else if let train = snapshot.train?.loss, let test = snapshot.test?.loss, test > 2 * train, test > 0.02 {
        "The test loss is far above the training loss: the network learns its samples by heart."
      } else {
        "How wrong the network is on average: each line across is \(lineRatio) times less than the one above."
      }
    return Explanation(name: "Loss", formula: formula, sentence: sentence)
  }

  /// How many times less a line across the chart is than the one above it.
  private var lineRatio: String {
    let scale = curves.losses(in: regions.rect(of: .loss) ?? .zero).scale
    guard case .decades(_, _, let step) = scale, step > 1 else { return "ten" }
    return step == 2 ? "a hundred" : "1" + String(repeating: "0", count: step)
  }
}
