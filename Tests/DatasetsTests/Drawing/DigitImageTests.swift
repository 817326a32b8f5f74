import Datasets
import Foundation
import Testing

/// Drawings brought to 28×28 as MNIST's digits were.
struct DigitImageTests {
  private static func circle(radius: Double, steps: Int = 60) -> [PenPoint] {
    (0...steps).map { step in
      let angle = Double(step) / Double(steps) * 2 * .pi
      return PenPoint(x: radius * sin(angle), y: radius * cos(angle))
    }
  }

  private static func line(_ numbers: Double...) -> [PenPoint] {
    stride(from: 0, to: numbers.count, by: 2).map { PenPoint(x: numbers[$0], y: numbers[$0 + 1]) }
  }

  static let drawings: [(name: String, drawing: Drawing)] = [
    ("zero", Drawing(strokes: [circle(radius: 1)])),
    ("one", Drawing(strokes: [line(3, 0, 3, 50)])),
    ("dash", Drawing(strokes: [line(0, 1, 40, 1)])),
    ("seven", Drawing(strokes: [line(0, 0, 10, 0, 3, 20)])),
    ("four", Drawing(strokes: [line(0, 0, 0, 5, 6, 5), line(5, 1, 5, 12)])),
    ("slash", Drawing(strokes: [line(0, 0.001, 0.0005, 0)])),
    ("dot", Drawing(strokes: [line(123, 456)])),
    ("dot with a tail of nothing", Drawing(strokes: [line(5, 5, 5, 5, 5, 5)])),
    ("two dots", Drawing(strokes: [line(0, 0), line(9, 4)])),
    ("far away", Drawing(strokes: [line(1e8, 1e8, 1e8 + 5, 1e8 + 9)])),
  ]

