/// A file of numbers in the format MNIST is published in: a shape, then unsigned bytes, the last dimension fastest.
///
/// Bytes 0, 0, 8 (unsigned bytes), the number of dimensions, each size in 32 bits, most significant first; then the
/// values. Source: Y. LeCun, "The MNIST database", file formats.
public struct IDX: Equatable, Sendable {
  /// The size of each dimension, e.g. [60000, 28, 28].
  public var sizes: [Int]
  /// The values; as many as the product of the sizes.
  public var bytes: [UInt8]

  /// The most bytes that a file may announce.
  public static let largestCount = 1 << 28

  /// Values with a shape.
  public init(sizes: [Int], bytes: [UInt8]) {
    precondition(sizes.reduce(1, *) == bytes.count, "the sizes do not make up the number of bytes")
    self.sizes = sizes
    self.bytes = bytes
  }

  /// Reads a file, gzipped or not.
  ///
  /// - Parameter dimensions: how many there must be.
  /// - Throws: `DatasetError` if it cannot be read, is no IDX file of bytes, or is longer or shorter than it announces.
  public init(path: String, dimensions: Int) throws(DatasetError) {
    try self.init(ByteStream(path: path), dimensions: dimensions)
  }

  /// The sizes that a file announces, gzipped or not; nil for one that is no IDX file.
  public static func sizes(of path: String) -> [Int]? {
    (try? ByteStream(path: path)).flatMap { try? IDXHeader($0) }?.sizes
  }

  /// Reads a stream to its end.
  init(_ stream: ByteStream, dimensions: Int) throws(DatasetError) {
    let header = try IDXHeader(stream)
    guard header.sizes.count == dimensions else {
      throw .format(file: stream.name, .dimensions(found: header.sizes.count, expected: dimensions))
    }
    guard header.numbers == .unsignedBytes else {
      throw .format(file: stream.name, .notBytes(header.numbers.name))
    }
    sizes = header.sizes
    bytes = try stream.readArray(header.count)
    try stream.expectEnd()
  }

  /// The digest of the whole file, header and values, unpacked.
  var digest: String {
    var md5 = MD5()
    md5.update(header)
    md5.update(bytes)
    return md5.finish()
  }

  /// The size of the whole file, unpacked.
  var fileSize: Int { header.count + bytes.count }

  /// The bytes before the values.
  private var header: [UInt8] {
    var header: [UInt8] = [0, 0, IDXNumbers.unsignedBytes.rawValue, UInt8(sizes.count)]
    for size in sizes {
      for shift in stride(from: 24, through: 0, by: -8) { header.append(UInt8(truncatingIfNeeded: size >> shift)) }
    }
    return header
  }

  /// The whole file, unpacked.
  public var fileContents: [UInt8] { header + bytes }

  /// Writes the file, beside its place first and then over it, so that no half file is ever found there.
  ///
  /// - Throws: `DatasetError.cannotWrite`.
  public func write(to path: String) throws(DatasetError) { try writeFile(fileContents, to: path) }
}
