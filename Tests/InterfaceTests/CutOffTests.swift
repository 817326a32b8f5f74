import Foundation
import Interface
import Playground
import Screen
import Testing

@Suite("A run that was cut off is offered at the next start") struct CutOffTests {
  private let path = FileManager.default.temporaryDirectory.appending(path: "cut-off-\(UUID().uuidString)").path

  /// A run of three epochs and a bit, and a table at which it is offered.
  private func offered() throws -> (run: Run, table: Table) {
    let run = try Run(Experiment(.points(.gauss)))
    run.train(epochs: 3)
    run.trainBatch()
    try Model(run).write(to: path)
    var table = try Table()
    table.act(
      .cutOffFound(CutOffRun(path: path, experiment: run.experiment, epoch: run.epoch, time: "5 minutes ago")))
    return (run, table)
  }

  @Test("Enter goes on with it to the bit; going back leads to its beginning, undo to what was open")
  func goesOn() throws {
    var (run, table) = try offered()
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(table.text.contains("A RUN WAS CUT OFF"))
    #expect(table.text.contains("gauss at epoch 3, as it stood 5 minutes ago"))
    try table.press("Enter")
    #expect(try table.run.training == run.training)
    #expect(table.state.experiment == run.experiment)
    run.train(epochs: 1)
    try table.press(".")
    try table.turn { try $0.run.epoch == run.epoch }
    #expect(try table.run.training == run.training)
    try table.press("Backspace")
    #expect(try table.run.experiment == Experiment())
    try table.press("r")
    #expect(try table.run.epoch == 0)
  }

  @Test("going back to epoch 0 draws the weights that it began with")
  func rewinds() throws {
    var (run, table) = try offered()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try table.press("Enter", "r")
    try run.rewind()
    #expect(try table.run.network == run.network)
    #expect(try table.run.epoch == 0)
  }

  @Test("Later does nothing, and what is not wanted is thrown away")
  func others() throws {
    var stage = try Stage()
    let run = CutOffRun(path: "/no/such.safetensors", experiment: Experiment(), epoch: 9, time: "1 day ago")
    for keys in [["Esc"], ["Down", "Enter"]] {
      stage.send(.cutOffFound(run))
      for key in keys { #expect(try stage.press(key) == []) }
      #expect(!stage.text.contains("CUT OFF"))
    }
    stage.send(.cutOffFound(run))
    #expect(try stage.press("Up", "Enter") == [.forgetCutOffRun])
  }

  @Test("what cannot be gone on with is said, and what runs runs on")
  func refused() throws {
    var table = try Table()
    let run = CutOffRun(
      path: "/no/such.safetensors", experiment: Experiment(.points(.gauss)), epoch: 9, time: "1 day ago")
    table.act(.cutOffFound(run))
    try table.press("Enter")
    #expect(table.text.contains("/no/such.safetensors"))
    #expect(table.state.experiment == Experiment())
  }
}
