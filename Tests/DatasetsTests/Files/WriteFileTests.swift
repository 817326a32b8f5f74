import Datasets
import Foundation
import Testing

/// A file is written beside its place and put there whole.
struct WriteFileTests {
  @Test("a file keeps its mode, and nothing lies beside it", arguments: [0o600, 0o640, 0o755])
  func mode(mode: Int) throws {
    let scratch = try Scratch()
    let path = try scratch.write("old", to: "file")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    try writeFile(Array("new".utf8), to: path)
    #expect(FileManager.default.contents(atPath: path) == Data("new".utf8))
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["file"])
  }

  @Test("a link stays one, and what it leads to is written, also where nothing is there yet", arguments: [true, false])
  func link(isThere: Bool) throws {
    let scratch = try Scratch()
    if isThere { try scratch.write("old", to: "target") }
    for (name, target) in [("first", "second"), ("second", scratch.path("target"))] {
      try FileManager.default.createSymbolicLink(atPath: scratch.path(name), withDestinationPath: target)
    }
    try writeFile(Array("new".utf8), to: scratch.path("first"))
    #expect(FileManager.default.contents(atPath: scratch.path("target")) == Data("new".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("first")) == "second")
  }

  @Test("what a killed program left behind is in nobody's way")
  func litter() throws {
    let scratch = try Scratch()
    try scratch.write("half", to: "file.\(getpid()).part")
    try writeFile(Array("new".utf8), to: scratch.path("file"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["file"])
  }

  @Test("digits that two programs keep at once are all kept")
  func together() async throws {
    let scratch = try Scratch()
    let kept = KeptDigits(in: scratch.path("digits"))
    let picture = [UInt8](repeating: 7, count: 784)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for label in 0..<8 { group.addTask { _ = try kept.add(picture, label: UInt8(label)) } }
      try await group.waitForAll()
    }
    #expect(try kept.load().labels.sorted() == Array(0..<8))
  }
}
