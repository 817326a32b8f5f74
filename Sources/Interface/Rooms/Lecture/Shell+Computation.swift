import Course
import Playground
import Screen

/// The numbers that a lecture works out of the run in play.
extension Shell {
  /// What a quantity is now; nil where the run has none.
  func value(of quantity: Computation.Quantity) -> Double? {
    guard let snapshot else { return nil }
    return switch quantity {
    case .epoch: Double(snapshot.epoch)
    case .trainLoss: snapshot.train?.loss
    case .testLoss: snapshot.test?.loss
    case .trainAccuracy: snapshot.train?.accuracy
    case .testAccuracy: snapshot.test?.accuracy
    case .samples: Double(snapshot.material.train.count)
    case .batchSize: Double(snapshot.resolved.batchSize)
    case .learningRate: snapshot.learningRate
    case .parameters: Double(snapshot.network.parameterCount)
    case .inputs: Double(snapshot.network.architecture.inputs)
    case .classes: snapshot.resolved.problem.classCount.map(Double.init)
    }
  }

  /// A computation and its number of this moment, the number at the end of `width` columns; a dash where there is none.
  func spans(of computation: Computation, width: Int) -> [Span] {
    let value = computation.value(value)
    let text =
      value.map { value in
        value == value.rounded() && abs(value) < 1e9 ? Number.count(Int(value)) : Number.plain(value, decimals: 4)
      } ?? "–"
    let blanks = max(1, width - theme.glyphs.width(computation.label) - theme.glyphs.width(text))
    return [Span(computation.label, .dim), Span(String(repeating: " ", count: blanks)), Span(text, .strong, .bold)]
  }
}
