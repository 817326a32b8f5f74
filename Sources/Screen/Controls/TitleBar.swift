/// What the title says of the run.
public enum RunSign: Hashable, Sendable {
  /// It is training.
  case running
  /// It waits to go on.
  case paused
  /// Ended by itself: a goal, or the last epoch.
  case stopped
  /// Its loss or its parameters grew beyond all bounds: it cannot go on.
  case diverged

  /// The glyph that goes with the word.
  func glyph(_ table: GlyphTable) -> String {
    switch self {
    case .running: table.running
    case .paused: table.paused
    case .stopped: table.stopped
    case .diverged: table.diverged
    }
  }

  var role: Role {
    switch self {
    case .running, .stopped: .accent
    case .paused: .text
    case .diverged: .alarm
    }
  }
}

/// The first row of the screen: what runs, how it stands, how far it is.
public struct TitleBar: Hashable, Sendable {
  /// What is explored: `circle`.
  public var source: String
  /// Its network: `2-4-2-1 tanh`.
  public var shape: String
  /// How the run stands; it chooses the sign before the word, and the colour of both.
  public var state: RunSign
  /// The state in a word or two: `training`, `goal reached`.
  public var word: String
  /// How many passes over the training samples the run has made; `nil` leaves it out.
  public var epoch: Int?
  /// Pace and plans in a few words, or `nil`; the first to go where there is little room. It stands before the state, so
  /// that nothing else moves when it comes and goes.
  public var note: String?

  /// A title without an epoch and without a note, unless they are given.
  public init(
    source: String, shape: String, state: RunSign, word: String, epoch: Int? = nil, note: String? = nil
  ) {
    self.source = source
    self.shape = shape
    self.state = state
    self.word = word
    self.epoch = epoch
    self.note = note
  }
}

extension Frame {
  /// Draws the title into row `y` and returns where its note stands, if it has room.
  ///
  /// Where there is little room the note goes first, then the shape, then the word "epoch".
  @discardableResult
  public mutating func titleBar(_ title: TitleBar, y: Int = 0, margin: Int = 1) -> Rect? {
    band(y: y)
    let table = theme.glyphs.table
    let state = [Span("\(title.state.glyph(table)) \(title.word)", title.state.role, .bold)]
    let epoch = title.epoch.map { Number.epoch($0) } ?? []
    let named = epoch.isEmpty ? [] : [Span("   epoch ", .dim)] + epoch
    let note = title.note.map { [Span($0, .dim), Span("   ")] } ?? []

    let program = [Span("nnplay", .accent, .bold), Span("  ", .dim), Span(title.source, .strong, .bold)]
    let shape = title.shape.isEmpty ? [] : [Span("  " + title.shape, .dim)]
    let bare = epoch.isEmpty ? [] : [Span("  ", .dim)] + epoch
    let choices: [(left: [Span], right: [Span])] = [
      (program + shape, note + state + named), (program + shape, state + named), (program, state + named),
      (program, state + bare), (program, state), (program, []),
    ]
    let room = size.width - 2 * margin
    func width(_ spans: [Span]) -> Int { theme.glyphs.width(spans) }
    // A long shape is cut rather than left out, as long as some of it is seen.
    let rest = room - 2 - width(program) - 2 - width(state + named)
    if !title.shape.isEmpty, rest >= 12, width(shape) > rest + 2 {
      put(program + [Span("  " + shortened(title.shape, to: rest), .dim)], x: margin, y: y)
      put(state + named, endingAt: size.width - margin, y: y)
      return nil
    }
    let fitting = choices.first { theme.glyphs.width($0.left) + 2 + theme.glyphs.width($0.right) <= room }
    let (left, right) = fitting ?? (program, [])
    put(left, x: margin, y: y)
    let start = put(right, endingAt: size.width - margin, y: y)
    guard let text = title.note, right.first?.text == text else { return nil }
    return Rect(x: start, y: y, width: theme.glyphs.width(text), height: 1)
  }

  /// Paints a row as the title's band; without colours it is reversed.
  public mutating func band(y: Int) {
    let row = Rect(x: 0, y: y, width: size.width, height: 1)
    fill(row, .band)
    if theme.depth == .none { changeCells(in: row) { $0.attributes = .reverse } }
  }
}
