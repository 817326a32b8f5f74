import NeuralEngine

extension Network {
  /// A random direction through parameter space, filter-normalised: the weights of each unit, or of each map's kernel, are
  /// drawn from a normal distribution and brought to the length of the network's own, d ← d ∕ ‖d‖ · ‖w‖. Biases and what
  /// normalisation learns stay.
  ///
  /// So a step of 1 is as large for a layer of large weights as for one of small ones, and flat looks flat whatever the
  /// scale of the weights. Source: Li and others, "Visualizing the Loss Landscape of Neural Nets" (2018), section 4.
  func filterNormalizedDirection(using random: inout SeededRandom) -> [Float] {
    var direction = [Float](repeating: 0, count: layout.count)
    for part in layout.parts where part.isPenalized {
      for unit in 0..<part.width {
        let places = (0..<part.rows).map { part.start + $0 * part.stride + unit }
        let drawn = places.map { _ in random.normal() }
        let length = drawn.reduce(0) { $0 + $1 * $1 }.squareRoot()
        let wanted = places.reduce(0.0) { $0 + Double(parameters[$1]) * Double(parameters[$1]) }.squareRoot()
        guard length > 0 else { continue }
        for (place, value) in zip(places, drawn) { direction[place] = Float(value / length * wanted) }
      }
    }
    return direction
  }
}
