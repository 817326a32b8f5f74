import Screen

/// What the explain line says of a picture that was asked about.
struct AskedExplanation {
  let shell: Shell
  let image: AskedPicture

  func explain() -> Explanation {
    switch image.question {
    case .saliency: explainSaliency()
    case .become(let label): explainBecoming(label)
    case .attack(let epsilon): explainAttack(epsilon)
    }
  }

  private var best: Int { image.before.order[0] }

  private func name(_ label: Int) -> String { shell.pictureClassNames[safe: label] ?? "" }

  private func explainSaliency() -> Explanation {
    var formula: [Span] = []
    formula.dim("∂ log p(\(name(best))) ∕ ∂ pixel")
    if let pointer = shell.pointer, shell.attention.pointerMovedLast, let rect = shell.regions.rect(of: .seen),
      rect.contains(pointer)
    {
      let x = (pointer.x - rect.x) * image.paint.width / max(1, rect.width)
      let y = (pointer.y - rect.y) * image.paint.height / max(1, rect.height)
      formula.dim("    column \(x + 1), row \(y + 1) is ")
      formula.number(Double(image.paint[x, y]))
      formula.dim(" of a large one")
    }
    return Explanation(
      name: "Saliency", formula: formula,
      sentence:
        "More ink on blue would make the network surer that it is \(shell.classPhrase(best)), on orange less sure.",
      hint: "y takes it away")
  }

  private func explainBecoming(_ label: Int) -> Explanation {
    var formula: [Span] = []
    formula.dim("ten steps along ∂ log p(\(name(label))) ∕ ∂ pixel: ")
    shares(of: label, in: &formula)
    return Explanation(
      name: "What makes it \(shell.classPhrase(label))", formula: formula,
      sentence:
        "Blue is ink that was added, orange ink that was taken away: what this network looks for, seldom what we do.",
      hint: "drawing on takes it back")
  }

  private func explainAttack(_ epsilon: Double) -> Explanation {
    var formula: [Span] = []
    formula.dim("pixel − ε · sign ∂ log p(\(name(best))) ∕ ∂ pixel: ")
    shares(of: best, in: &formula)
    if let reading = shell.reading, reading.best != best {
      formula.dim(", it says ")
      formula.append(Span(shell.classPhrase(reading.best), .alarm, .bold))
    }
    return Explanation(
      name: "Attack", formula: formula,
      sentence:
        "Every pixel moves by at most \(Number.fixed(epsilon, decimals: 2)) of black to white: small for us, all at once large in z.",
      hint: "( ) weaker, stronger")
  }

  /// `p from 0.1 % to 97.3 %`.
  private func shares(of label: Int, in formula: inout [Span]) {
    func text(_ answer: Double?) -> String {
      let answer = answer ?? 0
      return image.before.isShare
        ? Number.percent(answer).drop { $0 == " " }.description : Number.signed(answer)
    }
    formula.dim("from ")
    formula.strong(text(image.before.answers[safe: label]))
    formula.dim(" to ")
    formula.strong(text(shell.reading?.answers[safe: label]))
  }
}
