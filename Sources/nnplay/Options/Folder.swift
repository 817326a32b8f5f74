import Glibc

/// The folder that a file is to be written to.
enum Folder {
  /// Makes sure before a long run that its results can be kept.
  static func check(of path: String) throws {
    var status = stat()
    guard !path.isEmpty, stat(path, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR else {
      throw BadInput("\"\(path)\" names no file: give the path of a file to write.")
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard access(folder, W_OK) == 0 else {
      throw BadInput(
        "\(path) cannot be written (\(String(cString: strerror(errno)))): give a file in a folder of yours.")
    }
  }
}
