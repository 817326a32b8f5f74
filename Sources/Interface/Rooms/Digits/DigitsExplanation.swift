import Glibc
import NeuralEngine
import Playground
import Screen

/// What the explain line says in the digits room: each formula with the numbers of this moment.
struct DigitsExplanation {
  let shell: Shell
  let room: DigitsRoom

  func explain(_ target: Target?) -> Explanation? {
    if let image = shell.reading?.asked, [nil, .pad, .seen, .epsilon].contains(target) {
      return AskedExplanation(shell: shell, image: image).explain()
    }
    return switch target {
    case nil, .pad?, .epsilon?: explainPad()
    case .seen?: explainSeen()
    case .answer(let index)?: explainAnswer(index)
    case .testDigit(let index)?: explainTestPicture(index)
    case .confusion(let truth, let said)?: explainConfusion(truth: truth, said: said)
    case .unit(let layer, let unit)?: explainVote(layer: layer, unit: unit)
    case _?: nil
    }
  }

  /// `your digit`, or `your drawing` where the pictures are no digits.
  private var yourPicture: String { shell.pictureWord == "digit" ? "your digit" : "your drawing" }

  private var isOneRow: Bool { WindowClass(shell.size) == .small }

  // MARK: - The pad

  private func explainPad() -> Explanation {
    guard let snapshot = shell.snapshot, case .images = snapshot.material.kind else {
      return Explanation(name: "Loading", sentence: "The pictures are being read.")
    }
    let name = yourPicture.uppercasedFirst
    guard !room.pad.drawing.isEmpty else {
      let start = snapshot.epoch == 0 && !shell.isRunning ? "Space starts training. " : ""
      let invitation =
        isOneRow
        ? "Drag to draw, or Enter puts the pen down."
        : "The pad is empty: drag to draw, or Enter puts the pen down and arrows move it."
      guard let reading = shell.reading, case .test(let index) = reading.subject, !isOneRow else {
        return Explanation(name: name, sentence: start + invitation)
      }
      return Explanation(
        name: testPictureName(index), formula: comparison(reading), sentence: start + invitation)
    }
    guard let reading = shell.reading else {
      return Explanation(name: name, sentence: "The network answers with something that is no number.")
    }
    let sentence =
      snapshot.epoch == 0 && snapshot.samplesInEpoch == 0
      ? "The network has learnt nothing yet and guesses: Space starts training."
      : reading.isUnsure
        ? "The network is unsure: no class has most of the answer, and the second guess is as good as the first."
        : "The drawing is scaled into a 20×20 box and its centre of mass moved to the middle, as MNIST does."
    return Explanation(name: name, formula: comparison(reading), sentence: sentence)
  }

  /// `p = softmax z    z for 2 is +5.44, for 3 +4.06:  e^1.37 = 3.9 times as likely`.
  private func comparison(_ reading: DigitReading) -> [Span] {
    let (best, second) = (reading.best, reading.second)
    let names = shell.pictureClassNames
    guard let own = reading.scores[safe: best], let other = reading.scores[safe: second],
      let bestName = names[safe: best], let secondName = names[safe: second]
    else { return [] }
    var spans: [Span] = []
    let activation = shell.network?.architecture.outputActivation ?? .softmax
    let isNarrow = shell.size.width < 78
    if !isNarrow { spans.dim(activation == .softmax ? "p = softmax z   " : "a = \(activation.rawValue) z   ") }
    if isOneRow {
      spans.text("z(\(bestName.prefix(8))) ")
      spans.number(own)
      spans.text("   z(\(secondName.prefix(8))) ")
    } else {
      spans.dim(" z")
      spans.text(" for \(bestName) is ")
      spans.number(own)
      spans.text(",  for \(secondName) ")
    }
    spans.number(other)
    guard activation == .softmax || activation == .sigmoid, reading.isShare else { return spans }
    let odds = exp(own - other)
    let times = odds < 99.5 ? Number.digits(odds, 2) : odds < 9999.5 ? Number.count(Int(odds.rounded())) : "over 10,000"
    let power = isOneRow ? "   " : ":  e^\(Number.fixed(own - other, decimals: 2)) = "
    spans.text("\(power)\(times) times as likely")
    return spans
  }

  // MARK: - What arrives

  private func explainSeen() -> Explanation {
    guard let reading = shell.reading else {
      return Explanation(name: "The network sees", sentence: "A picture as numbers from 0 to 1.")
    }
    let picture = reading.picture
    var formula: [Span] = []
    formula.dim("\(Number.count(shell.network?.architecture.inputs ?? 0)) numbers")
    if let pointer = shell.pointer, shell.attention.pointerMovedLast, let rect = shell.regions.rect(of: .seen),
      rect.contains(pointer)
    {
      let x = (pointer.x - rect.x) * picture.width / max(1, rect.width)
      let y = (pointer.y - rect.y) * picture.height / max(1, rect.height)
      formula.dim("    column \(x + 1), row \(y + 1) is ")
      formula.strong(Number.fixed(Double(picture[x, y]), decimals: 2))
    } else {
      formula.dim(", from 0 for the ground to 1 for full ink")
    }
    let sentence =
      switch reading.subject {
      case .drawing: "The drawing is scaled into a 20×20 box and its centre of mass moved to the middle, as MNIST does."
      case .test: "This is all that the network knows of the picture: it has never heard of up, down, lines or loops."
      }
    return Explanation(name: "The network sees", formula: formula, sentence: sentence)
  }

