import Interface
import Playground
import Screen
import Testing

/// The screen and the trainer at one table, without a thread and without a real clock: what a user does, turn by turn.
struct Table {
  private(set) var state: State
  /// What the user asked to be copied last.
  private(set) var copied = ""
  /// Whether the user has left.
  private(set) var hasQuit = false
  private var loop: TrainerLoop
  private let mailbox: Mailbox

  /// Made once for all tables.
  private static let theme = Theme()
  private static let keyMap = KeyMap()

  init(_ experiment: Experiment = Experiment(), size: Size = Size(120, 40)) throws {
    mailbox = try Mailbox()
    var ticks = 0.0
    loop = TrainerLoop(mailbox: mailbox, threads: 1, pace: .full) {
      ticks += 0.001
      return ticks
    }
    state = State(experiment: experiment, size: size, theme: Self.theme, keyMap: Self.keyMap)
    mailbox.send(Order(number: 0, .open(experiment)))
    turn()
  }

  /// What really runs.
  var run: Run { get throws { try #require(loop.run()) } }

  /// Whether it trains.
  var isTraining: Bool { loop.isTraining() }

  /// The trainer takes so many turns, and the screen takes in what comes of each.
  mutating func turn(_ count: Int = 1) {
    for _ in 0..<count { turn(asking: SnapshotRequest()) }
  }

  private mutating func turn(asking request: SnapshotRequest) {
    mailbox.send(request)
    _ = loop.turn()
    let answers = mailbox.takeAnswers()
    for refusal in answers.refusals { act(.refused(refusal)) }
    for snapshot in answers.snapshots.values { act(.snapshotArrived(snapshot)) }
  }

  /// The trainer takes a turn and a frame is shown, as the loop does.
  mutating func show() -> Scene {
    turn(asking: state.snapshotRequest)
    let scene = state.scene()
    act(.shown(scene.regions))
    return scene
  }

  /// Turns until a condition holds, or has had every chance to.
  mutating func turn(until isReached: (Self) throws -> Bool) throws {
    for _ in 0..<2_000 where try !isReached(self) { turn() }
    #expect(try isReached(self))
  }

  mutating func act(_ action: Interface.Action) {
    for effect in state.update(action) {
      switch effect {
      case .send(let order): mailbox.send(order)
      case .copyToClipboard(let text): copied = text
      case .quit: hasQuit = true
      case .save, .keepDigit, .keepProgress, .listFiles, .open, .saveSettings, .forgetCutOffRun, .survey, .suspend,
        .redraw:
        break
      }
    }
  }

  /// Presses keys by their names, the trainer answering each.
  mutating func press(_ names: String...) throws {
    for name in names {
      act(.keyPressed(try #require(Key(name: name), "there is no key \(name)")))
      turn()
    }
  }

  /// Draws the screen, as the loop does after each event.
  var text: String { state.scene().frame.lines.joined(separator: "\n") }
}
