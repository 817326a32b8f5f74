import Playground

/// A piece of a lecture's prose, read from Markdown.
///
/// The text is kept as it was written, control characters included: whoever draws it makes them visible.
public enum Prose: Sendable, Equatable {
  case paragraph([TextRun])
  /// A heading inside a step (`###` and deeper).
  case heading([TextRun])
  case quotation([TextRun])
  case list([ListItem])
  case table(ProseTable)
  /// A code block, or a formula on lines of its own, line breaks kept.
  case code(String)
}

/// A stretch of text in one style.
public struct TextRun: Sendable, Equatable {
  public enum Style: Sendable, Equatable {
    case plain, emphasis, strong, code
  }

  public var text: String
  public var style: Style
  /// Where the text leads, if it is a link.
  public var link: String?

  public init(_ text: String, _ style: Style = .plain, link: String? = nil) {
    self.text = text
    self.style = style
    self.link = link
  }
}

/// One item of a list.
public struct ListItem: Sendable, Equatable {
  /// What stands before the item: `•`, or the number as written (`2.`).
  public let marker: String
  /// How deep the item is nested, from 0.
  public let depth: Int
  public var text: [TextRun]

  public init(marker: String, depth: Int, text: [TextRun]) {
    self.marker = marker
    self.depth = depth
    self.text = text
  }
}

/// A table of a lecture: every row has as many cells as the header.
public struct ProseTable: Sendable, Equatable {
  public enum Alignment: Sendable, Equatable {
    case left, centre, right
  }

  public let header: [[TextRun]]
  public let alignments: [Alignment]
  public let rows: [[[TextRun]]]

  public init(header: [[TextRun]], alignments: [Alignment], rows: [[[TextRun]]]) {
    self.header = header
    self.alignments = alignments
    self.rows = rows
  }
}

extension [TextRun] {
  /// The text alone, without its styles.
  public var plainText: String { map(\.text).joined() }
}
