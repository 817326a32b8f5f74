import Datasets
import Foundation

/// A folder that is gone when the test is over.
final class Scratch {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "nnplay-datasets-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Where a file of that name would be.
  func path(_ name: String) -> String { folder + "/" + name }

  /// Puts a file there and returns its path.
  @discardableResult
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: path(name)))
    return path(name)
  }

  /// Puts a text file there and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(text.utf8, to: name) }

  /// What the reader says of bad input, with the folder's own name left out.
  func sentence(_ read: () throws(DatasetError) -> some Any) -> String {
    do throws(DatasetError) {
      _ = try read()
      return "no error"
    } catch {
      return error.description.replacingOccurrences(of: folder + "/", with: "")
    }
  }
}
