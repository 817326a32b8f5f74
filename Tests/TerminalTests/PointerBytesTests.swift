import Screen
import Terminal
import Testing

/// What a terminal sends for the mouse.
@Suite struct PointerBytesTests {
  private func events(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    var decoder = InputDecoder()
    return decoder.decode(bytes)
  }

  static let reports: [(bytes: String, events: [PointerEvent])] = [
    ("\u{1b}[<0;1;1M", [PointerEvent(.press, x: 0, y: 0)]),
    ("\u{1b}[<1;3;4M", [PointerEvent(.press, x: 2, y: 3, button: .middle)]),
    ("\u{1b}[<2;3;4M", [PointerEvent(.press, x: 2, y: 3, button: .right)]),
    ("\u{1b}[<0;3;4m", [PointerEvent(.release, x: 2, y: 3)]),
    ("\u{1b}[<35;10;20M", [PointerEvent(.move, x: 9, y: 19)]),
    ("\u{1b}[<64;5;6M", [PointerEvent(.scrollUp, x: 4, y: 5)]),
    ("\u{1b}[<65;5;6M", [PointerEvent(.scrollDown, x: 4, y: 5)]),
    // sideways wheel and further buttons: nothing of ours
    ("\u{1b}[<66;5;6M", []), ("\u{1b}[<67;5;6M", []), ("\u{1b}[<128;5;6M", []),
    // beyond the 223 columns of the older form
    ("\u{1b}[<0;300;90M", [PointerEvent(.press, x: 299, y: 89)]),
    // Shift 4, Alt 8, Control 16
    ("\u{1b}[<4;2;2M", [PointerEvent(.press, x: 1, y: 1, modifiers: .shift)]),
    ("\u{1b}[<8;2;2M", [PointerEvent(.press, x: 1, y: 1, modifiers: .alt)]),
    ("\u{1b}[<16;2;2M", [PointerEvent(.press, x: 1, y: 1, modifiers: .control)]),
    ("\u{1b}[<80;2;2M", [PointerEvent(.scrollUp, x: 1, y: 1, modifiers: .control)]),
    ("\u{1b}[<39;2;2M", [PointerEvent(.move, x: 1, y: 1, modifiers: .shift)]),
  ]

  @Test(arguments: reports)
  func aReportIsAnEvent(bytes: String, expected: [PointerEvent]) {
    #expect(events(bytes.utf8) == expected.map(InputEvent.pointer))
    var decoder = InputDecoder()
    #expect(bytes.utf8.flatMap { decoder.decode([$0]) } == expected.map(InputEvent.pointer))
  }

  @Test func aStrokeIsAPressDragsAndARelease() {
    #expect(
      events("\u{1b}[<0;2;2M\u{1b}[<32;3;2M\u{1b}[<32;4;2M\u{1b}[<0;4;2m\u{1b}[<35;5;2M".utf8) == [
        .pointer(PointerEvent(.press, x: 1, y: 1)),
        .pointer(PointerEvent(.drag, x: 2, y: 1)),
        .pointer(PointerEvent(.drag, x: 3, y: 1)),
        .pointer(PointerEvent(.release, x: 3, y: 1)),
        .pointer(PointerEvent(.move, x: 4, y: 1)),
      ])
  }

  /// The window got the focus by the press, and kept it to itself.
  @Test func aDragWithoutPressBeginsAStroke() {
    #expect(
      events("\u{1b}[<32;3;2M\u{1b}[<32;4;2M".utf8) == [
        .pointer(PointerEvent(.press, x: 2, y: 1)),
        .pointer(PointerEvent(.drag, x: 3, y: 1)),
      ])
  }

  /// The button was let go outside the window.
  @Test func aMovementWithNoButtonEndsTheStroke() {
    #expect(
      events("\u{1b}[<2;3;2M\u{1b}[<35;9;9M\u{1b}[<35;9;8M".utf8) == [
        .pointer(PointerEvent(.press, x: 2, y: 1, button: .right)),
        .pointer(PointerEvent(.release, x: 8, y: 8, button: .right)),
        .pointer(PointerEvent(.move, x: 8, y: 8)),
        .pointer(PointerEvent(.move, x: 8, y: 7)),
      ])
  }

  /// ESC [ M and three bytes, 32 being zero: from a terminal that knows no other form.
  @Test func theOlderFormIsReadToo() {
    let bytes = [(0, 5, 6), (32, 6, 6), (3, 6, 6), (35, 7, 7), (64, 1, 1)].flatMap { code, x, y in
      Array("\u{1b}[M".utf8) + [code, x, y].map { UInt8($0 + 32) }
    }
    #expect(
      events(bytes) == [
        .pointer(PointerEvent(.press, x: 4, y: 5)),
        .pointer(PointerEvent(.drag, x: 5, y: 5)),
        .pointer(PointerEvent(.release, x: 5, y: 5)),
        .pointer(PointerEvent(.move, x: 6, y: 6)),
        .pointer(PointerEvent(.scrollUp, x: 0, y: 0)),
      ])
  }

  @Test func aBurstKeepsItsOrder() {
    let burst = (1...300).map { "\u{1b}[<32;\($0);7M" }.joined()
    let heard = events("\u{1b}[<0;1;7M\(burst)\u{1b}[<0;300;7m".utf8)
    #expect(heard.count == 302)
    #expect(heard.first == .pointer(PointerEvent(.press, x: 0, y: 6)))
    #expect(heard[1...300].map { $0 } == (0..<300).map { .pointer(PointerEvent(.drag, x: $0, y: 6)) })
    #expect(heard.last == .pointer(PointerEvent(.release, x: 299, y: 6)))
  }
}
