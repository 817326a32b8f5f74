import Words
import Yams

/// Keys and values in YAML, each with its line: experiments, lectures' blocks and the user's settings are written so.
///
/// An alias stands for all that its anchor names, so n of them can make a text exp(n/e) times as long, and a few lines can
/// fill the memory: only a few are read.
package struct YAML {
  /// A key with its value.
  package struct Entry {
    /// The key's name.
    package let key: String
    /// What stands after the colon, or below it.
    package let value: Value
    /// The line in the file, counted from 1.
    package let line: Int
  }

  /// What a key may have.
  package enum Value {
    /// A text, as it stands between blanks or quotes.
    case word(String)
    /// Values in brackets, or a line each.
    case list([Value])
    /// Keys with values of their own.
    case keys([Entry])
  }

  /// Why a text cannot be read, and where.
  package struct Problem: Error {
    /// The line in the file, counted from 1.
    package let line: Int
    /// What is wrong there, in words that end a sentence.
    package let reason: String
  }

  /// The most aliases that are read.
  private static let mostAliases = 8
  /// The most keys that stand under one: more than any that the program knows.
  private static let mostKeys = 1000

  /// The keys in the order of the text; none where the text says nothing.
  package let entries: [Entry]

  /// Reads a text whose first line is line `firstLine` of the file.
  ///
  /// - Throws: `Problem` for text that is not YAML, and for YAML that is not keys with values.
  package init(_ text: String, firstLine: Int = 1) throws(Problem) {
    guard Self.count(of: "*", in: text) <= Self.mostAliases || Self.count(of: "&", in: text) == 0 else {
      throw Problem(line: firstLine, reason: "there are more than \(Self.mostAliases) aliases; write the values out")
    }
    let root: Node?
    do {
      // What kind of value a text is, its key knows.
      root = try compose(yaml: text, .basic)
    } catch {
      let (line, reason) = Self.tab(in: text) ?? Self.explain(error)
      throw Problem(line: firstLine + line - 1, reason: reason)
    }
    guard let root, root.null == nil else {
      entries = []
      return
    }
    guard case .mapping(let mapping) = root else { throw Problem(line: firstLine, reason: "there are no keys") }
    entries = try Self.entries(of: mapping, firstLine: firstLine)
  }

  private static func entries(of mapping: Node.Mapping, firstLine: Int) throws(Problem) -> [Entry] {
    guard mapping.count <= mostKeys else {
      throw Problem(
        line: firstLine + (mapping.mark?.line ?? 1) - 1,
        reason: "there are \(grouped(mapping.count)) keys where \(grouped(mostKeys)) is the most")
    }
    var entries: [Entry] = []
    for (key, value) in mapping {
      let line = firstLine + ((key.mark ?? value.mark)?.line ?? 1) - 1
      guard let name = key.scalar?.string else { throw Problem(line: line, reason: "a key is no name") }
      entries.append(Entry(key: name, value: try Self.value(of: value, firstLine: firstLine), line: line))
    }
    return entries
  }

  private static func value(of node: Node, firstLine: Int) throws(Problem) -> Value {
    switch node {
    case .scalar(let scalar):
      // The line end that a block of text keeps is no part of a value.
      let isBlock = scalar.style == .literal || scalar.style == .folded
      return .word(isBlock ? scalar.string.trimmed : scalar.string)
    case .mapping(let mapping): return .keys(try entries(of: mapping, firstLine: firstLine))
    case .sequence(let sequence):
      var values: [Value] = []
      for node in sequence { values.append(try value(of: node, firstLine: firstLine)) }
      return .list(values)
    case .alias:
      throw Problem(line: firstLine + (node.mark?.line ?? 1) - 1, reason: "an alias stands where a value is needed")
    }
  }

  /// How often a text has a mark ahead of a name, as anchors (`&name`) and aliases (`*name`) have it.
  private static func count(of mark: Unicode.Scalar, in text: String) -> Int {
    func isName(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
      default: false
      }
    }
    var count = 0
    var (before, last): (UInt8, UInt8) = (0x20, 0x20)
    for byte in text.utf8 {
      if last == UInt8(ascii: mark), isName(byte), !isName(before) { count += 1 }
      (before, last) = (last, byte)
    }
    return count
  }

  /// The first line that is indented by a tab, which the parser finds fault with in other words.
  private static func tab(in text: String) -> (line: Int, reason: String)? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return lines.firstIndex { $0.prefix { $0 == " " || $0 == "\t" }.contains("\t") }.map {
      ($0 + 1, "the line is indented by a tab, and YAML takes blanks")
    }
  }

  /// The line of an error, from 1, and what the parser says of it.
  private static func explain(_ error: any Error) -> (line: Int, reason: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .duplicatedKeysInMapping(let names, let context):
      (
        context.mark.line,
        "\(names.sorted().prefix(3).map { quoted($0) }.inWords) \(names.count > 1 ? "stand" : "stands") there twice"
      )
    case .reader(let problem, _, _, _): (1, problem)
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded, nil: (1, "it cannot be read as text")
    }
  }
}

extension YAML.Value {
  /// The text; nil for a list and for keys.
  package var word: String? {
    if case .word(let word) = self { word } else { nil }
  }

  /// The texts of a list, or of a single value taken as a list of one; nil where anything lies deeper.
  package var words: [String]? {
    switch self {
    case .word(let word): return [word]
    case .list(let values):
      let words = values.compactMap(\.word)
      return words.count == values.count ? words : nil
    case .keys: return nil
    }
  }
}
