import Glibc

/// Reads files whole, up to a bound: a path may name a disk image, or a device that never ends.
///
/// A pipe and standard input, which is called `-`, are read to their end.
package enum BoundedFile {
  /// Why a file could not be read, in words that end the sentence "… cannot be read:".
  package struct Failure: Error {
    /// The words: the system's own, or what is wrong with the file.
    package let reason: String
    /// Whether there is nothing wrong with the file but that it is larger than what is read.
    package let isTooLarge: Bool

    fileprivate init(reason: String, isTooLarge: Bool = false) {
      self.reason = reason
      self.isTooLarge = isTooLarge
    }
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

  /// The text of the file at `path`, in UTF-8 or, with its mark, in UTF-16; a byte order mark is no part of it.
  ///
  /// - Throws: `Failure` as `read`, and for what is no text.
  package static func readText(_ path: String, limit: Int) throws(Failure) -> String {
    let bytes = try read(path, limit: limit)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isBigEndian = bytes[0] == 0xFE
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
        let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
      }
      guard let text = String(validating: units, as: UTF16.self) else {
        throw Failure(reason: "it is not whole UTF-16")
      }
      return text
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    guard let text = String(validating: text, as: UTF8.self) else {
      throw Failure(reason: text.contains(0) ? "it is no text" : "it is not text in UTF-8, and must be saved so")
    }
    return text
  }

  /// What the system says of the last call that failed.
  static func lastError() -> String { String(cString: strerror(errno)) }

  private static func tooLarge(_ limit: Int) -> Failure {
    Failure(reason: "it is larger than \(limit >> 20) MB, the most that is read", isTooLarge: true)
  }
}

/// `read(2)`, which the enumeration's own `read` hides.
private func readBlock(_ descriptor: Int32, _ block: inout [UInt8]) -> Int {
  read(descriptor, &block, block.count)
}
