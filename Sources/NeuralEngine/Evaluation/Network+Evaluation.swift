/// Judging a network as it is, without a learner: nothing is copied, and nothing of it changes.
extension Network {
  /// How well the network does on samples: running statistics, nothing dropped.
  ///
  /// - Parameters:
  ///   - samples: of the architecture's numbers of inputs and outputs.
  ///   - loss: what is measured; it must fit the output, see ``Loss/accepts(_:)``.
  ///   - smoothing: ε of label smoothing.
  ///   - pool: the threads that share the samples.
  public func evaluate(
    _ samples: Samples, loss: Loss, smoothing: Double = 0, on pool: ThreadPool
  ) -> Evaluation {
    samples.check(for: architecture, loss)
    return withParameters { parameters in
      Evaluation(
        of: architecture, layout, parameters: parameters, on: samples, range: 0..<samples.count, loss: loss,
        smoothing: smoothing, keepsAnswers: false, pool: pool, choice: .fastest)
    }
  }

  /// Calls the body with the address of the parameters, to be read only: what works on them knows no other pointers.
  func withParameters<Result>(_ body: (UnsafeMutablePointer<Float>) -> Result) -> Result {
    parameters.withUnsafeBufferPointer { parameters in
      guard let start = parameters.baseAddress else { preconditionFailure("a network has parameters") }
      return body(UnsafeMutablePointer(mutating: start))
    }
  }
}

extension Samples {
  /// Shapes are the caller's to keep: a mismatch is a fault of the program, not of its input.
  func check(for architecture: Architecture, _ loss: Loss) {
    precondition(
      inputCount == architecture.inputs && outputCount == architecture.outputs,
      "samples of \(inputCount) inputs and \(outputCount) outputs do not fit \(architecture)")
    precondition(
      loss.accepts(architecture.outputActivation), "loss \(loss) does not fit output \(architecture.outputActivation)")
  }
}

extension Evaluation {
  /// Judges a network on some samples, in the way that is fastest for it.
  init(
    of architecture: Architecture, _ layout: ParameterLayout, parameters: UnsafeMutablePointer<Float>,
    on samples: Samples, range: Range<Int>, loss: Loss, smoothing: Double = 0, keepsAnswers: Bool, pool: ThreadPool,
    choice: Learner.PathChoice
  ) {
    self = SamplePointers.with(samples, order: nil, smoothing: smoothing) { pointers in
      if choice == .fastest, smoothing == 0,
        let small = SmallNetworkViews(architecture, layout: layout, parameters: parameters)
      {
        return small.evaluate(pointers, task: samples.task, loss: loss, range: range, keepsAnswers: keepsAnswers)
      }
      return Evaluator(architecture, layout, parameters: parameters, loss: loss, pool: pool)
        .evaluate(pointers, task: samples.task, outputs: samples.outputCount, range: range, keepsAnswers: keepsAnswers)
    }
  }
}
