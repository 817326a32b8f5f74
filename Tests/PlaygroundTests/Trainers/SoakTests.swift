import Foundation
import Playground
import Testing

/// How many hundred rounds; nil where nobody asks for them.
private let hundreds = ProcessInfo.processInfo.environment["SOAK"].flatMap { Int($0) }

/// Hours of use in minutes: `SOAK=100` is ten thousand rounds, each with new data, a branch that is taken back, and training
/// at full speed in between.
@Suite(.serialized, .enabled(if: hundreds != nil)) struct SoakTests {
  @Test("memory stays flat, history and kept runs stay within their bounds", arguments: [1, 2])
  func flat(threads: Int) throws {
    let mailbox = try Mailbox()
    var loop = TrainerLoop(mailbox: mailbox, threads: threads, pace: .full)
    var number = 0
    func order(_ command: TrainerCommand) {
      mailbox.send(Order(number: number, command))
      number += 1
    }
    order(.open(Experiment(.points(.spiral))))
    let rounds = 100 * (hundreds ?? 1)
    var settled = 0
    for round in 0..<rounds {
      order(.newData)
      order(.run)
      for _ in 0..<10 { _ = loop.turn() }
      order(.newWeights)
      for _ in 0..<5 { _ = loop.turn() }
      order(.takeBack(number - 1...number - 1, otherwise: .rewind))
      for _ in 0..<5 { _ = loop.turn() }
      mailbox.send(SnapshotRequest(unitMap: MapSize(width: 10, height: 10), outputMap: MapSize(width: 40, height: 40)))
      _ = loop.turn()
      let snapshot = try #require(mailbox.takeAnswers().snapshots[.main])
      #expect(snapshot.history.count < 2000)
      if round == rounds / 5 { settled = try residentBytes() }
    }
    let end = try residentBytes()
    #expect(Double(end) < 1.05 * Double(settled) + 2e6, "from \(settled) to \(end) bytes")
  }

  private func residentBytes() throws -> Int {
    let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")[1]
    return try #require(Int(pages)) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
