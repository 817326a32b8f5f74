/// A file's text in UTF-8, whichever of the encodings with a byte order mark it was saved in.
///
/// UTF-8 passes as it is. UTF-16 is told by its mark, or by the zeros that every second byte of plain text then is, and
/// written anew a stretch at a time; a lone surrogate becomes U+FFFD.
final class TextStream {
  /// What to call the stream in an error.
  var name: String { stream.name }
  /// How many bytes of the file have been read.
  var offset: Int { stream.offset }

  private enum Encoding { case utf8, utf16(isBigEndian: Bool) }

  private let stream: ByteStream
  private let encoding: Encoding
  /// Bytes that are to be handed out before the stream is asked again.
  private var waiting: [UInt8]
  /// A code unit's first byte, or a first surrogate, whose other half is yet to come.
  private var halfUnit: UInt8?
  private var highSurrogate: UInt16?

  private static let chunkSize = 1 << 16

  /// Begins to read, by looking at the first bytes.
  init(_ stream: ByteStream) throws(DatasetError) {
    self.stream = stream
    let first = try stream.readChunk(16)
    let pairs = first.count / 2
    let (evenZeros, oddZeros) = (
      stride(from: 0, to: 2 * pairs, by: 2).count { first[$0] == 0 },
      stride(from: 1, to: 2 * pairs, by: 2).count { first[$0] == 0 }
    )
    if first.starts(with: [0xff, 0xfe]) || pairs > 1 && oddZeros == pairs && evenZeros == 0 {
      encoding = .utf16(isBigEndian: false)
    } else if first.starts(with: [0xfe, 0xff]) || pairs > 1 && evenZeros == pairs && oddZeros == 0 {
      encoding = .utf16(isBigEndian: true)
    } else {
      encoding = .utf8
    }
    waiting = first
    if case .utf16 = encoding {
      waiting = []
      transcode(first)
    }
  }

  /// Fills `buffer` as far as the text reaches and returns how many bytes came; fewer than asked only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    var count = handOut(into: buffer)
    if case .utf8 = encoding {
      return count + (try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...])))
    }
    while count < buffer.count {
      let chunk = try stream.readChunk(Self.chunkSize)
      if chunk.isEmpty { break }
      transcode(chunk)
      count += handOut(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
    }
    return count
  }

  private func handOut(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, waiting.count)
    buffer.copyBytes(from: waiting[..<count])
    waiting.removeFirst(count)
    return count
  }

  /// Adds the UTF-8 of some bytes of UTF-16 to what waits.
  private func transcode(_ bytes: [UInt8]) {
    guard case .utf16(let isBigEndian) = encoding else { return }
    for byte in bytes {
      guard let first = halfUnit else {
        halfUnit = byte
        continue
      }
      halfUnit = nil
      let unit = isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
      add(unit)
    }
  }

  private func add(_ unit: UInt16) {
    let replacement: Unicode.Scalar = "\u{fffd}"
    if let high = highSurrogate {
      highSurrogate = nil
      if UTF16.isTrailSurrogate(unit) {
        let value = 0x10000 + (UInt32(high) - 0xd800) << 10 + (UInt32(unit) - 0xdc00)
        append(Unicode.Scalar(value) ?? replacement)
        return
      }
      append(replacement)
    }
    if UTF16.isLeadSurrogate(unit) {
      highSurrogate = unit
    } else {
      append(Unicode.Scalar(UInt32(unit)) ?? replacement)
    }
  }

  private func append(_ scalar: Unicode.Scalar) { waiting += UTF8.encode(scalar).map(Array.init) ?? [] }
}
