import CKernels

/// How the learning rate changes over a run whose length is known.
///
/// With t steps done of T, every schedule is a factor on the learning rate η that was set. A run without an end (T not
/// known) keeps η; past T the last factor stays.
public enum Schedule: String, Codable, CaseIterable, Sendable {
  /// η throughout.
  case constant
  /// η, then η ∕ 10 from T ∕ 2 on, then η ∕ 100 from 3T ∕ 4 on (Huang and others 2017).
  case step
  /// ½ η (1 + cos(π t ∕ T)) (Loshchilov and Hutter 2017, without restarts).
  case cosine
  /// From η ∕ 25 up to η, which it reaches with the last of the first 3 tenths of all updates, then down to η ∕ 250,000
  /// with the last of all, both along half a cosine (Smith and Topin 2018, with PyTorch's defaults).
  case oneCycle

  /// The factor on the learning rate.
  ///
  /// - Parameters:
  ///   - step: t, the number of updates already made, from 0.
  ///   - totalSteps: T, or nil where the run has no end: then the factor is 1.
  public func factor(step: Int, of totalSteps: Int?) -> Double {
    guard let totalSteps, totalSteps > 0 else { return 1 }
    let (step, total) = (Double(max(0, step)), Double(totalSteps))
    let time = min(1, step / total)
    switch self {
    case .constant: return 1
    case .step: return time < 0.5 ? 1 : time < 0.75 ? 0.1 : 0.01
    case .cosine: return Self.halfCosine(from: 1, to: 0, at: time)
    case .oneCycle:
      // The step that rises last, and the step that is last.
      let (top, end) = (Self.warmUp * total - 1, total - 1)
      return step <= top
        ? Self.halfCosine(from: 1 / Self.firstDivisor, to: 1, at: step / top)
        : Self.halfCosine(from: 1, to: 1 / Self.lastDivisor, at: min(1, (step - top) / (end - top)))
    }
  }

  /// The share of a one-cycle run that the rate spends rising.
  private static let warmUp = 0.3
  private static let firstDivisor = 25.0
  private static let lastDivisor = 250_000.0

  private static func halfCosine(from start: Double, to end: Double, at time: Double) -> Double {
    end + (start - end) * 0.5 * (1 + ck_cos(.pi * time))
  }
}
