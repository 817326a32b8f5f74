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
  /// How a stretch of text is marked.
  public enum Style: Sendable, Equatable {
    /// As it stands.
    case plain
    /// Between single asterisks or underscores.
    case emphasis
    /// Between double ones.
    case strong
    /// Between backquotes: a key, a name, a formula.
    case code
  }

  /// The characters, without the marks of their style; they hold a line break where one was asked for.
  public var text: String
  /// How the text is marked.
  public var style: Style
  /// Where the text leads, if it is a link.
  public var link: String?

  /// A stretch of text, plain and no link unless said otherwise.
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
  /// What the item says, its lines joined.
  public var text: [TextRun]

  /// An item that stands behind its marker, at a depth from 0.
  public init(marker: String, depth: Int, text: [TextRun]) {
    self.marker = marker
    self.depth = depth
    self.text = text
  }
}

/// A table of a lecture: every row has as many cells as the header.
public struct ProseTable: Sendable, Equatable {
  /// To which side the cells of a column keep.
  public enum Alignment: Sendable, Equatable {
    case left, centre, right
  }

  /// The cells of the first row: one for each column, each a list of runs.
  public let header: [[TextRun]]
  /// The side of each column; as many as the header has cells.
  public let alignments: [Alignment]
  /// The cells below the header: `rows[row][column]`, each a list of runs, empty where nothing is written.
  public let rows: [[[TextRun]]]

  /// A table whose alignments and rows have as many cells as its header.
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
