import Foundation

extension SafeTensors {
  /// Reads a file's bytes and believes none of what they say of themselves.
  ///
  /// - Throws: `ModelError.Problem`, naming the tensor where one is at fault.
  init(bytes: [UInt8]) throws(ModelError.Problem) {
    guard bytes.count >= Self.lengthSize else { throw .noHeader(bytes: bytes.count) }
    let said = bytes[..<Self.lengthSize].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let left = bytes.count - Self.lengthSize
    guard said <= UInt64(min(left, Self.largestHeader)) else { throw .headerLength(said: said, left: left) }
    let dataStart = Self.lengthSize + Int(said)
    let header = try Self.header(bytes[Self.lengthSize..<dataStart])
    metadata = header.metadata
    tensors = []
    let available = bytes.count - dataStart
    var expected = 0
    for (name, entry) in header.tensors.sorted(by: { $0.value.isBefore($1.value) }) {
      let (type, start, end) = try Self.check(name, entry, available: available)
      guard start == expected else { throw .notContiguous(tensor: name, start: start, expected: expected) }
      expected = end
      guard type != .i64 else {
        if !entry.shape.isEmpty { wholeNumbers.append(name) }
        continue
      }
      let values = try Self.values(bytes[(dataStart + start)..<(dataStart + end)], type, of: name)
      tensors.append(Tensor(name: name, shape: entry.shape, values: values))
    }
    guard expected == available else { throw .trailingBytes(count: available - expected) }
  }

  private static func header(_ bytes: ArraySlice<UInt8>) throws(ModelError.Problem) -> Header {
    guard bytes.first == UInt8(ascii: "{") else { throw .headerNotJSON("it does not begin with a brace") }
    do {
      return try JSONDecoder().decode(Header.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw .headerNotJSON(error.place)
    } catch {
      throw .headerNotJSON("it cannot be parsed")
    }
  }

  private static func check(
    _ name: String, _ entry: Header.Entry, available: Int
  ) throws(ModelError.Problem) -> (type: TensorType, start: Int, end: Int) {
    guard let type = TensorType(rawValue: entry.dtype) else { throw .unknownType(tensor: name, type: entry.dtype) }
    var count = 1
    for side in entry.shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: side)
      guard side >= 0, !overflow, product <= largestParameterCount else {
        throw .shapeTooLarge(tensor: name, shape: entry.shape)
      }
      count = product
    }
    let needed = count * type.size
    let offsets = entry.offsets
    let start = offsets.first ?? 0
    let end = offsets.count == 2 ? offsets[1] : -1
    guard start >= 0, start <= end, end <= available, end - start == needed else {
      throw .offsets(tensor: name, start: start, end: end, needed: needed, available: available)
    }
    return (type, start, end)
  }

  private static func values(
    _ bytes: ArraySlice<UInt8>, _ type: TensorType, of name: String
  ) throws(ModelError.Problem) -> [Float] {
    let values = stride(from: bytes.startIndex, to: bytes.endIndex, by: type.size).map { start in
      type.value(bytes[start..<(start + type.size)])
    }
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(tensor: name, index: index, value: values[index])
    }
    return values
  }
}

/// The header's JSON.
private struct Header: Decodable {
  struct Entry: Decodable {
    let dtype: String
    let shape: [Int]
    let offsets: [Int]

    private enum CodingKeys: String, CodingKey {
      case dtype, shape
      case offsets = "data_offsets"
    }

    /// By their place in the file; an empty tensor stands before the one that begins where it does.
    func isBefore(_ other: Entry) -> Bool {
      (offsets.first ?? 0, offsets.last ?? 0) < (other.offsets.first ?? 0, other.offsets.last ?? 0)
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  var tensors: [String: Entry] = [:]
  var metadata: [String: String] = [:]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Name.self)
    for name in container.allKeys {
      if name.stringValue == SafeTensors.metadataKey {
        metadata = try container.decode([String: String].self, forKey: name)
      } else {
        tensors[name.stringValue] = try container.decode(Entry.self, forKey: name)
      }
    }
  }
}

extension DecodingError {
  /// Where the JSON is not what it should be, in a few words.
  var place: String {
    switch self {
    case .keyNotFound(let key, let context):
      "\(context.codingPath.map(\.stringValue).joined(separator: ".")) has no \(key.stringValue)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(context.codingPath.map(\.stringValue).joined(separator: ".")) is of another kind"
    case .dataCorrupted: "it cannot be parsed"
    @unknown default: "it cannot be parsed"
    }
  }
}
