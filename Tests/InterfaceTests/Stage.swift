import Foundation
import Interface
import NeuralEngine
import Playground
import Screen
import Testing

/// A playground without a terminal: an experiment trained for some epochs, and the screen that shows it.
struct Stage {
  private(set) var state: State
  let run: Run

  init(
    _ experiment: Experiment = Experiment(), epochs: Int = 0, size: Size = Size(120, 40), theme: Theme = Theme()
  ) throws {
    run = try Run(experiment, threads: 1)
    run.train(epochs: epochs)
    state = State(experiment: experiment, size: size, theme: theme)
    refresh()
  }

  /// Shows the run as it is now, as the loop does: a picture is asked for, arrives and is drawn.
  mutating func refresh(isRunning: Bool = false) {
    for _ in 0..<2 {
      let request = state.snapshotRequest
      var snapshot = Snapshot(of: run, isRunning: isRunning, generation: 0, speed: 0, request: request)
      snapshot.surface = request.surface.map { run.survey($0, after: state.snapshot?.surface).measure() }
      _ = state.update(.snapshotArrived(snapshot))
      _ = state.update(.shown(state.scene().regions))
    }
  }

  /// Presses keys by their names and returns what is to be done outside.
  @discardableResult
  mutating func press(_ names: String...) throws -> [Effect] {
    var effects: [Effect] = []
    for name in names {
      let key = try #require(Key(name: name), "there is no key \(name)")
      effects += state.update(.keyPressed(key))
      _ = state.update(.shown(state.scene().regions))
    }
    return effects
  }

  @discardableResult
  mutating func point(_ kind: PointerEvent.Kind, x: Int, y: Int, button: PointerEvent.Button = .left) -> [Effect] {
    let effects = state.update(.pointerActed(PointerEvent(kind, x: x, y: y, button: button)))
    _ = state.update(.shown(state.scene().regions))
    return effects
  }

  /// A press and a release in the middle of a target's cells.
  @discardableResult
  mutating func click(_ target: Target) throws -> [Effect] {
    let region = try #require(state.scene().regions.last { $0.target == target }, "\(target) is not on the screen")
    let effects = point(.press, x: region.rect.center.x, y: region.rect.center.y)
    return effects + point(.release, x: region.rect.center.x, y: region.rect.center.y)
  }

  /// What neither key nor pointer does: a paste, a window of another size.
  @discardableResult
  mutating func send(_ action: Interface.Action) -> [Effect] { state.update(action) }

  var frame: Frame { state.scene().frame }
  var lines: [String] { frame.lines }
  var text: String { lines.joined(separator: "\n") }
}

/// Compares a screen with the file that holds it; with `UPDATE_GOLDEN=1` in the environment the file is written anew.
func expectGolden(_ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).txt")
  let drawn = frame.lines.map { $0.trimmingSuffix { $0 == " " } }.joined(separator: "\n") + "\n"
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try drawn.write(to: file, atomically: true, encoding: .utf8)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  guard drawn != expected else { return }
  let pairs = zip(
    drawn.split(separator: "\n", omittingEmptySubsequences: false),
    expected.split(separator: "\n", omittingEmptySubsequences: false))
  let first = pairs.enumerated().first { $0.element.0 != $0.element.1 }
  Issue.record(
    "\(name) differs from row \(first?.offset ?? -1) on:\n drawn    \(first?.element.0 ?? "")\n expected \(first?.element.1 ?? "")",
    sourceLocation: sourceLocation)
}

extension String {
  fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> String {
    String(reversed().drop(while: isTrimmed).reversed())
  }
}

extension [Effect] {
  /// What the trainer is told, without the numbers.
  var commands: [TrainerCommand] {
    compactMap { if case .send(let order) = $0 { order.command } else { nil } }
  }
}
