import CKernels

/// What the units of an output layer say, as one answer for each class.
public struct OutputAnswers: Equatable, Sendable {
  /// The weighted sum z that stands for each class; of one output for two classes, 0 and z.
  public let scores: [Double]
  /// The answer for each class: a share of 1 where ``isShare`` says so, else the outputs as they are.
  public let answers: [Double]
  /// Whether the answers are shares of 1.
  public let isShare: Bool

  /// The answers to one sample.
  ///
  /// One output tells two classes apart by which of its two targets it is nearer to: the second class's share is its place
  /// between them, 0 and 1 or −1 and 1, as its activation allows.
  /// - Parameters:
  ///   - sums: z of the output layer, one number at least.
  ///   - activation: the output layer's.
  ///   - slope: its slope below 0, as for ``Activation/value(_:slope:)``.
  public init(sums: [Double], activation: Activation, slope: Double? = nil) {
    if sums.count == 1 {
      let value = activation.value(sums[0], slope: slope)
      let share = min(1, max(0, activation.isShare ? value : (value + 1) / 2))
      scores = [0, sums[0]]
      answers = [1 - share, share]
      isShare = true
    } else if activation == .softmax {
      let largest = sums.max() ?? 0
      let powers = sums.map { ck_exp($0 - largest) }
      let total = powers.reduce(0, +)
      scores = sums
      answers = powers.map { $0 / total }
      isShare = true
    } else {
      scores = sums
      answers = sums.map { activation.value($0, slope: slope) }
      isShare = false
    }
  }

  /// The classes by their answers, the likeliest first; of equal answers the one with the larger sum, then the first.
  public var order: [Int] {
    answers.indices.sorted { (answers[$0], scores[$0], -$0) > (answers[$1], scores[$1], -$1) }
  }
}
