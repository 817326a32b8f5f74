import Playground
import Words

/// A run of a program that was cut off, kept in a file.
public struct CutOffRun: Sendable, Equatable {
  /// Where it is kept.
  public var path: String
  /// What it was a run of.
  public var experiment: Experiment
  /// Epochs that were done.
  public var epoch: Int
  /// When it was kept, in words: `5 minutes ago`.
  public var time: String

  /// A run with what is to be said of it.
  public init(path: String, experiment: Experiment, epoch: Int, time: String) {
    self.path = path
    self.experiment = experiment
    self.epoch = epoch
    self.time = time
  }

  /// What happened to it: `A run of spiral was cut off at epoch 425, 3 minutes ago`.
  public var sentence: String {
    "A run of \(experiment.resolved().dataset.shortName) was cut off at epoch \(grouped(epoch)), \(time)"
  }

  /// What can become of it.
  enum Fate: String {
    case goOn, later, forget
  }
}

/// A run that was cut off is offered at the next start.
extension Shell {
  mutating func offer(_ run: CutOffRun) {
    let data = run.experiment.resolved().dataset.shortName
    let items: [(CutOffRun.Fate, String, String)] = [
      (.goOn, "go on", "\(data) at epoch \(grouped(run.epoch)), as it stood \(run.time)"),
      (.later, "later", "it is offered again at the next start"),
      (.forget, "throw it away", "it cannot be had back"),
    ]
    open(
      Picker(
        subject: .cutOff(run), title: "A run was cut off",
        items: items.map { Picker.Item(value: $0.0.rawValue, label: $0.1, sentence: $0.2) }, selected: 0,
        takesTyping: false))
  }

  /// Does with it what was chosen.
  mutating func settle(_ run: CutOffRun, _ fate: CutOffRun.Fate?) -> [Effect] {
    switch fate {
    case .goOn:
      hiddenControls = []
      return ask(.takeUp(run.experiment, path: run.path), takenBackBy: .open(experiment))
    case .forget: return [.forgetCutOffRun]
    case .later, nil: return []
    }
  }
}
