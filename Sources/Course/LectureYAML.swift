import Playground
import Yams

/// The keys and values of a small YAML block, each with its line in the lecture's file.
struct LectureYAML {
  struct Entry {
    let key: String
    let value: Node
    /// The line in the file, counted from 1.
    let line: Int
  }

  /// Why a block cannot be read, and where in the file.
  struct Problem: Error {
    let line: Int
    let sentence: String
  }

  let entries: [Entry]

  /// Reads a block whose first line is line `firstLine` of the file.
  init(_ text: String, firstLine: Int) throws(Problem) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw Self.problem(error, firstLine: firstLine)
    }
    guard let root, !text.trimmed.isEmpty else {
      entries = []
      return
    }
    guard case .mapping(let mapping) = root else {
      throw Problem(line: firstLine, sentence: LectureSentence.yaml("no key: value pairs"))
    }
    entries = mapping.map { key, value in
      Entry(key: key.string ?? "?", value: value, line: firstLine + (key.mark?.line ?? 1) - 1)
    }
  }

  private static func problem(_ error: any Error, firstLine: Int) -> Problem {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return Problem(line: firstLine + mark.line - 1, sentence: LectureSentence.yaml(problem))
    default:
      let reason = "\(error)".prefix { $0 != "\n" }
      return Problem(line: firstLine, sentence: LectureSentence.yaml(String(reason)))
    }
  }
}

extension Node {
  /// The value as it would be written on one line: `4`, `[4, 2]`.
  var oneLine: String? {
    switch self {
    case .scalar(let scalar): scalar.string
    case .sequence(let sequence):
      sequence.contains { $0.scalar == nil }
        ? nil : "[\(sequence.compactMap(\.scalar?.string).joined(separator: ", "))]"
    case .mapping, .alias: nil
    }
  }

  /// The texts of a list, or of a single value taken as a list of one.
  var texts: [String]? {
    switch self {
    case .scalar(let scalar): [scalar.string]
    case .sequence(let sequence):
      sequence.contains { $0.scalar == nil } ? nil : sequence.compactMap(\.scalar?.string)
    case .mapping, .alias: nil
    }
  }
}
