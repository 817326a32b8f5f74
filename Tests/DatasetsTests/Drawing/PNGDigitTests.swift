import Datasets
import Testing

/// Pictures in PNG, brought to where the pad brings a drawing.
struct PNGDigitTests {
  /// A seven with a pen of the pad's width, as the pad draws it: rows and columns 0…27, 0 no ink, 255 full.
  private static let seven = Drawing(strokes: [
    [PenPoint(x: 0, y: 0), PenPoint(x: 10, y: 0), PenPoint(x: 4, y: 16)]
  ]).digitImage()

  private static func ink(_ x: Int, _ y: Int) -> Int { Int(seven[y * 28 + x]) }

  struct Form: Sendable, CustomTestStringConvertible {
    let file: PNGFile
    /// The samples for an ink of 0…255.
    let samples: @Sendable (Int) -> [Int]
    let testDescription: String

    init(
      _ name: String, depth: Int = 8, color: Int = 0, palette: [UInt8] = [], alphas: [UInt8] = [],
      interlaced: Bool = false,
      _ samples: @escaping @Sendable (Int) -> [Int]
    ) {
      file = PNGFile(
        width: 28, height: 28, depth: depth, color: color, palette: palette, alphas: alphas, isInterlaced: interlaced)
      self.samples = samples
      testDescription = name
    }
  }

  private static let grays = (0...255).flatMap { [UInt8]([UInt8($0), UInt8($0), UInt8($0)]) }

  @Test(
    "is the same picture in every kind of pixel, light on dark or dark on light",
    arguments: [
      Form("light on dark") { [$0] }, Form("dark on light") { [255 - $0] },
      Form("interlaced", interlaced: true) { [$0] },
      Form("16 bits", depth: 16) { [$0 * 257] }, Form("colour", color: 2) { [$0, $0, $0] },
      Form("16 bits a colour", depth: 16, color: 2, interlaced: true) {
        [65_535 - $0 * 257, 65_535 - $0 * 257, 65_535 - $0 * 257]
      },
      Form("palette", color: 3, palette: grays) { [$0] },
      Form("gray and alpha", color: 4) { [255 - $0, 255] }, Form("colour and alpha", color: 6) { [$0, $0, $0, 255] },
      Form("black ink on nothing", color: 4) { [0, $0] },
      Form("white ink on nothing", color: 6) { [255, 255, 255, $0] },
      Form(
        "ink of a palette on nothing", color: 3, palette: [UInt8](repeating: 0, count: 768),
        alphas: (0...255).map { $0 }
      ) { [$0] },
    ])
  func everyKind(form: Form) throws {
    let scratch = try Scratch()
    let bytes = form.file.bytes { x, y in form.samples(Self.ink(x, y)) }
    let image = try Drawing.digitImage(png: scratch.write(bytes, to: "seven.png"))
    // Mixing with a ground rounds.
    #expect(zip(image, Self.seven).allSatisfy { abs(Int($0) - Int($1)) <= 2 })
  }

  @Test("is the same picture with few bits a pixel", arguments: [1, 2, 4])
  func fewBits(depth: Int) throws {
    let scratch = try Scratch()
    let most = 1 << depth - 1
    func level(_ x: Int, _ y: Int) -> Int { (Self.ink(x, y) * most + 127) / 255 }
    let few = PNGFile(width: 28, height: 28, depth: depth).bytes { x, y in [level(x, y)] }
    let plain = PNGFile(width: 28, height: 28).bytes { x, y in [level(x, y) * 255 / most] }
    let image = try Drawing.digitImage(png: scratch.write(few, to: "few.png"))
    #expect(try image == Drawing.digitImage(png: scratch.write(plain, to: "plain.png")))
    #expect(image.contains(255))
  }

  /// Each pixel as a square of so many, off the middle of a larger sheet.
  @Test("is the same picture at any size and place", arguments: [2, 5])
  func anySize(scale: Int) throws {
    let scratch = try Scratch()
    let (left, top) = (scale * 3, scale * 11)
    let bytes = PNGFile(width: scale * 40, height: scale * 55).bytes { x, y in
      guard x >= left, y >= top, x < left + 28 * scale, y < top + 28 * scale else { return [255] }
      return [255 - Self.ink((x - left) / scale, (y - top) / scale)]
    }
    let image = try Drawing.digitImage(png: scratch.write(bytes, to: "large.png"))
    #expect(zip(image, Self.seven).allSatisfy { abs(Int($0) - Int($1)) <= 40 })
    #expect(zip(image, Self.seven).count { abs(Int($0) - Int($1)) > 8 } < 28)
  }

