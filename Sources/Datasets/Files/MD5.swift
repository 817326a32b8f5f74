import CMNIST
import Words

/// The MD5 digest of bytes, under which data sets are published.
struct MD5 {
  private var state = cmd5_start()

  /// The digest of `bytes` as 32 hexadecimal digits.
  static func digest(of bytes: [UInt8]) -> String {
    var md5 = MD5()
    md5.update(bytes)
    return md5.finish()
  }

  /// Takes in more bytes.
  mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { cmd5_update(&state, $0.baseAddress, $0.count) }
  }

  /// The digest of all bytes taken in, as 32 hexadecimal digits.
  consuming func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 16)
    cmd5_finish(&state, &digest)
    return digest.map { hexadecimal($0) }.joined()
  }
}
