import Datasets
import Dispatch
import Foundation
import Interface
import Playground
import Synchronization

/// The place where a playground keeps its run while it is open, so that the next start can go on with it if the program is cut
/// off.
///
/// `$XDG_STATE_HOME/nnplay/run-N.safetensors`, else in `~/.local/state`; N is the first number that nobody has. Who has a number
/// holds a lock on `run-N.lock`, of which the system lets go however the program ends: a run whose lock is free was left
/// behind. The run is written on a thread of its own.
final class KeptRun: Sendable {
  /// The model with all that going on takes.
  let path: String
  private let lock: Int32
  private let thread = DispatchQueue(label: "kept run")
  private let progress = Mutex(Progress())

  private struct Progress {
    var isWriting = false
    /// How long the last one took.
    var seconds = 0.0
    var writes = 0
    var failure: String?
  }

  /// More playgrounds at once nobody has.
  private static let numbers = 1...99

  private static var folder: String {
    let environment = ProcessInfo.processInfo.environment
    let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (state ?? (environment["HOME"] ?? "") + "/.local/state") + "/nnplay"
  }

  private init(_ path: String, lock: Int32) {
    self.path = path
    self.lock = lock
  }

  private static func path(_ number: Int) -> String { "\(folder)/run-\(number).safetensors" }

  /// Takes a number; nil where somebody has it.
  private static func place(_ number: Int) throws(BadInput) -> KeptRun? {
    let file = "\(folder)/run-\(number).lock"
    let lock = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else {
      let reason = String(cString: strerror(errno))
      throw BadInput("\(file) cannot be written (\(reason)): let XDG_STATE_HOME name another place.")
    }
    if flock(lock, LOCK_EX | LOCK_NB) == 0 { return KeptRun(path(number), lock: lock) }
    close(lock)
    return nil
  }

  deinit { close(lock) }

  /// A place of one's own.
  ///
  /// - Throws: `BadInput` where nothing can be kept, and why.
  static func claimed() throws(BadInput) -> KeptRun {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw BadInput("\(folder) cannot be made: let XDG_STATE_HOME name another place.")
    }
    for number in numbers {
      if let place = try place(number), !TextFile.exists(place.path) { return place }
    }
    throw BadInput("\(folder) holds \(numbers.count) runs already: take away those that are not wanted.")
  }

  /// The last run that was left behind, if there is one; while it is held nobody else finds it.
  static func leftBehind() -> KeptRun? {
    let found = numbers.filter { TextFile.exists(path($0)) }
    let newestFirst = found.map { (number: $0, time: time(of: path($0))) }.sorted { $0.time > $1.time }
    return newestFirst.lazy.compactMap { try? place($0.number) }.first
  }

  private static func time(of path: String) -> Date {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.modificationDate] as? Date ?? .distantPast
  }

  /// What is offered of it; nil where the file is of no run that could go on.
  var offer: CutOffRun? {
    guard let model = try? Model(path: path), let training = model.training else { return nil }
    return CutOffRun(
      path: path, experiment: model.experiment, epoch: training.epoch,
      time: Self.words(of: -Self.time(of: path).timeIntervalSinceNow))
  }

  private static func words(of seconds: Double) -> String {
    let units: [(length: Double, name: String)] = [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
    let unit = units.first { seconds >= $0.length } ?? (1, "second")
    let count = max(1, Int(min(seconds / unit.length, 1e6)))
    return "\(count) \(unit.name)\(count == 1 ? "" : "s") ago"
  }

  // MARK: - Writing

  /// Writes the run as a picture has it, unless the one before is still being written.
  func keep(_ snapshot: Snapshot) {
    let isFree = progress.withLock { progress in
      defer { progress.isWriting = true }
      return !progress.isWriting
    }
    guard isFree else { return }
    thread.async { [self] in
      let start = secondsNow()
      let failure = write(snapshot)
      let seconds = secondsNow() - start
      progress.withLock {
        $0 = Progress(seconds: seconds, writes: $0.writes + (failure == nil ? 1 : 0), failure: failure)
      }
    }
  }

  /// Writes the run, and returns why it could not be done.
  private func write(_ snapshot: Snapshot) -> String? {
    do throws(ModelError) {
      try Model(snapshot).write(to: path)
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// Whether a run is on its way to the file.
  var isWriting: Bool { progress.withLock(\.isWriting) }
  /// How many times a run was put into the file.
  var writes: Int { progress.withLock(\.writes) }
  /// Why the last one could not be written.
  var failure: String? { progress.withLock(\.failure) }
  /// How long writing it takes, in seconds.
  var seconds: Double { progress.withLock(\.seconds) }

  /// Waits until nothing is being written.
  func finish() { thread.sync {} }

  /// Takes the run away: it was saved, or is not wanted.
  func forget() {
    finish()
    unlink(path)
  }
}
