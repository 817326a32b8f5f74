import CKernels

/// Looking at a small network without teaching it: evaluation and the pictures of all units, each in one call.
struct SmallNetworkViews {
  /// Rows or points that go through together: enough to keep the lanes busy, few enough to stay in the nearest cache.
  private static let rows = 32

  private let workspace = Workspace()
  let parameters: UnsafePointer<Float>
  private let layers: UnsafeMutablePointer<ck_layer>
  private let layout: ParameterLayout
  private let room: UnsafeMutablePointer<Float>

  /// - Parameter parameters: in the layout of the architecture; they must outlive this.
  /// - Returns: nil where ``SmallNetwork/fits(_:rows:)`` says no.
  init?(_ architecture: Architecture, layout: ParameterLayout, parameters: UnsafePointer<Float>) {
    guard SmallNetwork.fits(architecture, rows: Self.rows) else { return nil }
    self.layout = layout
    self.parameters = parameters
    layers = workspace.layers(layout, architecture)
    var network = ck_small_network(
      layers: layers, depth: Int32(layout.layers.count), rows: Int32(Self.rows), loss: .squaredError, dropout: 0,
      layout: .units)
    room = workspace.matrix(rows: 1, stride: ck_small_workspace(&network))
  }

  private func network(_ loss: ck_loss) -> ck_small_network {
    ck_small_network(
      layers: layers, depth: Int32(layout.layers.count), rows: Int32(Self.rows), loss: loss, dropout: 0,
      layout: .units)
  }

  /// The losses and right answers of the first samples, summed.
  func tally(_ samples: SamplePointers, loss: Loss, count: Int) -> Progress {
    var network = network(loss.kernel), samples = ck_samples(samples), sums = ck_tally()
    ck_small_evaluate(&network, parameters, room, &samples, 0, count, &sums)
    return Progress(loss: sums.loss, correct: Int(sums.correct), count: count)
  }

  /// Judges the network on the samples at these places, as ``Evaluator`` does.
  func evaluate(
    _ samples: SamplePointers, task: Samples.Task, loss: Loss, range: Range<Int>, keepsAnswers: Bool
  ) -> Evaluation {
    let outputs = layout.layers[layout.layers.count - 1].units
    let classes = max(2, outputs)
    var counts = [UInt64](repeating: 0, count: task == .classification ? classes * classes : 0)
    var answers = [Int32](repeating: 0, count: keepsAnswers ? range.count : 0)
    var said = [Float](repeating: 0, count: keepsAnswers ? range.count * outputs : 0)
    let sums = counts.withUnsafeMutableBufferPointer { counts in
      answers.withUnsafeMutableBufferPointer { answers in
        said.withUnsafeMutableBufferPointer { said in
          var network = network(loss.kernel), samples = ck_samples(samples), sums = ck_tally()
          if task == .classification { sums.confusion = counts.baseAddress }
          if keepsAnswers { (sums.answers, sums.outputs) = (answers.baseAddress, said.baseAddress) }
          ck_small_evaluate(&network, parameters, room, &samples, range.lowerBound, range.count, &sums)
          return sums
        }
      }
    }
    let mean = sums.loss / Double(range.count)
    switch task {
    case .classification:
      return Evaluation(
        count: range.count, loss: mean, accuracy: range.isEmpty ? nil : Double(sums.correct) / Double(range.count),
        confusion: (0..<classes).map { truth in (0..<classes).map { Int(counts[truth * classes + $0]) } },
        answers: keepsAnswers ? answers : nil, outputs: keepsAnswers ? said : nil)
    case .regression:
      let variation = Evaluator.variation(samples, outputs: outputs, range: range)
      return Evaluation(
        count: range.count, loss: mean, rSquared: variation > 0 ? 1 - sums.squares / variation : nil)
    }
  }

  /// Activations of all units, layer after layer, written to maps: [unit][count], point-contiguous.
  ///
  /// - Parameter points: [inputs][count], point-contiguous.
  func maps(_ points: UnsafePointer<Float>, count: Int, into maps: UnsafeMutablePointer<Float>) {
    var network = network(.squaredError)
    ck_small_grid(&network, parameters, room, points, count, maps)
  }
}

extension Workspace {
  /// The layers as the kernels want them described.
  func layers(_ layout: ParameterLayout, _ architecture: Architecture) -> UnsafeMutablePointer<ck_layer> {
    let layers = take(layout.layers.count, of: ck_layer())
    for (index, layer) in layout.layers.enumerated() {
      layers[index] = ck_layer(
        layer, activation: architecture.activation(index).kernel, leakySlope: Float(architecture.leakySlope))
    }
    return layers
  }
}
