import Datasets
import NeuralEngine
import Playground
import Screen
import Words

/// Changes of the experiment: every control ends here, and every one can be taken back.
extension Shell {
  /// Sets a key of the experiment as `--set` would; an error is said on the explain line and changes nothing.
  mutating func change(_ key: ExperimentKey, to text: String) -> [Effect] {
    var changed = experiment
    do throws(ExperimentError) {
      if key == .dataset, case .word(let name) = Setting(text), let dataset = try? Dataset(name) {
        if case .table = dataset { askedTable = String(name.trimmingPrefix("csv:")) }
        changed = changed.on(dataset)
      } else {
        try changed.set(key.name, to: text)
        changed.followData(after: key)
      }
      try changed.check()
    } catch {
      notice = Notice(text: error.description, isAlarm: true)
      return []
    }
    let losesPoints = changed.points == nil && experiment.points != nil && changed.dataset == experiment.dataset
    let effects = adopt(changed)
    if key == .regularization, resolved.regularization != .none, resolved.regularizationRate == 0 {
      notice = Notice(text: "\(text) costs nothing while its rate is 0: G sets that.")
    }
    if losesPoints {
      notice = Notice(text: "Samples drawn anew take the place of your own points; Backspace brings those back.")
    }
    return effects
  }

  /// Whether an experiment's keys go together; what does not is said.
  mutating func check(_ changed: Experiment) -> Bool {
    do { try changed.check() } catch {
      notice = Notice(text: error.description, isAlarm: true)
      return false
    }
    return true
  }

  /// Says why nothing is done.
  mutating func refuse(_ sentence: String) -> [Effect] {
    notice = Notice(text: sentence)
    return []
  }

  /// Goes on with a changed experiment; the trainer decides what of it needs a new start.
  mutating func adopt(_ changed: Experiment) -> [Effect] {
    let changed = changed.keepingFirstWeights(of: experiment)
    guard changed != experiment else { return [] }
    let change = ExperimentChange(from: experiment, to: changed)
    return ask(.adjust(change), takenBackBy: .adjust(change.inverse))
  }

  /// Asks the trainer for another experiment, shown at once and until it says otherwise.
  mutating func ask(_ command: TrainerCommand, takenBackBy opposite: TrainerCommand) -> [Effect] {
    let wereImages = showsImages
    let order = session.order(command, takenBackBy: opposite, joiningAfter: dragStart)
    forgetPictures(unless: wereImages)
    return [.send(order)]
  }

  /// Pictures and points have nothing in common: what was seen of the one is forgotten.
  mutating func forgetPictures(unless areImages: Bool) {
    guard experiment.resolved().dataset.isImages != areImages else { return }
    snapshot = nil
    reading = nil
    sanePicture = nil
  }

  /// Puts a feature into the network's inputs or takes it out; the last one stays.
  mutating func toggleFeature(_ index: Int) -> [Effect] {
    var used = features
    used[index].isUsed.toggle()
    let chosen = used.filter(\.isUsed).map { InputFeature.plane($0.feature) }
    guard !chosen.isEmpty else {
      notice = Notice(text: "The network needs at least one feature.")
      return []
    }
    var changed = experiment
    changed.features = chosen
    return check(changed) ? adopt(changed) : []
  }
}

extension Number {
  /// A number as keys are typed: with an ordinary minus and no zeros at its end, and no digit lost.
  static func typed(_ value: Double) -> String {
    let text = value < 0 ? "-" + plain(-value) : plain(value)
    return Double(text) == value ? text : value.description
  }

  /// A learning rate that a schedule changes, in three digits that count: `0.0213`, `0.0000173`.
  static func rate(_ value: Double) -> String {
    var (scaled, decimals) = (abs(value) * 100, 2)
    while decimals < 9, scaled < 100 { (scaled, decimals) = (scaled * 10, decimals + 1) }
    return plain(value, decimals: decimals)
  }
}
