import Screen
import Terminal
import Testing

/// What comes faster than a hand types is a paste, also where the terminal puts no brackets around it.
@Suite struct UnbracketedPasteTests {
  private let link = "https://playground.tensorflow.org/#dataset=xor&networkShape=3"

  private func keys(_ text: String) -> [InputEvent] { text.map { .key(.character($0)) } }

  /// What is made of reads that follow each other, each with the time in which its bytes may have come.
  private func events(_ reads: (keys: [InputEvent], milliseconds: Int)...) -> [InputEvent] {
    var paste = UnbracketedPaste()
    let certain = reads.flatMap { paste.take($0.keys, within: .milliseconds($0.milliseconds)) }
    return certain + paste.timeOut()
  }

  @Test func manyCharactersAtOnceAreAPaste() {
    #expect(events((keys(link), 0)) == [.paste(link)])
    #expect(events((keys("abcdefghijklmnop"), 1)) == [.paste("abcdefghijklmnop")])
    #expect(
      events((keys("x\ty, three lines") + [.key(.enter)] + keys("of it"), 1)) == [.paste("x\ty, three lines\rof it")])
  }

  @Test func aPasteMayBeCutAnywhere() {
    for cut in 4...link.count {
      #expect(events((keys(String(link.prefix(cut))), 0), (keys(String(link.dropFirst(cut))), 5)) == [.paste(link)])
    }
  }

  @Test func aPasteEndsWithTheNextKeyThatTypesNothing() {
    #expect(
      events((keys("a") + [.key(.up)] + keys(link) + [.key(.escape)] + keys("b"), 0))
        == keys("a") + [.key(.up), .paste(link), .key(.escape)] + keys("b"))
  }

  @Test func fewCharactersAreKeysAndAreNotHeldBack() {
    var paste = UnbracketedPaste()
    #expect(paste.take(keys("dsp"), within: .zero) == keys("dsp"))
    #expect(!paste.isWaiting)
    #expect(paste.take(keys("0.03") + [.key(.enter)], within: .zero).isEmpty)
    #expect(paste.isWaiting)
    #expect(paste.timeOut() == keys("0.03") + [.key(.enter)])
    #expect(!paste.isWaiting)
  }

  @Test func aKeyThatRepeatsItselfIsAKey() {
    let held = keys(String(repeating: "+", count: 200))
    var paste = UnbracketedPaste()
    #expect(paste.take(held, within: .zero) == held)
    #expect(paste.take([InputEvent](repeating: .key(.down), count: 100), within: .zero).count == 100)
  }

  /// 30 keys a second and 16 more.
  @Test func whatAHandMayHaveTypedMeanwhileAreKeys() {
    let typed = keys("d s xor, then a tanh and 3 units")  // 32 characters
    #expect(events((typed, 500)) == [.paste("d s xor, then a tanh and 3 units")])
    #expect(events((typed, 600)) == typed)
    #expect(events((typed + [.key(.down)] + typed, 600)) == typed + [.key(.down)] + typed)
  }
}
