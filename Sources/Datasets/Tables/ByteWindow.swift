/// A stretch of a text in memory, moved along as it is read.
struct ByteWindow: ~Copyable {
  /// The most bytes of a file, unpacked.
  static let largestFile = 1 << 30

  /// What has been read and not yet passed is `bytes[place..<end]`.
  let bytes: UnsafeMutableRawBufferPointer
  /// Where reading stands.
  var place = 0
  /// Where what is in memory ends.
  private(set) var end = 0

  private let stream: TextStream
  private static let size = 1 << 20
  /// Ctrl-Z, with which DOS ends its texts.
  private static let endOfText: UInt8 = 0x1a

  /// A window before the first stretch of a text.
  ///
  /// - Throws: `DatasetError.cannotRead` for a file that is too large, which is looked at first.
  init(_ stream: ByteStream) throws(DatasetError) {
    guard stream.storedCount <= Self.largestFile else {
      throw .cannotRead(file: stream.name, .tooLarge(bytes: stream.storedCount, limit: Self.largestFile))
    }
    let text = try TextStream(stream)
    self.stream = text
    bytes = .allocate(byteCount: Self.size, alignment: 1)
  }

  deinit { bytes.deallocate() }

  /// What to call the text in an error.
  var name: String { stream.name }
  /// Whether the text ends where the window does.
  private(set) var isLast = false

  /// Sees to it that the next `count` bytes are in memory, or all that are left.
  @inline(__always)
  mutating func makeRoom(for count: Int) throws(DatasetError) {
    guard end - place < count, !isLast else { return }
    try moveOn()
  }

  private mutating func moveOn() throws(DatasetError) {
    bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[place..<end]))
    end -= place
    place = 0
    try refill()
  }

  private mutating func refill() throws(DatasetError) {
    end += try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[end...]))
    guard stream.offset <= Self.largestFile else {
      throw .cannotRead(file: name, .tooLarge(bytes: stream.offset, limit: Self.largestFile))
    }
    isLast = end < bytes.count
    if isLast, end > place, bytes[end - 1] == Self.endOfText { end -= 1 }
  }
}
