import CPty
import Foundation

/// A program that runs on a terminal of its own, whose screen, keys and line are in the test's hands.
///
///     let program = try ProgramOnTerminal("nnplay", ["circle"], width: 120, height: 40)
///     try program.waitFor("epoch")
///     try program.type(" ")
///     try program.waitFor { $0.text.contains("training") }
///     try program.type("q")
///     #expect(try program.waitForEnd() == .status(0))
///     #expect(try program.line() == program.lineAtStart)
///
/// Every wait has a deadline and fails with the screen as it then was; nothing sleeps.
public final class ProgramOnTerminal {
  /// How a program ended.
  public enum End: Equatable, Sendable {
    case status(Int32)
    case signal(Int32)
  }

  /// What the program has drawn.
  public private(set) var screen: EmulatedScreen
  /// Everything the program has written.
  public private(set) var output: [UInt8] = []
  /// The program's process.
  public let process: Int32
  /// The settings of the line before the program could change them.
  public let lineAtStart: [UInt32]

  private var descriptor: Int32
  private var end: End?
  private var slowLine: SlowLine?
  private let answers: Bool
  private let deadline: Duration
  private let clock = ContinuousClock()
  /// Where the program keeps what lasts from one start to the next, unless the environment names another place.
  private let state: String

  /// Starts a product of this package (or, with a slash in its name, any program).
  ///
  /// - Parameter environment: added to TERM=xterm-256color, LC_ALL=C.UTF-8, HOME, PATH, and a Swift backtrace that asks
  ///   nothing; an empty value removes a variable.
  /// - Parameter answers: whether the terminal answers questions, as real ones do.
  /// - Parameter bytesPerSecond: how much the line to the terminal carries; nil for all.
  /// - Parameter deadline: how long any wait may last.
  public init(
    _ program: String, _ arguments: [String] = [], width: Int = 80, height: Int = 24,
    environment: [String: String] = [:], answers: Bool = false, bytesPerSecond: Int? = nil,
    deadline: Duration = .seconds(30)
  ) throws {
    let path = program.contains("/") ? program : try BuiltProduct.path(program)
    state = FileManager.default.temporaryDirectory.appendingPathComponent("nnplay-\(UUID().uuidString)").path
    let inherited = ProcessInfo.processInfo.environment
    var variables = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
      "HOME": inherited["HOME"] ?? "/", "PATH": inherited["PATH"] ?? "/usr/bin:/bin",
      "XDG_STATE_HOME": state,
    ]
    variables.merge(environment) { $1 }
    let settings = variables.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }

    var inner: Int32 = -1
    let outer = cpty_open(UInt16(height), UInt16(width), &inner)
    guard outer >= 0 else { throw HarnessError("there is no pseudo-terminal to be had") }
    descriptor = outer
    lineAtStart = try Self.line(of: outer)
    process = withCStrings([path] + arguments) { arguments in
      withCStrings(settings) { settings in cpty_start(inner, arguments, settings) }
    }
    guard process > 0 else { throw HarnessError("\(path) does not start") }
    self.deadline = deadline
    self.answers = answers
    slowLine = bytesPerSecond.map(SlowLine.init)
    screen = EmulatedScreen(width: width, height: height)
  }

  deinit {
    if end == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    if descriptor >= 0 { close(descriptor) }
    try? FileManager.default.removeItem(atPath: state)
  }

  // MARK: What the user does

  /// Types text, or sends the bytes of keys and pointer (`KeyBytes`, `PointerBytes`).
  public func type(_ text: String) throws { try send(Array(text.utf8)) }

  /// Sends bytes as they are.
  public func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    let limit = clock.now + deadline
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if clock.now > limit {
        throw HarnessError("the program reads no more")
      } else {
        read(waiting: 10)
      }
    }
  }

  /// Gives the window another size.
  public func resize(width: Int, height: Int) throws {
    read(waiting: 0)
    screen.resize(width: width, height: height)
    guard cpty_resize(descriptor, UInt16(height), UInt16(width)) == 0 else { throw HarnessError("no resizing") }
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) { kill(process, number) }

  /// Closes the window.
  public func closeWindow() {
    close(descriptor)
    descriptor = -1
  }

  // MARK: What the test sees

  /// Waits until the screen shows `text`.
  public func waitFor(_ text: String) throws {
    try waitFor("the screen to show \"\(text)\"") { $0.text.contains(text) }
  }

  /// Waits until the screen is as described.
  public func waitFor(_ what: String = "a condition", _ condition: (EmulatedScreen) -> Bool) throws {
    let limit = clock.now + deadline
    read(waiting: 0)
    while !condition(screen) {
      guard clock.now < limit else { throw HarnessError("waited in vain for \(what); the screen:\n\(screen.text)") }
      let isOpen = read(waiting: 50)
      if !isOpen, !condition(screen) {
        throw HarnessError("the program ended while waiting for \(what); the screen:\n\(screen.text)")
      }
    }
  }

  /// Waits until a shell whose prompt is `$` asks for the next line.
  public func waitForPrompt() throws {
    try waitFor("the shell's prompt") { screen in
      screen.lines.last { !$0.allSatisfy(\.isWhitespace) }?.filter { !$0.isWhitespace } == "$"
    }
  }

  /// Waits until the program writes something, and leaves it unread.
  public func waitForOutput() throws {
    let limit = clock.now + deadline
    while !canRead(waiting: 50) {
      guard clock.now < limit else { throw HarnessError("the program writes nothing") }
    }
  }

  /// Waits until the program ends.
  ///
  /// - Parameter reading: whether what it still writes is taken from it, as a terminal would.
  public func waitForEnd(reading: Bool = true) throws -> End {
    let limit = clock.now + deadline
    while end == nil {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        let number = status & 0x7f
        end = number == 0 ? .status(status >> 8 & 0xff) : .signal(number)
      } else if clock.now > limit {
        throw HarnessError("the program does not end; the screen:\n\(screen.text)")
      } else if reading {
        read(waiting: 5)
      } else {
        _ = poll(nil, 0, 5)
      }
    }
    while read(waiting: 0), canRead(waiting: 0) {}
    return end ?? .status(0)
  }

  /// The line's present settings, as `stty` would show them.
  public func line() throws -> [UInt32] { try Self.line(of: descriptor) }

  private static func line(of descriptor: Int32) throws -> [UInt32] {
    var numbers = [UInt32](repeating: 0, count: Int(cpty_line_count))
    guard cpty_line_settings(descriptor, &numbers) == 0 else { throw HarnessError("the line cannot be asked") }
    return numbers
  }

  // MARK: Reading

  private func canRead(waiting milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds) > 0 && entry.revents & Int16(POLLIN) != 0
  }

  /// Reads what there is, waiting for it at most so long; returns whether the program still has its terminal.
  @discardableResult
  private func read(waiting milliseconds: Int32) -> Bool {
    guard descriptor >= 0 else {
      _ = poll(nil, 0, milliseconds)
      return false
    }
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return true }
    let most = slowLine?.allowance() ?? 1 << 16
    guard most > 0 else {
      _ = poll(nil, 0, 1)
      return true
    }
    var chunk = [UInt8](repeating: 0, count: most)
    let count = Foundation.read(descriptor, &chunk, chunk.count)
    if count > 0 {
      output += chunk[..<count]
      screen.write(chunk[..<count])
      slowLine?.carried(count)
      let replies = screen.takeReplies()
      if answers { _ = replies.withCString { write(descriptor, $0, strlen($0)) } }
      return true
    }
    return count < 0 && (errno == EAGAIN || errno == EINTR)
  }
}

/// Calls `body` with the strings as C wants them, a null pointer at the end.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  let pointers = copies.map { $0.map { UnsafePointer($0) } } + [nil]
  return pointers.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { preconditionFailure("there is at least the null pointer") }
    return body(base)
  }
}
