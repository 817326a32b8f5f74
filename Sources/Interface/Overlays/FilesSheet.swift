import Screen

/// A file that can be opened, and what it is.
public struct FoundFile: Sendable, Equatable {
  /// Where it is, as it is opened.
  public let path: String
  /// What it is, in a word: `experiment`, `model`, `table`, `pictures`, `lecture`, `link`.
  public let kind: String

  /// A file with what it is.
  public init(path: String, kind: String) {
    self.path = path
    self.kind = kind
  }
}

/// The files that can be opened; typing leaves those whose names have what was typed.
public struct FilesSheet: Sendable, Equatable {
  /// What becomes of the file that is chosen.
  public enum Purpose: Sendable, Equatable {
    /// It is opened, whatever it is.
    case opening
    /// It is the table that is learnt from.
    case table
    /// It holds the pictures that are learnt from.
    case pictures
    /// It is the model whose weights are started from.
    case weights

    /// The kind of files that will do; nil for any.
    var kind: String? {
      switch self {
      case .opening: nil
      case .table: "table"
      case .pictures: "pictures"
      case .weights: "model"
      }
    }

    /// What stands over the list.
    var title: String {
      switch self {
      case .opening: "Open"
      case .table: "A table of your own"
      case .pictures: "Pictures of your own"
      case .weights: "A model to start from"
      }
    }
  }

  /// What becomes of the chosen file.
  public let purpose: Purpose
  /// All of them; nil until the folder was read.
  public var files: [FoundFile]?
  /// What was typed.
  public var typed = ""
  /// The chosen line of those that are left.
  public var selected = 0

  init(purpose: Purpose) { self.purpose = purpose }

  /// Those whose names have what was typed.
  var shown: [FoundFile] {
    (files ?? []).filter { file in
      (purpose.kind == nil || file.kind == purpose.kind)
        && (typed.isEmpty || file.path.lowercased().contains(typed.lowercased()))
    }
  }
}

extension FilesSheet: Sheet {
  func draw(_ shell: Shell, in scene: inout Scene) { FilesPage(sheet: self, shell: shell).draw(in: &scene) }

  var hints: [KeyRow.Entry] {
    [
      .move, KeyRow.Entry(keys: "Enter", word: "open", command: .enter),
      KeyRow.Entry(keys: "a-z", word: "filter, or a path"),
      .close,
    ]
  }

  func press(_ key: Key, _ shell: inout Shell) -> [Effect] {
    var sheet = self
    switch key {
    case .up, .backTab: sheet.selected = max(0, selected - 1)
    case .down, .tab: sheet.selected = min(max(0, shown.count - 1), selected + 1)
    case .pageUp, .home: sheet.selected = key == .home ? 0 : max(0, selected - 10)
    case .pageDown, .end: sheet.selected = min(shown.count - 1, key == .end ? .max : selected + 10)
    case .backspace: sheet.filter(String(typed.dropLast()))
    case .control("u"): sheet.filter("")
    case .character(let letter): sheet.filter(typed + String(letter))
    case .space: sheet.filter(typed + " ")
    case .enter: return choose(row: selected, &shell)
    case _: return []
    }
    shell.overlay = .files(sheet)
    return []
  }

  private mutating func filter(_ text: String) {
    typed = text
    selected = 0
  }

  /// The file of a line; where no name has what was typed, that is taken for a path.
  func choose(row: Int, _ shell: inout Shell) -> [Effect] {
    guard let path = shown[safe: row]?.path ?? (typed.isEmpty ? nil : typed) else { return [] }
    shell.overlay = nil
    switch purpose {
    case .opening, .pictures: return [.open(path: path)]
    case .table: return shell.change(.dataset, to: "\"csv:\(path)\"")
    case .weights: return shell.change(.weights, to: "\"\(path)\"")
    }
  }

  func scroll(by step: Int, _ shell: inout Shell) -> [Effect] { press(step < 0 ? .up : .down, &shell) }
}

/// The list of files, under what was typed.
struct FilesPage: Drawable {
  let sheet: FilesSheet
  let shell: Shell

  func draw(in scene: inout Scene) {
    let files = sheet.shown
    let names = files.map(\.path.count).max() ?? 0
    let most = (scene.besides?.width ?? scene.frame.size.width - 2) - 6
    let height = min(max(1, files.count), max(0, scene.panelRows - 2))
    let room = scene.openPanel(
      Size(max(30, min(most, names + 16)), height + 2),
      title: sheet.purpose.title,
      note: "this folder")
    scene.frame.field(sheet.typed, cursor: sheet.typed.unicodeScalars.count, x: room.x, y: room.y, width: room.width)
    guard !files.isEmpty else {
      let text =
        sheet.files == nil
        ? "The folder is being read." : sheet.typed.isEmpty ? "Nothing here: type a path." : "Enter opens that path."
      scene.frame.put(scene.frame.shortened(text, to: room.width), x: room.x, y: room.y + 2, .dim)
      return
    }
    let first = max(0, min(sheet.selected - height / 2, files.count - height))
    for (row, index) in (first..<min(files.count, first + height)).enumerated() {
      let y = room.y + 2 + row
      if index == shell.attention.pointedRow {
        scene.frame.fill(Rect(x: room.x - 1, y: y, width: room.width + 2, height: 1), .lift)
      }
      scene.frame.choice(
        scene.frame.shortened(files[index].path, to: room.width - 14), isChosen: index == sheet.selected, x: room.x,
        y: y)
      scene.frame.put(files[index].kind, endingAt: room.maxX, y: y, .dim)
      scene.mark(Rect(x: room.x, y: y, width: room.width, height: 1), as: .row(index))
    }
  }
}

extension Shell {
  /// Opens the list of files, which somebody outside has to read.
  mutating func pickFile(_ purpose: FilesSheet.Purpose) -> [Effect] {
    var sheet = FilesSheet(purpose: purpose)
    if purpose == .table { sheet.typed = askedTable }
    overlay = .files(sheet)
    return [.listFiles]
  }

  /// The folder was read.
  mutating func receive(_ files: [FoundFile]) {
    guard case .files(var sheet)? = overlay else { return }
    sheet.files = files
    overlay = .files(sheet)
  }
}
