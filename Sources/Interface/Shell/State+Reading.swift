import Course
import Playground

/// What the loop, scripts and tests look at.
extension State {
  /// The experiment as asked for.
  public var experiment: Experiment { shell.experiment }
  /// The last picture of the run.
  public var snapshot: Snapshot? { shell.snapshot }
  /// The weights that were set by hand along the run, in words; nil where none were.
  public var changedByHand: String? { shell.changedByHand }
  /// The network of now as a program; nil while there is none.
  public func pythonCode(_ library: PythonCode.Library) -> PythonCode? { shell.pythonCode(library) }
  /// What is current.
  public var attention: Attention { shell.attention }
  /// What lies over the screen.
  public var overlay: Overlay? { shell.overlay }
  /// The digit pad.
  public var pad: DigitPad { places.digits?.pad ?? DigitPad() }
  /// What the network makes of the picture it is shown.
  public var reading: DigitReading? { shell.reading }
  /// The lecture that is open.
  public var lecture: OpenLecture? {
    places.first { ($0 as? LectureRoom)?.lecture }
  }
  /// The samples of one's own that are being placed.
  public var editor: PointEditor? {
    places.first { ($0 as? PointsRoom)?.editor }
  }

  /// Whether each frame should ask for the next picture.
  public var isTraining: Bool { shell.isRunning }

  /// Whether a map of trainings is open of which some are still to come.
  public var isSurveying: Bool {
    guard places.first({ $0 as? AtlasRoom }) != nil, let study = shell.atlas else { return false }
    return study.done < study.total
  }

  /// Whether the last snapshot has seen all that was asked for.
  public var isAnswered: Bool { snapshot.map { $0.generation >= shell.session.lastNumber } ?? false }

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

  /// Opens a link as the page would: its switches, its hidden controls, and what it asks for in vain.
  public mutating func open(_ link: PlaygroundLink, as experiment: Experiment, notes: [String]) -> [Effect] {
    shell.showLike(link)
    return update(.opened(experiment, remarks: notes, hidden: Set(link.hiddenControls)))
  }
}
