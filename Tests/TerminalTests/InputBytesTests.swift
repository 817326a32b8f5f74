import Screen
import Terminal
import Testing

/// What a terminal sends for each key.
@Suite struct InputBytesTests {
  static let keys: [(bytes: String, key: Key)] = [
    ("a", .character("a")), ("Z", .character("Z")), (" ", .space), ("~", .character("~")),
    ("é", .character("é")), ("−", .character("−")), ("𝄞", .character("𝄞")),
    ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7f}", .backspace), ("\u{08}", .backspace),
    ("\u{01}", .control("a")), ("\u{03}", .control("c")), ("\u{0c}", .control("l")), ("\u{1a}", .control("z")),
    ("\u{00}", .control(" ")), ("\u{1c}", .control("\\")), ("\u{1f}", .control("_")),
    // Arrows in both forms: as they are, and in the mode in which keypads send keys of their own.
    ("\u{1b}[A", .up), ("\u{1b}[B", .down), ("\u{1b}[C", .right), ("\u{1b}[D", .left),
    ("\u{1b}OA", .up), ("\u{1b}OB", .down), ("\u{1b}OC", .right), ("\u{1b}OD", .left),
    // With Shift and with Control, by xterm and by rxvt.
    ("\u{1b}[1;2A", .up), ("\u{1b}[1;5C", .right), ("\u{1b}[a", .up), ("\u{1b}Od", .left),
    // xterm; rxvt and the Linux console; the mode with keys of their own.
    ("\u{1b}[H", .home), ("\u{1b}[1~", .home), ("\u{1b}[7~", .home), ("\u{1b}OH", .home),
    ("\u{1b}[F", .end), ("\u{1b}[4~", .end), ("\u{1b}[8~", .end), ("\u{1b}OF", .end),
    ("\u{1b}[2~", .insert), ("\u{1b}[3~", .delete), ("\u{1b}[5~", .pageUp), ("\u{1b}[6~", .pageDown),
    ("\u{1b}[3;5~", .delete), ("\u{1b}[Z", .backTab),
    ("\u{1b}OP", .function(1)), ("\u{1b}[11~", .function(1)), ("\u{1b}[[A", .function(1)),
    ("\u{1b}[1;2P", .function(1)), ("\u{1b}O2P", .function(1)), ("\u{1b}O1;5P", .function(1)), ("\u{1b}O5C", .right),
    ("\u{1b}OR", .function(3)), ("\u{1b}[R", .function(3)), ("\u{1b}[13~", .function(3)),
    ("\u{1b}OS", .function(4)), ("\u{1b}[14~", .function(4)), ("\u{1b}[[E", .function(5)), ("\u{1b}[15~", .function(5)),
    ("\u{1b}[17~", .function(6)), ("\u{1b}[21~", .function(10)), ("\u{1b}[23~", .function(11)),
    ("\u{1b}[24~", .function(12)), ("\u{1b}[25~", .function(13)), ("\u{1b}[29~", .function(16)),
    ("\u{1b}[34~", .function(20)),
    // The keypad where it sends keys of its own.
    ("\u{1b}OM", .enter), ("\u{1b}Op", .character("0")), ("\u{1b}Oy", .character("9")), ("\u{1b}Ok", .character("+")),
    ("\u{1b}Om", .character("-")), ("\u{1b}On", .character(".")),
    // xterm's modifyOtherKeys and kitty's CSI u, the latter with kinds of event and other details.
    ("\u{1b}[27;2;9~", .backTab), ("\u{1b}[9;2u", .backTab), ("\u{1b}[9u", .tab), ("\u{1b}[13;2u", .enter),
    ("\u{1b}[27u", .escape), ("\u{1b}[127;5u", .backspace), ("\u{1b}[97u", .character("a")),
    ("\u{1b}[97;2u", .character("A")), ("\u{1b}[97:65;2:1;65u", .character("A")), ("\u{1b}[27;2;43~", .character("+")),
    ("\u{1b}[99;5u", .control("c")), ("\u{1b}[27;5;99~", .control("c")), ("\u{1b}[105;5u", .tab),
    ("\u{1b}[32;1:2u", .space), ("\u{1b}[1;1:1A", .up), ("\u{1b}[3;1:2~", .delete),
    // With the shifted character or the text told; without either, letters have capitals; with the capitals' lock.
    ("\u{1b}[49:33;2u", .character("!")), ("\u{1b}[49;2;33u", .character("!")), ("\u{1b}[33;2u", .character("!")),
    ("\u{1b}[233u", .character("é")), ("\u{1b}[233;2u", .character("É")), ("\u{1b}[233:201;2u", .character("É")),
    ("\u{1b}[27;1;8722~", .character("−")), ("\u{1b}[119070u", .character("𝄞")), ("\u{1b}[97;65u", .character("A")),
    ("\u{1b}[223;2u", .character("ß")),
    // The keys that kitty numbers for itself: the keypad, and those beyond F12.
    ("\u{1b}[57399u", .character("0")), ("\u{1b}[57408u", .character("9")), ("\u{1b}[57409u", .character(".")),
    ("\u{1b}[57412u", .character("-")), ("\u{1b}[57413u", .character("+")), ("\u{1b}[57414u", .enter),
    ("\u{1b}[57417u", .left), ("\u{1b}[57420;1:1u", .down), ("\u{1b}[57426u", .delete),
    ("\u{1b}[57376u", .function(13)),
  ]

  @Test(arguments: keys)
  func aKeyIsKnownByItsBytes(bytes: String, key: Key) {
    var decoder = InputDecoder()
    #expect(decoder.decode(bytes.utf8) == [.key(key)])
    #expect(decoder.pause == nil)
  }

  @Test(arguments: keys)
  func bytesMayArriveOneByOne(bytes: String, key: Key) {
    var decoder = InputDecoder()
    #expect(bytes.utf8.flatMap { decoder.decode([$0]) } == [.key(key)])
  }

  @Test func everyCutOfALongTypingGivesTheSameEvents() {
    let others = "\u{1b}[<0;300;5M\u{1b}[<0;300;5m\u{1b}[200~x\u{1b}[201~"
    let bytes = Array((Self.keys.map(\.bytes).joined() + others).utf8)
    var whole = InputDecoder()
    let expected = whole.decode(bytes)
    #expect(expected.count == Self.keys.count + 3)
    for cut in bytes.indices {
      var decoder = InputDecoder()
      #expect(decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...]) == expected)
    }
  }

  @Test func escapeAloneIsAKeyOnceTimeHasPassed() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1b]).isEmpty)
    #expect(decoder.pause == .escape)
    #expect(decoder.timeOut() == [.key(.escape)])
    #expect(decoder.pause == nil)
    #expect(decoder.timeOut().isEmpty)
  }

  @Test(arguments: [
    ("\u{1b}\u{1b}[A", [Key.escape, .up]),
    // With Alt a key is none of ours; what follows it is.
    ("\u{1b}q", []), ("\u{1b}q.", [.character(".")]),
    ("\u{1b}\r", []), ("\u{1b}\u{7f}", []), ("\u{1b}é", []), ("\u{1b}éé", [.character("é")]),
    ("\u{1b}\u{3}", [.escape, .control("c")]),
  ])
  func escapeMayBeFollowedAtOnceByAnotherKey(bytes: String, keys: [Key]) {
    var decoder = InputDecoder()
    #expect(decoder.decode(bytes.utf8) == keys.map(InputEvent.key))
  }

  /// Bytes that mean nothing are dropped whole; the `q` after them is heard.
  @Test(
    arguments: [
      ("a byte that begins no character", [0xff]),
      ("a second half alone", [0xa9]),
      ("an overlong slash", [0xc0, 0xaf]),
      ("an overlong slash of three bytes", [0xe0, 0x80, 0xaf]),
      ("a surrogate", [0xed, 0xa0, 0x80]),
      ("beyond Unicode", [0xf4, 0x90, 0x80, 0x80]),
      ("a control of the second half", [0xc2, 0x9b]),
      ("half a character", [0xe2, 0x96]),
      ("the focus gained and lost", Array("\u{1b}[I\u{1b}[O".utf8)),
      ("an unknown key", Array("\u{1b}[99~".utf8)),
      ("an answer nobody asked for", Array("\u{1b}[?62;22c\u{1b}[>0;276;0c\u{1b}[?2026;2$y".utf8)),
      ("more numbers than anything has", Array("\u{1b}[1;2;3;4;5;6;7;8;9;10A".utf8)),
      ("a number without end", Array("\u{1b}[".utf8) + [UInt8](repeating: 0x39, count: 5000) + Array("~".utf8)),
      ("a pointer report with two numbers", Array("\u{1b}[<0;5M".utf8)),
      ("a pointer report in column 0", Array("\u{1b}[<0;0;5M".utf8)),
      ("a sequence cut by the next", Array("\u{1b}[12\u{1b}[I".utf8)),
      ("an unknown letter after ESC O", Array("\u{1b}O!".utf8)),
      ("a key let go", Array("\u{1b}[97;1:3u\u{1b}[1;1:3A\u{1b}[3;5:3~".utf8)),
      ("a modifier or a lock alone", Array("\u{1b}[57441;2u\u{1b}[57358u\u{1b}[57427u".utf8)),
      ("where the cursor is", Array("\u{1b}[24;80R\u{1b}[1;2R\u{1b}[?1;5;1R".utf8)),
      ("what the terminal is, old and new", Array("\u{1b}[1;2c\u{1b}[?62;c\u{1b}[>41;354;0c\u{1b}[0n\u{1b}[?13n".utf8)),
      (
        "the size in cells, in pixels, the colours in SIXEL",
        Array("\u{1b}[8;40;120t\u{1b}[4;800;960t\u{1b}[?1;0;256S".utf8)
      ),
      ("modes that were asked for", Array("\u{1b}[?2026;2$y\u{1b}[4;2$y\u{1b}[?1u".utf8)),
      ("a colour that was set", Array("\u{1b}P1$r48:2::1:2:3m\u{1b}\\\u{1b}P1+r5463\u{1b}\\".utf8)),
      ("Control with what has no control", Array("\u{1b}[233;5u\u{1b}[49;5u".utf8)),
      (
        "numbers that no character has",
        Array("\u{1b}[55296u\u{1b}[1114112u\u{1b}[128u\u{1b}[99999999999999999999u".utf8)
      ),
      ("Alt with a letter", Array("\u{1b}[120;3u\u{1b}[27;3;120~".utf8)),
      ("a colour that was asked for", Array("\u{1b}]11;rgb:1e1e/2a2a/3333\u{1b}\\".utf8)),
      ("the same with BEL", Array("\u{1b}]11;rgb:1e1e/2a2a/3333\u{07}".utf8)),
      ("the terminal's name and version", Array("\u{1b}P>|kitty(0.30.1)\u{1b}\\".utf8)),
      ("SOS, PM and APC", Array("\u{1b}Xq\u{1b}\\\u{1b}^q\u{1b}\\\u{1b}_Gi=31;OK\u{1b}\\".utf8)),
      ("an answer passed on by tmux", Array("\u{1b}Ptmux;\u{1b}\u{1b}]11;x\u{07}\u{1b}\\".utf8)),
      ("an answer given up", Array("\u{1b}]11;rgb\u{18}".utf8)),
      ("an answer with a second half of C1 in it", Array("\u{1b}]0;a\u{9c}b\u{07}".utf8)),
      ("the end of an answer that never began", Array("\u{1b}\\".utf8)),
      ("the end of a paste that never began", Array("\u{1b}[201~".utf8)),
    ] as [(String, [UInt8])])
  func nonsenseIsDropped(what: String, bytes: [UInt8]) {
    var decoder = InputDecoder()
    #expect(decoder.decode(bytes + [UInt8(ascii: "q")]) == [.key(.character("q"))])
  }

  /// Whatever of it comes, in whatever order, cut anywhere, among keys.
  @Test func answersAmongKeysAreNotHeard() {
    let answers = [
      "\u{1b}]11;rgb:1e1e/2a2a/3333\u{1b}\\", "\u{1b}]10;rgb:ff/ff/ff\u{07}", "\u{1b}P>|kitty(0.30.1)\u{1b}\\",
      "\u{1b}[24;80R", "\u{1b}[?62;22c", "\u{1b}[>0;276;0c", "\u{1b}[?2026;2$y", "\u{1b}P1$r0;48:2::1:2:3m\u{1b}\\",
      "\u{1b}[8;40;120t", "\u{1b}]l title\u{1b}\\", "\u{1b}_Gi=31;OK\u{1b}\\", "\u{1b}[I", "\u{1b}[O",
    ]
    for first in answers {
      for second in answers {
        let bytes = Array("a\(first)\(second)\u{1b}[Ab\(first)c".utf8)
        for cut in bytes.indices {
          var decoder = InputDecoder()
          let events = decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...])
          #expect(events == [.key(.character("a")), .key(.up), .key(.character("b")), .key(.character("c"))])
        }
      }
    }
  }

  @Test(arguments: ["\u{1b}]11;rgb:1e1e/2a2a/3333\u{1b}\\", "\u{1b}P>|kitty(0.30.1)\u{1b}\\", "\u{1b}]4;1;x\u{07}"])
  func anAnswerMayBeCutAnywhere(answer: String) {
    let bytes = Array(answer.utf8)
    for cut in bytes.indices.dropFirst() {
      var decoder = InputDecoder()
      #expect(decoder.decode(bytes[..<cut]).isEmpty)
      #expect(decoder.pause != nil)
      #expect(decoder.decode(bytes[cut...] + [UInt8(ascii: "q")]) == [.key(.character("q"))])
    }
  }

  @Test func anAnswerWithoutEndIsEndedByTimeByLengthOrByControlC() {
    var decoder = InputDecoder()
    #expect(decoder.decode("\u{1b}]11;rgb".utf8).isEmpty)
    #expect(decoder.pause == .string)
    #expect(decoder.timeOut().isEmpty && decoder.pause == nil)
    #expect(decoder.decode("\u{1b}]11;\u{03}".utf8) == [.key(.control("c"))])
    #expect(decoder.decode("\u{1b}]".utf8 + [UInt8](repeating: 0x78, count: 4097)).isEmpty)
    #expect(decoder.decode("q".utf8) == [.key(.character("q"))])
  }

  @Test func pastedTextComesInOnePiece() {
    var decoder = InputDecoder()
    #expect(
      decoder.decode("a\u{1b}[200~https://x\r\u{1b}[Aq\u{1b}[201~b".utf8) == [
        .key(.character("a")), .paste("https://x\r\u{1b}[Aq"), .key(.character("b")),
      ])
  }

  @Test func aPasteWithoutEndIsEndedByTimeOrControlC() {
    var decoder = InputDecoder()
    #expect(decoder.decode("\u{1b}[200~abc".utf8).isEmpty)
    #expect(decoder.pause == .paste)
    #expect(decoder.timeOut() == [.paste("abc")])
    #expect(decoder.decode("\u{1b}[200~abc\u{03}q".utf8) == [.paste("abc"), .key(.character("q"))])
  }

  @Test func anEndlessPasteKeepsItsFirstMegabyteAndItsEnd() {
    var decoder = InputDecoder()
    let flood = [UInt8](repeating: UInt8(ascii: "x"), count: 3 << 20)
    #expect(decoder.decode("\u{1b}[200~".utf8).isEmpty)
    #expect(decoder.decode(flood).isEmpty)
    let events = decoder.decode("\u{1b}[201~q".utf8)
    #expect(events == [.paste(String(repeating: "x", count: 1 << 20)), .key(.character("q"))])
  }

  /// Any bytes at all: no trap, and afterwards a key is still heard, at the latest when it is pressed again.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func noBytesMakeItDeaf(seed: UInt64) {
    // xorshift64*, weighted towards the bytes that sequences are made of
    var state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
    func next() -> UInt64 {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return state &* 0x2545_f491_4f6c_dd1d >> 33
    }
    let pieces = Array("\u{1b}[<0123456789;Mm~OPA".utf8)
    var decoder = InputDecoder()
    for _ in 0..<500 {
      let bytes = (0..<next() % 40).map { _ in
        next() % 3 == 0 ? UInt8(next() % 256) : pieces[Int(next() % UInt64(pieces.count))]
      }
      _ = decoder.decode(bytes)
      if decoder.pause != nil { _ = decoder.timeOut() }
    }
    let presses = (0..<8).flatMap { _ in decoder.decode([UInt8(ascii: "q")]) + decoder.timeOut() }
    #expect(presses.contains(.key(.character("q"))))
  }
}
