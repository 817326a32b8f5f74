/// How the numbers of an IDX file are stored, most significant byte first.
enum IDXNumbers: UInt8 {
  case unsignedBytes = 0x08
  case signedBytes = 0x09
  case shorts = 0x0B
  case words = 0x0C
  case floats = 0x0D
  case doubles = 0x0E

  /// Bytes a number.
  var size: Int {
    switch self {
    case .unsignedBytes, .signedBytes: 1
    case .shorts: 2
    case .words, .floats: 4
    case .doubles: 8
    }
  }

  /// What they are, in words.
  var name: String {
    switch self {
    case .unsignedBytes: "bytes"
    case .signedBytes: "signed bytes"
    case .shorts: "whole numbers of 16 bits"
    case .words: "whole numbers of 32 bits"
    case .floats: "fractions of 32 bits"
    case .doubles: "fractions of 64 bits"
    }
  }

  /// A whole number from its bytes; nil for fractions.
  func whole(_ bytes: ArraySlice<UInt8>) -> Int? {
    let bits = bytes.reduce(0) { $0 << 8 | Int($1) }
    return switch self {
    case .unsignedBytes: bits
    case .signedBytes: Int(Int8(truncatingIfNeeded: bits))
    case .shorts: Int(Int16(truncatingIfNeeded: bits))
    case .words: Int(Int32(truncatingIfNeeded: bits))
    case .floats, .doubles: nil
    }
  }
}

/// What stands before the numbers of an IDX file: how they are stored, and their shape.
struct IDXHeader {
  let numbers: IDXNumbers
  /// The size of each dimension.
  let sizes: [Int]
  /// How many numbers there are.
  let count: Int

  /// Reads a header and believes little of it.
  ///
  /// - Throws: `DatasetError.format` for what is no IDX file, or announces more than is taken.
  init(_ stream: ByteStream) throws(DatasetError) {
    let magic = try stream.readArray(4)
    guard magic[0] == 0, magic[1] == 0, let numbers = IDXNumbers(rawValue: magic[2]) else {
      throw .format(file: stream.name, .notIDX(firstBytes: magic))
    }
    let words = try stream.readArray(4 * Int(magic[3]))
    let sizes = (0..<Int(magic[3])).map { i in words[4 * i..<4 * i + 4].reduce(0) { $0 << 8 | Int($1) } }
    var count = 1
    for size in sizes {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, product <= IDX.largestCount / numbers.size else {
        let factors = numbers.size == 1 ? sizes : sizes + [numbers.size]
        throw .format(file: stream.name, .announcesTooMuch(sizes: factors, limit: IDX.largestCount))
      }
      count = product
    }
    (self.numbers, self.sizes, self.count) = (numbers, sizes, count)
  }
}
