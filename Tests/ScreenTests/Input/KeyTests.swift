import Screen
import Testing

@Suite("Keys")
struct KeyTests {
  @Test(
    "have the names that people read on them",
    arguments: [
      (Key.space, "Space"), (.character("a"), "a"), (.character("R"), "R"), (.character("?"), "?"), (.enter, "Enter"),
      (.backTab, "Shift-Tab"), (.left, "Left"), (.pageDown, "PageDown"), (.function(5), "F5"),
      (.control("c"), "Ctrl-C"),
      (.escape, "Esc"),
    ])
  func names(key: Key, name: String) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(
    "are found whatever the case of a long name, single letters with it",
    arguments: [
      ("space", Key.space), ("LEFT", .left), ("ctrl-z", .control("z")), ("f12", .function(12)), ("r", .character("r")),
      ("F", .character("F")),
    ])
  func reading(name: String, key: Key) {
    #expect(Key(name: name) == key)
  }

  @Test("are not found under other names", arguments: ["", "Sapce", "F0", "F99", "Ctrl-", "Ctrl-xy", "Alt-x"])
  func unknown(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test("and pointer events are compared by value")
  func events() {
    let press = PointerEvent(.press, x: 3, y: 4, modifiers: [.shift])
    #expect(InputEvent.pointer(press) != .pointer(PointerEvent(.press, x: 3, y: 4)))
    #expect(press.point == Point(3, 4))
    #expect(InputEvent.resized(Size(80, 24)) == .resized(Size(80, 24)))
  }
}
