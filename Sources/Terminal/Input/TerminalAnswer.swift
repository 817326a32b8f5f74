/// What a terminal says when it is asked.
package enum TerminalAnswer: Equatable, Sendable {
  /// It has done all that came before the question (DSR: ESC [ 0 n).
  case ready
  /// Whether it knows a private mode (DECRPM: ESC [ ? mode ; state $ y, whose state is 0 where it does not).
  case mode(Int, isKnown: Bool)
  /// How its pen is set (DECRPSS: ESC P 1 $ r parameters m ESC \\).
  case pen(String)

  /// A control sequence with its final letter; `nil` if it is no answer of ours.
  init?(_ sequence: ControlSequence, _ final: UInt8) {
    switch (sequence.marker, sequence.intermediate, final) {
    case (nil, nil, UInt8(ascii: "n")) where sequence.parameters == [0]:
      self = .ready
    case (UInt8(ascii: "?"), UInt8(ascii: "$"), UInt8(ascii: "y")) where sequence.parameters.count == 2:
      self = .mode(sequence.parameters[0], isKnown: (1...2).contains(sequence.parameters[1]))
    default:
      return nil
    }
  }

  /// The inside of a device control string; `nil` if it is no answer of ours.
  init?(string: [UInt8]) {
    let text = String(decoding: string, as: UTF8.self)
    guard text.hasPrefix("1$r"), text.hasSuffix("m") else { return nil }
    self = .pen(String(text.dropFirst(3).dropLast()))
  }

  /// Whether the pen's ground is the colour 1, 2, 3 of 24 bits, in one of the forms in which terminals say so.
  package var hasColorOfTheQuestion: Bool {
    guard case .pen(let parameters) = self else { return false }
    return ["48;2;1;2;3", "48:2:1:2:3", "48:2::1:2:3"].contains { parameters.contains($0) }
  }
}
