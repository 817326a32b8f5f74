import Glibc
import Playground
import Words

/// A search's journal with the file that it is kept in; every line is written when its trial is over.
struct SearchStore: Sendable {
  let path: String
  private(set) var journal: SearchJournal
  private let file: Int32

  /// Opens the file of a search: a new one, or where it is resumed one that is there.
  ///
  /// - Throws: `BadInput` for a file that is there and not to be resumed, that is of another search, or that cannot be
  ///   written; `ExperimentError` for one that cannot be read.
  init(_ fresh: SearchJournal, at path: String, isResumed: Bool) throws {
    self.path = path
    try Folder.check(of: path)
    let exists = TextFile.exists(path)
    guard exists == false || isResumed else {
      throw BadInput(
        "\(path) has the trials of an earlier search: --resume goes on with it, --store names another file.")
    }
    journal = exists ? try SearchJournal(path: path) : fresh
    guard journal.search == fresh.search, journal.shard == fresh.shard else {
      throw BadInput("\(path) has the trials of another search than this one: --store names another file.")
    }
    file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    // What a program that was killed had begun to write goes.
    guard file >= 0, ftruncate(file, off_t(journal.length)) == 0 else {
      throw BadInput("\(path) cannot be written (\(String(cString: strerror(errno)))): name another file with --store.")
    }
    if !exists { try write(journal.head) }
  }

  /// Keeps a trial that is over.
  ///
  /// - Returns: its line.
  /// - Throws: `BadInput` when the file takes no more.
  mutating func keep(_ trial: Trial, _ end: Trial.End, seconds: Double) throws -> String {
    let line = journal.add(trial, end, seconds: seconds)
    try write(line)
    return line
  }

  private func write(_ line: String) throws {
    var rest = Array((line + "\n").utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(file, $0) }
      guard written > 0 || errno == EINTR else {
        throw BadInput(
          "\(path) cannot be written (\(String(cString: strerror(errno)))): give it room, and go on with --resume.")
      }
      rest = rest.dropFirst(max(0, written))
    }
  }
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(file, bytes.baseAddress, bytes.count)
}
