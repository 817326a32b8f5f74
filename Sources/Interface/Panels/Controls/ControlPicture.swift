import Datasets
import Playground
import Screen

/// What is drawn of one control: its name, its value, and how it stands to the user.
struct ControlPicture {
  let target: Target
  let label: String
  /// The letter of the label that is its key, to be underlined.
  var key: Character?
  var value = ""
  /// The columns of the longest usual value, so that nothing moves when it changes.
  var valueColumns = 0
  /// Where its knob stands, 0 … 1; nil where it has none.
  var share: Double?
  /// On or off; nil where it is neither.
  var isOn: Bool?
  var look = ControlState.resting
  /// Not drawn, and its place kept.
  var isHidden = false
}

/// The controls of the data and of the training, in the order in which they stand.
struct ControlsPicture {
  /// The data set, the knobs of its samples, the seed, and what changes pictures alone.
  var data: [ControlPicture] = []
  /// What decides how the network learns.
  var training: [ControlPicture] = []
  /// How many of `training` have a place in the row of a medium window.
  var essentialCount = 0
  /// The data sets that can be chosen by their drawings, and which of them is in play.
  var icons: [(set: PointGenerator, look: ControlState, isChosen: Bool)] = []
  /// Whether the data have numbers to be predicted, so that sets of their like are offered.
  var predictsNumbers = false
  var isDataMarked = false
  var isTrainingMarked = false
  /// Whether the places of what is hidden close up, as in a lecture.
  var closesGaps = false
}

extension Shell {
  /// The controls of the experiment in play.
  var controls: ControlsPicture {
    var picture = ControlsPicture()
    let toggles = Toggle.allCases.map { toggle in
      ControlPicture(
        target: .toggle(toggle), label: toggle.rawValue, key: toggle == .testData ? "t" : "c", isOn: isOn(toggle),
        look: look(of: .toggle(toggle)), isHidden: isHidden(.toggle(toggle)))
    }
    picture.data = [control(.dataset)] + ExperimentKey.sliders.map(control) + seeds.map(control) + toggles
    let placed: [ExperimentKey] = [
      .activation, .learningRate, .batchSize, .optimizer, .regularization, .regularizationRate, .loss,
    ]
    picture.essentialCount = placed.count
    picture.training = (placed + (WindowClass(size) == .medium && layout().trainingTable == nil ? [] : otherTraining))
      .map(control)
    picture.icons = PointGenerator.allCases.filter { !isHidden(.dataset($0.rawValue)) }.map { set in
      (set, look(of: .dataset(set.rawValue)), set.rawValue == resolved.dataset.description)
    }
    picture.predictsNumbers = resolved.problem.classCount == nil
    picture.isDataMarked = attention.current?.panel == .data
    picture.isTrainingMarked = attention.current?.panel == .settings
    picture.closesGaps = stage != nil
    return picture
  }

  /// What has a place in a large window, and in the table of a small one that has the rows.
  private var otherTraining: [ExperimentKey] {
    let placed: Set<ExperimentKey> = [
      .activation, .learningRate, .batchSize, .optimizer, .regularization, .regularizationRate, .loss, .dataset,
      .schedule,
    ]
    return [.schedule]
      + ExperimentKey.all.filter { key in
        if case .list? = key.control?.form { !placed.contains(key) } else { false }
      }
  }

  /// The seed, and that of the weights where it is another or there is room for both.
  private var seeds: [ExperimentKey] {
    let areTwo = WindowClass(size) == .large || resolved.weightsSeed != resolved.seed
    return areTwo ? [.seed, .weightsSeed] : [.seed]
  }

  private func control(_ key: ExperimentKey) -> ControlPicture {
    let target = Target.control(key)
    var picture = ControlPicture(target: target, label: key.label, key: key.letter, value: words(for: key))
    picture.look =
      divergence != nil && key == .learningRate ? .alarming : look(of: target, isAvailable: isAvailable(key))
    // Without regularisation its rate has no meaning; what a link or a step hides is not drawn either.
    picture.isHidden = isHidden(target) || key == .regularizationRate && resolved.regularization == .none
    switch key.control?.form {
    case .slider?:
      picture.value = text(of: key)
      picture.share = share(of: key)
    case .text?: picture.value = value(of: key)
    case .list?, .picture?, nil: break
    }
    picture.valueColumns = max(longestValue(of: key), min(picture.value.count, 21))
    return picture
  }

  /// The columns of a key's longest usual value.
  private func longestValue(of key: ExperimentKey) -> Int {
    var usual: Int { key.control?.choices(for: resolved).map(\.words.utf8.count).max() ?? 0 }
    return switch key {
    case .learningRate: scheduledRate == nil ? 6 : 16
    case .regularizationRate: 6
    case .batchSize: 4
    case .loss: usual
    case _: min(usual, 9)
    }
  }
}

extension ExperimentKey {
  /// The name on the screen.
  var label: String { control?.label ?? name }

  /// Whether the key is set in the panel of the data.
  var isInDataPanel: Bool {
    switch control?.form {
    case .slider?, .text?: true
    case .list?, .picture?, nil: false
    }
  }

  /// The letter of the label that is its key, to be underlined.
  fileprivate var letter: Character? {
    guard case .character(let letter)? = command?.info.keys.first else { return nil }
    return letter
  }
}

extension Shell {
  func isOn(_ toggle: Toggle) -> Bool { toggle == .testData ? showsTestData : discretises }

  /// How a control looks: current, at rest, or without effect.
  func look(of target: Target, isAvailable: Bool = true) -> ControlState {
    !isAvailable
      ? .unavailable : attention.current == target ? .current : isPointedOut(target) ? .pointedOut : .resting
  }

  /// Whether a key has a meaning for the data set in play.
  func isAvailable(_ key: ExperimentKey) -> Bool { key.concerns(resolved.dataset) }

  /// The value beside a knob; of samples as many as were asked for, or as the data brought.
  func text(of key: ExperimentKey) -> String {
    guard key == .samples, resolved.samples == 0, let material = snapshot?.material else { return sliderText(of: key) }
    return Number.count(material.sampleCount)
  }

  /// A key's value in the words of the screen; of a rate under a schedule first what is in force: `0.015 of 0.03`.
  func words(for key: ExperimentKey) -> String {
    let value = value(of: key)
    let words = choice(of: key, value)?.words ?? value
    guard key == .learningRate, let rate = scheduledRate else { return words }
    return "\(Number.rate(rate)) of \(words)"
  }

  /// The value in force among those of a key's list; nil where another was typed.
  func choice(of key: ExperimentKey) -> Choice? { choice(of: key, value(of: key)) }

  private func choice(of key: ExperimentKey, _ value: String) -> Choice? {
    key.control?.choices(for: resolved).first { $0.value == value }
  }
}
