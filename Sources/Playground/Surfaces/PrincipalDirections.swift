/// The two directions along which places in parameter space spread most: eigenvectors of their covariance.
///
/// Method: places are far fewer than parameters, so the eigenvectors g of the Gram matrix G = X Xᵀ of the centred places X
/// are found by power iteration, and Xᵀ g has the directions.
struct PrincipalDirections {
  /// Of length 1, and at right angles to ``second``.
  let first: [Float]
  let second: [Float]
  /// How much of the spread lies in their plane, 0 … 1.
  let share: Double

  private static let iterations = 100

  /// The directions of some places; nil where these are all the same.
  init?(of places: [[Float]]) {
    guard places.count > 1, let length = places.first?.count else { return nil }
    var mean = [Float](repeating: 0, count: length)
    for place in places { for index in mean.indices { mean[index] += place[index] / Float(places.count) } }
    let centred = places.map { place in mean.indices.map { place[$0] - mean[$0] } }
    var gram = centred.indices.map { row in centred.indices.map { Self.product(centred[row], centred[$0]) } }
    let spread = gram.indices.reduce(0) { $0 + gram[$1][$1] }
    guard spread > 0, spread.isFinite else { return nil }
    let (largest, weights) = Self.eigenvector(of: gram)
    for row in gram.indices {
      for column in gram.indices { gram[row][column] -= largest * weights[row] * weights[column] }
    }
    let (next, others) = Self.eigenvector(of: gram)
    let first = Self.direction(weights, centred)
    self.first = first
    // Of a straight path, any direction across it.
    second =
      next > 1e-9 * largest
      ? Self.direction(others, centred) : Self.across(first)
    share = min(1, (largest + max(0, next)) / spread)
  }

  private static func product(_ left: [Float], _ right: [Float]) -> Double {
    var sum = 0.0
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        for index in 0..<left.count { sum += Double(left[index]) * Double(right[index]) }
      }
    }
    return sum
  }

  /// The largest eigenvalue of a symmetric matrix without negative ones, and its eigenvector.
  private static func eigenvector(of matrix: [[Double]]) -> (value: Double, vector: [Double]) {
    // No place is like another, so that no eigenvector is at right angles to the start.
    var vector = matrix.indices.map { 1 / Double($0 + 1) }
    var value = 0.0
    for _ in 0..<iterations {
      let image = matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
      value = image.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard value > 0 else { break }
      vector = image.map { $0 / value }
    }
    return (value, vector)
  }

  /// Xᵀ g, of length 1.
  private static func direction(_ weights: [Double], _ places: [[Float]]) -> [Float] {
    var sum = [Double](repeating: 0, count: places[0].count)
    for (weight, place) in zip(weights, places) {
      for index in sum.indices { sum[index] += weight * Double(place[index]) }
    }
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return sum.map { Float(length > 0 ? $0 / length : 0) }
  }

  /// A direction at right angles to one of length 1: along the parameter that it moves least, of those that it moves.
  private static func across(_ direction: [Float]) -> [Float] {
    let moved = direction.indices.filter { direction[$0] != 0 }
    guard moved.count > 1, let least = moved.min(by: { abs(direction[$0]) < abs(direction[$1]) }) else {
      return direction.indices.map { direction[$0] == 0 && $0 == direction.firstIndex(of: 0) ? 1 : 0 }
    }
    let part = direction[least]
    let length = (1 - part * part).squareRoot()
    return direction.indices.map { ((($0 == least) ? 1 : 0) - part * direction[$0]) / length }
  }
}
