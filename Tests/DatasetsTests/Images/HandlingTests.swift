import Datasets
import Testing

@Suite("What makes a picture hard to read") struct HandlingTests {
  /// A picture as text: a full stop is the ground, # full ink, a figure tenths of it.
  private func picture(_ rows: [String]) -> [UInt8] {
    rows.flatMap { row in row.map { $0 == "#" ? 255 : UInt8((Double($0.wholeNumberValue ?? 0) * 25.5).rounded()) } }
  }

  private func text(_ picture: [UInt8], width: Int) -> [String] {
    stride(from: 0, to: picture.count, by: width).map { start in
      picture[start..<start + width].map { value in
        let tenth = Int((Double(value) / 25.5).rounded())
        return tenth == 0 ? "." : tenth == 10 ? "#" : "\(tenth)"
      }.joined()
    }
  }

  private let corner = ["##...", "#....", ".....", ".....", "....."]

  @Test(
    "each handle does what it says",
    arguments: [
      (Handle.right, 2.0, ["..##.", "..#..", ".....", ".....", "....."]),
      (.down, 1, [".....", "##...", "#....", ".....", "....."]),
      (.turn, 90, ["...##", "....#", ".....", ".....", "....."]),
      (.thickness, 1, ["###..", "##...", "#....", ".....", "....."]),
      (.thickness, -1, [".....", ".....", ".....", ".....", "....."]),
      (.light, 0.5, ["55...", "5....", ".....", ".....", "....."]),
    ])
  func handles(_ handle: Handle, _ value: Double, _ expected: [String]) {
    var handling = Handling()
    handling[handle] = value
    #expect(text(handling.applied(to: picture(corner), width: 5, height: 5), width: 5) == expected)
    handling[handle] = handle.range.none
    #expect(handling.isNone)
    #expect(handling.applied(to: picture(corner), width: 5, height: 5) == picture(corner))
  }

  @Test("covers the middle, and shrinks toward it")
  func middle() {
    let full = [UInt8](repeating: 255, count: 25)
    var covered = Handling()
    covered[.cover] = 0.6
    #expect(
      text(covered.applied(to: full, width: 5, height: 5), width: 5) == ["#####", "#...#", "#...#", "#...#", "#####"])
    var shrunk = Handling()
    shrunk[.size] = 0.5
    let small = text(shrunk.applied(to: full, width: 5, height: 5), width: 5)
    #expect(small[0] == "....." && small[2] == ".###.")
  }

  @Test("stays within its ranges", arguments: Handle.allCases)
  func ranges(_ handle: Handle) {
    var handling = Handling()
    handling[handle] = 1e6
    #expect(handling[handle] == handle.range.high)
    handling[handle] = -1e6
    #expect(handling[handle] == handle.range.low)
  }

  @Test("does the same to every colour")
  func colours() {
    var handling = Handling()
    handling[.right] = 1
    let plane = picture(corner)
    let moved = handling.applied(to: plane, width: 5, height: 5)
    #expect(handling.applied(to: plane + plane + plane, width: 5, height: 5) == moved + moved + moved)
  }
}
