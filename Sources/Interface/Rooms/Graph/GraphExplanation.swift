import Screen

/// What the explaining line says of the computation graph.
struct GraphExplanation {
  let graph: ComputationGraph

  func explain() -> Explanation? {
    let values = graph.values
    var formula: [Span] = []
    formula.dim("f = \(graph.step >= graph.steps / 2 ? "" : "…")")
    if let value = values.last ?? nil { formula.number(value) }
    let sentence: String
    switch graph.step {
    case 0: sentence = "Each node is computed from those before it. Right goes on, a click on a variable changes it."
    case ..<(graph.steps / 2 + 1): sentence = "Forward: values flow from the variables to the whole."
    case graph.steps: sentence = "Every variable has its gradient: how much f grows with it, all else staying as it is."
    case _:
      sentence =
        "Back: a node hands its gradient to what it needs, each times its own slope; what is needed twice adds up."
    }
    return Explanation(name: "f", formula: formula, sentence: sentence, hint: "Enter edits, = types another")
  }
}
