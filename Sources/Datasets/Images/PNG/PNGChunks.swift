import CZlib
import Words

/// The chunks of a PNG file, front to back, each held against its checksum; those of pixels are one stream.
final class PNGChunks: PackedBytes {
  var name: String { stream.name }
  private let stream: ByteStream
  /// The chunk at hand, and how many of its bytes are still to come.
  private(set) var type = ""
  private(set) var left = 0
  private var sum: uLong = 0

  static let pixels = "IDAT"
  static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

  /// Begins to read.
  ///
  /// - Throws: `DatasetError.png` for a file of another kind.
  init(path: String) throws(DatasetError) {
    stream = try ByteStream(path: path, orStream: true)
    let first = try stream.readChunk(Self.signature.count)
    guard first == Self.signature else { throw .png(file: stream.name, .notPNG(firstBytes: first)) }
  }

  /// Goes on to the next chunk; what is left of the one at hand is passed over.
  func next() throws(DatasetError) {
    while left > 0 { _ = try take(min(left, 1 << 16)) }
    let head = try stream.whole(8)
    left = head[..<4].reduce(0) { $0 << 8 | Int($1) }
    type = String(decoding: head[4...], as: UTF8.self)
    sum = head[4...].withUnsafeBufferPointer { crc32(0, $0.baseAddress, 4) }
    if left == 0 { try checkSum() }
  }

  /// All bytes of the chunk at hand.
  ///
  /// - Throws: `DatasetError.png` if there are more than it may have.
  func body(most: Int) throws(DatasetError) -> [UInt8] {
    guard left <= most else {
      throw .png(file: name, .damaged("its chunk \(printable(type)) has \(grouped(left)) bytes"))
    }
    return left > 0 ? try take(left) : []
  }

  /// Bytes of the pixels' stream, packed.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    while left == 0 && type == Self.pixels { try next() }
    guard type == Self.pixels else { return 0 }
    let bytes = try take(min(left, buffer.count))
    buffer.copyBytes(from: bytes)
    return bytes.count
  }

  private func take(_ count: Int) throws(DatasetError) -> [UInt8] {
    let bytes = try stream.whole(count)
    sum = bytes.withUnsafeBufferPointer { crc32(sum, $0.baseAddress, uInt(count)) }
    left -= count
    if left == 0 { try checkSum() }
    return bytes
  }

  private func checkSum() throws(DatasetError) {
    let said = try stream.whole(4).reduce(uLong(0)) { $0 << 8 | uLong($1) }
    guard said == sum else { throw .png(file: name, .damaged("the checksum of its chunk \(printable(type)) is wrong")) }
  }
}

extension ByteStream {
  /// The next bytes, all of them.
  fileprivate func whole(_ count: Int) throws(DatasetError) -> [UInt8] {
    let bytes = try readChunk(count)
    guard bytes.count == count else { throw .png(file: name, .damaged("it stops after \(grouped(offset)) bytes")) }
    return bytes
  }
}
