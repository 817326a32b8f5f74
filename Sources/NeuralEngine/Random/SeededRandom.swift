import CKernels

/// The generator of random numbers behind TensorFlow Playground's seeds: RC4 ("ARC4") bytes made into doubles.
///
/// The same seed gives the same doubles as the JavaScript library `seedrandom` (David Bau), bit for bit, so a link
/// of the Playground opens with its own points and first weights. Fit for play, not for secrets.
public struct SeededRandom: RandomSource, Sendable {
  private var permutation: [UInt8]
  private var i: UInt8 = 0
  private var j: UInt8 = 0

  /// How many of the cipher's first bytes are thrown away: they are the ones that betray the key.
  private static let discardedBytes = 256

  /// A generator at the start of the stream that `seed` names; seeds are text, so "0.5" and "0.50" differ.
  public init(seed: String) {
    let key = Self.key(of: seed)
    permutation = (0...255).map { UInt8($0) }
    var j: UInt8 = 0
    for i in 0..<256 {
      j = j &+ permutation[i] &+ key[i % key.count]
      permutation.swapAt(i, Int(j))
    }
    for _ in 0..<Self.discardedBytes { _ = nextByte() }
  }

  /// The next number of the stream in [0, 1), with 53 random bits.
  ///
  /// Six bytes make a 48-bit whole number n over 2⁴⁸; bytes are appended while n < 2⁵², and a bit is dropped while
  /// n + x ≥ 2⁵³. So a draw takes seven bytes, at times eight or nine.
  public mutating func uniform() -> Double {
    var n: UInt64 = 0
    for _ in 0..<6 { n = n << 8 | UInt64(nextByte()) }
    var exponent = 48
    var x: UInt64 = 0
    while n < 1 << 52 {
      n = (n + x) << 8
      exponent += 8
      x = UInt64(nextByte())
    }
    while n >= 1 << 53 {
      n >>= 1
      exponent -= 1
      x >>= 1
    }
    return Double(sign: .plus, exponent: -exponent, significand: Double(n + x))
  }

  /// A number evenly spread over [a, b): u·(b − a) + a.
  public mutating func uniform(_ a: Double, _ b: Double) -> Double {
    uniform() * (b - a) + a
  }

  /// A number from the normal distribution with the given mean and variance (Marsaglia's polar method).
  ///
  /// The second number that the method yields is dropped, as the Playground does: two or more draws each time.
  public mutating func normal(mean: Double = 0, variance: Double = 1) -> Double {
    var v1 = 0.0
    var s = 0.0
    repeat {
      v1 = 2 * uniform() - 1
      let v2 = 2 * uniform() - 1
      s = v1 * v1 + v2 * v2
    } while s > 1
    // A centre hit has probability 2⁻¹⁰⁴; without this line it would be 0 · ∞.
    guard s > 0 else { return mean }
    return mean + variance.squareRoot() * ((-2 * ck_log(s) / s).squareRoot() * v1)
  }

  /// Brings the elements into random order with one draw each, as the Playground shuffles its points.
  @inlinable
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for count in stride(from: elements.count, to: 0, by: -1) {
      elements.swapAt(count - 1, Int(uniform() * Double(count)))
    }
  }

  /// The next eight bytes of the stream as one number: a seed for faster generators.
  public mutating func nextUInt64() -> UInt64 {
    var bits: UInt64 = 0
    for _ in 0..<8 { bits = bits << 8 | UInt64(nextByte()) }
    return bits
  }

  private mutating func nextByte() -> UInt8 {
    i &+= 1
    let t = permutation[Int(i)]
    j &+= t
    let u = permutation[Int(j)]
    permutation[Int(i)] = u
    permutation[Int(j)] = t
    return permutation[Int(t &+ u)]
  }

  /// The cipher's key: the seed's UTF-16 codes; from the 257th on they are smeared over the first 256 places.
  private static func key(of seed: String) -> [UInt8] {
    var key: [UInt8] = []
    var smear = 0
    for (i, code) in seed.utf16.enumerated() {
      let place = i % 256
      let old = place < key.count ? Int(key[place]) : 0
      smear ^= 19 * old
      let byte = UInt8(truncatingIfNeeded: smear + Int(code))
      if place < key.count {
        key[place] = byte
      } else {
        key.append(byte)
      }
    }
    return key.isEmpty ? [0] : key
  }
}
