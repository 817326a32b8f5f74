/// How much memory a network takes, known before any is taken.
extension Architecture {
  /// The bytes that training takes, about and rather too many: what is kept of each parameter, and what every layer
  /// leaves behind of the samples that go through together.
  ///
  /// A real number, for what is asked about may be beyond all whole ones.
  /// - Parameter batchSize: samples between two updates, which go through together up to a bound.
  public func trainingBytes(batchSize: Int, threads: Int) -> Double {
    let rows = Double(LargeNetwork.passRows(self, batchSize: batchSize))
    let widest = Double(layers.indices.map { ParameterLayout.padded(units($0)) }.max() ?? 0)
    let kept = layers.indices.reduce(Double(ParameterLayout.padded(inputs))) { $0 + keptFloats(of: $1) }
    let floats =
      Double(ParameterLayout(self).count) * Self.copiesOfParameters + rows * kept
      + Double(threads) * Self.rowsOfThread * 3 * widest
    return floats * Double(MemoryLayout<Float>.size)
  }

  /// Parameters, the first ones, the last sane ones, gradients, and what four kinds of optimisers remember.
  private static let copiesOfParameters = 8.0
  /// Rows that one thread has in hand at a time.
  private static let rowsOfThread = 256.0

  /// What a layer leaves behind of a sample: answers, errors, and sums before the activation or what dropout lets through.
  private func keptFloats(of layer: Int) -> Double {
    let (input, output) = (shape(before: layer), shape(after: layer))
    let own = 4 * Double(ParameterLayout.padded(output.count))
    guard case .convolution(let maps, let size, _, _, _) = layers[layer] else { return own }
    let places = Double(output.rows * output.columns) * Double(ParameterLayout.padded(maps))
    return own + places + Double(input.channels) * Double(input.rows + size) * Double(input.columns + size)
  }
}
