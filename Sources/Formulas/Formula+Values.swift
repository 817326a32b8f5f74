extension Formula {
  /// The value where the variables have those values; of a condition 1 where it holds, else 0.
  ///
  /// What has no value, such as √−1, is not a number (NaN), and what is too large is infinite; nothing traps.
  public func callAsFunction(_ values: Double...) -> Double { value(at: values) }

  /// The same, the variables' values in a list, one for each of `variables`.
  public func value(at point: [Double]) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: nodes.count) { values in
      values.initialize(repeating: 0)
      evaluate(at: point, into: values)
      return values[nodes.count - 1]
    }
  }

  /// The value of every node.
  public func values(at point: [Double]) -> [Double] {
    Array(unsafeUninitializedCapacity: nodes.count) { values, count in
      values.initialize(repeating: 0)
      evaluate(at: point, into: UnsafeMutableBufferPointer(rebasing: values[..<nodes.count]))
      count = nodes.count
    }
  }

  private func evaluate(at point: [Double], into values: UnsafeMutableBufferPointer<Double>) {
    for (index, node) in nodes.enumerated() {
      let a = node.operands.first.map { values[$0] } ?? 0
      let b = node.operands.last.map { values[$0] } ?? 0
      values[index] = node.operation.value(a, b, point)
    }
  }

  /// A formula's values and derivatives at one place.
  public struct Gradient: Equatable, Sendable {
    /// The value of every node, found from the first to the last.
    public let values: [Double]
    /// How fast the whole grows with each node, ∂f ∕ ∂node, found from the last to the first; 0 for constants.
    public let derivatives: [Double]
    /// How fast each node grows with each of its operands, in their order.
    public let slopes: [[Double]]
    /// How fast the whole grows with each variable; 0 for those that do not occur.
    public let partials: [Double]

    /// The value of the whole.
    public var value: Double { values[values.count - 1] }
  }

  /// Values and derivatives of all nodes, by the chain rule from the last to the first (reverse accumulation):
  /// ∂f ∕ ∂operand is the sum, over all that need it, of ∂f ∕ ∂node · ∂node ∕ ∂operand.
  public func gradient(at point: [Double]) -> Gradient {
    let values = values(at: point)
    var derivatives = [Double](repeating: 0, count: nodes.count)
    derivatives[nodes.count - 1] = nodes[nodes.count - 1].isConstant ? 0 : 1
    var slopes = nodes.map { [Double](repeating: 0, count: $0.operands.count) }
    var partials = [Double](repeating: 0, count: variables.count)
    for (index, node) in nodes.enumerated().reversed() {
      if case .variable(let variable) = node.operation { partials[variable] = derivatives[index] }
      guard let first = node.operands.first, let last = node.operands.last else { continue }
      let pair = node.operation.slopes(values[first], values[last], value: values[index])
      for (place, operand) in node.operands.enumerated() where !nodes[operand].isConstant {
        let slope = place == 0 ? pair.0 : pair.1
        slopes[index][place] = slope
        // What counts for nothing counts for nothing however steep it is.
        if derivatives[index] != 0 { derivatives[operand] += derivatives[index] * slope }
      }
    }
    return Gradient(values: values, derivatives: derivatives, slopes: slopes, partials: partials)
  }
}
