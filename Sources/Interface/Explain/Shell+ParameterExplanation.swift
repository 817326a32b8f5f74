import Playground
import Screen

/// Weights and biases, each with the rule by which it is changed.
extension Shell {
  func explainParameter(_ target: Target) -> Explanation {
    guard let value = parameter(target), let index = parameterIndex(target) else { return Explanation(name: "Weight") }
    var formula: [Span] = []
    formula.dim(target.isBias ? "b = " : "w = ")
    formula.number(value)
    if snapshot?.deadLinks.contains(index) == true {
      formula.dim("   dead")
      return Explanation(
        name: name(of: target), formula: formula,
        sentence: "l1 took this weight through zero: it stays 0 until the network is built anew.")
    }
    if let stepped = explainStep(of: target) { return stepped }
    let rate = scheduledRate.map(Number.rate) ?? Number.plain(resolved.learningRate)
    formula.dim("    \(target.isBias ? "b ← b" : "w ← w") − \(rate) · gradient")
    return Explanation(
      name: name(of: target), formula: formula, sentence: sentence(of: target, value),
      hint: "a click types a value, the wheel then turns it")
  }

  private func sentence(of target: Target, _ value: Double) -> String {
    guard case .weight(let layer, let unit, let source) = target else {
      return "Added to the weighted sum whatever the sample: it shifts the unit's border."
    }
    let from = sourceName(layer: layer, source: source)
    let to = unitName(layer: layer, unit: unit).lowercasedFirst
    let (positive, negative) = (theme.lineWords.positive, theme.lineWords.negative)
    return value < 0
      ? "Negative, \(negative): the larger \(from), the smaller z of \(to)."
      : "Positive, \(positive): the larger \(from), the larger z of \(to)."
  }
}

extension Target {
  var isBias: Bool {
    if case .bias = self { true } else { false }
  }
}
