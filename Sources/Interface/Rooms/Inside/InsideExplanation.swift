import NeuralEngine
import Screen

/// What the explain line says inside a network: each formula with the numbers of this moment.
struct InsideExplanation {
  let shell: Shell
  let room: InsideRoom

  func explain(_ target: Target?) -> Explanation? {
    switch target {
    case .unit(let layer, _)? where layer < shell.reading?.mapLayers ?? 0: return explainPlace()
    case nil, .state?: return explainPlace()
    case .pad? where room.occlusion != nil, .seen? where room.occlusion != nil: return explainOcclusion()
    case _: return nil
    }
  }

  private func explainPlace() -> Explanation? {
    if room.occlusion != nil { return explainOcclusion() }
    guard let reading = shell.reading, let network = shell.network, let spot = room.spot(shell),
      let sum = network.windowSum(at: spot, reading)
    else { return nil }
    let shape = reading.shapes[spot.layer]
    let name = "Map \(spot.map + 1) of layer \(spot.layer + 1)"
    if room.errors != nil { return explainError(name, spot, sum, reading) }
    guard let kernel = sum.kernel else { return explainPool(name, sum) }
    let answer = reading.answer(at: spot)
    let activation = network.architecture.activation(spot.layer).rawValue
    let window = kernel.channels == 1 ? "\(sum.size)×\(sum.size)" : "\(sum.size)×\(sum.size)×\(kernel.channels)"
    var formula: [Span] = []
    formula.dim("a = \(activation)(Σ \(window) products ")
    formula.number(Double(sum.sums.reduce(0, +)))
    if network.architecture.isNormalized(spot.layer) {
      formula.dim(", normalised ")
      formula.number(answer.z)
    } else {
      formula.dim(" + b ")
      formula.number(Double(kernel.bias))
    }
    formula.dim(") = ")
    formula.number(answer.a)
    let inputs = network.architecture.shape(before: spot.layer).count
    // The bias; of a normalised layer γ and β as well.
    let beside = network.architecture.isNormalized(spot.layer) ? 3 : 1
    return Explanation(
      name: name, formula: formula,
      sentence: "One \(sum.size)×\(sum.size) kernel at all \(Number.count(shape.rows * shape.columns)) places: "
        + "\(Number.count(kernel.weights.count + beside)) numbers, shared; a dense unit would need \(Number.count(inputs + beside)) for one place.",
      hint: room.chosen == nil ? "the strongest place" : "Enter: the strongest")
  }

  private func explainPool(_ name: String, _ sum: WindowSum) -> Explanation {
    var formula: [Span] = []
    formula.dim("a = the largest of \(sum.size)×\(sum.size): ")
    if sum.size == 2 {
      for value in sum.values {
        formula.number(Double(value))
        formula.dim(" ")
      }
    }
    formula.dim("= ")
    formula.number(Double(sum.sums[0]))
    return Explanation(
      name: name, formula: formula,
      sentence: "Only the largest goes on, and only it gets the error back: where exactly it stood is forgotten.")
  }

  private func explainError(_ name: String, _ spot: Spot, _ sum: WindowSum, _ reading: DigitReading) -> Explanation {
    let shape = reading.shapes[spot.layer]
    let place = (spot.map * shape.rows + spot.row) * shape.columns + spot.column
    let error = Double(room.errors?.sums[spot.layer][place] ?? 0)
    let rate = shell.scheduledRate ?? shell.resolved.learningRate
    var formula: [Span] = []
    formula.dim("δ = ∂L/∂z = ")
    formula.append(Span(Number.short(error), Number.role(error), .bold))
    formula.dim("    Δw = −rate \(Number.short(rate)) · Σ over places δ · window")
    let label = shell.classPhrase(reading.truth ?? reading.best)
    return Explanation(
      name: name, formula: formula,
      sentence: reading.truth == nil
        ? "As if \(label) were right: blue places should answer more, orange ones less, and the kernel follows their sum."
        : "It is \(label): blue places should answer more, orange ones less, and the kernel follows their sum.")
  }

  private func explainOcclusion() -> Explanation? {
    guard let occlusion = room.occlusion else { return nil }
    let middle = room.coverMiddle(shell)
    let place = occlusion.place(row: middle.y, column: middle.x)
    let answers = occlusion.answers(at: place)
    let says = answers.order.first ?? occlusion.watched
    var formula: [Span] = []
    formula.dim("a square of \(occlusion.side)×\(occlusion.side) covered here takes ")
    formula.number(Double(occlusion.drops[place]))
    formula.dim(" from z of \(shell.pictureClassNames[safe: occlusion.watched] ?? ""): the network says ")
    formula.append(Span(shell.classPhrase(says), says == occlusion.watched ? .accent : .alarm, .bold))
    return Explanation(
      name: "Covered", formula: formula,
      sentence: "Blue is where the evidence for the answer stands: covered there, it is lost; orange spoke against it.")
  }
}
