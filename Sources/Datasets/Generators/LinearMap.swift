/// A straight line from one range of numbers to another.
struct LinearMap {
  let domain: (Double, Double)
  let range: (Double, Double)

  /// Where `value` lands; outside the domain the line goes on.
  func callAsFunction(_ value: Double) -> Double { interpolate(position(of: value)) }

  /// Where `value` lands; outside the domain it stays at the range's end.
  func clamped(_ value: Double) -> Double { interpolate(min(max(position(of: value), 0), 1)) }

  private func position(of value: Double) -> Double { (value - domain.0) / (domain.1 - domain.0) }

  // Not r0 + t·(r1 − r0): the reference rounds as this form does.
  private func interpolate(_ t: Double) -> Double { range.0 * (1 - t) + range.1 * t }
}
