import Glibc

/// This program, started anew on a terminal of its own, with its output read, and its question whether all was done
/// answered, as a terminal would.
final class WatchedProgram {
  /// What came in one go: a frame, as nothing follows it for a moment.
  struct Burst {
    let text: [UInt8]
    /// When its last byte came.
    let end: ContinuousClock.Instant

    func contains(_ wanted: String) -> Bool {
      let wanted = Array(wanted.utf8)
      guard text.count >= wanted.count else { return false }
      return (0...text.count - wanted.count).contains { text[$0..<$0 + wanted.count].elementsEqual(wanted) }
    }
  }

  /// The size that every figure of the screen is about.
  private static let columns: UInt16 = 120
  private static let rows: UInt16 = 40
  /// Frames are further apart than this, the pieces of one frame closer together.
  private static let pause: Int32 = 4

  /// The program's process.
  let processID: pid_t
  private let descriptor: Int32
  private let clock = ContinuousClock()
  private var hasEnded = false
  /// How much of a question has come.
  private var asked = 0

  /// Starts the program.
  ///
  /// - Parameter arguments: what follows its name.
  /// - Throws: ``BadInput`` when the system gives no terminal or starts no program.
  init(_ arguments: [String]) throws {
    var size = winsize(ws_row: Self.rows, ws_col: Self.columns, ws_xpixel: 0, ws_ypixel: 0)
    var ours: Int32 = -1
    var theirs: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&ours, &theirs, nil, nil, &size) == 0, ttyname_r(theirs, &name, name.count) == 0 else {
      throw BadInput("The system gives no pseudo-terminal, which start, memory, frame and key are measured on.")
    }
    defer { close(theirs) }
    descriptor = ours
    for end in [ours, theirs] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    processID = try Self.spawn(
      arguments, terminal: String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  deinit {
    _ = end()
    close(descriptor)
  }

  /// Types on the program's keyboard.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  /// The next burst of output, or nil if none begins in time.
  func nextBurst(within seconds: Double) -> Burst? {
    var text: [UInt8] = []
    var end = clock.now
    var patience = Int32(seconds * 1000)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var wish = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wish, 1, patience) > 0 else { break }
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      end = clock.now
      text += buffer[..<count]
      answerQuestions(in: buffer[..<count])
      patience = Self.pause
    }
    return text.isEmpty ? nil : Burst(text: text, end: end)
  }

  /// DSR, and what a terminal answers that is ready (ECMA-48).
  private static let question = Array("\u{1b}[5n".utf8)
  private static let answer = "\u{1b}[0n"

  /// Says that all is done, once for each time it was asked.
  private func answerQuestions(in bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      asked = byte == Self.question[asked] ? asked + 1 : byte == Self.question[0] ? 1 : 0
      guard asked == Self.question.count else { continue }
      asked = 0
      type(Self.answer)
    }
  }

  /// The first burst that contains a text, or nil if none does in time.
  func burst(containing text: String, within seconds: Double) -> Burst? {
    let deadline = clock.now + .seconds(seconds)
    while clock.now < deadline {
      if let burst = nextBurst(within: 0.1), burst.contains(text) { return burst }
    }
    return nil
  }

  /// Seconds of processor time that the program's first thread, the screen's, has had; nil where the system does not
  /// tell.
  var screenSeconds: Double? {
    guard let file = fopen("/proc/\(processID)/task/\(processID)/schedstat", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 128)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let nanoseconds = line.prefix { $0 != 0x20 }.map { UInt8(bitPattern: $0) }
    return Double(String(decoding: nanoseconds, as: UTF8.self)).map { $0 * 1e-9 }
  }

  /// Waits for the program to end by itself; returns its largest resident size in bytes.
  func waitForEnd() -> Int {
    while nextBurst(within: 0.1) != nil || !isOver {}
    return peak
  }

  /// Ends the program if it is still there.
  func end() -> Int {
    if !hasEnded {
      kill(processID, SIGTERM)
      while !isOver { _ = nextBurst(within: 0.01) }
    }
    return peak
  }

  private var peak = 0

  private var isOver: Bool {
    if hasEnded { return true }
    var status: Int32 = 0
    var usage = rusage()
    hasEnded = wait4(processID, &status, WNOHANG, &usage) == processID
    let unit = 1024
    if hasEnded { peak = usage.ru_maxrss * unit }
    return hasEnded
  }

  private static func spawn(_ arguments: [String], terminal: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The first terminal that the leader of a session opens becomes its own.
    posix_spawnattr_setflags(&attributes, Self.newSession)
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var words = ([ownPath] + arguments).map { strdup($0) } + [nil]
    // A user's settings would change what is measured, and so would runs that were cut off.
    let variables = [
      "TERM=xterm-256color", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=/nonexistent", "XDG_STATE_HOME=/dev/null",
    ]
    var environment = variables.map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, ownPath, &actions, &attributes, &words, &environment)
    guard failure == 0 else {
      throw BadInput("\(ownPath) cannot be started again: \(String(cString: strerror(failure))).")
    }
    return process
  }

  /// POSIX_SPAWN_SETSID, which C's headers show only on request.
  private static let newSession: Int16 = 0x80

  /// Where this program lies.
  private static var ownPath: String {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    guard count > 0 else { return CommandLine.arguments[0] }
    return String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
