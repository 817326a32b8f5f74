import Glibc

/// Bytes as they lie on disk or in the program, read once from front to back.
final class StoredBytes {
  /// What to call them in an error: a path, or the name of what is built in.
  let name: String
  /// How many there are; 0 for a stream, of which that is not known.
  let count: Int
  /// Whether they come from a pipe or a device.
  var isStream: Bool {
    if case .stream = origin { true } else { false }
  }

  private enum Origin {
    case file(descriptor: Int32)
    case stream(descriptor: Int32)
    case constant(UnsafeRawBufferPointer)
  }
  private let origin: Origin
  private var offset = 0
  /// What was looked at of a stream and not yet read.
  private var ahead: [UInt8] = []

  /// What stands for standard input.
  static let standardInput = "-"

  /// Opens a file.
  ///
  /// - Parameter orStream: whether a pipe or a device will do, whose size is not known and which is read once.
  /// - Throws: `DatasetError.cannotRead` if there is no such file, it is no regular one, or it may not be opened.
  init(path: String, orStream: Bool = false) throws(DatasetError) {
    let isStandardInput = orStream && path == Self.standardInput
    // O_NONBLOCK: to open a pipe that nobody writes to must not hang.
    let descriptor = isStandardInput ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .cannotRead(file: path, .init(errno: errno)) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      close(descriptor)
      throw .cannotRead(file: path, .notAFile)
    }
    name = isStandardInput ? "standard input" : path
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      count = Int(status.st_size)
      origin = .file(descriptor: descriptor)
    case S_IFIFO where orStream, S_IFCHR where orStream, S_IFSOCK where orStream:
      guard isatty(descriptor) == 0 else {
        close(descriptor)
        throw .cannotRead(file: path, .keyboard)
      }
      // Whoever writes may take their time.
      if !isStandardInput { _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK) }
      count = 0
      origin = .stream(descriptor: descriptor)
    case _:
      close(descriptor)
      throw .cannotRead(file: path, .notAFile)
    }
  }

  /// Wraps bytes that live as long as the program does.
  init(name: String, constant bytes: UnsafeRawBufferPointer) {
    self.name = name
    count = bytes.count
    origin = .constant(bytes)
  }

  deinit {
    switch origin {
    case .file(let descriptor), .stream(let descriptor): close(descriptor)
    case .constant: break
    }
  }

  /// The first bytes, without moving on; fewer than asked if there are fewer.
  func peek(_ wanted: Int) throws(DatasetError) -> [UInt8] {
    switch origin {
    case .constant(let bytes):
      return Array(bytes.prefix(wanted))
    case .file(let descriptor):
      var bytes = [UInt8](repeating: 0, count: wanted)
      let got = pread(descriptor, &bytes, wanted, 0)
      guard got >= 0 else { throw .cannotRead(file: name, .init(errno: errno)) }
      return Array(bytes.prefix(got))
    case .stream(let descriptor):
      while ahead.count < wanted {
        var byte: UInt8 = 0
        let got = try withUnsafeMutableBytes(of: &byte) { (buffer) throws(DatasetError) in
          try next(descriptor, buffer)
        }
        if got == 0 { break }
        ahead.append(byte)
      }
      guard !ahead.isEmpty else { throw .cannotRead(file: name, .nothingComes) }
      return Array(ahead.prefix(wanted))
    }
  }

  /// Reads some bytes into `buffer` and returns how many; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    switch origin {
    case .constant(let bytes):
      let step = min(buffer.count, bytes.count - offset)
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + step]))
      offset += step
      return step
    case .file(let descriptor):
      while true {
        let step = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
        if step >= 0 {
          offset += step
          return step
        }
        guard errno == EINTR else { throw .cannotRead(file: name, .init(errno: errno)) }
      }
    case .stream(let descriptor):
      guard ahead.isEmpty else {
        let step = min(buffer.count, ahead.count)
        buffer.copyBytes(from: ahead[..<step])
        ahead.removeFirst(step)
        return step
      }
      return try next(descriptor, buffer)
    }
  }

  /// What a stream has next; 0 at its end.
  private func next(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    while true {
      let step = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if step >= 0 { return step }
      guard errno == EINTR else { throw .cannotRead(file: name, .init(errno: errno)) }
    }
  }
}

/// Whether there is something at `path`, readable or not.
func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 }

extension DatasetError.FileProblem {
  /// The problem behind a system error number.
  init(errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .missing
    case EACCES, EPERM: self = .forbidden
    case EISDIR: self = .notAFile
    default: self = .system(String(cString: strerror(code)))
    }
  }
}