  @Test("the ink fits 20×20, and its centre of mass is in the middle", arguments: drawings)
  func framing(name: String, drawing: Drawing) {
    let picture = drawing.digitImage()
    #expect(picture.count == 784)
    let ink = Ink(picture, width: 28)
    #expect(max(ink.width, ink.height) <= 20)
    // Half a pixel, and the little by which a symmetric drawing is kept from trembling between two places.
    #expect(abs(ink.centre.x - 14) <= 0.51)
    #expect(abs(ink.centre.y - 14) <= 0.51)
    if name != "dot" && name != "dot with a tail of nothing" { #expect(max(ink.width, ink.height) >= 19) }
  }

  @Test("the picture does not depend on place or unit", arguments: drawings)
  func units(name: String, drawing: Drawing) {
    let moved = Drawing(strokes: drawing.strokes.map { $0.map { PenPoint(x: $0.x * 8 + 32, y: $0.y * 8 - 64) } })
    let (a, b) = (drawing.digitImage(), moved.digitImage())
    #expect(zip(a, b).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
  }

  @Test("a heavy corner moves the ink towards its edge, never over it")
  func heavyCorner() {
    // A scribble in one corner and a thin tail: the centre of mass is nearly in the corner.
    let scribble = (0..<200).map { (step: Int) -> PenPoint in PenPoint(x: Double(step % 2) * 4, y: Double(step) / 50) }
    let drawing = Drawing(strokes: [scribble, Self.line(0, 0, 20, 20)])
    let ink = Ink(drawing.digitImage(), width: 28)
    #expect((ink.width, ink.height) == (20, 20))
    #expect(ink.centre.x < 14.5)
  }

  @Test(
    "nothing drawn is an empty picture",
    arguments: [
      Drawing(), Drawing(strokes: [[]]), Drawing(strokes: [[], []]),
      Drawing(strokes: [[PenPoint(x: .nan, y: 1), PenPoint(x: 1, y: .infinity)]]),
      Drawing(strokes: [[PenPoint(x: 1e300, y: 1)]]),
    ])
  func empty(drawing: Drawing) {
    #expect(drawing.isEmpty)
    #expect(drawing.digitImage().allSatisfy { $0 == 0 })
  }

  @Test("points that lie nowhere are passed over")
  func nan() {
    let clean = Drawing(strokes: [Self.line(0, 0, 10, 0, 3, 20)])
    var spoilt = clean
    spoilt.strokes[0].insert(PenPoint(x: .nan, y: 3), at: 1)
    spoilt.strokes[0].append(PenPoint(x: -.infinity, y: 3))
    spoilt.strokes.append([PenPoint(x: 1, y: .nan)])
    #expect(spoilt.digitImage() == clean.digitImage())
    #expect(!spoilt.isEmpty)
  }

  @Test("a million points end in a picture as any number does")
  func million() {
    let scribble = (0..<1_000_000).map { (step: Int) -> PenPoint in
      PenPoint(x: Double(step * 7919 % 1000), y: Double(step * 104_729 % 997))
    }
    let ink = Ink(Drawing(strokes: [scribble]).digitImage(), width: 28)
    #expect((ink.width, ink.height) == (20, 20))
  }

  @Test("points a hair apart change nothing that can be seen")
  func dense() {
    let sparse = Drawing(strokes: [Self.circle(radius: 1, steps: 60)])
    let dense = Drawing(strokes: [Self.circle(radius: 1, steps: 60_000)])
    #expect(zip(sparse.digitImage(), dense.digitImage()).allSatisfy { abs(Int($0) - Int($1)) <= 16 })
  }

  @Test("any pen width gives a picture", arguments: [-1, 0, 0.1, 0.5, 2, 8, 100, .infinity, .nan])
  func pens(width: Double) {
    let picture = Self.drawings[3].drawing.digitImage(penWidth: width)
    let ink = Ink(picture, width: 28)
    #expect(max(ink.width, ink.height) <= 20)
    #expect(ink.width > 0)
  }

  @Test("a cross looks like this, and has no ink elsewhere")
  func cross() {
    // The pen leaves full ink within 0.75 pixels of its line and none beyond 1.75: a quarter at 1.5.
    let picture = Drawing(strokes: [Self.line(0, 5, 10, 5), Self.line(5, 0, 5, 10)]).digitImage()
    let shades = Array(".:#@")
    let rows = (0..<28).map { row in String((0..<28).map { shades[Int(picture[row * 28 + $0]) / 64] }) }
    let blank = String(repeating: ".", count: 28)
    #expect(rows[..<5].allSatisfy { $0 == blank } && rows[25...].allSatisfy { $0 == blank })
    #expect(
      rows[5..<25].joined(separator: "\n") == """
        ..............::............
        ..............@@............
        .............:@@:...........
        .............:@@:...........
        .............:@@:...........
        .............:@@:...........
        .............:@@:...........
        .............:@@:...........
        .......:::::::@@:::::::.....
        .....:@@@@@@@@@@@@@@@@@@:...
        .....:@@@@@@@@@@@@@@@@@@:...
        .......:::::::@@:::::::.....
        .............:@@:...........
        .............:@@:...........
        .............:@@:...........
        .............:@@:...........
        .............:@@:...........
        .............:@@:...........
        ..............@@............
        ..............::............
        """)
  }
}

/// Where the ink of a picture lies.
struct Ink {
  var width = 0
  var height = 0
  var centre = (x: 0.0, y: 0.0)

  init(_ picture: [UInt8], width side: Int) {
    let inked = picture.indices.filter { picture[$0] > 0 }
    guard !inked.isEmpty else { return }
    let mass = inked.reduce(0.0) { $0 + Double(picture[$1]) }
    let (columns, rows) = (inked.map { $0 % side }, inked.map { $0 / side })
    width = (columns.max() ?? 0) - (columns.min() ?? 0) + 1
    height = (rows.max() ?? 0) - (rows.min() ?? 0) + 1
    centre.x = inked.reduce(0) { $0 + Double(picture[$1]) * Double($1 % side) } / mass
    centre.y = inked.reduce(0) { $0 + Double(picture[$1]) * Double($1 / side) } / mass
  }
}
