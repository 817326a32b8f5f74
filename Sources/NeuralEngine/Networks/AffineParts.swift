/// The parameters of a layer that sums weighted inputs, z = W x + b: one bias, and what normalisation keeps, for each unit
/// or map.
struct AffineParts {
  let weights: UnsafeMutablePointer<Float>
  let biases: UnsafeMutablePointer<Float>
  /// α of prelu, where the layer learns it.
  let slope: UnsafeMutablePointer<Float>?
  let normalization: BatchNormalization?

  /// The names of the parts, PyTorch's.
  enum Name {
    static let weight = "weight"
    static let bias = "bias"
    static let slope = "prelu"
    static let gamma = "norm.weight"
    static let beta = "norm.bias"
    static let runningMean = "norm.running_mean"
    static let runningVariance = "norm.running_var"
  }

  /// The parts, in the order in which they stand.
  ///
  /// - Parameters:
  ///   - weight: the shape of the weights, units or maps first.
  ///   - sources: how many numbers a sum is made of.
  ///   - reach: into how many sums one number goes, for the initialisers; as many as there are units if nil.
  static func list(
    weight: [Int], sources: Int, units: Int, reach: Int? = nil, _ activation: Activation, isNormalized: Bool
  ) -> [Part] {
    var parts = [
      Part(Name.weight, shape: weight, isPenalized: true, first: .drawn(sources: sources, units: reach ?? units)),
      Part(Name.bias, shape: [units], first: .bias),
    ]
    if activation.hasLearntSlope {
      parts.append(Part(Name.slope, shape: [1], first: .constant(Float(Activation.firstSlope))))
    }
    if isNormalized {
      parts += [
        Part(Name.gamma, shape: [units], first: .constant(1)),
        Part(Name.beta, shape: [units], first: .constant(0)),
        Part(Name.runningMean, shape: [units], isTrained: false, first: .constant(0)),
        Part(Name.runningVariance, shape: [units], isTrained: false, first: .constant(1)),
      ]
    }
    return parts
  }

  /// The parts where they stand, in the same order.
  init(
    _ parts: [UnsafeMutablePointer<Float>], units: Int, stride: Int, _ activation: Activation, isNormalized: Bool
  ) {
    var parts = parts.makeIterator()
    func next() -> UnsafeMutablePointer<Float> {
      guard let part = parts.next() else { preconditionFailure("a layer got fewer parts than it asked for") }
      return part
    }
    weights = next()
    biases = next()
    slope = activation.hasLearntSlope ? next() : nil
    normalization =
      isNormalized
      ? BatchNormalization(
        units: units, stride: stride, gamma: next(), beta: next(), runningMean: next(), runningVariance: next()) : nil
  }
}
