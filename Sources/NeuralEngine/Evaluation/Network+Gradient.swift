/// How a loss changes with everything that a network's answers depend on.
public struct Gradient: Equatable, Sendable {
  /// The mean loss over the samples.
  public let loss: Double
  /// The gradient of the mean loss, dL ∕ dθ: in the layout of ``Network/parameters``; zero for padding and for running
  /// statistics.
  public let parameters: [Float]
  /// The gradient of each sample's own loss by its own inputs, dL ∕ dx: [count × inputs].
  public let inputs: [Float]
}

extension Network {
  /// The gradient of the loss of the network as it is evaluated: running statistics, nothing dropped, nothing changed.
  ///
  /// Method: back-propagation of errors, down to the inputs; always through matrix products, in pieces of fixed size, so
  /// that the bits do not depend on the number of threads.
  /// - Parameters:
  ///   - samples: of the architecture's numbers of inputs and outputs.
  ///   - loss: what is differentiated; it must fit the output, see ``Loss/accepts(_:)``. For the perceptron's it is what
  ///     its rule takes in the gradient's place.
  ///   - pool: the threads that share the samples.
  public func gradient(on samples: Samples, loss: Loss, on pool: ThreadPool) -> Gradient {
    samples.check(for: architecture, loss)
    guard samples.count > 0 else {
      return Gradient(loss: .nan, parameters: Array(repeating: 0, count: layout.count), inputs: [])
    }
    let (count, inputs) = (samples.count, architecture.inputs)
    let workspace = Workspace()
    let sums = workspace.matrix(rows: 1, stride: layout.count)
    let stride = ParameterLayout.padded(inputs)
    let errors = workspace.matrix(rows: count, stride: stride)
    let progress = withParameters { parameters in
      SamplePointers.with(samples, order: nil) { pointers in
        var clock = TrainingClock()
        let path = LargeNetwork(
          architecture, layout, parameters: parameters, batchSize: count, drops: false, pool: pool)
        return path.run(
          Sweep(
            samples: pointers, range: 0..<count, batchSize: count, carriesRemainder: true, loss: loss.kernel,
            dropout: 0,
            seed: 0, update: UpdateSettings(TrainingSettings(loss: loss)), m: nil, v: nil, alive: nil, gradients: sums,
            inputErrors: errors, mode: .evaluating), clock: &clock)
      }
    }
    return Gradient(
      loss: progress.loss / Double(count), parameters: (0..<layout.count).map { sums[$0] / Float(count) },
      inputs: (0..<count).flatMap { row in (0..<inputs).map { errors[row * stride + $0] } })
  }
}
