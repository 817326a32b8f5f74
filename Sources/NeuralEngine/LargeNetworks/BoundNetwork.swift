/// The layers of a network at work on parameters somewhere in memory.
struct BoundNetwork {
  /// The layers before the output: any kinds.
  let layers: UnsafePointer<any BoundLayer>
  /// The output layer, which is dense.
  let output: BoundDense
  /// The number of layers, the output counted in.
  let count: Int
  /// The layers that look at the whole mini-batch, in order, and how many they are.
  let normalized: UnsafePointer<Int>
  let normalizedCount: Int

  /// Binds the layers; what they need beside the parameters lives as long as the workspace.
  ///
  /// - Parameter training: for how many rows in how many pieces the way back is wanted; nil: none.
  init(
    _ architecture: Architecture, _ layout: ParameterLayout, at parameters: UnsafeMutablePointer<Float>,
    training: (rows: Int, pieces: Int)? = nil, in workspace: Workspace
  ) {
    func place(_ layer: Int) -> LayerPlace {
      LayerPlace(
        input: architecture.shape(before: layer), output: architecture.shape(after: layer),
        parameters: layout.parts(of: layer).map { parameters + $0.start },
        leakySlope: Float(architecture.leakySlope), training: training)
    }
    count = architecture.layers.count
    output = architecture.output.bind(place(count - 1), in: workspace, isOutput: true)
    let bound = workspace.take(count, of: output as any BoundLayer)
    for layer in 0..<(count - 1) {
      bound[layer] = architecture.layers[layer].kind.bind(place(layer), in: workspace)
      precondition(Self.isInPlace(bound[layer]), "a bound layer is at most three words, so that nothing is counted")
    }
    layers = UnsafePointer(bound)
    let meetings = (0..<count).filter { bound[$0].isNormalized }
    let places = workspace.take(meetings.count, of: 0)
    for (index, layer) in meetings.enumerated() { places[index] = layer }
    normalized = UnsafePointer(places)
    normalizedCount = meetings.count
  }

  /// Room that is enough for any of the layers.
  func scratch(rows: Int, isTraining: Bool) -> Int {
    (0..<count).map { layers[$0].scratch(rows: rows, isTraining: isTraining) }.max() ?? 0
  }

  private static func isInPlace<Layer: BoundLayer>(_ layer: Layer) -> Bool {
    MemoryLayout<Layer>.size <= MemoryLayout<(Int, Int, Int)>.size
  }
}
