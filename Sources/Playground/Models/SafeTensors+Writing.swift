import Foundation

extension SafeTensors {
  /// The file's bytes.
  ///
  /// The header is filled up with blanks so that the numbers start at a multiple of eight, as readers that map the file
  /// into memory like it.
  var bytes: [UInt8] {
    var entries: [String] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key < $1.key }.map { "\(Self.json($0.key)):\(Self.json($0.value))" }
      entries.append("\(Self.json(Self.metadataKey)):{\(texts.joined(separator: ","))}")
    }
    var offset = 0
    for tensor in tensors {
      let end = offset + tensor.values.count * MemoryLayout<Float>.size
      entries.append(
        "\(Self.json(tensor.name)):{\"dtype\":\"F32\",\"shape\":\(Self.json(tensor.shape)),"
          + "\"data_offsets\":\(Self.json([offset, end]))}")
      offset = end
    }
    var header = Array("{\(entries.joined(separator: ","))}".utf8)
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

  /// Whole numbers as JSON has them.
  private static func json(_ numbers: [Int]) -> String { "[\(numbers.map(String.init).joined(separator: ","))]" }

  /// A text as JSON has it.
  private static func json(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}
