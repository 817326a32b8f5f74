import Glibc
import Words

/// The one place that writes to standard output and standard error.
enum Output {
  private static let standardOutput: Int32 = 1
  private static let standardError: Int32 = 2

  /// Writes a line of results.
  static func line(_ text: String) {
    write(visible(text) + "\n", to: standardOutput)
  }

  /// Writes a drawn screen as it stands, colours and all; whoever drew it made foreign text harmless.
  static func screen(_ text: String) { write(text, to: standardOutput) }

  /// Writes a file's bytes, where standard output is the file.
  static func bytes(_ bytes: [UInt8]) { write(bytes, to: standardOutput) }

  /// What stands for standard input and output in place of a path.
  static let standardPath = "-"

  /// Writes a sentence about what went wrong, or what a reader of the results need not see.
  static func remark(_ text: String) {
    write(visible(text) + "\n", to: standardError)
  }

  /// Rewrites the last line of the terminal on standard error; an empty text takes it away.
  static func progress(_ text: String) {
    let eraseLine = "\r\u{1B}[K"
    write(eraseLine + visible(text), to: standardError)
  }

  /// Whether a person watches standard output.
  static var isTerminal: Bool { isatty(standardOutput) == 1 }

  /// Whether a person watches standard error.
  static var showsProgress: Bool { isatty(standardError) == 1 }

  /// The columns of the terminal on standard error.
  static var progressColumns: Int {
    var size = winsize()
    let usualColumns = 80
    guard ioctl(standardError, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return usualColumns }
    return Int(size.ws_col)
  }

  /// Whether writing just failed because the window was closed. Then there is nobody to tell, and SIGHUP is on its way
  /// to whoever cares.
  private static var isGoneTerminal: Bool {
    guard errno == EIO else { return false }
    var status = stat()
    return fstat(standardOutput, &status) == 0 && status.st_mode & S_IFMT == S_IFCHR
  }

  /// Text from files, links and arguments may hold anything; the terminal is shown it and never obeys it.
  private static func visible(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }.joined(separator: "\n")
  }

  private static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        // Results that nobody gets are no results; of lost remarks nobody can be told.
        guard descriptor == standardOutput, !isGoneTerminal else { return }
        remark("nnplay: Standard output cannot be written (\(String(cString: strerror(errno)))): give it room.")
        exit(ExitStatus.badInput.rawValue)
      }
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
