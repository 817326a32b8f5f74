import Words

extension SafeTensors {
  /// The file's bytes.
  ///
  /// The header is filled up with blanks so that the numbers start at a multiple of eight, as readers that map the file
  /// into memory like it.
  var bytes: [UInt8] {
    var entries: [(String, JSON)] = []
    if !metadata.isEmpty {
      entries.append((Self.metadataKey, .object(metadata.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })))
    }
    var offset = 0
    for tensor in tensors {
      let end = offset + tensor.values.count * MemoryLayout<Float>.size
      let place: JSON = .object([
        "dtype": "F32", "shape": .list(tensor.shape.map(JSON.whole)),
        "data_offsets": .list([.whole(offset), .whole(end)]),
      ])
      entries.append((tensor.name, place))
      offset = end
    }
    var header = Array(JSON.object(entries).line.utf8)
    while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
    var bytes = withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) }
    bytes.reserveCapacity(bytes.count + header.count + offset)
    bytes += header
    for tensor in tensors {
      let bits = tensor.values.map(\.bitPattern.littleEndian)
      bits.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    return bytes
  }
}
