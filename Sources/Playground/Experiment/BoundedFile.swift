import Glibc

/// Reads files whole, up to a bound: a path may name a disk image, or a device that never ends.
///
/// A pipe and standard input, which is called `-`, are read to their end.
package enum BoundedFile {
  /// Why a file could not be read, in words that end the sentence "… cannot be read:".
  package struct Failure: Error {
    /// The words: the system's own, or what is wrong with the file.
    package let reason: String
  }

  /// The bytes of the file at `path`.
  ///
  /// - Throws: `Failure` when the file cannot be opened or read, or is larger than `limit` bytes.
  package static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    // O_NONBLOCK: opening a pipe that nobody writes to must not hang.
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(reason: lastError()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(reason: lastError()) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFIFO, S_IFSOCK, S_IFCHR:
      guard isatty(descriptor) == 0 else { throw Failure(reason: "it is the keyboard") }
      // Whoever writes may take their time.
      if path != "-" { _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK) }
    case _: throw Failure(reason: "it is no regular file")
    }
    guard status.st_size <= limit else { throw tooLarge(limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = readBlock(descriptor, &block)
      guard count >= 0 else { throw Failure(reason: lastError()) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: block[..<count])
      guard bytes.count <= limit else { throw tooLarge(limit) }
    }
  }

  /// What the system says of the last call that failed.
  static func lastError() -> String { String(cString: strerror(errno)) }

  private static func tooLarge(_ limit: Int) -> Failure {
    Failure(reason: "it is larger than \(limit >> 20) MB, the most that is read")
  }
}

/// `read(2)`, which the enumeration's own `read` hides.
private func readBlock(_ descriptor: Int32, _ block: inout [UInt8]) -> Int {
  read(descriptor, &block, block.count)
}
