import Datasets
import Foundation
import Interface
import Playground

/// A file that is to be opened, told by what stands in it: its name need not say what it is.
enum SourceFile {
  /// Keys and values in YAML, or JSON.
  case experiment
  /// A model that was saved here.
  case model
  /// Rows of numbers and words.
  case table
  /// Pictures in IDX.
  case pictures
  /// Labels in IDX.
  case labels
  /// A link that somebody kept.
  case link(String)

  /// So much of a file tells what it is.
  private static let sample = 4096

  /// Looks into a file; nil for a folder, a pipe, or what cannot be opened, of which others say what is wrong.
  init?(_ path: String) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
      let head = Self.head(of: path), !head.isEmpty
    else { return nil }
    if Self.isSafeTensors(head) {
      self = .model
    } else if let sizes = IDX.sizes(of: path) {
      self = sizes.count == 3 ? .pictures : .labels
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
    if let link = link(in: text) { return .link(link) }
    return beginsWithKey(text) ? .experiment : .table
  }

  /// The link that a text holds: the line that names the page, or the only one, if that is an address.
  static func link(in text: String) -> String? {
    let lines = lines(text).filter { !$0.isEmpty }
    if let named = lines.first(where: { $0.contains(PlaygroundLink.page) }) { return named }
    guard lines.count == 1, PlaygroundLink.isLink(lines[0]), !lines[0].hasPrefix("# ") else { return nil }
    return lines[0]
  }

  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// Whether the first line that says something names a key of an experiment; a file of remarks alone says nothing else.
  private static func beginsWithKey(_ text: String) -> Bool {
    guard let first = lines(text).first(where: { !$0.isEmpty && !$0.hasPrefix("#") }) else { return true }
    let key = first.prefix { $0 != ":" }
    return key.count < first.count && (key == "points" || (try? ExperimentKey.named(String(key))) != nil)
  }

  private static func head(of path: String) -> [UInt8]? {
    // Opening a pipe that nobody writes to would hang.
    guard !TextFile.isStream(path), let file = FileHandle(forReadingAtPath: path) else { return nil }
    return (try? file.read(upToCount: sample)).map { [UInt8]($0) }
  }
}

extension SourceFile {
  /// The endings of files that are looked into for a list.
  private static let endings = [
    ".yaml", ".yml", ".safetensors", ".csv", ".tsv", ".data", ".url", ".md", "-ubyte", ".gz",
  ]
  /// A list of more is no help.
  private static let most = 500

  /// The files of this folder that can be opened, in the order of their names.
  static func found() -> [FoundFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? []
    let likely = names.filter { name in !name.hasPrefix(".") && endings.contains(where: name.hasSuffix) }
    return likely.sorted().prefix(most).compactMap { name in kind(of: name).map { FoundFile(path: name, kind: $0) } }
  }

  /// What a file is, for a list; nil for what cannot be opened, though it is called so.
  private static func kind(of name: String) -> String? {
    let text = String(decoding: head(of: name) ?? [], as: UTF8.self)
    // Lectures begin with lines between dashes that say what they are called.
    if name.hasSuffix(".md") { return text.hasPrefix("---") ? "lecture" : nil }
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return beginsWithKey(text) ? "experiment" : nil }
    return SourceFile(name)?.word
  }

  /// What it is, for a list; nil for what cannot be opened.
  private var word: String? {
    switch self {
    case .experiment: "experiment"
    case .model: "model"
    case .table: "table"
    case .link: "link"
    case .pictures: "pictures"
    case .labels: nil
    }
  }
}
