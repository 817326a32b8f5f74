import Datasets
import NeuralEngine
import Playground
import Screen

/// Everything the interface remembers between two frames.
///
/// It changes in one place, `update(_:)`, by actions named for what the user did; `scene()` draws it and nothing else.
public struct State: Sendable {
  // The window.
  public internal(set) var size: Size
  public internal(set) var theme: Theme
  /// What the last shown frame said of its cells.
  var regions: [Scene.Region] = []
  var keyMap: KeyMap

  // What is explored.
  /// The experiment as asked for: ahead of the snapshot for as long as the trainer needs to follow.
  public internal(set) var experiment: Experiment
  /// The last picture of the run.
  public internal(set) var snapshot: Snapshot?
  /// The last map of the output from before a divergence.
  var sanePicture: SnapshotMaps?
  /// What the experiment was called when it was opened: a data set, a lecture, a file.
  var openedName: String?
  /// The controls that an opened link hides, by the page's names.
  var hiddenControls: Set<String> = []
  var past: [Experiment] = []
  var pace: Pace = .playground

  // What is looked at.
  public internal(set) var attention = Attention()
  public internal(set) var overlay: Overlay?
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
  public internal(set) var pad = DigitPad()
  /// What the network makes of the picture it is shown now.
  public internal(set) var reading: DigitReading?
  public internal(set) var lecture: OpenLecture?
  public internal(set) var editor: PointEditor?

  /// Something to be said once.
  struct Notice: Sendable, Equatable {
    var text: String
    var isAlarm = false
  }

  public init(
    experiment: Experiment, name: String? = nil, size: Size, theme: Theme = Theme(), keyMap: KeyMap = KeyMap()
  ) {
    self.experiment = experiment
    self.size = size
    self.theme = theme
    self.keyMap = keyMap
    openedName = name
  }
}

extension State {
  /// The experiment with every default filled in.
  var resolved: ResolvedExperiment {
    guard let snapshot, snapshot.experiment == experiment else { return experiment.resolved() }
    return snapshot.resolved
  }

  /// The room whose keys are in force.
  public var room: Room {
    if editor != nil { return .points }
    if showsImages, attention.focus == .pad { return .digits }
    return lecture == nil ? .playground : .lecture
  }

  /// Whether the data are pictures, so that the digits room is shown.
  var showsImages: Bool { resolved.dataset.isImages }

  var isRunning: Bool { snapshot?.state == .running }

  /// What the title calls the experiment.
  var sourceName: String { openedName ?? resolved.dataset.description }

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

extension State {
  /// Whether each frame should ask for the next picture.
  public var isTraining: Bool { isRunning }

  /// What the run is doing, in the word of the title.
  public var runWord: String {
    switch snapshot?.state {
    case .running?: "training"
    case .paused?: "paused"
    case .finished?: "stopped"
    case .diverged?: "diverged"
    case nil: "loading"
    }
  }
}
