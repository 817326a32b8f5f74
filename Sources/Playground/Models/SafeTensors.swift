/// Named tensors and a few texts: what a .safetensors file holds.
///
/// The file is eight bytes with the header's length N (little-endian), N bytes of JSON, and the tensors' bytes without
/// gaps. The header maps each name to `dtype`, `shape` and `data_offsets` [start, end), counted from the header's end;
/// `__metadata__` maps texts to texts.
struct SafeTensors: Equatable, Sendable {
  /// A block of numbers.
  struct Tensor: Equatable, Sendable {
    var name: String
    var shape: [Int]
    /// Row-major.
    var values: [Float]
  }

  /// In the order of their bytes.
  var tensors: [Tensor]
  /// The names of tensors of whole numbers, which are passed over; single ones, as PyTorch counts batches, left out.
  var wholeNumbers: [String] = []
  var metadata: [String: String]

  /// The key under which the header keeps texts.
  static let metadataKey = "__metadata__"
  /// The length of the number that says how long the header is.
  static let lengthSize = 8
  /// Headers of this program have a few thousand bytes.
  static let largestHeader = 10 << 20
}

/// The types of numbers that are read; F32 alone is written.
enum TensorType: String {
  case f64 = "F64"
  case f32 = "F32"
  case f16 = "F16"
  case bf16 = "BF16"
  /// PyTorch's counter of batches, which is passed over.
  case i64 = "I64"

  /// Bytes a number.
  var size: Int {
    switch self {
    case .f64, .i64: 8
    case .f32: 4
    case .f16, .bf16: 2
    }
  }

  /// The number in little-endian bytes.
  func value(_ bytes: ArraySlice<UInt8>) -> Float {
    let bits = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return switch self {
    case .f64: Float(Double(bitPattern: bits))
    case .f32: Float(bitPattern: UInt32(truncatingIfNeeded: bits))
    case .bf16: Float(bitPattern: UInt32(truncatingIfNeeded: bits) << 16)
    case .f16: Self.half(UInt16(truncatingIfNeeded: bits))
    case .i64: Float(Int64(bitPattern: bits))
    }
  }

  /// Half precision: a sign, five bits of exponent (bias 15), ten of fraction (IEEE 754-2008).
  private static func half(_ bits: UInt16) -> Float {
    let sign: Float = bits >> 15 == 0 ? 1 : -1
    let exponent = Int(bits >> 10 & 0x1F)
    let fraction = Float(bits & 0x3FF) / 1024
    return switch exponent {
    case 0: sign * Float(sign: .plus, exponent: -14, significand: fraction)
    case 0x1F: fraction == 0 ? sign * .infinity : .nan
    case _: sign * Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction)
    }
  }
}
