import CZlib

/// Writes pictures as PNG, eight bits a colour.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification".
public enum PNGWriter {
  /// A file of pixels, rows from the top, red, green and blue of each: [height × width × 3].
  public static func file(width: Int, height: Int, rgb: [UInt8]) -> [UInt8] {
    precondition(rgb.count == width * height * 3, "the pixels are not as many as the sides say")
    var rows: [UInt8] = []
    rows.reserveCapacity(rgb.count + height)
    for row in 0..<height {
      // Each row begins with how it was changed: not at all.
      rows.append(0)
      rows += rgb[row * width * 3..<(row + 1) * width * 3]
    }
    let header = number(width) + number(height) + [8, PNGHeader.Color.rgb.rawValue, 0, 0, 0]
    return PNGChunks.signature + chunk("IHDR", header) + chunk(PNGChunks.pixels, packed(rows)) + chunk("IEND", [])
  }

  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    return [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      // With room for the worst case it cannot fail.
      _ = compress(buffer.baseAddress, &size, bytes, uLong(bytes.count))
      count = Int(size)
    }
  }

  private static func chunk(_ type: String, _ bytes: [UInt8]) -> [UInt8] {
    let checked = Array(type.utf8) + bytes
    return number(bytes.count) + checked + number(Int(crc32(0, checked, uInt(checked.count))))
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
