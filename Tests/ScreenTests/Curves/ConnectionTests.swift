import Screen
import Testing

@Suite("The lines between units")
struct ConnectionTests {
  func drawn(_ connections: Connections, _ theme: Theme = Theme()) -> Frame {
    var frame = Frame(Size(connections.area.maxX, connections.area.maxY), theme: theme)
    frame.connections(connections)
    return frame
  }

  func straight(_ weight: Double) -> Connections {
    Connections(in: Rect(x: 0, y: 0, width: 4, height: 1), from: [0.5], to: [0.5], weights: [[weight]])
  }

  @Test(
    "have a thickness by weight and a colour by sign",
    arguments: [
      (0, "", nil), (0.1, "⠤⠤⠤⠤", 24), (0.2, "⠤⠤⠤⠤", 24), (-1, "⠶⠶⠶⠶", 172), (2, "⣶⣶⣶⣶", 75),
    ] as [(Double, String, UInt8?)])
  func looks(weight: Double, line: String, entry: UInt8?) {
    let frame = drawn(straight(weight))
    #expect(frame.lines == [line])
    if let entry { #expect(frame[1, 0].foreground == .indexed(entry)) }
  }

  @Test("are whole where they cross, in the colour of the strongest")
  func order() {
    let area = Rect(x: 0, y: 0, width: 6, height: 3)
    let both = Connections(in: area, from: [0.5, 2.5], to: [0.5, 2.5], weights: [[0, 2], [0.5, 0]])
    let strong = Connections(in: area, from: [0.5, 2.5], to: [0.5, 2.5], weights: [[0, 2], [0, 0]])
    let (crossed, alone) = (drawn(both), drawn(strong))
    let weak = drawn(Connections(in: area, from: [0.5, 2.5], to: [0.5, 2.5], weights: [[0, 0], [0.5, 0]]))
    func dots(_ cell: Cell) -> UInt32 { cell.glyph == " " ? 0 : cell.glyph.value - 0x2800 }
    for (index, cell) in crossed.cells.enumerated() {
      #expect(dots(cell) == dots(alone.cells[index]) | dots(weak.cells[index]))
      if dots(alone.cells[index]) != 0 { #expect(cell.foreground == alone.cells[index].foreground) }
    }
  }

  @Test("leave a unit in the order of where they go")
  func ports() {
    var fan = Connections(
      in: Rect(x: 0, y: 0, width: 8, height: 6), from: [3], to: [0.5, 3, 5.5], weights: [[2], [2], [2]])
    fan.ports = (source: 3, target: 0)
    #expect([0, 1, 2].map { fan.row(of: Connections.Link(source: 0, target: $0), column: 0) } == [1, 3, 4])
  }

  @Test("go to the colour of rules, one dot thick, while another unit is current")
  func hot() {
    var connections = straight(2)
    connections.hot = []
    let cold = drawn(connections)
    #expect(cold.lines == ["⠤⠤⠤⠤"])
    #expect(cold[0, 0].foreground == .indexed(238))
    connections.hot = [Connections.Link(source: 0, target: 0)]
    #expect(drawn(connections) == drawn(straight(2)))
  }

  @Test("become thinner where more than thirty share a gap")
  func crowd() {
    let units = 6
    let places = (0..<units).map { Double($0) + 0.5 }
    var weights = Array(repeating: Array(repeating: 0.44, count: units), count: units)
    weights[0][0] = 2
    let area = Rect(x: 0, y: 0, width: 4, height: units)
    let frame = drawn(Connections(in: area, from: places, to: places, weights: weights))
    #expect(frame.lines == ["⠶⠶⠶⠶", "", "", "", "", ""])
  }

  @Test("are dashed where they are negative and there is no colour")
  func dashes() {
    let theme = Theme(.monochrome)
    #expect(drawn(straight(1), theme).lines == ["⠶⠶⠶⠶"])
    #expect(drawn(straight(-0.3), theme).lines == ["⠄⠠ ⠄"])
  }

  @Test("are put together from whole cells without braille, the strongest heavy")
  func traced() {
    let area = Rect(x: 0, y: 0, width: 10, height: 4)
    func lines(_ weight: Double) -> [String] {
      let line = Connections(in: area, from: [0.5], to: [3.5], weights: [[weight]])
      return drawn(line, Theme(glyphs: .blocks)).lines
    }
    #expect(lines(1) == ["───╮", "   ╰╮", "    ╰─╮", "      ╰───"])
    #expect(lines(2) == ["━━━┓", "   ┗┓", "    ┗━┓", "      ┗━━━"])
  }

  @Test(
    "in ASCII are all but the weakest: sloped, steep, or nearly level at three heights",
    arguments: [
      (0.1, 6, 0.5, 3.5, ["", "", "", ""]),
      (1, 6, 0.5, 3.5, ["-\\", "  \\", "   \\", "    \\-"]),
      (-1, 6, 3.5, 0.5, ["    /-", "   /", "  /", "-/"]),
      (1, 12, 0.5, 0.5, ["------------", "", "", ""]),
      (2, 12, 0.5, 0.5, ["============", "", "", ""]),
      (1, 12, 0.5, 1.5, ["----__", "      '''---", "", ""]),
      (1, 5, 0.5, 9.5, ["-", " |", " |", "  |", "  |", "  |", "   |", "   |", "   |", "    -"]),
    ] as [(Double, Int, Double, Double, [String])])
  func ascii(weight: Double, width: Int, start: Double, end: Double, lines: [String]) {
    let area = Rect(x: 0, y: 0, width: width, height: lines.count)
    let line = Connections(in: area, from: [start], to: [end], weights: [[weight]])
    #expect(drawn(line, Theme(glyphs: .ascii)).lines == lines)
  }

  @Test("are left out where a layer has fewer units than weights")
  func mismatch() {
    let area = Rect(x: 0, y: 0, width: 4, height: 2)
    let frame = drawn(Connections(in: area, from: [0.5], to: [0.5], weights: [[2, 2], [2, 2]]))
    #expect(frame.lines == ["⣶⣶⣶⣶", ""])
  }
}
