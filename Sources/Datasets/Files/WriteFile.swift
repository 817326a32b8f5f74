import Glibc

/// Writes a file beside its place and then renames it, so that whoever looks finds the old one or the new one, whole.
///
/// A device or a pipe (`/dev/stdout`) is written as it stands: a file in its place would take it away.
///
/// - Throws: `DatasetError.cannotWrite`; the old file is then as it was.
package func writeFile(_ bytes: [UInt8], to path: String) throws(DatasetError) {
  if isStream(path) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotWrite(file: path, .init(errno: errno)) }
    var code = writeAll(bytes, to: descriptor)
    if close(descriptor) != 0 && code == 0 { code = errno }
    guard code == 0 else { throw .cannotWrite(file: path, .init(errno: code)) }
    return
  }
  let draft = "\(path).\(getpid()).part"
  let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw .cannotWrite(file: path, .init(errno: errno)) }
  var code = writeAll(bytes, to: descriptor)
  if code == 0 && fsync(descriptor) != 0 { code = errno }
  if close(descriptor) != 0 && code == 0 { code = errno }
  if code == 0 && rename(draft, path) != 0 { code = errno }
  guard code == 0 else {
    unlink(draft)
    throw .cannotWrite(file: path, .init(errno: code))
  }
}

/// Whether something stands there that is neither a file nor a folder.
private func isStream(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
}

/// Writes everything, and returns 0 or why not.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var offset = 0
    while offset < buffer.count {
      let step = write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      if step >= 0 {
        offset += step
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
