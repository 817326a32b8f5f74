import Course
import Playground
import Screen

/// The column of a lecture: how far it is, a page of the step's text, and the step's goal below.
struct LectureColumn: Drawable {
  let shell: Shell
  let lecture: OpenLecture
  private let layout: PlaygroundLayout
  private let text: LectureText
  /// Where heading, text and goal stand.
  private let rect: Rect
  /// What stands between the text and the goal, and the goal.
  private let goal: [LectureText.Line]
  /// The text in pages that fit; never none.
  let pages: [[LectureText.Line]]

  /// Rows of the heading with a line of what is done, and a gap where there is room for one.
  private var headingRows: Int { layout.window == .small ? 2 : 3 }

  init(_ shell: Shell, _ lecture: OpenLecture) {
    (self.shell, self.lecture) = (shell, lecture)
    layout = shell.layout(lecture: true)
    let isSmall = layout.window == .small
    let columns = layout.lectureColumns
    rect =
      isSmall
      ? Rect(x: 1, y: 1, width: layout.output.x - 6 - layout.features.x, height: shell.rowsOfLecture(layout) - 1)
      : Rect(
        columns: columns.left..<columns.left + columns.width,
        rows: layout.headings..<(layout.rule ?? shell.size.height) - 1)
    text = LectureText(shell: shell, open: lecture, width: rect.width, glyphs: shell.theme.glyphs)
    goal = text.goalLines(isBrief: isSmall)
    pages = LecturePages.cut([text.introduction, text.lines], height: rect.height - (isSmall ? 2 : 3) - goal.count)
  }

  /// The page that is shown.
  var page: Int { min(max(0, lecture.page), pages.count - 1) }

  /// The page where the question asked last begins, or, once it is answered, ends.
  var questionPage: Int? {
    guard let last = lecture.questions.indices.last else { return nil }
    let isOn: ([LectureText.Line]) -> Bool = { $0.contains { $0.question == last } }
    return lecture.isAnswered ? pages.lastIndex(where: isOn) : pages.firstIndex(where: isOn)
  }

  /// Where a page of the text stands.
  private var pageRect: Rect {
    Rect(x: rect.x, y: rect.y + headingRows, width: rect.width, height: rect.height - headingRows - goal.count)
  }

  func draw(in scene: inout Scene) {
    drawHeading(in: &scene)
    scene.mark(Rect(columns: rect.columns, rows: pageRect.y..<rect.maxY), as: .lectureText)
    for (row, line) in pages[page].enumerated() { draw(line, y: pageRect.y + row, in: &scene) }
    for (row, line) in goal.enumerated() { draw(line, y: pageRect.maxY + row, in: &scene) }
    if pages.count > 1 { drawFoot(y: pageRect.maxY - 1, in: &scene) }
  }

  private func drawHeading(in scene: inout Scene) {
    let isSmall = layout.window == .small
    let steps = lecture.lecture.steps.count
    let end = scene.frame.put("LECTURE", x: rect.x, y: rect.y, .accent, .bold)
    let place = "\(lecture.step + 1) of \(steps)"
    let start = scene.frame.put(isSmall ? place : "step " + place, endingAt: rect.maxX, y: rect.y, .dim)
    if isSmall {
      let title = scene.frame.shortened(lecture.lecture.title, to: start - end - 4)
      scene.frame.put(title, x: end + 2, y: rect.y, .dim)
    }
    scene.frame.progress(lecture.step + 1, of: steps, x: rect.x, y: rect.y + 1, width: rect.width)
  }

  private func draw(_ line: LectureText.Line, y: Int, in scene: inout Scene) {
    scene.frame.clipped(to: rect) { $0.put(line.spans, x: rect.x, y: y) }
    if let target = line.choice.map(Target.choice) ?? line.given.map(Target.given) {
      scene.mark(Rect(x: rect.x, y: y, width: rect.width, height: 1), as: target)
    }
  }

  /// Which page it is, and the keys that turn it, which can be clicked.
  private func drawFoot(y: Int, in scene: inout Scene) {
    scene.frame.put("page \(page + 1) of \(pages.count)", x: rect.x, y: y, .dim)
    var end = rect.maxX
    let (isFirst, isLast) = (page == 0, page + 1 == pages.count)
    for (command, word) in [(Command.readOn, " reads on"), (.readBack, " back")] {
      guard command == .readOn ? !isLast : !isFirst else { continue }
      let key = shell.keyMap.key(for: command, in: .lecture)?.name ?? ""
      // Both with their words would not fit.
      let hint = isFirst || isLast ? key + word : key
      let start = end - hint.count
      scene.frame.put(hint, x: start, y: y, command == .readOn ? .accent : .dim)
      scene.mark(Rect(x: start, y: y, width: hint.count, height: 1), as: .command(command))
      end = start - 2
    }
  }
}

/// Cutting a text into pages.
enum LecturePages {
  /// The parts of a text, each beginning a page of its own, in pages of at most `height` lines; where there are several
  /// pages, the last row of each is left to its number.
  ///
  /// A page ends between two pieces of the text, if that leaves it more than half full.
  static func cut(_ parts: [[LectureText.Line]], height: Int) -> [[LectureText.Line]] {
    let parts = parts.filter { !$0.isEmpty }
    if parts.count == 1, parts[0].count <= height { return parts }
    let most = max(1, height - 1)
    var pages: [[LectureText.Line]] = []
    for part in parts {
      var rest = part[...]
      while rest.count > most {
        let gap = rest.prefix(most + 1).lastIndex { $0.spans.isEmpty } ?? rest.startIndex
        let end = gap - rest.startIndex > most / 2 ? gap : rest.startIndex + most
        pages.append(Array(rest[..<end]))
        rest = rest[end...].drop { $0.spans.isEmpty }
      }
      if !rest.isEmpty { pages.append(Array(rest)) }
    }
    return pages
  }
}
