import Foundation

/// Tensors on their way into a safetensors file, without the program's own writer: eight bytes of header length, a JSON
/// header, the numbers.
struct WrittenTensors {
  private var header: [String: Any] = [:]
  private var numbers: [Float] = []

  mutating func add(_ name: String, _ shape: [Int], _ values: [Double]) {
    let begin = numbers.count * 4
    numbers += values.map(Float.init)
    header[name] = ["dtype": "F32", "shape": shape, "data_offsets": [begin, numbers.count * 4]]
  }

  var file: Data {
    let json = (try? JSONSerialization.data(withJSONObject: header)) ?? Data()
    var file = withUnsafeBytes(of: UInt64(json.count).littleEndian) { Data($0) }
    file += json
    for number in numbers { withUnsafeBytes(of: number.bitPattern.littleEndian) { file += Data($0) } }
    return file
  }
}

/// The tensors of a safetensors file, read without the program's own reader.
struct SavedTensors {
  private let header: [String: Any]
  private let numbers: Data

  init(_ file: Data) throws {
    let length = Int(file.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    header = try JSONSerialization.jsonObject(with: file.dropFirst(8).prefix(length)) as? [String: Any] ?? [:]
    numbers = Data(file.dropFirst(8 + length))
  }

  /// Whether a tensor has the values expected, within 1e-4.
  func isNear(_ name: String, _ expected: [Double]) -> Bool {
    guard let tensor = header[name] as? [String: Any], tensor["dtype"] as? String == "F32",
      let offsets = tensor["data_offsets"] as? [Int], offsets.count == 2
    else { return false }
    let values = stride(from: offsets[0], to: offsets[1], by: 4).map { start in
      let bits = numbers[start..<start + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      return Double(Float(bitPattern: bits))
    }
    return values.count == expected.count
      && zip(values, expected).allSatisfy { abs($0 - $1) <= 1e-4 * max(1, abs($1)) }
  }
}
