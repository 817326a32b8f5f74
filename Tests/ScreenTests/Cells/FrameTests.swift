import Screen
import Testing

@Suite("A frame")
struct FrameTests {
  @Test("begins as the theme's ground")
  func ground() {
    let frame = Frame(Size(3, 2), theme: Theme(.dark))
    #expect(frame.cells == Array(repeating: Cell(" ", background: .indexed(233)), count: 6))
    #expect(frame.lines == ["", ""])
  }

  @Test("leaves the terminal's ground where the theme says so")
  func terminalGround() {
    let frame = Frame(Size(1, 1), theme: Theme(.dark, paintsGround: false))
    #expect(frame[0, 0].background == .terminal)
  }

  @Test("ignores what is drawn outside, and shows ground there", arguments: [(-1, 0), (4, 0), (0, -1), (0, 2)])
  func outside(x: Int, y: Int) {
    var frame = Frame(Size(4, 2))
    frame[x, y] = Cell("#")
    #expect(frame == Frame(Size(4, 2)))
    #expect(frame[x, y] == .blank(frame.theme.ground))
  }

  @Test("changes nothing outside the clip, and clips inside a clip to both")
  func clip() {
    var frame = Frame(Size(8, 3))
    frame.clipped(to: Rect(x: 1, y: 1, width: 4, height: 1)) { frame in
      frame.put("abcdefgh", x: 0, y: 0)
      frame.put("abcdefgh", x: 0, y: 1)
      frame.clipped(to: Rect(x: 4, y: 0, width: 4, height: 3)) { $0.put("XXXXXXXX", x: 0, y: 1) }
    }
    frame.put("z", x: 7, y: 2)
    #expect(frame.lines == ["", " bcdX", "       z"])
  }

  @Test("fills a rectangle with the colour of a role")
  func fill() {
    var frame = Frame(Size(4, 2))
    frame.put("abcd", x: 0, y: 1)
    frame.fill(Rect(x: 1, y: 0, width: 2, height: 9), .surface)
    #expect(frame.lines == ["", "a  d"])
    #expect(frame[1, 0].background == .indexed(235))
    #expect(frame[2, 1].background == .indexed(235))
    #expect(frame[3, 1].background == .indexed(233))
  }
}
