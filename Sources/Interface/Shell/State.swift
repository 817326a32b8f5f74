import Playground
import Screen

/// Everything the interface remembers between two frames.
///
/// It changes in one place, `update(_:)`, by actions named for what the user did; `scene()` draws it and nothing else.
public struct State: Sendable {
  var shell: Shell

  /// The interface of an experiment that a trainer was started with, before anything of it is known.
  public init(experiment: Experiment, size: Size, theme: Theme = Theme(), keyMap: KeyMap = KeyMap()) {
    shell = Shell(experiment: experiment, size: size, theme: theme, keyMap: keyMap)
  }

  /// Takes in what happened and says what is to be done outside.
  ///
  /// This is the only place from which the interface's memory changes.
  public mutating func update(_ action: Action) -> [Effect] { shell.update(action) }

  /// Draws everything: a pure function of what the interface remembers.
  public func scene() -> Scene { shell.scene() }

  /// The pictures that the next frame wants from the trainer.
  public var snapshotRequest: SnapshotRequest { shell.snapshotRequest }
}

/// What the loop, scripts and tests look at.
extension State {
  /// The experiment as asked for.
  public var experiment: Experiment { shell.experiment }
  /// The last picture of the run.
  public var snapshot: Snapshot? { shell.snapshot }
  /// What is current.
  public var attention: Attention { shell.attention }
  /// What lies over the screen.
  public var overlay: Overlay? { shell.overlay }
  /// The room whose keys are in force.
  public var room: Room { shell.room }
  /// The digit pad.
  public var pad: DigitPad { shell.pad }
  /// What the network makes of the picture it is shown.
  public var reading: DigitReading? { shell.reading }
  /// The lecture that is open.
  public var lecture: OpenLecture? { shell.lecture }
  /// The samples of one's own that are being placed.
  public var editor: PointEditor? { shell.editor }

  /// Whether each frame should ask for the next picture.
  public var isTraining: Bool { shell.isRunning }

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
    shell.open(link, as: experiment, notes: notes)
  }
}
