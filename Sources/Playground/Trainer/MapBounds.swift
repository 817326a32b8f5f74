import NeuralEngine

/// The most numbers that pictures of units hold at once: 64 MB.
private let mostNumbers = 1 << 24
/// The most products that making them once costs: half a second of one core.
private let mostProducts = 4e9

extension Architecture {
  /// How many points of the plane all units can be asked, whatever the size of the screen.
  package var mostMapPoints: Int {
    let products = ParameterLayout(self).parts.reduce(1.0) { $0 + Double($1.count) * Double(uses($1)) }
    return max(1, min(mostNumbers / (inputs + unitCount), Int(mostProducts / products)))
  }
}

extension SnapshotRequest {
  /// The request, with coarser pictures where all of them together would not fit.
  package func within(_ architecture: Architecture) -> SnapshotRequest {
    var request = self
    request.unitMap = unitMap?.within(mostNumbers / (architecture.inputs + architecture.unitCount))
    request.outputMap = outputMap?.within(mostNumbers / (architecture.outputs + 1))
    return request
  }
}

extension MapSize {
  /// The size, or where it has more pixels than so many a smaller one of the same form.
  func within(_ most: Int) -> MapSize {
    let share = Double(most) / Double(width * height)
    guard share < 1 else { return self }
    return MapSize(
      width: Int(Double(width) * share.squareRoot()), height: Int(Double(height) * share.squareRoot()))
  }
}
