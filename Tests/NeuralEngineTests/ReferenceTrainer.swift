import Foundation
import NeuralEngine

/// Training in double precision: mini-batches, optimisers, schedules and regularisation as the engine's documentation
/// defines them, one parameter at a time.
struct ReferenceTrainer {
  var network: ReferenceNetwork
  var settings: TrainingSettings
  /// The running mean of the parameters, which begins with them.
  private(set) var average: [Double]
  private(set) var steps = 0
  /// The losses of the last epoch's samples, each as the network was when it met them, summed.
  private(set) var loss = 0.0
  private(set) var deadLinks: Set<Int> = []
  private var waiting: [Double]
  private var waitingCount = 0
  private var velocity: [Double]
  private var squares: [Double]
  private var meanSquares: [Double]
  private var firstMoment: [Double]
  private var secondMoment: [Double]
  private var adamSteps = 0.0
  private let trainedPlaces: [Int]
  private let weights: Set<Int>

  init(_ network: ReferenceNetwork, _ settings: TrainingSettings) {
    self.network = network
    self.settings = settings
    average = network.parameters
    trainedPlaces = network.trainedPlaces
    weights = Set(network.layout.parts.filter(\.isPenalized).flatMap(\.places))
    let zeros = Array(repeating: 0.0, count: network.layout.count)
    (waiting, velocity, squares, meanSquares, firstMoment, secondMoment) = (zeros, zeros, zeros, zeros, zeros, zeros)
  }

  /// One pass over the samples in their order.
  mutating func trainEpoch(_ inputs: [[Double]], _ targets: [[Double]]) {
    let size = settings.loss == .perceptron ? 1 : settings.batchSize
    loss = 0
    let share = settings.labelSmoothing
    let targets = targets.map { row in row.map { (1 - share) * $0 + share / Double(row.count) } }
    for start in stride(from: 0, to: inputs.count, by: size) {
      let end = min(start + size, inputs.count)
      let sum = network.gradientSum(settings.loss, Array(inputs[start..<end]), Array(targets[start..<end]))
      loss +=
        network.loss(settings.loss, Array(inputs[start..<end]), Array(targets[start..<end])) * Double(end - start)
      for place in waiting.indices { waiting[place] += sum[place] }
      waitingCount += end - start
      guard end - start == size || settings.remainder == .use else { return }
      step(waiting.map { $0 / Double(waitingCount) })
      waiting = waiting.map { _ in 0 }
      waitingCount = 0
    }
  }

  private mutating func step(_ gradient: [Double]) {
    let rate = settings.learningRate * factor()
    if settings.optimizer == .adam || settings.optimizer == .adamW { adamSteps += 1 }
    for place in trainedPlaces where !deadLinks.contains(place) {
      let isWeight = weights.contains(place)
      let before = network.parameters[place]
      let penalty = settings.regularization == .l2 && isWeight ? settings.regularizationRate * before : 0
      let decay = isWeight ? rate * settings.weightDecay * before : 0
      var after = before - decay + change(place, gradient[place] + penalty, rate)
      if settings.regularization == .l1, isWeight {
        let sign: Double = before > 0 ? 1 : before < 0 ? -1 : 0
        let pulled = after - rate * settings.regularizationRate * sign
        if after * pulled < 0 { deadLinks.insert(place) }
        after = after * pulled < 0 ? 0 : pulled
      }
      network.parameters[place] = after
    }
    for place in average.indices { average[place] += settings.averaging * (network.parameters[place] - average[place]) }
    steps += 1
  }

  /// What the optimiser adds to a parameter.
  private mutating func change(_ place: Int, _ g: Double, _ rate: Double) -> Double {
    switch settings.optimizer {
    case .sgd: return -rate * g
    case .momentum:
      velocity[place] = 0.9 * velocity[place] + g
      return -rate * velocity[place]
    case .nesterov:
      velocity[place] = 0.9 * velocity[place] + g
      return -rate * (g + 0.9 * velocity[place])
    case .adagrad:
      squares[place] += g * g
      return -rate * g / (squares[place].squareRoot() + 1e-10)
    case .rmsprop:
      meanSquares[place] = 0.99 * meanSquares[place] + 0.01 * g * g
      return -rate * g / (meanSquares[place].squareRoot() + 1e-8)
    case .adam, .adamW:
      firstMoment[place] = 0.9 * firstMoment[place] + 0.1 * g
      secondMoment[place] = 0.999 * secondMoment[place] + 0.001 * g * g
      let m = firstMoment[place] / (1 - pow(0.9, adamSteps))
      let v = secondMoment[place] / (1 - pow(0.999, adamSteps))
      let decay = settings.optimizer == .adamW ? 0.01 * network.parameters[place] : 0
      return -rate * (m / (v.squareRoot() + 1e-8) + decay)
    }
  }

  private func factor() -> Double {
    guard let total = settings.totalSteps else { return 1 }
    let time = min(1, Double(steps) / Double(total))
    switch settings.schedule {
    case .constant: return 1
    case .step: return time < 0.5 ? 1 : time < 0.75 ? 0.1 : 0.01
    case .cosine: return (1 + cos(.pi * time)) / 2
    case .oneCycle:
      let (step, top, last) = (Double(steps), 0.3 * Double(total) - 1, Double(total) - 1)
      let (start, end, part) =
        step <= top ? (0.04, 1.0, step / top) : (1.0, 4e-6, min(1, (step - top) / (last - top)))
      return end + (start - end) * (1 + cos(.pi * part)) / 2
    }
  }
}
