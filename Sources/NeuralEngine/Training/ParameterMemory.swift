import CKernels

/// Every number that is kept for each parameter, as plain memory that threads and kernels reach without reference
/// counting.
///
/// All pieces have the layout of ``Network/parameters``.
final class ParameterMemory {
  /// What an optimiser remembers between steps; nil pointers where it keeps nothing.
  struct Moments {
    var m: UnsafeMutablePointer<Float>?
    var v: UnsafeMutablePointer<Float>?
  }

  let layout: ParameterLayout
  /// The parameters themselves.
  let parameters: UnsafeMutablePointer<Float>
  /// 1 for a living link, 0 for a dead one; nil until l1 has been used.
  private(set) var alive: UnsafeMutablePointer<Float>?
  /// Sums of gradients that wait for the rest of their mini-batch; nil until some have to.
  ///
  /// Zero whenever nothing waits and a path begins its work.
  private(set) var gradients: UnsafeMutablePointer<Float>?

  private let workspace = Workspace()
  private var moments: [Optimizer: Moments] = [:]

  init(_ network: Network) {
    layout = network.layout
    parameters = workspace.matrix(rows: 1, stride: network.layout.count)
    parameters.update(from: network.parameters, count: layout.count)
  }

  /// What the optimiser keeps. Optimisers of one family share it, and it stays while another one is at work.
  func moments(of optimizer: Optimizer) -> Moments {
    let family = optimizer.family
    if let known = moments[family] { return known }
    let new = Moments(
      m: ck_optimizer_keeps_m(family.kernel) != 0 ? zeros() : nil,
      v: ck_optimizer_keeps_v(family.kernel) != 0 ? zeros() : nil)
    moments[family] = new
    return new
  }

  /// Sees to it that links can die.
  func keepDeadLinks() {
    if alive == nil { alive = workspace.take(layout.count, of: 1) }
  }

  /// Sees to it that gradients can wait.
  func keepGradients() {
    if gradients == nil { gradients = zeros() }
  }

  /// Empties what waits, where nothing should.
  func clearGradients() { gradients?.update(repeating: 0, count: layout.count) }

  /// The places of dead links, in order.
  var deadLinks: [Int] {
    guard let alive else { return [] }
    return (0..<layout.count).filter { alive[$0] == 0 }
  }

  /// A dead link that was given a value lives again.
  func reviveChangedLinks() {
    guard let alive else { return }
    for index in 0..<layout.count where parameters[index] != 0 { alive[index] = 1 }
  }

  private func zeros() -> UnsafeMutablePointer<Float> { workspace.matrix(rows: 1, stride: layout.count) }
}

extension Optimizer {
  /// The optimiser whose memory this one shares.
  fileprivate var family: Optimizer {
    switch self {
    case .sgd, .adagrad, .rmsprop: self
    case .momentum, .nesterov: .momentum
    case .adam, .adamW: .adam
    }
  }

  /// The same optimiser as the C kernels name it.
  var kernel: ck_optimizer {
    switch self {
    case .sgd: .sgd
    case .momentum: .momentum
    case .nesterov: .nesterov
    case .adagrad: .adagrad
    case .rmsprop: .rmsprop
    case .adam: .adam
    case .adamW: .adamW
    }
  }
}

extension Loss {
  /// The same loss as the C kernels name it.
  var kernel: ck_loss {
    switch self {
    case .squaredError: .squaredError
    case .sigmoidCrossEntropy: .sigmoidCrossEntropy
    case .softmaxCrossEntropy: .softmaxCrossEntropy
    case .perceptron: .perceptron
    }
  }
}
