import ArgumentParser
import Course
import Datasets
import Foundation
import Playground
import Screen
import Terminal

/// What the shell offers when Tab is pressed.
extension CompletionKind {
  /// What can be opened: names of data sets, lectures and presets, and files.
  static let source = CompletionKind.custom { _, _, start in
    (DatasetCatalog.names + LectureShelf.names + PresetShelf.names + ShippedModels.names).filter { $0.hasPrefix(start) }
      + files(from: start)
  }

  /// The keys of an experiment, up to their values.
  static let assignment = CompletionKind.list(ExperimentKey.all.map { $0.name + "=" })

  static let theme = CompletionKind.list(Theme.Name.allCases.map(\.rawValue))
  static let glyphs = CompletionKind.list(GlyphSet.allCases.map(\.rawValue))
  static let color = CompletionKind.list(ColorRequest.words)

  /// The files and folders whose paths begin so.
  private static func files(from start: String) -> [String] {
    let slash = start.lastIndex(of: "/").map(start.index(after:)) ?? start.startIndex
    let (folder, name) = (String(start[..<slash]), start[slash...])
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return found.filter { $0.hasPrefix(name) && (!$0.hasPrefix(".") || name.hasPrefix(".")) }.sorted().map { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + name, isDirectory: &isFolder)
      return folder + name + (isFolder.boolValue ? "/" : "")
    }
  }
}
