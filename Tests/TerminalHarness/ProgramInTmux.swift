import Foundation

/// A program that runs in tmux: a terminal written by others, to check our own reading of the rules against theirs.
///
/// It sees what `ProgramOnTerminal` does not keep: colours. Use it sparingly: each look at the screen costs a process.
public final class ProgramInTmux {
  private let folder: String
  private let deadline: Duration
  private let clock = ContinuousClock()

  /// Whether tmux is there; tests that need it say `.enabled(if: ProgramInTmux.isPossible)`.
  public static let isPossible: Bool = (try? run(["-V"])) != nil

  /// Starts a product of this package in a terminal of the given size, with TERM=tmux-256color and UTF-8.
  public init(
    _ program: String, _ arguments: [String] = [], width: Int = 80, height: Int = 24,
    environment: [String: String] = [:], deadline: Duration = .seconds(30)
  ) throws {
    self.deadline = deadline
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("nnplay-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let settings = environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { given, _ in given }
    let command = ["env"] + settings.map { "\($0.key)=\($0.value)" } + [try BuiltProduct.path(program)] + arguments
    try tmux(
      "new-session", "-d", "-s", "test", "-x", "\(width)", "-y", "\(height)",
      command.map(Self.quoted).joined(separator: " "), ";",
      "set", "-g", "default-terminal", "tmux-256color", ";", "set", "-sg", "escape-time", "0")
  }

  deinit {
    _ = try? tmux("kill-server")
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The lines of the screen; with `colors`, the sequences that set them stand in the text.
  public func lines(colors: Bool = false) throws -> [String] {
    try tmux(["capture-pane", "-t", "test", "-p"] + (colors ? ["-e"] : [])).components(separatedBy: "\n")
  }

  /// Sends bytes: text, keys (`KeyBytes`) or the pointer (`PointerBytes`).
  public func type(_ text: String) throws {
    try tmux(["send-keys", "-t", "test", "-H"] + text.utf8.map { String($0, radix: 16) })
  }

  public func resize(width: Int, height: Int) throws {
    try tmux("resize-window", "-t", "test", "-x", "\(width)", "-y", "\(height)")
  }

  /// Waits until the screen is as described.
  public func waitFor(_ what: String, colors: Bool = false, _ condition: (String) -> Bool) throws {
    let limit = clock.now + deadline
    var text = ""
    repeat {
      text = try lines(colors: colors).joined(separator: "\n")
      if condition(text) { return }
      _ = poll(nil, 0, 20)  // each look starts a process
    } while clock.now < limit
    throw HarnessError("waited in vain for \(what); the screen:\n\(text)")
  }

  public func waitFor(_ text: String) throws { try waitFor("\"\(text)\"") { $0.contains(text) } }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    try Self.run(["-S", "\(folder)/socket", "-f", "/dev/null", "-u"] + arguments)
  }

  /// Runs tmux through the shell. Foundation's `Process` would wait for its server too, which stays.
  private static func run(_ arguments: [String]) throws -> String {
    let command = "TMUX= LC_ALL=C.UTF-8 tmux " + arguments.map(quoted).joined(separator: " ") + " 2>/dev/null"
    guard let pipe = popen(command, "r") else { throw HarnessError("no shell for tmux") }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    var count = fread(&chunk, 1, chunk.count, pipe)
    while count > 0 {
      output += chunk[..<count]
      count = fread(&chunk, 1, chunk.count, pipe)
    }
    guard pclose(pipe) == 0 else { throw HarnessError("tmux \(arguments.joined(separator: " ")) failed") }
    return String(decoding: output, as: UTF8.self)
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
