/// Seeded changes of good inputs: what a torn file, a slip of the keyboard or ill will makes of them.
struct Mutation {
  private var random: SplitMix

  /// Numbers, brackets and marks at which readers take turns.
  private static let fragments: [[UInt8]] =
    [
      "0", "-1", "1e308", "nan", "9223372036854775807", "4294967295", "\"", "'", "[", "]", "{", "}", "\r\n", "\n\n",
      "\t",
      ",", ":", "#", "`", "```", "---\n", "&a", "*a", "\u{1B}[", "\u{1B}]", "\u{9B}", "\u{202E}", "\u{FEFF}", "\0",
      "%E2", "&amp;",
    ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xFF, 0xFE], [0x1F, 0x8B, 8], [0, 0, 8, 3]]

  init(seed: UInt64) { random = SplitMix(state: seed) }

  /// A good input, changed in one to eight places.
  mutating func changed(_ seeds: [[UInt8]]) -> [UInt8] {
    var bytes = pick(seeds)
    for _ in 0...below(8) { change(&bytes, seeds) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ seeds: [[UInt8]]) {
    let place = below(bytes.count + 1)
    let length = min(bytes.count - place, below(below(4) == 0 ? 200 : 8))
    switch below(7) {
    case 0: bytes.removeSubrange(place..<place + length)
    case 1: bytes.insert(contentsOf: pick(Self.fragments), at: place)
    case 2: bytes.insert(contentsOf: bytes[place..<place + length], at: below(bytes.count + 1))
    case 3: if place < bytes.count { bytes[place] ^= 1 << UInt8(below(8)) }
    case 4: if place < bytes.count { bytes[place] = UInt8(truncatingIfNeeded: random.next()) }
    case 5: bytes.insert(contentsOf: Array(repeating: pick(Self.fragments), count: below(300)).joined(), at: place)
    default: bytes = bytes.prefix(place) + pick(seeds).suffix(below(200))
    }
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(max(1, bound))) }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
