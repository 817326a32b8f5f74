import Datasets
import NeuralEngine
import Playground
import Screen

/// What all rooms share: the window, the experiment in play and its last picture, and what is looked at.
struct Shell: Sendable {
  // The window.
  var size: Size
  var theme: Theme
  /// What the last shown frame said of its cells.
  var regions: [Scene.Region] = []
  var keyMap: KeyMap

  // What is explored.
  /// The experiment in play: what the trainer confirmed, and what was asked of it since.
  var session: Session
  /// The last picture of the run.
  var snapshot: Snapshot?
  /// The last map of the output from before a divergence.
  var sanePicture: SnapshotMaps?
  /// The controls that an opened link hides, by the page's names.
  var hiddenControls: Set<String> = []
  var pace: Pace = .playground
  /// Whether training goes on when the program comes back from a suspension.
  var trainsOn = false

  // What is looked at.
  var attention = Attention()
  var overlay: Overlay?
  var showsTestData = false
  var discretises = false
  var isZoomed = false
  /// Which panel a window too small for all shows.
  var tinyPanel = 0
  /// Where the pointer is, for what depends on the place within a target.
  var pointer: Point?
  /// Where the keyboard reads the loss chart and the map: a column and a cell from their upper left corners.
  var readColumn: Int?
  var readCell: Point?
  /// The target that a held button drags.
  var dragged: Target?
  /// One sentence for the explain line until the next key.
  var notice: Notice?

  // The rooms.
  var pad = DigitPad()
  /// What the network makes of the picture it is shown now.
  var reading: DigitReading?
  var lecture: OpenLecture?
  var editor: PointEditor?

  /// Something to be said once.
  struct Notice: Sendable, Equatable {
    var text: String
    var isAlarm = false
  }

  init(experiment: Experiment, size: Size, theme: Theme, keyMap: KeyMap) {
    session = Session(experiment)
    self.size = size
    self.theme = theme
    self.keyMap = keyMap
  }
}

extension Shell {
  /// The experiment in play, ahead of the snapshot for as long as the trainer needs to follow.
  var experiment: Experiment { session.experiment }

  /// A command for the trainer.
  mutating func send(_ command: TrainerCommand) -> Effect { .send(session.order(command)) }

  /// The experiment with every default filled in.
  var resolved: ResolvedExperiment {
    guard let snapshot, snapshot.experiment == experiment else { return experiment.resolved() }
    return snapshot.resolved
  }

  /// The room whose keys are in force.
  var room: Room {
    if editor != nil { return .points }
    if showsImages, attention.focus == .pad { return .digits }
    return lecture == nil ? .playground : .lecture
  }

  /// Whether the data are pictures, so that the digits room is shown.
  var showsImages: Bool { resolved.dataset.isImages }

  var isRunning: Bool { snapshot?.state == .running }

  /// What the title calls the experiment: the lecture, as long as its step's data are in play, else the data.
  var sourceName: String {
    let dataset = resolved.dataset
    guard let lecture, lecture.lecture.experiment(at: lecture.step)?.resolved().dataset == dataset else {
      return dataset.description
    }
    return lecture.lecture.name
  }

  /// The learning rate in force, where a schedule makes it another than the one that was set.
  var scheduledRate: Double? {
    guard resolved.schedule != .constant else { return nil }
    return snapshot?.learningRate
  }

  /// What went wrong, if the run has diverged.
  var divergence: Divergence? {
    if case .diverged(let divergence)? = snapshot?.state { divergence } else { nil }
  }

  /// The speed in words: what the trainer was asked for, or what the machine gives.
  var speedText: String? {
    guard let snapshot, snapshot.samplesPerSecond > 0 else { return nil }
    return Number.speed(snapshot.samplesPerSecond)
  }
}
