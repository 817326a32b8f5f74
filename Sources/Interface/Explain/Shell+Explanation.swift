import Datasets
import NeuralEngine
import Playground
import Screen

extension Shell {
  /// What the explain line says of a target, or of the run as a whole, where no room has words of its own for it.
  func explain(_ target: Target?) -> Explanation {
    if let probed = explainProbed(target) { return probed }
    switch target {
    case nil, .state?: return explainRun()
    case .dataset(let name)?: return explainDataset(name)
    case .toggle(.testData)?:
      return Explanation(
        name: "Test data",
        sentence: "Samples that are never learnt from, shown as ◆ and ◇; the test loss is measured on them.",
        hint: "t shows and hides them")
    case .toggle(.discretise)?:
      return Explanation(
        name: "Discretise",
        sentence: "Shows each answer as one of two colours; only the pictures change, not the training.",
        hint: "c changes it")
    case .control(let key)?: return explain(key)
    case .feature(let index)?: return explainFeature(index)
    case .input(let index)?: return explainInput(index)
    case .layer(let layer)?, .layerButton(let layer, _)?: return explainLayer(layer)
    case .unit(let layer, let unit)?: return explainUnit(layer: layer, unit: unit)
    case .weight?, .bias?: return target.map(explainParameter) ?? explainRun()
    case .output?: return explainOutput()
    case .loss?: return explainRunPanel()
    case .command(let command)?:
      return Explanation(name: command.info.word.uppercasedFirst, sentence: command.info.sentence)
    case .pad?, .seen?, .epsilon?, .answer?, .testDigit?, .confusion?, .part?, .lectureText?, .choice?, .given?, .row?:
      return Explanation(name: "")
    }
  }

  // MARK: - The run as a whole

  private func explainRun() -> Explanation {
    guard let snapshot else { return Explanation(name: "Loading", sentence: "The data are being made or read.") }
    var formula: [Span] = []
    formula.dim("\(Number.count(snapshot.material.train.count)) samples to learn from, ")
    if let held = snapshot.material.validation { formula.dim("\(Number.count(held.count)) for validation, ") }
    formula.dim("\(Number.count(snapshot.material.test?.count ?? 0)) for the test, ")
    formula.strong("\(Number.count(snapshot.network.parameterCount))")
    formula.dim(" weights and biases")
    let sentence =
      switch snapshot.state {
      case .paused:
        snapshot.epoch == 0
          ? "Space trains, d chooses other data, + adds a layer. Point at anything, or walk to it with Tab and the arrows."
          : "Paused after \(Self.epochs(snapshot.epoch)). Space goes on, . trains one epoch more, r starts again."
      case .running: dataSentence
      case .finished(.epochs(let count)):
        "Stopped after \(Self.epochs(count)), as the experiment asks. Space goes on."
      case .finished(.patience(let best)):
        "Stopped after \(Self.epochs(snapshot.epoch)): the validation loss was lowest at epoch \(Number.count(best)), whose "
          + "weights these are. Space goes on."
      case .finished(.goal(let goal)): "The goal is reached: \(goal). Space goes on."
      case .finished(.missed(let goal)): "The goal was not reached: \(goal). Space goes on."
      case .diverged: ""
      }
    return Explanation(name: sourceName.uppercasedFirst, formula: formula, sentence: sentence)
  }

  /// `1 epoch`, `2 epochs`.
  private static func epochs(_ count: Int) -> String { "\(Number.count(count)) epoch\(count == 1 ? "" : "s")" }

  private var dataSentence: String {
    resolved.dataset.recipe?.summary ?? DatasetCatalog.entries.first { $0.name == resolved.dataset.description }?
      .summary ?? ""
  }

  func explain(_ divergence: Divergence) -> Explanation {
    guard case .parameter(let place, let before, let after) = divergence.symptom else {
      return Explanation(name: "Diverged", sentence: divergence.symptomSentence)
    }
    let target: Target =
      switch place.kind {
      case .weight(let source): .weight(layer: place.layer, unit: place.unit, source: source)
      case .bias, .slope, .normalization: .bias(layer: place.layer, unit: place.unit)
      }
    var formula: [Span] = []
    formula.text(name(of: target).lowercasedFirst)
    formula.dim(" went from ")
    formula.number(Double(before))
    formula.dim(" to ")
    formula.append(Span(after.isNaN ? "not a number" : "infinity", .alarm))
    return Explanation(name: "Diverged", formula: formula, hint: "Enter goes back to epoch \(divergence.lastSaneEpoch)")
  }

  // MARK: - Data

  private func explainDataset(_ name: String) -> Explanation {
    Explanation(
      name: name.uppercasedFirst, sentence: DatasetCatalog.entries.first { $0.name == name }?.summary ?? "",
      hint: "Enter chooses it, d lists all")
  }

  /// A column of a table.
  private func explainInput(_ index: Int) -> Explanation {
    let name = sourceName(layer: 0, source: index)
    var formula: [Span] = []
    if let scaling = snapshot?.material.preparation.scaling, let mean = scaling.means[safe: index],
      let deviation = scaling.deviations[safe: index]
    {
      formula.dim("shown to the network as ")
      formula.strong("(\(name) − \(Number.short(mean))) / \(Number.short(deviation))")
    } else {
      formula.dim("shown to the network as it stands")
    }
    return Explanation(name: name, formula: formula, sentence: "Column \(index + 1) of the table's inputs.")
  }

  private func explainFeature(_ index: Int) -> Explanation {
    guard let (feature, isUsed) = features[safe: index] else { return Explanation(name: "Feature") }
    let meaning =
      switch feature {
      case .x1: "How far right a sample lies."
      case .x2: "How far up a sample lies."
      case .x1Squared:
        "How far from the middle a sample lies, left or right: a line in it is a pair of upright lines on the map."
      case .x2Squared: "How far from the middle a sample lies, up or down."
      case .product: "Positive in two opposite quadrants, negative in the others: all that XOR asks."
      case .sinX1: "Waves from left to right."
      case .sinX2: "Waves from bottom to top."
      case .formula: "A formula of your own; its picture takes the largest value on the map for full colour."
      }
    var formula: [Span] = []
    formula.dim(isUsed ? "the network is shown it" : "the network is not shown it")
    return Explanation(
      name: featureName(index), formula: formula, sentence: meaning,
      hint: isUsed ? "Enter takes it away" : "Enter adds it")
  }
}

extension String {
  /// The text as it stands at the start of a sentence.
  var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
