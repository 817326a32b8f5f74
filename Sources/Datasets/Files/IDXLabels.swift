extension IDX {
  /// Reads the labels of a file, gzipped or not: the class of each item, in whole numbers of any size.
  ///
  /// Where a file has a row for each item, as QMNIST's has (class, collection, writer …), its first number is the class.
  ///
  /// - Throws: `DatasetError` if it cannot be read, holds fractions, or has a class that no byte can name.
  public static func labels(path: String) throws(DatasetError) -> IDX {
    let stream = try ByteStream(path: path)
    let header = try IDXHeader(stream)
    let (numbers, sizes) = (header.numbers, header.sizes)
    guard sizes.count == 1 || sizes.count == 2 && sizes[1] > 0 else {
      throw .format(file: stream.name, .dimensions(found: sizes.count, expected: 1))
    }
    let bytes = try stream.readArray(header.count * numbers.size)
    try stream.expectEnd()
    var labels: [UInt8] = []
    let row = (sizes.count == 2 ? sizes[1] : 1) * numbers.size
    for start in stride(from: 0, to: bytes.count, by: row) {
      guard let label = numbers.whole(bytes[start..<start + numbers.size]) else {
        throw .format(file: stream.name, .notWhole(numbers.name))
      }
      guard let byte = UInt8(exactly: label) else {
        throw .format(file: stream.name, .label(label, item: labels.count + 1, classCount: Int(UInt8.max) + 1))
      }
      labels.append(byte)
    }
    return IDX(sizes: [labels.count], bytes: labels)
  }
}
