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
    ])
  func features(text: [String], form: PixelForm) throws {
    #expect(try PixelForm(features: text) == form)
    #expect(form.features == text)
  }

  @Test(
    "says what is wrong with a feature",
    arguments: [
      ("pixels:20", "\"pixels:20\" gives no picture size: write it as pixels:20x20, each side from 1 to 64"),
      ("pixels:0x5", "\"pixels:0x5\" gives no picture size: write it as pixels:20x20, each side from 1 to 64"),
      ("pixels:65x5", "\"pixels:65x5\" gives no picture size: write it as pixels:20x20, each side from 1 to 64"),
      ("x1", "pictures have no feature \"x1\": choose from pixels, pixels:WIDTHxHEIGHT and gray"),
    ])
  func badFeatures(text: String, sentence: String) {
    #expect {
      try PixelForm(features: [text])
    } throws: { error in
      #expect("\(error)" == sentence)
      return true
    }
  }
}
