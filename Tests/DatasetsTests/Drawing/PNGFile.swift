/// A PNG file written by the letter of its specification, packed in blocks that are stored as they are.
struct PNGFile {
  var width: Int
  var height: Int
  var depth = 8
  /// 0 gray, 2 red, green and blue, 3 palette, 4 gray and alpha, 6 colour and alpha.
  var color = 0
  var palette: [UInt8] = []
  var alphas: [UInt8] = []
  var isInterlaced = false

  /// The whole file.
  ///
  /// - Parameter samples: those of the pixel in a column of a row, each of `depth` bits.
  func bytes(_ samples: (_ x: Int, _ y: Int) -> [Int]) -> [UInt8] {
    let passes =
      isInterlaced
      ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
      : [(0, 0, 1, 1)]
    var rows: [UInt8] = []
    for (x, y, dx, dy) in passes {
      let columns = Array(stride(from: x, to: width, by: dx))
      guard !columns.isEmpty else { continue }
      var above: [UInt8] = []
      for (number, row) in stride(from: y, to: height, by: dy).enumerated() {
        let line = pack(columns.flatMap { samples($0, row) })
        if above.isEmpty { above = [UInt8](repeating: 0, count: line.count) }
        // Each of the five filters in turn.
        rows.append(UInt8(number % 5))
        rows += filtered(line, above, by: number % 5)
        above = line
      }
    }
    return file(pixels: rows)
  }

  /// The whole file with any packed pixels.
  func file(pixels: [UInt8]) -> [UInt8] {
    let header = number(width) + number(height) + [UInt8(depth), UInt8(color), 0, 0, isInterlaced ? 1 : 0]
    return Self.signature + chunk("IHDR", header) + (palette.isEmpty ? [] : chunk("PLTE", palette))
      + (alphas.isEmpty ? [] : chunk("tRNS", alphas)) + chunk("IDAT", stored(pixels)) + chunk("IEND", [])
  }

  static let signature: [UInt8] = [137, 80, 78, 71, 13, 10, 26, 10]

  private func pack(_ samples: [Int]) -> [UInt8] {
    if depth == 16 { return samples.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } }
    var line = [UInt8](repeating: 0, count: (samples.count * depth + 7) / 8)
    for (place, sample) in samples.enumerated() {
      line[place * depth / 8] |= UInt8(sample << (8 - depth - place * depth % 8))
    }
    return line
  }

  private func filtered(_ line: [UInt8], _ above: [UInt8], by filter: Int) -> [UInt8] {
    let step = max(1, depth * [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][color, default: 1] / 8)
    return line.indices.map { place in
      let left = place < step ? 0 : Int(line[place - step])
      let (up, corner) = (Int(above[place]), place < step ? 0 : Int(above[place - step]))
      let guess = left + up - corner
      let nearest = [left, up, corner].min { abs(guess - $0) < abs(guess - $1) } ?? 0
      return line[place] &- UInt8([0, left, up, (left + up) / 2, nearest][filter])
    }
  }

  /// zlib's form (RFC 1950, 1951) with nothing packed.
  private func stored(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: bytes.count, by: 65_535) {
      let part = bytes[start..<min(start + 65_535, bytes.count)]
      let (low, high) = (UInt8(part.count & 255), UInt8(part.count >> 8))
      out += [start + part.count == bytes.count ? 1 : 0, low, high, ~low, ~high] + part
    }
    let sums = bytes.reduce(into: (1, 0)) { sums, byte in
      sums.0 = (sums.0 + Int(byte)) % 65_521
      sums.1 = (sums.1 + sums.0) % 65_521
    }
    return out + number(sums.1 << 16 | sums.0)
  }

  private func chunk(_ type: String, _ bytes: [UInt8]) -> [UInt8] {
    let checked = Array(type.utf8) + bytes
    let sum = checked.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return number(bytes.count) + checked + number(Int(~sum))
  }

  private func number(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(value >> $0 & 255) } }
}
