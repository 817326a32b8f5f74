/// The bytes that ask a terminal to put text on the user's clipboard (OSC 52), also from within tmux or screen.
package enum Clipboard {
  /// Which program stands between us and the terminal.
  package enum Multiplexer: Equatable, Sendable { case none, tmux, screen }

  /// GNU screen passes strings on up to this many bytes.
  private static let screenChunk = 700

  /// The request for `text`; it is Base64, so nothing in it can reach the terminal as a command.
  ///
  /// tmux takes the plain form if its option `set-clipboard` is on, and hands the wrapped form to the terminal outside
  /// if `allow-passthrough` is on; both are sent, for heard twice they do no harm.
  package static func request(_ text: String, through multiplexer: Multiplexer) -> [UInt8] {
    let plain = Array("\u{1b}]52;c;".utf8) + base64(Array(text.utf8)) + [0x07]
    switch multiplexer {
    case .none:
      return plain
    case .tmux:
      let doubled = plain.flatMap { $0 == 0x1b ? [0x1b, 0x1b] : [$0] }
      return plain + Array("\u{1b}Ptmux;".utf8) + doubled + Array("\u{1b}\\".utf8)
    case .screen:
      return stride(from: 0, to: plain.count, by: screenChunk).flatMap { start in
        Array("\u{1b}P".utf8) + plain[start..<min(start + screenChunk, plain.count)] + Array("\u{1b}\\".utf8)
      }
    }
  }

  /// RFC 4648 Base64 with padding.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for position in 0..<4 {
        result.append(position <= group.count ? alphabet[bits >> (18 - 6 * position) & 63] : UInt8(ascii: "="))
      }
    }
    return result
  }
}