  @Test("what is written is read")
  func written() throws {
    let scratch = try Scratch()
    let file = PNGWriter.file(width: 28, height: 28, rgb: Self.seven.flatMap { [$0, $0, $0] })
    #expect(try Drawing.digitImage(png: scratch.write(file, to: "written.png")) == Self.seven)
  }

  @Test("is taken in as squares of pixels where it is large")
  func large() throws {
    let scratch = try Scratch()
    func image(_ scale: Int) throws -> [UInt8] {
      let bytes = PNGFile(width: 20 * scale, height: 550 * scale).bytes { x, y in
        [(8 * scale..<12 * scale).contains(x) && (25 * scale..<525 * scale).contains(y) ? 0 : 255]
      }
      return try Drawing.digitImage(png: scratch.write(bytes, to: "\(scale).png"))
    }
    #expect(try image(2) == image(1))
  }

  /// Light falls from one side, every pixel is a little off, and there is dust.
  @Test("is found in a photograph, on ground that is not even")
  func photograph() throws {
    let scratch = try Scratch()
    let bytes = PNGFile(width: 150, height: 150).bytes { x, y in
      let dust = (x * 31 + y * 17) % 997 == 37 ? 50 : 0
      let ground = 190 + x * 30 / 150 + y * 20 / 150 + (x * 7 + y * 13 + x * y) % 9 - dust
      let (u, v) = ((x - 20) / 4, (y - 25) / 4)
      guard x >= 20, y >= 25, u < 28, v < 28 else { return [ground] }
      return [ground - (ground - 50) * Self.ink(u, v) / 255]
    }
    let image = try Drawing.digitImage(png: scratch.write(bytes, to: "photo.png"))
    let off = zip(image, Self.seven).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    #expect(off * 3 < Self.seven.reduce(0) { $0 + Int($1) })
  }

  @Test("a thin line becomes as thick as the pad's pen")
  func thinLine() throws {
    let scratch = try Scratch()
    let bytes = PNGFile(width: 300, height: 400).bytes { x, y in
      [(100...299).contains(y) && (148...151).contains(x) ? 0 : 255]
    }
    let image = try Drawing.digitImage(png: scratch.write(bytes, to: "one.png"))
    let row = image[14 * 28..<15 * 28].reduce(0) { $0 + Int($1) }
    #expect(abs(Double(row) / 255 - Drawing.DigitFrame.penWidth) < 0.5)
    let rows = (0..<28).filter { y in image[y * 28..<(y + 1) * 28].contains { $0 > 127 } }
    #expect((19...21).contains(rows.count))
  }

  @Test(
    "says what is wrong with a file",
    arguments: [
      ([], "bad.png is empty; give a picture in PNG"),
      (
        Array("GIF89a..".utf8),
        "bad.png is no PNG file: it starts with 47 49 46 38 39 61 2e 2e, not with 89 50 4e 47; save the picture as PNG"
      ),
      (PNGFile.signature, "bad.png is damaged: it stops after 8 bytes; save it again"),
      (PNGFile(width: 0, height: 0).file(pixels: []), "bad.png has 0×0 pixels: there is nothing in it"),
      (
        PNGFile(width: 20_000, height: 20_000).file(pixels: [0]),
        "bad.png has 20,000×20,000 pixels, and 8,192 a side are the most; make it smaller"
      ),
      (
        PNGFile(width: 9, height: 9, depth: 3).file(pixels: [0]),
        "bad.png says that its pixels are of kind 0 with 3 bits, which PNG does not have; save it again"
      ),
      (
        PNGFile(width: 9, height: 9, color: 3).file(pixels: [0]), "bad.png is damaged: it has no palette; save it again"
      ),
      (
        PNGFile(width: 2, height: 2).file(pixels: [0, 1, 2, 0]),
        "bad.png is damaged: its pixels are cut off; save it again"
      ),
      (
        PNGFile(width: 2, height: 1).file(pixels: [5, 1, 2]),
        "bad.png is damaged: a row has the filter 5, which there is not; save it again"
      ),
      (
        PNGFile(width: 2, height: 2).bytes { _, _ in [7] }.dropLast(20),
        "bad.png is damaged: it stops after 54 bytes; save it again"
      ),
      (
        PNGFile(width: 2, height: 2).bytes { _, _ in [7] }.enumerated().map { $0 == 45 ? ~$1 : $1 },
        "bad.png is damaged: the checksum of its chunk IDAT is wrong; save it again"
      ),
      (PNGFile(width: 2, height: 2).bytes { _, _ in [7] }, "bad.png is of one colour: there is nothing to be read"),
    ] as [([UInt8], String)])
  func badFiles(bytes: [UInt8], sentence: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write(bytes, to: "bad.png")
    #expect(scratch.sentence { () throws(DatasetError) in try Drawing.digitImage(png: path) } == sentence)
  }
}
