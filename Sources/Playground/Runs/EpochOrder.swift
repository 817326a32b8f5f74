import NeuralEngine

/// The order in which an epoch takes the training samples: anew for each epoch, the same for the same seed.
///
/// It depends on seed and epoch alone, not on the epochs before, so that a run can be taken up at any epoch.
public struct EpochOrder: Sendable {
  private let seed: UInt64

  /// The orders of a seed.
  public init(seed: UInt64) { self.seed = seed }

  /// The samples' indices in the order of an epoch (Fisher and Yates' shuffle, as Durstenfeld gave it in 1964).
  public func indices(count: Int, epoch: Int) -> [UInt32] {
    var indices = (0..<UInt32(count)).map { $0 }
    var random = SplitMix(state: seed &+ UInt64(truncatingIfNeeded: epoch) &* SplitMix.step)
    indices.withUnsafeMutableBufferPointer { indices in
      for last in stride(from: count - 1, to: 0, by: -1) {
        indices.swapAt(last, Int(random.next(below: UInt64(last + 1))))
      }
    }
    return indices
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): a fast stream of 64-bit numbers where the page's own is not asked for.
struct SplitMix: RandomNumberGenerator {
  /// The golden ratio's share of 2⁶⁴, odd: steps through all states.
  static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= Self.step
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number below `bound`, evenly but for 2⁻⁶⁴ · bound (Lemire's multiplication without its rejection).
  mutating func next(below bound: UInt64) -> UInt64 { next().multipliedFullWidth(by: bound).high }
}
