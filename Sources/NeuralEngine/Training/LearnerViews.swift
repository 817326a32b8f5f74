import CKernels

/// Looking at the network without teaching it anything.
extension Learner {
  /// How well the network does on samples as it is now: running statistics, nothing dropped.
  ///
  /// - Parameters:
  ///   - samples: of the architecture's numbers of inputs and outputs.
  ///   - range: which of them; nil is all.
  ///   - keepsAnswers: whether the class chosen for each sample, and the outputs, are wanted too.
  public func evaluate(_ samples: Samples, range: Range<Int>? = nil, keepsAnswers: Bool = false) -> Evaluation {
    let range = range ?? 0..<samples.count
    check(samples, order: nil, range: range)
    return Evaluation(
      of: architecture, memory.layout, parameters: memory.answering, on: samples, range: range, loss: settings.loss,
      smoothing: settings.labelSmoothing, keepsAnswers: keepsAnswers, pool: pool, choice: choice)
  }

  /// Loss and accuracy of the network as it is now, to the bits that ``evaluate(_:range:keepsAnswers:)`` finds, and no more.
  ///
  /// After its first call it asks for no memory where the network is small: thousands of runs may look after every epoch.
  public func glance(at samples: Samples) -> Evaluation {
    check(samples, order: nil, range: 0..<samples.count)
    guard choice == .fastest, settings.labelSmoothing == 0, let small = smallViews else { return evaluate(samples) }
    let sums = SamplePointers.with(samples, order: nil) { small.tally($0, loss: settings.loss, count: samples.count) }
    return Evaluation(sums, task: samples.task)
  }

  /// Views of the parameters that the network answers with now; nil for a large network.
  private var smallViews: SmallNetworkViews? {
    if let views, views.parameters == UnsafePointer(memory.answering) { return views }
    views = SmallNetworkViews(architecture, layout: memory.layout, parameters: memory.answering)
    return views
  }

  /// The gradient of the mean loss over samples, dL ∕ dw for every parameter: [layout.count].
  ///
  /// Without regularisation and without dropout; a normalised layer uses the statistics of these samples. Padding and
  /// running statistics are zero. For the perceptron's loss it is what its rule takes in the gradient's place. It comes
  /// of the very path that trains, which is what the tests hold against central differences and PyTorch;
  /// ``Network/gradient(on:loss:on:)`` is for all others.
  package func gradient(on samples: Samples) -> [Float] {
    check(samples, order: nil, range: 0..<samples.count)
    guard samples.count > 0 else { return Array(repeating: 0, count: memory.layout.count) }
    let workspace = Workspace()
    let sums = workspace.matrix(rows: 1, stride: memory.layout.count)
    let path = makePath(for: TrainingSettings(loss: settings.loss, batchSize: samples.count))
    SamplePointers.with(samples, order: nil, smoothing: settings.labelSmoothing) { pointers in
      var clock = TrainingClock()
      _ = path.run(
        Sweep(
          samples: pointers, range: 0..<samples.count, batchSize: samples.count, carriesRemainder: true,
          loss: settings.loss.kernel, dropout: 0, seed: 0, update: UpdateSettings(settings), m: nil, v: nil, alive: nil,
          gradients: sums, mode: .measuring), clock: &clock)
    }
    return (0..<memory.layout.count).map { sums[$0] / Float(samples.count) }
  }

  /// What every unit answers to points: [unit over all layers][count], point-contiguous.
  ///
  /// - Parameters:
  ///   - points: [inputs][count], point-contiguous: all first inputs, then all second ones, ….
  ///   - count: the number of points.
  public func unitMaps(_ points: [Float], count: Int) -> [Float] {
    var maps: [Float] = []
    unitMaps(points, count: count, into: &maps)
    return maps
  }

  /// The same, written over an array that is used again and again.
  public func unitMaps(_ points: [Float], count: Int, into maps: inout [Float]) {
    precondition(points.count == architecture.inputs * count, "every point has \(architecture.inputs) inputs")
    guard choice == .fastest,
      let small = SmallNetworkViews(architecture, layout: memory.layout, parameters: memory.answering)
    else {
      maps = UnitMaps(architecture, memory.layout, parameters: memory.answering).values(points, count: count)
      return
    }
    let length = architecture.unitCount * count
    if maps.count != length { maps = Array(repeating: 0, count: length) }
    maps.withUnsafeMutableBufferPointer { maps in
      guard let start = maps.baseAddress else { return }
      small.maps(points, count: count, into: start)
    }
  }
}
