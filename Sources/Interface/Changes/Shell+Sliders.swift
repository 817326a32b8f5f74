import Playground
import Screen

/// Knobs on their tracks: where they stand, and moving them.
extension Shell {
  /// The value under a key's knob.
  private func number(of key: ExperimentKey) -> Double { Double(value(of: key)) ?? 0 }

  /// Moves a knob to its next stop.
  mutating func slide(_ key: ExperimentKey, by step: Int) -> [Effect] {
    let now = number(of: key)
    let next = step > 0 ? key.stops.first { $0 > now + 1e-9 } : key.stops.last { $0 < now - 1e-9 }
    return next.map { change(key, to: Number.typed($0)) } ?? []
  }

  /// Moves a knob to the stop nearest to a share of its track.
  mutating func slide(_ key: ExperimentKey, to share: Double) -> [Effect] {
    let place = Int((min(1, max(0, share)) * Double(key.stops.count - 1)).rounded())
    return change(key, to: Number.typed(key.stops[place]))
  }

  /// Where a knob stands, 0 … 1.
  func share(of key: ExperimentKey) -> Double {
    let (now, stops) = (number(of: key), key.stops)
    guard let above = stops.firstIndex(where: { $0 >= now - 1e-9 }) else { return 1 }
    guard above > 0 else { return 0 }
    let below = stops[above - 1]
    return (Double(above) - 1 + (now - below) / (stops[above] - below)) / Double(stops.count - 1)
  }

  /// The value beside a knob.
  func sliderText(of key: ExperimentKey) -> String { text(of: key, number(of: key)) }

  /// A value of a knob as people say it.
  func text(of key: ExperimentKey, _ number: Double) -> String {
    guard case .slider(let unit, _)? = key.control?.form else { return "" }
    switch unit {
    case .percent: return "\(Number.plain(number)) %"
    case .share: return "\(Number.plain((number * 100).rounded())) %"
    case .count: return Number.count(Int(number))
    }
  }
}

extension ExperimentKey {
  /// The keys that are set with a knob, as they stand below each other: what is moved most comes first.
  static let sliders = [.noise, .trainRatio] + all.filter { !$0.stops.isEmpty && $0 != .noise && $0 != .trainRatio }

  /// The stops of the key's knob; none where it has no knob.
  var stops: [Double] {
    if case .slider(_, let stops)? = control?.form { stops } else { [] }
  }
}
