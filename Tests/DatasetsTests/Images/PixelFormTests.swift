import Datasets
import Testing

/// Pictures in another form: fewer classes, another size, no colour.
struct PixelFormTests {
  private let ramp = ImageSet(
    width: 4, height: 2, channels: 1,
    pixels: [0, 40, 80, 120, 100, 140, 180, 220] + [UInt8](repeating: 255, count: 8),
    labels: [2, 0], classNames: ["a", "b", "c"])

  @Test(
    "an area's mean becomes a pixel",
    arguments: [
      // Halves: (0 + 40 + 100 + 140) / 4, (80 + 120 + 180 + 220) / 4.
      (2, 1, [70, 150]),
      (4, 2, [0, 40, 80, 120, 100, 140, 180, 220]),
      // A third of four columns: (0 + 40/3) / (4/3) = 10, (80/3 + 160/3) / (4/3) = 60, 110; 100 more below.
      (3, 2, [10, 60, 110, 110, 160, 210]),
      // Larger: each pixel twice.
      (8, 2, [0, 0, 40, 40, 80, 80, 120, 120, 100, 100, 140, 140, 180, 180, 220, 220]),
      (1, 1, [110]),
    ])
  func resampling(width: Int, height: Int, pixels: [UInt8]) {
    let set = ramp.resampled(width: width, height: height)
    #expect(Array(set.picture(0)) == pixels)
    #expect(set.picture(1).allSatisfy { $0 == 255 })
    #expect((set.width, set.height, set.labels) == (width, height, ramp.labels))
  }

  @Test(
    "colour becomes brightness: 0.299 R + 0.587 G + 0.114 B",
    arguments: [
      ([255, 255, 255], 255), ([0, 0, 0], 0), ([255, 0, 0], 76), ([0, 255, 0], 150), ([0, 0, 255], 29),
      ([10, 20, 30], 18),
    ] as [([UInt8], UInt8)])
  func gray(colour: [UInt8], brightness: UInt8) {
    let set = ImageSet(width: 1, height: 1, channels: 3, pixels: colour, labels: [0], classNames: ["a"])
    #expect(set.withoutColour().pixels == [brightness])
    #expect(set.withoutColour().withoutColour().channels == 1)
  }

  @Test("chosen classes are numbered in the order chosen")
  func choosing() {
    let set = ramp.choosing(classes: [0, 2])
    #expect(set.labels == [1, 0])
    #expect(set.classNames == ["a", "c"])
    #expect(set.pixels == ramp.pixels)
    let one = ramp.choosing(classes: [0])
    #expect(one.labels == [0])
    #expect(one.pixels == Array(ramp.picture(1)))
  }

  @Test(
    "reads and writes features of pictures",
    arguments: [
      (["pixels"], PixelForm()),
      (["pixels:20x16"], PixelForm(size: .init(width: 20, height: 16))),
      (["gray"], PixelForm(isGray: true)),
      (["pixels:14x14", "gray"], PixelForm(size: .init(width: 14, height: 14), isGray: true)),
      (["gray", "deskewed"], PixelForm(isGray: true, isDeskewed: true)), (["deskewed"], PixelForm(isDeskewed: true)),
      (["deskewed", "stretched"], PixelForm(isDeskewed: true, isStretched: true)),
    ])
  func features(text: [String], form: PixelForm) throws {
    #expect(try PixelForm(features: text) == form)
    #expect(form.features == text)
  }

  @Test("gray:20x16 is gray and of that size, and other tools' word for it")
  func graySize() throws {
    let form = PixelForm(size: .init(width: 20, height: 16), isGray: true)
    #expect(try PixelForm(features: ["gray:20x16"]) == form)
    #expect(try PixelForm(features: ["grey:20x16"]) == form)
    #expect(form.features == ["pixels:20x16", "gray"])
  }

  @Test(
    "says what is wrong with a feature",
    arguments: [
      ("pixels:20", "\"pixels:20\" gives no picture size: write it as pixels:20x20, each side from 1 to 64"),
      ("pixels:0x5", "\"pixels:0x5\" gives no picture size: write it as pixels:20x20, each side from 1 to 64"),
      ("gray:65x5", "\"gray:65x5\" gives no picture size: write it as gray:20x20, each side from 1 to 64"),
      ("pixels:65x5", "\"pixels:65x5\" gives no picture size: write it as pixels:20x20, each side from 1 to 64"),
      ("x1", "pictures have no feature \"x1\": choose from pixels, pixels:WIDTHxHEIGHT, gray, deskewed and stretched"),
    ])
  func badFeatures(text: String, sentence: String) {
    #expect {
      try PixelForm(features: [text])
    } throws: { error in
      #expect("\(error)" == sentence)
      return true
    }
  }

  /// A slash that leans over by one pixel a row stands upright, in the column of its middle.
  @Test("sets leaning ink upright") func deskewed() throws {
    let side = 5
    let slash = (0..<side * side).map { UInt8($0 / side + $0 % side == side - 1 ? 200 : 0) }
    let upright = (0..<side * side).map { UInt8($0 % side == side / 2 ? 200 : 0) }
    let set = ImageSet(width: side, height: side, channels: 1, pixels: slash, labels: [0], classNames: ["slash"])
    #expect(set.shown(as: try PixelForm(features: ["deskewed"])).pixels == upright)
    let empty = [UInt8](repeating: 0, count: side * side)
    let blank = ImageSet(width: side, height: side, channels: 1, pixels: empty, labels: [0], classNames: ["none"])
    #expect(blank.framed(upright: true, stretched: true) == blank)
  }

  /// Ink of any size and place comes to the middle, with a seventh of the width and three fourteenths of the height as its
  /// deviations: two dots stand for it.
  @Test("stretches ink to one size", arguments: [(9, 3, 12, 6), (4, 2, 8, 20), (18, 8, 23, 14)])
  func stretched(x: Int, y: Int, toX: Int, toY: Int) throws {
    let side = 28
    let pixels = (0..<side * side).map { place -> UInt8 in
      let (column, row) = (place % side, place / side)
      return (x...toX).contains(column) && (y...toY).contains(row) ? 200 : 0
    }
    let set = ImageSet(width: side, height: side, channels: 1, pixels: pixels, labels: [0], classNames: ["block"])
    let framed = set.shown(as: try PixelForm(features: ["stretched"])).pixels
    func spread(_ place: (Int) -> Int) -> (middle: Double, deviation: Double) {
      let mass = framed.reduce(0.0) { $0 + Double($1) }
      let middle = framed.indices.reduce(0.0) { $0 + Double(framed[$1]) * Double(place($1)) } / mass
      let square = framed.indices.reduce(0.0) {
        $0 + Double(framed[$1]) * (Double(place($1)) - middle) * (Double(place($1)) - middle)
      }
      return (middle, (square / mass).squareRoot())
    }
    let (across, down) = (spread { $0 % side }, spread { $0 / side })
    #expect(abs(across.middle - 13.5) < 0.2 && abs(down.middle - 13.5) < 0.2)
    // As far as the bounds of stretching let it: no more than 1 ∕ 0.55 and 1 ∕ 0.6.
    let deviation = (x: Double(toX - x + 1) / 12.0.squareRoot(), y: Double(toY - y + 1) / 12.0.squareRoot())
    #expect(abs(across.deviation - min(4, deviation.x / 0.55)) < 0.4)
    #expect(abs(down.deviation - min(6, deviation.y / 0.6)) < 0.4)
  }
}
