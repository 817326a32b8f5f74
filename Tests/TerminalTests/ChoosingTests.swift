import Screen
import Terminal
import Testing

/// What is chosen from what the environment says.
@Suite struct ChoosingTests {
  @Test(
    arguments: [
      (ColorRequest.automatic, 256, [:], ColorDepth.palette),
      (.automatic, 88, [:], .sixteen), (.automatic, 16, [:], .sixteen), (.automatic, 8, [:], .eight),
      (.automatic, 0, [:], .none), (.automatic, -1, [:], .none),
      (.automatic, 256, ["COLORTERM": "truecolor"], .full), (.automatic, 256, ["COLORTERM": "24bit"], .full),
      (.automatic, 256, ["COLORTERM": "yes"], .palette),
      (.automatic, 8, ["TERM": "xterm", "COLORTERM": "truecolor"], .full),
      (.automatic, 1 << 24, ["TERM": "xterm-direct"], .full),
      // carried over from the terminal that screen or the console was started in
      (.automatic, 256, ["TERM": "screen-256color", "COLORTERM": "truecolor"], .palette),
      (.automatic, 256, ["TERM": "screen-256color", "COLORTERM": "truecolor", "TMUX": "/tmp/x"], .full),
      (.automatic, 8, ["TERM": "linux", "COLORTERM": "truecolor"], .eight),
      (.automatic, 256, ["NO_COLOR": "1"], .none), (.automatic, 256, ["NO_COLOR": ""], .palette),
      (.always, 256, ["NO_COLOR": "1"], .palette), (.always, 0, [:], .eight),
      (.never, 256, ["COLORTERM": "truecolor"], .none),
      (.exactly(.sixteen), 256, ["COLORTERM": "truecolor"], .sixteen), (.exactly(.full), 8, [:], .full),
    ] as [(ColorRequest, Int, [String: String], ColorDepth)])
  func theDepthFollowsRequestThenNoColorThenTerminal(
    request: ColorRequest, colors: Int, variables: [String: String], depth: ColorDepth
  ) {
    let environment = TerminalEnvironment(variables)
    #expect(ColorDepth.chosen(request, terminalColors: colors, environment: environment) == depth)
  }

  @Test(arguments: [
    ("auto", ColorRequest.automatic), ("always", .always), ("never", .never), ("none", .exactly(.none)),
    ("16", .exactly(.sixteen)), ("256", .exactly(.palette)), ("24bit", .exactly(.full)), ("mauve", nil), ("", nil),
  ])
  func aColourRequestIsAWord(word: String, request: ColorRequest?) {
    #expect(ColorRequest(word) == request)
    #expect(ColorRequest.words.contains(word) == (request != nil))
  }

  @Test(
    arguments: [
      ([:], true), (["LANG": "de_DE.UTF-8"], true), (["LANG": "en_US.utf8"], true),
      (["LANG": "C"], false), (["LANG": "de_DE.ISO-8859-1"], false),
      (["LANG": "en_US.UTF-8", "LC_ALL": "C"], false), (["LANG": "C", "LC_CTYPE": "en_US.UTF-8"], true),
      (["LANG": "en_US.UTF-8", "LC_ALL": ""], true),
    ] as [([String: String], Bool)])
  func theLocalesNameSaysTheEncoding(variables: [String: String], isUTF8: Bool) {
    #expect((TerminalEnvironment(variables).namedEncoding == .utf8) == isUTF8)
  }

  @Test(
    arguments: [
      (nil, CharacterEncoding.utf8, "xterm-256color", GlyphSet.full), (nil, .utf8, "linux", .console),
      (nil, .utf8, "linux-16color", .console),
      (nil, .ascii, "xterm-256color", .ascii), (.full, .ascii, "linux", .full), (.ascii, .utf8, "xterm", .ascii),
    ] as [(GlyphSet?, CharacterEncoding, String, GlyphSet)])
  func glyphsFollowRequestThenEncodingThenTerminal(
    request: GlyphSet?, encoding: CharacterEncoding, type: String, glyphs: GlyphSet
  ) {
    #expect(GlyphSet.chosen(request, encoding: encoding, environment: TerminalEnvironment(["TERM": type])) == glyphs)
  }

  @Test(arguments: [
    ("xterm-kitty", true), ("foot", true), ("foot-extra", true), ("xterm-ghostty", true), ("wezterm", true),
    ("alacritty", true), ("st-256color", true), ("st", true), ("young-direct", true),
    ("dumb", false), ("nosuch", false), ("stranger", false), ("", false),
  ])
  func kinOfXtermIsKnownByItsName(type: String, isKin: Bool) {
    #expect(TerminalEnvironment(["TERM": type]).isKinOfXterm == isKin)
  }

  @Test func theEscapeDelayIsLongerOverANetworkAndESCDELAYSaysOtherwise() {
    #expect(TerminalEnvironment([:]).escapeDelay == .milliseconds(100))
    for name in ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"] {
      #expect(TerminalEnvironment([name: "x"]).escapeDelay == .milliseconds(300))
    }
    #expect(TerminalEnvironment(["ESCDELAY": "100"]).escapeDelay == .milliseconds(100))
    #expect(TerminalEnvironment(["ESCDELAY": "-5"]).escapeDelay == .milliseconds(100))
    #expect(TerminalEnvironment(["ESCDELAY": "long"]).escapeDelay == .milliseconds(100))
  }

  /// Drawing gets a third of the time, between 30 frames a second and one.
  @Test func theFrameRateFollowsTheWriteTime() {
    var pace = FramePace(framesPerSecond: 25)
    #expect(pace.interval == .milliseconds(40))
    pace.record(.milliseconds(5))
    #expect(pace.interval == .milliseconds(40))
    pace.record(.milliseconds(100))
    #expect(pace.interval == .milliseconds(300))
    pace.record(.milliseconds(20))
    // (7 · 100 + 20) / 8 = 90
    #expect(pace.interval == .milliseconds(270))
    pace.record(.seconds(10))
    #expect(pace.interval == .seconds(1))
  }

  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"), ("→", "4oaS"),
  ])
  func theClipboardTakesBase64(text: String, encoded: String) {
    #expect(Clipboard.request(text, through: .none) == Array("\u{1b}]52;c;\(encoded)\u{07}".utf8))
  }

  @Test func multiplexersPassTheClipboardOn() {
    let plain = "\u{1b}]52;c;Zm9v\u{07}"
    #expect(Clipboard.request("foo", through: .tmux) == Array("\(plain)\u{1b}Ptmux;\u{1b}\(plain)\u{1b}\\".utf8))
    #expect(Clipboard.request("foo", through: .screen) == Array("\u{1b}P\(plain)\u{1b}\\".utf8))
  }
}
