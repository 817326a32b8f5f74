import Datasets
import Foundation
import Playground

/// A file that is to be opened, told by what stands in it: its name need not say what it is.
enum SourceFile {
  /// Keys and values in YAML, or JSON.
  case experiment
  /// A model that was saved here.
  case model
  /// Rows of numbers and words.
  case table
  /// Pictures or labels in IDX.
  case pictures
  /// A link that somebody kept.
  case link(String)

  /// So much of a file tells what it is.
  private static let sample = 4096

  /// Looks into a file; nil for a folder, a pipe, or what cannot be opened, of which others say what is wrong.
  init?(_ path: String) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
      let file = FileHandle(forReadingAtPath: path), (try? file.seekToEnd()) ?? 0 > 0
    else { return nil }
    try? file.seek(toOffset: 0)
    let head = [UInt8]((try? file.read(upToCount: Self.sample)) ?? Data())
    if Self.isSafeTensors(head) {
      self = .model
    } else if head.starts(with: [0, 0, 8]) {
      self = .pictures
    } else {
      self = Self.text(String(decoding: head, as: UTF8.self), path)
    }
  }

  /// Eight bytes say how long the header is, which is an object of JSON.
  private static func isSafeTensors(_ head: [UInt8]) -> Bool {
    head.count > 8 && head[7] == 0 && head[8] == UInt8(ascii: "{")
  }

  private static func text(_ text: String, _ path: String) -> SourceFile {
    if [".yaml", ".yml", ".json"].contains(where: path.hasSuffix) { return .experiment }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    if let link = lines.first(where: { $0.contains(PlaygroundLink.page) }) { return .link(link) }
    let first = lines.first { !$0.isEmpty && !$0.hasPrefix("#") } ?? ""
    let key = first.prefix { $0 != ":" }
    let isKey = key.count < first.count && (try? ExperimentKey.named(String(key))) != nil
    return isKey || first.isEmpty ? .experiment : .table
  }
}
