import Datasets
import Foundation
import Playground
import Words

/// Whole text files: scripts in, saved screens out.
enum TextFile {
  /// No script and no settings are longer.
  private static let largest = 1 << 20

  /// Whether there is anything of that name.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether a path stands for standard input, a pipe or a device.
  static func isStream(_ path: String) -> Bool {
    if path == Output.standardPath { return true }
    let kind = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    return path.hasPrefix("/dev/") || path.hasPrefix("/proc/") || kind == .typeUnknown || kind == .typeCharacterSpecial
  }

  static func read(_ path: String) throws -> String {
    do throws(BoundedFile.Failure) {
      return try BoundedFile.readText(path, limit: largest)
    } catch {
      let remedy = error.isTooLarge ? "give a part of it" : "check the path"
      throw BadInput("\(quoted(path)) cannot be read (\(error.reason)): \(remedy).")
    }
  }

  static func write(_ text: String, to path: String) throws {
    try writeFile(Array(text.utf8), to: path)
  }
}
