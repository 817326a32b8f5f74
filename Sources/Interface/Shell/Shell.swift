import Course
import Datasets
import NeuralEngine
import Playground
import Screen

/// What all rooms share: the window, the experiment in play and its last picture, and what is looked at.
struct Shell: Sendable {
  // The window.
  var window: Size
  /// Whether the keys that are pressed are shown in large letters, and the last of them.
  var presents = false
  var pressed: PresenterStrip.Pressed?
  var theme: Theme
  /// The colours that were asked for; nil leaves them to the terminal.
  var color: ColorDepth?
  /// The colours that the terminal has.
  let terminalDepth: ColorDepth
  /// What the last shown frame said of its cells.
  var regions: [Scene.Region] = []
  var keyMap: KeyMap

  // What is explored.
  /// The experiment in play: what the trainer confirmed, and what was asked of it since.
  var session: Session
  /// The last picture of the run.
  var snapshot: Snapshot?
  /// What the network makes of the picture it is shown now; nil where the data are no pictures.
  var reading: DigitReading?
  /// What is done to the picture before it is read.
  var handling = Handling()
  /// What is asked about that picture.
  var question: PictureQuestion?
  /// The last map of the output from before a divergence.
  var sanePicture: SnapshotMaps?
  /// What the data are called by the room that set them.
  var openedAs: Title?
  /// What was done of the lectures.
  var progress = CourseProgress()
  /// What the step of a lecture shows, points at and hides.
  var stage: Stage?
  /// The controls that an opened link hides, by the page's names.
  var hiddenControls: Set<String> = []
  var pace: Pace = .playground
  /// Whether training goes on when the program comes back from a suspension.
  var trainsOn = false

  // What is looked at.
  var attention = Attention()
  var overlay: Overlay?
  /// What comes back when the overlay is closed.
  var beneath: Overlay?
  var showsTestData = false
  var discretises = false
  /// What is as large as the window; nil while all panels are shown.
  var enlarged: Enlarged?
  /// What is shown of the run in the losses' place.
  var runView = RunView.losses
  /// The plane through the weights on which the loss is shown.
  var surfacePlane = SurfacePlane.random(seed: 1)
  /// The computation graph, with its numbers and how far it has been followed.
  var graph = ComputationGraph.first
  /// The map of trainings; nil while none was made. And how many were asked for.
  var atlas: AtlasStudy?
  var surveys = 0
  /// Where the pointer is, for what depends on the place within a target.
  var pointer: Point?
  /// The sample or the place that is looked at closely, and the last single update of the weights.
  var probe: Probe?
  var watchedStep: WatchedStep?
  /// Where the keyboard reads the loss chart and the map: a column and a cell from their upper left corners.
  var readColumn: Int?
  var readCell: Point?
  /// The target that a held button drags, and the number of the last order before it was pressed.
  var dragged: Target?
  var dragStart: Int?
  /// The table that was asked for and has not come, to be typed on where it could not be read.
  var askedTable = ""
  /// The own points that a file holds; nil for none.
  var keptPoints: PointSet?
  /// Whether leaving was asked for, and answered with a question.
  var asksBeforeLeaving = false
  /// One sentence for the explain line until the next key.
  var notice: Notice?

  /// Where a room or a list wants to go next; taken up when the action is over.
  var turn: Turn?

  /// A name for the experiment as long as it is on these data.
  struct Title: Sendable, Equatable {
    var name: String
    var dataset: Dataset
  }

  /// Something to be said once.
  struct Notice: Sendable, Equatable {
    var text: String
    var isAlarm = false
  }

  init(
    experiment: Experiment, size: Size, theme: Theme, color: ColorDepth?, terminalDepth: ColorDepth, keyMap: KeyMap
  ) {
    session = Session(experiment)
    keptPoints = experiment.points
    window = size
    self.theme = theme
    self.color = color
    self.terminalDepth = terminalDepth
    self.keyMap = keyMap
  }
}

extension Shell {
  /// What of the window is there for rooms.
  var size: Size { isPresenting ? PresenterStrip.above(window) : window }

  /// The experiment in play, ahead of the snapshot for as long as the trainer needs to follow.
  var experiment: Experiment { session.experiment }

  /// A command for the trainer.
  mutating func send(_ command: TrainerCommand) -> Effect { .send(session.order(command)) }

  /// The experiment with every default filled in.
  var resolved: ResolvedExperiment {
    guard let snapshot, session.isSettled || snapshot.experiment == experiment else { return experiment.resolved() }
    return snapshot.resolved
  }

  /// Whether the data are pictures, so that the digits room is shown.
  var showsImages: Bool { resolved.dataset.isImages }

  var isRunning: Bool { snapshot?.state == .running }

  /// What the title calls the experiment: what set it, as long as its data are in play, else the data.
  var sourceName: String {
    let dataset = resolved.dataset
    return openedAs.flatMap { $0.dataset == dataset ? $0.name : nil } ?? dataset.shortName
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
}
