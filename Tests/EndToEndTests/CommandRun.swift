import Foundation

/// The program run to its end, or until it was told to stop: what it said and how it ended.
struct CommandRun {
  let status: Int32
  /// The lines of standard output.
  let lines: [String]
  /// Standard error.
  let errors: String

  /// The lines as JSON objects; a line that is none is an empty one.
  var objects: [[String: Any]] {
    lines.map { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any] ?? [:]
    }
  }

  /// The program that was built beside these tests.
  static let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("nnplay")

  /// Runs `nnplay` with arguments, in a folder of its own.
  ///
  /// - Parameters:
  ///   - interruptAt: a text; the program gets a signal when it has printed it.
  ///   - signal: that of Ctrl-C, or another.
  ///   - input: what comes from standard input.
  ///   - environment: added to that of the tests.
  init(
    _ arguments: [String], in folder: URL? = nil, interruptAt mark: String? = nil, by signal: Int32 = SIGINT,
    input: String? = nil, environment: [String: String] = [:]
  ) throws {
    let process = Process()
    // What is done of lectures is kept nowhere unless a test asks where.
    let surroundings = ProcessInfo.processInfo.environment.merging(["XDG_STATE_HOME": "/nonexistent"]) { $1 }
    process.environment = surroundings.merging(environment) { $1 }
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? FileManager.default.temporaryDirectory
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    if let input {
      // A pipe holds more than any input here before somebody reads.
      let pipe = Pipe()
      pipe.fileHandleForWriting.write(Data(input.utf8))
      try pipe.fileHandleForWriting.close()
      process.standardInput = pipe
    }
    let output = Pipe()
    process.standardOutput = output
    // A file takes any amount of text while standard output is read to its end.
    let errorFile = FileManager.default.temporaryDirectory.appendingPathComponent("errors-\(UUID().uuidString)")
    try Data().write(to: errorFile)
    defer { try? FileManager.default.removeItem(at: errorFile) }
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    var text = ""
    var isInterrupted = false
    while true {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { break }
      text += String(decoding: data, as: UTF8.self)
      if let mark, !isInterrupted, text.contains(mark) {
        isInterrupted = true
        kill(process.processIdentifier, signal)
      }
    }
    process.waitUntilExit()
    status = process.terminationStatus
    lines = text.split(separator: "\n").map(String.init)
    errors = try String(contentsOf: errorFile, encoding: .utf8)
  }

  /// Runs `nnplay` with arguments.
  init(_ arguments: String...) throws {
    try self.init(arguments)
  }
}

/// A folder that is gone when the test is.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("nnplay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes a file and returns its path.
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  /// Writes a file and returns its path.
  func write(_ name: String, _ data: Data) throws -> String {
    let file = url.appendingPathComponent(name)
    try data.write(to: file)
    return file.path
  }

  /// The path of a file in the folder.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
