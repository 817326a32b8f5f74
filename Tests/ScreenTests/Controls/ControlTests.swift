import Screen
import Testing

@Suite("Controls")
struct ControlTests {
  func frame(_ width: Int, _ height: Int, _ theme: Theme = Theme(), _ draw: (inout Frame) -> Void) -> Frame {
    var frame = Frame(Size(width, height), theme: theme)
    draw(&frame)
    return frame
  }

  @Test(
    "a slider shows its name, its value and how far it is",
    arguments: [
      (0, GlyphSet.full, "●───────"), (0.45, .full, "━━━●────"), (1, .full, "━━━━━━━●"), (0.45, .ascii, "===O----"),
      (.nan, .full, "●───────"),
    ] as [(Double, GlyphSet, String)])
  func slider(share: Double, glyphs: GlyphSet, track: String) {
    let drawn = frame(8, 2, Theme(glyphs: glyphs)) {
      $0.slider("test", value: "50 %", share: share, x: 0, y: 0, width: 8)
    }
    #expect(drawn.lines == ["test50 %", track])
  }

  @Test("a slider is in the accent while current, and has no knob while unavailable")
  func sliderStates() {
    let current = frame(12, 2) { $0.slider("noise", value: "5 %", share: 0.5, x: 0, y: 0, width: 12, .current) }
    #expect(current[0, 0].foreground == .indexed(115))
    #expect(current[11, 0] == Cell("%", foreground: .indexed(115), background: .indexed(233), attributes: .bold))
    #expect(current[0, 1].foreground == .indexed(115))
    #expect(current[11, 1].foreground == .indexed(238))
    let off = frame(12, 2) { $0.slider("noise", value: "5 %", share: 0.5, x: 0, y: 0, width: 12, .unavailable) }
    #expect(off.lines == ["noise    5 %", "────────────"])
    #expect(off[0, 1].foreground == .indexed(236))
  }

  @Test(
    "a click on a slider's track gives the share that puts the knob there",
    arguments: [
      (5, 0), (12, 1), (3, 0), (40, 1),
    ] as [(Int, Double)])
  func sliderClicks(column: Int, share: Double) {
    #expect(Frame.sliderShare(column: column, x: 5, width: 8) == share)
    #expect(abs(Frame.sliderShare(column: 8, x: 5, width: 8) - 3.0 / 7) < 1e-12)
  }

  @Test(
    "toggles, choices, answers and goals are told apart by a mark",
    arguments: [
      (
        GlyphSet.full,
        ["■ test data", "□ test data", "▸ chosen", "  not chosen", "▸ 2  rise a little", "■ loss < 0.05", "  reached"]
      ),
      (
        .ascii,
        [
          "[x] test data", "[ ] test data", "> chosen", "  not chosen", "> 2  rise a little", "[x] loss < 0.05",
          "    reached",
        ]
      ),
    ])
  func marks(glyphs: GlyphSet, lines: [String]) {
    let drawn = frame(20, 7, Theme(glyphs: glyphs)) {
      $0.toggle("test data", key: "t", isOn: true, x: 0, y: 0)
      $0.toggle("test data", key: "t", isOn: false, x: 0, y: 1)
      $0.choice("chosen", isChosen: true, x: 0, y: 2)
      $0.choice("not chosen", isChosen: false, x: 0, y: 3)
      $0.answer(2, "rise a little", isChosen: true, x: 0, y: 4)
      $0.goal("loss < 0.05", progress: "reached", isReached: true, x: 0, y: 5)
    }
    #expect(drawn.lines == lines)
  }

  @Test(
    "a setting keeps its value in its column, in the colours of its state",
    arguments: [
      (ControlState.resting, 244, 255), (.current, 115, 115), (.unavailable, 238, 238), (.alarming, 204, 204),
    ] as [(ControlState, UInt8, UInt8)])
  func settings(state: ControlState, name: UInt8, value: UInt8) {
    let drawn = frame(20, 2) {
      $0.setting("rate", key: "e", value: "0.03", x: 0, y: 0, valueColumn: 12, state)
      $0.setting("batch", key: nil, value: "10", x: 0, y: 1, state)
    }
    #expect(drawn.lines == ["rate        0.03", "batch 10"])
    #expect(drawn[0, 0].foreground == .indexed(name))
    #expect(drawn[12, 0].foreground == .indexed(value))
    #expect(drawn[3, 0].attributes == .underline)
  }

