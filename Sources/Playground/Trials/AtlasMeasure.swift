/// What the colours of a map of trainings tell.
public enum AtlasMeasure: String, CaseIterable, Sendable {
  case success
  case loss
  case epochs = "epochs needed"
  case gap = "test gap"

  /// What it is of a place; nil where that is not known.
  ///
  /// - Parameter ends: what became of the place's first weights, those that are trained.
  public func value(of ends: [Trial.End]) -> Double? {
    let outcomes = ends.compactMap { end -> Outcome? in
      if case .trained(let outcome) = end { outcome } else { nil }
    }
    guard !outcomes.isEmpty else { return nil }
    switch self {
    case .success: return Double(outcomes.count { $0.reachedAt != nil }) / Double(outcomes.count)
    case .loss: return median(outcomes.compactMap { $0.testLoss ?? $0.trainLoss })
    case .epochs: return median(outcomes.compactMap(\.reachedAt).map(Double.init))
    case .gap: return median(outcomes.compactMap(\.testGap))
    }
  }
}

/// The middle of some numbers, of two middle ones the lower; nil for none.
package func median(_ values: [Double]) -> Double? {
  values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
}
