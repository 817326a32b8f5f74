import Playground
import Words

/// Reads the prose between a lecture's headings and fenced blocks: paragraphs, lists, tables, quotations.
struct ProseReader {
  private var blocks: [Prose] = []
  private var paragraph: [String] = []

  /// The blocks of prose in `lines`, which hold no heading of a step and no fence.
  static func blocks(of lines: [String]) -> [Prose] {
    var reader = ProseReader()
    var remaining = lines[...]
    while let line = remaining.first { reader.read(line, of: &remaining) }
    reader.endParagraph()
    return reader.blocks
  }

  private mutating func read(_ line: String, of remaining: inout ArraySlice<String>) {
    let text = line.trimmed
    if text.isEmpty {
      endParagraph()
      remaining.removeFirst()
    } else if text.hasPrefix("#"), let title = Self.heading(text) {
      endParagraph()
      blocks.append(.heading(EmphasisReader.runs(of: title)))
      remaining.removeFirst()
    } else if text.hasPrefix("|"), let table = Self.table(from: &remaining) {
      endParagraph()
      blocks.append(.table(table))
    } else if text.hasPrefix(">") {
      endParagraph()
      let quoted = remaining.prefix { $0.trimmed.hasPrefix(">") }
      remaining = remaining.dropFirst(quoted.count)
      let text = quoted.map { String($0.trimmed.dropFirst()).trimmed }.joined(separator: " ")
      blocks.append(.quotation(EmphasisReader.runs(of: text)))
    } else if ListMark(line) != nil, paragraph.isEmpty {
      blocks.append(.list(Self.list(from: &remaining)))
    } else {
      paragraph.append(line)
      remaining.removeFirst()
    }
  }

  private mutating func endParagraph() {
    if !paragraph.isEmpty { blocks.append(.paragraph(EmphasisReader.runs(of: Self.joined(paragraph)))) }
    paragraph = []
  }

  /// Lines are joined by a space; two spaces or a backslash at a line's end keep the break.
  private static func joined(_ lines: [String]) -> String {
    var text = ""
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      let breaks = line.hasSuffix("  ") || line.hasSuffix("\\")
      text += line.hasSuffix("\\") ? String(line.dropLast()).trimmed : line.trimmed
      if !isLast { text += breaks ? "\n" : " " }
    }
    return text
  }

  private static func heading(_ text: String) -> String? {
    let title = text.drop { $0 == "#" }
    return title.first == " " ? String(title).trimmed : nil
  }

  // MARK: - Lists

  private struct ListMark {
    let marker: String
    let indent: Int
    let text: String

    init?(_ line: String) {
      indent = line.prefix { $0 == " " }.count
      let body = line.dropFirst(indent)
      let mark = body.prefix { $0 != " " }
      guard body.count > mark.count else { return nil }
      switch mark {
      case "-", "*", "+":
        marker = "•"
      default:
        guard let last = mark.last, last == "." || last == ")", mark.count <= 4, mark.count > 1,
          mark.dropLast().allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        marker = String(mark)
      }
      text = String(body.dropFirst(mark.count)).trimmed
    }
  }

  private static func list(from remaining: inout ArraySlice<String>) -> [ListItem] {
    var items: [(mark: ListMark, lines: [String])] = []
    while let line = remaining.first {
      if let mark = ListMark(line) {
        items.append((mark, [mark.text]))
      } else if line.trimmed.isEmpty {
        // An empty line inside a list is kept only when another item follows.
        guard remaining.dropFirst().first.flatMap(ListMark.init) != nil else { break }
      } else if line.hasPrefix(" "), !items.isEmpty {
        items[items.count - 1].lines.append(line)
      } else {
        break
      }
      remaining.removeFirst()
    }
    let shallowest = items.map(\.mark.indent).min() ?? 0
    return items.map { item in
      ListItem(
        marker: item.mark.marker, depth: (item.mark.indent - shallowest + 1) / 2,
        text: EmphasisReader.runs(of: joined(item.lines)))
    }
  }

  // MARK: - Tables

  /// A wider one fits no screen, and its rows would be filled up with more cells than the text has letters.
  private static let mostColumns = 64

  /// A table needs its line of dashes; without one the lines are a paragraph and nothing is taken.
  private static func table(from remaining: inout ArraySlice<String>) -> ProseTable? {
    let first = remaining.prefix(2).map(\.trimmed)
    guard first.count == 2, first[1].hasPrefix("|") else { return nil }
    let header = cells(of: first[0])
    let dashes = cells(of: first[1])
    guard header.count <= mostColumns,
      dashes.allSatisfy({ $0.contains("-") && $0.allSatisfy { $0 == "-" || $0 == ":" } })
    else { return nil }
    let alignments = header.indices.map { column -> ProseTable.Alignment in
      guard column < dashes.count, dashes[column].hasSuffix(":") else { return .left }
      return dashes[column].hasPrefix(":") ? .centre : .right
    }
    let lines = remaining.prefix { $0.trimmed.hasPrefix("|") }.map(\.trimmed)
    let rows = lines.dropFirst(2).map { line in
      let row = cells(of: line)
      return header.indices.map { $0 < row.count ? EmphasisReader.runs(of: row[$0]) : [] }
    }
    remaining = remaining.dropFirst(lines.count)
    return ProseTable(header: header.map(EmphasisReader.runs), alignments: alignments, rows: rows)
  }

  private static func cells(of line: String) -> [String] {
    var cells: [String] = [""]
    var isEscaped = false
    for character in line.dropFirst() {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.last?.trimmed.isEmpty == true { cells.removeLast() }
    return cells.map(\.trimmed)
  }
}
