import Interface
import Screen
import Testing

@Suite("The digits room") struct DigitsRoomTests {
  /// Every size from the smallest with all panels to 300×100, around each threshold.
  static let sizes: [Size] = {
    let widths = [60, 61, 70, 79, 80, 81, 99, 109, 110, 111, 120, 150, 179, 180, 181, 200, 250, 300]
    let heights = [18, 19, 20, 23, 24, 25, 30, 33, 34, 35, 40, 45, 51, 52, 53, 60, 75, 90, 100]
    return widths.flatMap { width in heights.map { Size(width, $0) } }
  }()

  @Test("keeps every panel inside the window and apart from the others", arguments: sizes, [2, 10])
  func apart(size: Size, classes: Int) {
    let panels = DigitsLayout(size, classes: classes, labelColumns: classes == 2 ? 10 : 1).panels
    for (index, (name, rect)) in panels.enumerated() {
      #expect(Rect(size).contains(rect), "\(name) leaves the window at \(size): \(rect)")
      #expect(!rect.isEmpty, "\(name) has no room at \(size)")
      for (other, place) in panels.dropFirst(index + 1) {
        #expect(rect.intersection(place).isEmpty, "\(name) \(rect) and \(other) \(place) overlap at \(size)")
      }
    }
  }

  @Test("has square pixels, room for ten answers and some test digits at every size", arguments: sizes)
  func proportions(size: Size) {
    let layout = DigitsLayout(size)
    #expect(layout.pad.width == 2 * layout.pad.height)
    #expect(layout.seen.size == layout.pad.size)
    #expect(layout.answers.height >= 10)
    #expect(layout.answers.width >= 14)
    #expect(layout.slots.count >= 2)
  }

  @Test("stands where the frames draw it")
  func frames() {
    let small = DigitsLayout(Size(80, 24))
    #expect(small.pad == Rect(x: 1, y: 2, width: 28, height: 14))
    #expect(small.seen == Rect(x: 31, y: 2, width: 28, height: 14))
    #expect(small.answers.columns == 61..<79)
    #expect(small.lowerHeadings == 17)
    #expect(small.slots.map(\.picture.x) == [1, 13, 25, 37, 49])
    #expect(small.slots.first?.picture == Rect(x: 1, y: 18, width: 8, height: 4))
    let medium = DigitsLayout(Size(120, 40))
    #expect(medium.pad == Rect(x: 2, y: 6, width: 28, height: 14))
    #expect(medium.seen == Rect(x: 32, y: 6, width: 28, height: 14))
    #expect(medium.units?.pictures.first == Rect(x: 62, y: 6, width: 8, height: 4))
    #expect(medium.units?.bar.x == 81)
    #expect(medium.answers.columns == 91..<118)
    #expect(medium.lowerHeadings == 22)
    #expect(medium.slots.count == 8)
    #expect(medium.confusion?.columns == 49..<81)
    #expect(medium.chartColumns == 84..<118)
    let large = DigitsLayout(Size(200, 60))
    #expect(large.pad == Rect(x: 3, y: 6, width: 56, height: 28))
    #expect(large.units?.pictures.first?.size == Size(16, 8))
  }

  @Test("as text, a zero on the pad", arguments: [Size(60, 18), Size(80, 24), Size(120, 40)])
  func golden(size: Size) throws {
    var stage = try DigitsStage(size: size)
    try stage.drag(zero)
    try expectGolden(stage.state.scene().frame, "digits-\(size.width)x\(size.height)")
  }

  @Test("as text, in characters and without colours")
  func ascii() throws {
    var stage = try DigitsStage(size: Size(80, 24), theme: Theme(.monochrome, glyphs: .ascii))
    try stage.drag(zero)
    try expectGolden(stage.state.scene().frame, "digits-80x24-ascii")
  }

  @Test("explains what is pointed at with its numbers")
  func explains() throws {
    var stage = try DigitsStage()
    try stage.drag(zero)
    #expect(stage.text.contains("p = softmax z    z for 0 is +"))
    #expect(stage.text.contains("times as likely"))
    for (target, words) in [
      (Target.seen, "784 numbers"), (.answer(3), "p = e^z"), (.testDigit(2), "it is a 1"),
      (.confusion(truth: 4, said: 5), "30 of 1,000 test digits that are 4"),
    ] {
      let rect = try #require(stage.state.scene().regions.last { $0.target == target }).rect
      stage.point(.move, rect.x, rect.y)
      #expect(stage.text.contains(words), "\(target)")
    }
  }

  @Test("is enlarged by z and back", arguments: [Size(60, 18), Size(80, 24), Size(120, 40), Size(300, 100)])
  func zoom(size: Size) throws {
    var stage = try DigitsStage(size: size)
    try stage.drag(one)
    try stage.press("z")
    #expect(stage.text.contains("YOUR DIGIT"))
    #expect(!stage.text.contains("CONFUSION"))
    try stage.press("z")
    #expect(stage.text.contains("TEST DIGITS"))
  }
}

extension DigitsLayout {
  /// All panels that share the window, with their headings.
  fileprivate var panels: [(String, Rect)] {
    func heading(_ rect: Rect, _ row: Int) -> Rect { Rect(columns: rect.columns, rows: row..<row + 1) }
    var panels: [(String, Rect)] = [
      ("title", title), ("pad", pad), ("its heading", heading(pad, headings)), ("picture", seen),
      ("its heading", heading(seen, headings)), ("answers", answers), ("their heading", heading(answers, headings)),
      ("accuracy", accuracy), ("its heading", Rect(columns: chartColumns, rows: accuracy.y - 1..<accuracy.y)),
      ("loss", loss), ("its heading", Rect(columns: chartColumns, rows: loss.y - 1..<loss.y)),
      ("explanation", explain), ("keys", keys),
    ]
    if let units {
      panels += units.pictures.map { ("weights", Rect(x: $0.x, y: $0.y, width: $0.width, height: $0.height + 1)) }
      panels += [("bar", units.bar), ("lines", units.lines)]
    }
    panels += slots.map { ("test digit", $0.box) }
    if let confusion { panels.append(("confusion", confusion)) }
    if let rule { panels.append(("rule", Rect(x: 0, y: rule, width: keys.width, height: 1))) }
    if showsTime { panels.append(("time axis", Rect(columns: loss.columns, rows: loss.maxY..<loss.maxY + 1))) }
    return panels
  }
}
