import Playground
import Screen

/// Maps of trainings: which are made, and what is done with what they show.
extension Shell {
  /// Whether the experiment in play can be mapped; says why where it cannot.
  mutating func canMap() -> Bool {
    guard !showsImages else {
      notice = Notice(text: "A map trains thousands of networks, which pictures take too long for: open it on points.")
      return false
    }
    return true
  }

  /// Begins the map of the experiment in play, or goes on with the one that is known of it.
  mutating func openAtlas() -> [Effect] {
    let fresh = AtlasStudy(of: experiment, goal: snapshot?.goal, after: atlas)
    if atlas?.isSame(as: fresh) != true { atlas = fresh }
    return survey()
  }

  /// Has found out what is not known of the map.
  mutating func survey() -> [Effect] {
    surveys += 1
    guard let wanted = atlas?.nextSurvey(number: surveys) else { return [] }
    return [.survey(wanted)]
  }

  /// Opens the training that is looked at as the run in play: to the same bits.
  mutating func openMapped() -> [Effect] {
    guard let chosen = atlas?.chosen else { return [] }
    turn = .leave
    return ask(.open(chosen), takenBackBy: .open(experiment)) + [send(.run)]
  }

  /// The list of what can be put on an axis.
  mutating func pickAxis(across isAcross: Bool) {
    guard let atlas = atlas?.atlas else { return }
    let now = (isAcross ? atlas.across : atlas.up).axis
    let axes = SearchDimension.usual(for: atlas.base)
    let items = axes.map { dimension in
      Picker.Item(value: dimension.axis.name, label: dimension.axis.label, sentence: dimension.words)
    }
    open(
      Picker(
        subject: .axis(across: isAcross), title: isAcross ? "Across" : "Up", items: items,
        selected: axes.firstIndex { $0.axis == now } ?? 0, takesTyping: false))
  }

  /// Puts what was chosen on an axis.
  mutating func putOnAxis(_ name: String, across isAcross: Bool) -> [Effect] {
    guard let base = atlas?.atlas.base,
      let dimension = SearchDimension.usual(for: base).first(where: { $0.axis.name == name })
    else { return [] }
    atlas?.put(dimension, across: isAcross)
    return survey()
  }

  /// The list of what colours can tell.
  mutating func pickMeasure() {
    guard let now = atlas?.measure else { return }
    let items = AtlasMeasure.allCases.map { Picker.Item(value: $0.rawValue, label: $0.rawValue, sentence: $0.sentence) }
    open(
      Picker(
        subject: .measure(from: now), title: "Colours", items: items,
        selected: AtlasMeasure.allCases.firstIndex(of: now) ?? 0, takesTyping: false))
  }
}

extension AtlasMeasure {
  /// What it is, for a list.
  var sentence: String {
    switch self {
    case .success: "the share of first weights that reach the goal"
    case .loss: "the loss at the end, the middle one of all first weights"
    case .epochs: "after how many epochs the goal is reached"
    case .gap: "how much worse the test comes out than the training"
    }
  }
}

extension SearchDimension {
  /// What it is tried over, in words: `0.003 … 3`.
  var words: String {
    let values = values.map(\.description)
    guard values.count > 3, case .range = choices else { return values.joined(separator: ", ") }
    return "\(values[0]) … \(values[values.count - 1])"
  }
}
