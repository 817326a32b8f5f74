import CKernels
import Foundation
import Testing

@Suite struct KernelUpdateTests {
  static let optimizers: [ck_optimizer] = [.sgd, .momentum, .nesterov, .adagrad, .rmsprop, .adam, .adamW]

  /// One parameter and its optimiser's memory, in double precision, after PyTorch's documentation.
  private struct Reference {
    var w: Double, m = 0.0, v = 0.0, t = 0.0

    mutating func step(_ optimizer: ck_optimizer, gradient: Double, rate: Double, l2: Double) {
      let g = gradient + l2 * w
      t += 1
      switch optimizer {
      case .sgd: w -= rate * g
      case .momentum:
        m = 0.9 * m + g
        w -= rate * m
      case .nesterov:
        m = 0.9 * m + g
        w -= rate * (g + 0.9 * m)
      case .adagrad:
        v += g * g
        w -= rate * g / (v.squareRoot() + 1e-10)
      case .rmsprop:
        v = 0.99 * v + 0.01 * g * g
        w -= rate * g / (v.squareRoot() + 1e-8)
      case .adam, .adamW:
        if optimizer == .adamW { w -= rate * 0.01 * w }
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        let mean = m / (1 - pow(0.9, t)), square = v / (1 - pow(0.999, t))
        w -= rate * mean / (square.squareRoot() + 1e-8)
      }
    }
  }

  @Test("Twenty steps are PyTorch's", arguments: optimizers, laneCounts)
  func steps(optimizer: ck_optimizer, lanes: Int32) {
    let count = 53  // no multiple of any lane count
    var numbers = TestRandom(4)
    var w = (0..<count).map { _ in numbers.next(in: -1...1) }
    var m = [Float](repeating: 0, count: count), v = m
    var reference = w.map { Reference(w: Double($0)) }
    var rule = ck_rule_begin(optimizer, 0.02, 0.03, 0)
    for _ in 0..<20 {
      let gradient = (0..<count).map { _ in numbers.next(in: -1...1) }
      ck_rule_advance(&rule)
      withLanes(lanes) { ck_update(&rule, count, &w, gradient, &m, &v, nil) }
      for i in 0..<count {
        reference[i].step(optimizer, gradient: Double(gradient[i]), rate: Double(Float(0.02)), l2: Double(Float(0.03)))
      }
    }
    for i in 0..<count { #expect(agree(w[i], reference[i].w, relative: 1e-5, absolute: 2e-6)) }
  }

  @Test("A parameter without gradient and memory stays where it is: padding stays zero", arguments: optimizers)
  func padding(optimizer: ck_optimizer) {
    var w = [Float](repeating: 0, count: 16), m = w, v = w
    var rule = ck_rule_begin(optimizer, 0.1, 0.1, 0.1)
    ck_rule_advance(&rule)
    ck_update(&rule, 16, &w, [Float](repeating: 0, count: 16), &m, &v, nil)
    #expect(w.allSatisfy { $0 == 0 })
  }

  @Test("l1 pulls towards zero, and kills the link that it carries across", arguments: laneCounts)
  func deadLinks(lanes: Int32) {
    // η = 0.1, rate 1: w′ = w − 0.1 g, w″ = w′ − 0.1 sign w.
    let start: [Float] = [1, -1, 0.05, -0.05, 0, 0.05, 0.3]
    let gradient: [Float] = [0, 0, 0, 0, 0, 1, 0]
    // 0.05 − 0.1 crosses zero: dead. 0.05 with gradient 1 is −0.05 already before the pull: −0.15, alive.
    let expected: [Float] = [0.9, -0.9, 0, 0, 0, -0.15, 0]
    let alive: [Float] = [1, 1, 1, 1, 1, 1, 0]
    var w = start, living = alive
    var rule = ck_rule_begin(.sgd, 0.1, 0, 1)
    ck_rule_advance(&rule)
    withLanes(lanes) { ck_update(&rule, w.count, &w, gradient, nil, nil, &living) }
    for i in w.indices { #expect(agree(w[i], Double(expected[i]), relative: 1e-6, absolute: 1e-8)) }
    #expect(living == [1, 1, 0, 0, 1, 1, 0])
    withLanes(lanes) { ck_update(&rule, w.count, &w, [5, 5, 5, 5, 5, 5, 5], nil, nil, &living) }
    #expect(w[2] == 0 && w[3] == 0 && w[6] == 0)
  }
}
