import Datasets
import Foundation

/// Whole text files: scripts in, saved screens out.
enum TextFile {
  /// No script is longer.
  private static let largest = 10_000_000

  /// Whether there is anything of that name.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func read(_ path: String) throws -> String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let size = attributes?[.size] as? Int else { throw BadInput("There is no file \"\(path)\".") }
    guard size <= largest else {
      throw BadInput("\"\(path)\" holds \(size) bytes: more than any script, which is a mistake.")
    }
    guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
      throw BadInput("\"\(path)\" cannot be read as UTF-8 text.")
    }
    return text
  }

  static func write(_ text: String, to path: String) throws {
    try writeFile(Array(text.utf8), to: path)
  }
}
