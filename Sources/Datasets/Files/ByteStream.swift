/// The contents of a file, read once from front to back, unpacked on the way if it is gzipped.
final class ByteStream {
  /// What to call the stream in an error.
  var name: String { stored.name }
  /// How many bytes have been read.
  private(set) var offset = 0
  /// The size on disk: that of the packed bytes if the file is gzipped.
  var storedCount: Int { stored.count }
  /// Whether the file is gzipped; then the size of its contents is not known before they are read.
  var isPacked: Bool { inflater != nil }

  private let stored: StoredBytes
  private let inflater: Inflater?

  private static let gzipMagic: [UInt8] = [0x1f, 0x8b]

  /// Begins to read.
  init(_ stored: StoredBytes) throws(DatasetError) {
    self.stored = stored
    inflater = try stored.peek(2) == Self.gzipMagic ? Inflater(stored) : nil
  }

  /// Opens a file; or, if streams are welcome, a pipe, a device, or standard input, which is called `-`.
  convenience init(path: String, orStream: Bool = false) throws(DatasetError) {
    try self.init(StoredBytes(path: path, orStream: orStream))
  }

  /// Fills `buffer` as far as the contents reach and returns how many bytes came; fewer than asked only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let step = if let inflater { try inflater.read(into: rest) } else { try stored.read(into: rest) }
      if step == 0 { break }
      count += step
    }
    offset += count
    return count
  }

  /// The next `count` bytes.
  ///
  /// A file that is not packed is asked for its size first, so that a header that lies costs no memory.
  /// - Throws: `DatasetError.truncated` if there are fewer.
  func readArray(_ count: Int) throws(DatasetError) -> [UInt8] {
    if !isPacked && storedCount - offset < count {
      throw .truncated(file: name, found: storedCount, expected: offset + count)
    }
    let start = offset
    let bytes = try readChunk(count)
    guard bytes.count == count else { throw .truncated(file: name, found: offset, expected: start + count) }
    return bytes
  }

  /// All the rest, of a file that is taken as a whole.
  ///
  /// - Throws: `DatasetError.cannotRead` if there are more than `limit` bytes, found out before they are in memory.
  func readText(limit: Int) throws(DatasetError) -> [UInt8] {
    guard storedCount <= limit else { throw .cannotRead(file: name, .tooLarge(bytes: storedCount, limit: limit)) }
    if !isPacked && !stored.isStream { return try readArray(storedCount - offset) }
    var text: [UInt8] = []
    while true {
      let chunk = try readChunk(1 << 20)
      text += chunk
      guard text.count <= limit else { throw .cannotRead(file: name, .tooLarge(bytes: text.count, limit: limit)) }
      if chunk.isEmpty { return text }
    }
  }

  /// The next `count` bytes, or as many as there are.
  func readChunk(_ count: Int) throws(DatasetError) -> [UInt8] {
    var failure: DatasetError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = 0
      do throws(DatasetError) {
        initialized = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Makes sure that nothing is left.
  ///
  /// - Throws: `DatasetError.tooLong` if there is; `brokenGzip` if the checksum at the end is wrong.
  func expectEnd() throws(DatasetError) {
    let end = offset
    var byte: UInt8 = 0
    let more = try withUnsafeMutableBytes(of: &byte) { (buffer) throws(DatasetError) in try read(into: buffer) }
    if more > 0 { throw .tooLong(file: name, expected: end) }
  }
}
