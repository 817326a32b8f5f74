#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes a file beside its place and then renames it, so that whoever looks finds the old one or the new one, whole.
///
/// - Throws: `DatasetError.cannotWrite`; the old file is then as it was.
package func writeFile(_ bytes: [UInt8], to path: String) throws(DatasetError) {
  let draft = "\(path).\(getpid()).part"
  let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw .cannotWrite(file: path, .init(errno: errno)) }
  var code: Int32 = 0
  bytes.withUnsafeBytes { buffer in
    var offset = 0
    while offset < buffer.count && code == 0 {
      let step = write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      if step >= 0 {
        offset += step
      } else if errno != EINTR {
        code = errno
      }
    }
  }
  if code == 0 && fsync(descriptor) != 0 { code = errno }
  if close(descriptor) != 0 && code == 0 { code = errno }
  if code == 0 && rename(draft, path) != 0 { code = errno }
  guard code == 0 else {
    unlink(draft)
    throw .cannotWrite(file: path, .init(errno: code))
  }
}