  @Test(
    "a field shows the place of the next character, and scrolls to it",
    arguments: [
      ("0.03", 4, "0.03", 4), ("0.03", 0, "0.03", 0), ("123456789", 9, "56789", 5), ("漢", 0, "?", 0), ("", 7, "", 0),
    ])
  func fields(text: String, cursor: Int, line: String, place: Int) {
    let drawn = frame(6, 1) { $0.field(text, cursor: cursor, x: 0, y: 0, width: 6) }
    #expect(drawn.lines == [line])
    #expect(drawn.cells.indices.filter { drawn.cells[$0].attributes.contains(.reverse) } == [place])
  }

  @Test(
    "the key bar leaves out the last keys that are not essential",
    arguments: [
      (40, " Space pause  r rewind  ? help  q quit"), (34, " Space pause  ? help  q quit"), (20, " ? help  q quit"),
      (6, " ? hel"),
    ])
  func keyBar(width: Int, line: String) {
    let hints = [
      KeyHint("Space", "pause"), KeyHint("r", "rewind"), KeyHint("?", "help", isEssential: true),
      KeyHint("q", "quit", isEssential: true),
    ]
    let drawn = frame(width, 1) {
      let places = $0.keyBar(hints, y: 0)
      #expect(places.first?.rect.x == 1)
      #expect(places.allSatisfy { place in place.rect.maxX <= width })
    }
    #expect(drawn.lines == [line])
  }

  @Test("the title cuts a long shape, as long as some of it is seen")
  func longShape() {
    let title = TitleBar(
      source: "mnist", shape: "784-conv5x16-pool2-conv5x32-pool2-128-10 relu", state: .paused, word: "paused", epoch: 3)
    #expect(
      frame(70, 1) { $0.titleBar(title) }.lines == [
        " nnplay  mnist  784-conv5x16-pool2-conv5x…  ▍▍ paused   epoch 000,003"
      ])
  }

  @Test(
    "the title gives up the speed first, then the shape, then the word, then the epoch",
    arguments: [
      (70, " nnplay  circle  2-4-1 tanh   21.3 M/s   ► training   epoch 000,160"),
      (60, " nnplay  circle  2-4-1 tanh    ► training   epoch 000,160"),
      (50, " nnplay  circle       ► training   epoch 000,160"),
      (40, " nnplay  circle     ► training  000,160"), (32, " nnplay  circle     ► training"), (17, " nnplay  circle"),
    ])
  func titleBar(width: Int, line: String) {
    let title = TitleBar(
      source: "circle", shape: "2-4-1 tanh", state: .running, word: "training", epoch: 160, note: "21.3 M/s")
    let drawn = frame(width, 1) { $0.titleBar(title) }
    let words = { (text: String) in text.split(separator: " ").map(String.init) }
    #expect(words(drawn.lines[0]) == words(line))
    #expect(drawn[0, 0].background == .indexed(235))
  }

  @Test(
    "every state of a run has a glyph and a word",
    arguments: [
      (RunSign.running, "►", ">"), (.paused, "▍▍", "||"), (.stopped, "■", "#"), (.diverged, "×", "!"),
    ])
  func runStates(state: RunSign, full: String, ascii: String) {
    for (glyphs, glyph) in [(GlyphSet.full, full), (.ascii, ascii)] {
      let drawn = frame(40, 1, Theme(glyphs: glyphs)) {
        $0.titleBar(TitleBar(source: "xor", shape: "", state: state, word: "word"))
      }
      #expect(drawn.lines[0].hasSuffix(" \(glyph) word"))
    }
  }
}
