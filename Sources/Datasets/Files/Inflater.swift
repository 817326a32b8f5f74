import CZlib

/// Where packed bytes come from.
protocol PackedBytes: AnyObject {
  /// What to call them in an error.
  var name: String { get }
  /// Fills some of a buffer and returns how much; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int
}

extension StoredBytes: PackedBytes {}

/// Unpacks a stream with zlib, as it is asked for: what is in memory at a time is one chunk of the packed bytes.
final class Inflater {
  private let packed: any PackedBytes
  private let format: Format
  private let chunk: UnsafeMutableRawBufferPointer
  private var stream = z_stream()
  private var unpackedCount = 0
  private var isAtEnd = false

  private static let chunkSize = 1 << 18

  /// What is around the packed bytes, in zlib's codes, each for the largest window.
  enum Format: Int32 {
    /// A file of its own, perhaps of several streams.
    case gzip = 31
    /// A part of another file: the pixels of a picture.
    case zlib = 15
  }

  /// An inflater at the start of a stream.
  init(_ packed: any PackedBytes, format: Format = .gzip) throws(DatasetError) {
    self.packed = packed
    self.format = format
    chunk = .allocate(byteCount: Self.chunkSize, alignment: 1)
    let status = inflateInit2_(&stream, format.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw broken(status) }
  }

  deinit {
    inflateEnd(&stream)
    chunk.deallocate()
  }

  /// Fills `buffer` as far as the stream reaches and returns how many bytes came; fewer than asked only at the end.
  ///
  /// - Throws: `DatasetError.brokenGzip` if the stream is cut off or contradicts its checksum.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DatasetError) -> Int {
    var count = 0
    while count < buffer.count && !isAtEnd {
      if stream.avail_in == 0 {
        let got = try packed.read(into: chunk)
        guard got > 0 else { throw broken("it stops") }
        stream.next_in = chunk.bindMemory(to: Bytef.self).baseAddress
        stream.avail_in = uInt(got)
      }
      // A call of zlib counts in 32 bits.
      let space = min(buffer.count - count, Int(uInt.max))
      stream.next_out = buffer[count...].bindMemory(to: Bytef.self).baseAddress
      stream.avail_out = uInt(space)
      let status = inflate(&stream, Z_NO_FLUSH)
      let step = space - Int(stream.avail_out)
      count += step
      unpackedCount += step
      switch status {
      case Z_OK, Z_BUF_ERROR: continue
      case Z_STREAM_END: try startNextMember()
      default: throw broken(status)
      }
    }
    return count
  }

  /// A gzip file may hold several streams, one after the other; zeros behind the last are padding.
  private func startNextMember() throws(DatasetError) {
    guard format == .gzip else {
      isAtEnd = true
      return
    }
    if stream.avail_in == 0 {
      let got = try packed.read(into: chunk)
      stream.next_in = chunk.bindMemory(to: Bytef.self).baseAddress
      stream.avail_in = uInt(got)
    }
    guard stream.avail_in > 0, stream.next_in?.pointee != 0 else {
      isAtEnd = true
      return
    }
    let status = inflateReset(&stream)
    guard status == Z_OK else { throw broken(status) }
  }

  private func broken(_ status: Int32) -> DatasetError {
    broken(stream.msg.map { String(cString: $0) } ?? "zlib fails with code \(status)")
  }

  private func broken(_ reason: String) -> DatasetError {
    switch format {
    case .gzip: .brokenGzip(file: packed.name, at: unpackedCount, reason: reason)
    case .zlib: .png(file: packed.name, .damaged(reason))
    }
  }
}