  // MARK: - Answers

  private func explainAnswer(_ index: Int) -> Explanation {
    let name = "Output \(shell.pictureClassNames[safe: index] ?? "\(index)")"
    guard let reading = shell.reading, let score = reading.scores[safe: index],
      let answer = reading.answers[safe: index]
    else {
      return Explanation(name: name, sentence: "How likely the network finds this class.")
    }
    var formula: [Span] = []
    formula.dim("z = Σ w·a + b = ")
    formula.number(score)
    if reading.isShare {
      formula.dim("    p = e^z ∕ Σ e^z = ")
      formula.strong(Number.percent(answer).drop { $0 == " " }.description)
    } else {
      formula.dim("    a = ")
      formula.number(answer)
    }
    let sentence =
      index == reading.best
      ? "The largest answer wins; all of them together make 100 %."
      : "The network finds \(shell.classPhrase(reading.best)) likelier: \(yourOrTest(reading)) fits its weights better."
    return Explanation(name: name, formula: formula, sentence: reading.isShare ? sentence : "The largest answer wins.")
  }

  private func yourOrTest(_ reading: DigitReading) -> String {
    if case .drawing = reading.subject { yourPicture } else { "the picture" }
  }

  // MARK: - Test pictures

  private func testPictureName(_ index: Int) -> String { "Test \(shell.pictureWord) \(Number.count(index + 1))" }

  private func explainTestPicture(_ index: Int) -> Explanation {
    let name = testPictureName(index)
    guard let test = shell.snapshot?.material.images?.test, (0..<test.count).contains(index)
    else { return Explanation(name: name) }
    var formula: [Span] = []
    formula.dim("it is ")
    formula.strong(shell.classPhrase(Int(test.labels[index])))
    if let reading = shell.reading, reading.subject == .test(index) {
      formula.dim(", the network says ")
      formula.append(Span(shell.classPhrase(reading.best), reading.isRight == false ? .alarm : .accent, .bold))
      if let answer = reading.answers[safe: reading.best], reading.isShare {
        formula.text(" \(Number.percent(answer).drop { $0 == " " })")
      }
      if !isOneRow { formula += [Span("    ", .dim)] + comparison(reading) }
    }
    return Explanation(
      name: name, formula: formula,
      sentence: "One of \(Number.count(test.count)) that are never learnt from. A click shows it to the network.",
      hint: "p goes back to the pad")
  }

  private func explainConfusion(truth: Int, said: Int) -> Explanation {
    guard let counts = shell.snapshot?.test?.confusion, let row = counts[safe: truth], let count = row[safe: said]
    else {
      return Explanation(name: "Confusion")
    }
    let total = row.reduce(0, +)
    let names = shell.pictureClassNames
    let (truthName, says) = (names[safe: truth] ?? "", names[safe: said] ?? "")
    var formula: [Span] = []
    formula.strong(Number.count(count))
    formula.dim(" of ")
    formula.strong(Number.count(total))
    formula.dim(" test \(shell.pictureWord)s that are ")
    formula.strong(truthName)
    formula.dim(truth == said ? " are read right: " : " are taken for ")
    if truth != said {
      formula.append(Span(says, .alarm, .bold))
      formula.dim(": ")
    }
    formula.strong("\(Number.percent(total > 0 ? Double(count) / Double(total) : 0).drop { $0 == " " })")
    let mistakes = row.indices.filter { $0 != truth && row[$0] > 0 }.max { row[$0] < row[$1] }
    let sentence = mistakes.map { "Of all mistakes with \(truthName) the most frequent is \(names[safe: $0] ?? "")." }
    return Explanation(name: "Confusion", formula: formula, sentence: sentence ?? "", hint: "Enter shows them")
  }

  // MARK: - Units

  /// A unit of a network that looks at pictures: what it adds to the answer now.
  func explainVote(layer: Int, unit: Int) -> Explanation {
    let name = shell.unitName(layer: layer, unit: unit)
    guard let network = shell.network, let reading = shell.reading, layer == 0,
      let answer = reading.activations.first?[safe: unit]
    else {
      return Explanation(name: name, sentence: "Blue pixels of its weights count for it, orange ones against it.")
    }
    var formula: [Span] = []
    formula.dim("a = \(network.architecture.activation(0).rawValue) z = ")
    formula.number(Double(answer))
    if let vote = reading.votes[safe: unit] {
      let says = shell.pictureClassNames[safe: reading.best] ?? ""
      formula.dim("    it adds ")
      formula.number(Double(vote))
      formula.dim(" to z of \(says)")
    }
    return Explanation(
      name: name, formula: formula,
      sentence: "Ink where its weights are blue makes it answer more, ink where they are orange less.",
      hint: shell.attention.held == nil ? "Enter shows them large" : "Esc lets it go")
  }
}
