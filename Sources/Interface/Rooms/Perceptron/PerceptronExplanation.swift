import Screen

/// What the explaining line says of the perceptron.
struct PerceptronExplanation {
  let shell: Shell
  let room: PerceptronRoom

  func explain() -> Explanation? {
    let training = room.training
    let perceptron = training.now
    var formula: [Span] = []
    formula.number(perceptron.weights.x1)
    formula.dim("·x₁ ")
    formula.number(perceptron.weights.x2)
    formula.dim("·x₂ ")
    formula.number(perceptron.bias)
    formula.dim(" = 0")
    let isFinished = training.lastMistakes == 0
    let sentence: String
    if isFinished {
      sentence = "A whole pass without a mistake: the line parts the classes, and no sample will move it again."
    } else if training.isCorrected {
      sentence =
        "The line has turned so that this sample is nearer to its right side; the dashed one is that of before."
    } else if training.hasBegun {
      sentence =
        "\(Number.count(training.corrections)) correction\(training.corrections == 1 ? "" : "s") so far. They come to an end if any line parts the classes."
    } else {
      sentence =
        shell.linePerceptron == nil
        ? "It begins with weights of 0, which answer 1 everywhere. The network in play goes its own way meanwhile."
        : "The line is the network's own, and follows its training until the first sample is gone through by hand."
    }
    return Explanation(name: "The line", formula: formula, sentence: sentence, hint: ", or a click on the map goes on")
  }
}
