import CKernels
import NeuralEngine

/// Training as the textbooks write it, in double precision, sample by sample: what the kernels are compared with.
struct ReferenceTraining {
  let architecture: Architecture
  let settings: TrainingSettings
  let layout: ParameterLayout
  var parameters: [Double]
  private var m: [Double]
  private var v: [Double]
  private var alive: [Bool]
  private var gradient: [Double]
  private var waiting = 0
  private var steps = 0
  private(set) var loss = 0.0

  init(_ network: Network, settings: TrainingSettings) {
    architecture = network.architecture
    layout = network.layout
    self.settings = settings
    parameters = network.parameters.map(Double.init)
    m = Array(repeating: 0, count: parameters.count)
    (v, gradient) = (m, m)
    alive = Array(repeating: true, count: parameters.count)
  }

  /// One epoch over samples in the order given.
  mutating func train(_ inputs: [[Double]], _ targets: [[Double]], order: [Int]) {
    loss = 0
    var start = 0
    while start < order.count {
      let end = min(start + settings.batchSize, order.count)
      for place in start..<end { learn(inputs[order[place]], targets[order[place]]) }
      waiting += end - start
      if end - start == settings.batchSize || settings.remainder == .use { update() }
      start = end
    }
  }

  /// Adds one sample's gradient.
  private mutating func learn(_ input: [Double], _ target: [Double]) {
    var zs: [[Double]] = []
    var outputs = [input]
    for (index, layer) in layout.layers.enumerated() {
      var z = (0..<layer.units).map { parameters[layer.biases + $0] }
      parameters.withUnsafeBufferPointer { parameters in
        outputs[index].withUnsafeBufferPointer { below in
          for unit in z.indices {
            for source in 0..<layer.sources {
              z[unit] += parameters[layer.weights + source * layer.stride + unit] * below[source]
            }
          }
        }
      }
      zs.append(z)
      outputs.append(activated(z, index))
    }
    var delta = outputDelta(outputs[layout.layers.count], zs[layout.layers.count - 1], target)
    for (index, layer) in layout.layers.enumerated().reversed() {
      addSlopeGradient(&delta, zs[index], index, isOutput: index == layout.layers.count - 1)
      var below = [Double](repeating: 0, count: layer.sources)
      gradient.withUnsafeMutableBufferPointer { gradient in
        parameters.withUnsafeBufferPointer { parameters in
          for unit in 0..<layer.units {
            gradient[layer.biases + unit] += delta[unit]
            for source in 0..<layer.sources {
              let place = layer.weights + source * layer.stride + unit
              gradient[place] += delta[unit] * outputs[index][source]
              below[source] += delta[unit] * parameters[place]
            }
          }
        }
      }
      delta = below
    }
  }

  private func slope(_ layer: Int) -> Double { layout.layers[layer].slope.map { parameters[$0] } ?? 0 }

  private func activated(_ z: [Double], _ layer: Int) -> [Double] {
    let activation = architecture.activation(layer)
    if activation == .softmax {
      let powers = z.map { ck_exp($0 - (z.max() ?? 0)) }
      return powers.map { $0 / powers.reduce(0, +) }
    }
    return z.map { activation.value($0, slope: slope(layer)) }
  }

  /// dLoss ∕ da where f′ is still to be multiplied in, dLoss ∕ dz where the loss takes it along; adds the loss.
  private mutating func outputDelta(_ a: [Double], _ z: [Double], _ target: [Double]) -> [Double] {
    for unit in a.indices {
      let t = target[unit]
      switch settings.loss {
      case .squaredError, .perceptron: loss += (a[unit] - t) * (a[unit] - t) / 2
      case .sigmoidCrossEntropy: loss -= t * ck_log(a[unit]) + (1 - t) * ck_log(1 - a[unit])
      case .softmaxCrossEntropy: loss -= t == 0 ? 0 : t * ck_log(a[unit])
      }
    }
    let difference = zip(a, target).map { $0 - $1 }
    guard settings.loss == .squaredError, architecture.outputActivation == .softmax else { return difference }
    let dot = zip(a, difference).reduce(0) { $0 + $1.0 * $1.1 }
    return zip(a, difference).map { $0 * ($1 - dot) }
  }

  /// delta ← delta · f′, and prelu's own gradient on the way.
  private mutating func addSlopeGradient(_ delta: inout [Double], _ z: [Double], _ layer: Int, isOutput: Bool) {
    let activation = architecture.activation(layer)
    if isOutput, settings.loss != .squaredError || activation == .softmax { return }
    for unit in delta.indices {
      if let place = layout.layers[layer].slope { gradient[place] += delta[unit] * min(z[unit], 0) }
      delta[unit] *= activation.derivative(z[unit], slope: slope(layer))
    }
  }

  private mutating func update() {
    steps += 1
    let rate = settings.learningRate, penalty = settings.regularizationRate
    for layer in layout.layers {
      for place in layer.weights..<layer.trainedEnd {
        let isWeight = place < layer.biases
        let before = parameters[place]
        let decay = isWeight && settings.regularization == .l2 ? penalty * before : 0
        move(place, gradient: gradient[place] / Double(waiting) + decay, rate: rate)
        if isWeight, settings.regularization == .l1 { shrink(place, before: before, by: rate * penalty) }
        gradient[place] = 0
      }
    }
    waiting = 0
  }

  private mutating func shrink(_ place: Int, before: Double, by step: Double) {
    let moved = parameters[place]
    let after = moved - (before > 0 ? step : before < 0 ? -step : 0)
    if moved * after < 0 { alive[place] = false }
    parameters[place] = alive[place] ? after : 0
  }

  private mutating func move(_ place: Int, gradient g: Double, rate: Double) {
    switch settings.optimizer {
    case .sgd: parameters[place] -= rate * g
    case .momentum:
      m[place] = 0.9 * m[place] + g
      parameters[place] -= rate * m[place]
    case .nesterov:
      m[place] = 0.9 * m[place] + g
      parameters[place] -= rate * (g + 0.9 * m[place])
    case .adagrad:
      v[place] += g * g
      parameters[place] -= rate * g / (v[place].squareRoot() + 1e-10)
    case .rmsprop:
      v[place] = 0.99 * v[place] + 0.01 * g * g
      parameters[place] -= rate * g / (v[place].squareRoot() + 1e-8)
    case .adam, .adamW:
      if settings.optimizer == .adamW { parameters[place] -= rate * 0.01 * parameters[place] }
      m[place] = 0.9 * m[place] + 0.1 * g
      v[place] = 0.999 * v[place] + 0.001 * g * g
      let mean = m[place] / (1 - ck_pow(0.9, Double(steps))), square = v[place] / (1 - ck_pow(0.999, Double(steps)))
      parameters[place] -= rate * mean / (square.squareRoot() + 1e-8)
    }
  }
}
