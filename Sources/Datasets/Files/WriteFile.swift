import Glibc

/// Writes a file beside its place, has it put on the disk and renames it, so that whoever looks finds the old one or the new
/// one, whole.
///
/// A file keeps its mode, and a link stays one: what it leads to is replaced. A device or a pipe (`/dev/stdout`) is written
/// as it stands: a file in its place would take it away.
///
/// - Throws: `DatasetError.cannotWrite`; the old file is then as it was.
package func writeFile(_ bytes: [UInt8], to path: String) throws(DatasetError) {
  var status = stat()
  let isThere = stat(path, &status) == 0
  if isThere, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) { return try writeStream(bytes, to: path) }
  let place = end(ofLinks: path)
  let draft = "\(place).\(getpid()).part"
  // What a process of the same number left behind when it was killed.
  unlink(draft)
  let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw .cannotWrite(file: path, .init(errno: errno)) }
  // Some file systems have one mode for all.
  if isThere { _ = fchmod(descriptor, status.st_mode & 0o7777) }
  var code = writeAll(bytes, to: descriptor)
  if code == 0 && fsync(descriptor) != 0 { code = errno }
  if close(descriptor) != 0 && code == 0 { code = errno }
  if code == 0 && rename(draft, place) != 0 { code = errno }
  guard code == 0 else {
    unlink(draft)
    throw .cannotWrite(file: path, .init(errno: code))
  }
  syncFolder(of: place)
}

/// Writes what is no file as it stands.
private func writeStream(_ bytes: [UInt8], to path: String) throws(DatasetError) {
  let descriptor = open(path, O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .cannotWrite(file: path, .init(errno: errno)) }
  var code = writeAll(bytes, to: descriptor)
  if close(descriptor) != 0 && code == 0 { code = errno }
  guard code == 0 else { throw .cannotWrite(file: path, .init(errno: code)) }
}

/// The path's folder, with the slash at its end; empty for a name alone.
private func folder(of path: String) -> Substring { path.lastIndex(of: "/").map { path[...$0] } ?? "" }

/// Where links lead, one after the other; also where nothing is there yet.
private func end(ofLinks path: String) -> String {
  var place = path
  // The system follows as many.
  for _ in 0..<40 {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(place, &buffer, buffer.count)
    guard count > 0 else { break }
    let target = String(decoding: buffer[..<count], as: UTF8.self)
    place = target.hasPrefix("/") ? target : folder(of: place) + target
  }
  return place
}

/// Has the new name put on the disk; where that cannot be, the file is there all the same until the power fails.
private func syncFolder(of path: String) {
  let folder = folder(of: path)
  let descriptor = open(folder.isEmpty ? "." : String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  fsync(descriptor)
  close(descriptor)
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
