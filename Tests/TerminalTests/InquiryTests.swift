import Screen
import Terminal
import Testing

/// What the terminal is asked at the start, and what its answers mean.
@Suite struct InquiryTests {
  @Test(arguments: [
    (["TERM": "xterm-256color"], true, "^[48;2;1;2;3m^P$qm^\\^[m^[?2026$p^[5n"),
    (["TERM": "xterm-256color"], false, "^[?2026$p^[5n"),
    (["TERM": "tmux-256color", "TMUX": "x"], false, "^[?2026$p^[5n"),
    // these print, or hand on, what they do not understand
    (["TERM": "linux"], true, "^[5n"), (["TERM": "screen-256color", "STY": "x"], true, "^[5n"),
    (["TERM": "screen-256color"], true, "^[5n"),
    (["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"], true, "^[5n"),
  ])
  func onlyWhatTheTerminalReadsToItsEndIsAsked(variables: [String: String], asksForColor: Bool, questions: String) {
    let inquiry = Inquiry(asksForColor: asksForColor, environment: TerminalEnvironment(variables))
    #expect(inquiry.questions.replacing("\u{1b}", with: "^") == questions)
  }

  @Test(arguments: [
    ("^P1$r0;48:2::1:2:3m^\\^[?2026;2$y^[0n", true, true),  // xterm, foot
    ("^P1$r48;2;1;2;3m^\\^[?2026;1$y^[0n", true, true), ("^P1$r0;48:2:1:2:3m^\\^[0n", true, false),
    ("^P1$r0;48;5;16m^\\^[?2026;0$y^[0n", false, false),  // the nearest of 256
    ("^P0$r^\\^[?2026;4$y^[0n", false, false), ("^[0n", false, false),
    ("^P1$r0;48:2::11:2:3m^\\^[?1;2$y^[0n", false, false),
  ])
  func answersAreTakenForWhatTheySay(bytes: String, hasFullColor: Bool, canSynchronize: Bool) {
    var decoder = InputDecoder()
    #expect(decoder.decode(bytes.replacing("^", with: "\u{1b}").utf8).isEmpty)
    var inquiry = Inquiry(asksForColor: true, environment: TerminalEnvironment(["TERM": "xterm-256color"]))
    for answer in decoder.takeAnswers() { inquiry.take(answer) }
    #expect(inquiry.hasFullColor == hasFullColor)
    #expect(inquiry.canSynchronize == canSynchronize)
    #expect(inquiry.isOver)
  }

  @Test func aTerminalThatSaysSoHasFullColourUnlessFewerAreAskedFor() {
    let environment = TerminalEnvironment(["TERM": "xterm-256color"])
    func depth(_ request: ColorRequest, _ variables: [String: String] = [:]) -> String {
      ColorDepth.chosen(
        request, terminalColors: 256, environment: variables.isEmpty ? environment : TerminalEnvironment(variables),
        saysFull: true
      ).rawValue
    }
    #expect(depth(.automatic) == "24bit" && depth(.always) == "24bit")
    #expect(depth(.exactly(.palette)) == "256" && depth(.never) == "none")
    #expect(depth(.automatic, ["TERM": "xterm-256color", "NO_COLOR": "1"]) == "none")
  }
}
