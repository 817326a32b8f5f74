import CKernels

/// Maximum pooling: the largest of every `size` × `size` numbers of a map, PyTorch's `MaxPool2d`.
///
/// Windows lie side by side; rows and columns that do not fill one are left out. Of several equal numbers the first is
/// the largest, and on the way back only it gets the error.
struct MaximumPoolKind: LayerKind {
  let size: Int

  /// A window's winner is counted in sixteen bits.
  private static let largestSize = 255

  var hasUnits: Bool { false }

  func output(of input: Shape, layer: Int) throws(EngineError) -> Shape {
    guard size > 1, size <= Self.largestSize else {
      throw .windowSize(layer: layer, size: size, allowed: "from 2 to \(Self.largestSize)")
    }
    guard input.rows >= size, input.columns >= size else {
      throw .windowTooLarge(layer: layer, size: size, input: input)
    }
    return Shape(channels: input.channels, rows: input.rows / size, columns: input.columns / size)
  }

  func parts(of input: Shape) -> [Part] { [] }

  func bind(_ place: LayerPlace, in workspace: Workspace) -> any BoundLayer {
    BoundMaximumPool(
      pool: workspace.keep(
        MaximumPoolLayer(
          size: size, input: place.input, output: place.output, inputStride: place.inputStride,
          outputStride: place.outputStride)),
      winners: place.training.map { rows, _ in workspace.take(rows * place.output.count, of: 0) })
  }
}

/// A pool as numbers.
struct MaximumPoolLayer: BitwiseCopyable {
  let size: Int
  let input: Shape
  let output: Shape
  let inputStride: Int
  let outputStride: Int
}

/// A pool at work.
struct BoundMaximumPool: BoundLayer {
  let pool: UnsafePointer<MaximumPoolLayer>
  /// Which number of each window was the largest: [rows × outputs]; nil where the layer is only evaluated.
  let winners: UnsafeMutablePointer<UInt16>?

  func evaluate(
    rows: Int, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>,
    z: UnsafeMutablePointer<Float>?, scratch: UnsafeMutablePointer<Float>
  ) {
    find(rows, inputs, into: outputs, winners: nil)
    z?.update(from: outputs, count: rows * pool.pointee.outputStride)
  }

  func forward(
    _ rows: PieceRows, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>, _ mode: PassMode,
    scratch: UnsafeMutablePointer<Float>
  ) {
    find(rows.count, inputs, into: outputs, winners: winners.map { $0 + rows.first * pool.pointee.output.count })
  }

  private func find(
    _ rows: Int, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>,
    winners: UnsafeMutablePointer<UInt16>?
  ) {
    let pool = pool.pointee
    for row in 0..<rows {
      let answers = outputs + row * pool.outputStride
      ck_pool_maximum(
        pool.input.channels, pool.input.rows, pool.input.columns, pool.size, inputs + row * pool.inputStride, answers,
        winners.map { $0 + row * pool.output.count })
      (answers + pool.output.count).update(repeating: 0, count: pool.outputStride - pool.output.count)
    }
  }

  /// δ is dL ∕ da: there is no activation.
  func differentiate(
    _ rows: PieceRows, _ outputs: UnsafePointer<Float>, _ delta: UnsafeMutablePointer<Float>, _ mode: PassMode
  ) {}

  func backPropagate(
    _ rows: PieceRows, _ delta: UnsafePointer<Float>, into errors: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    guard let winners else { return }
    let pool = pool.pointee
    for row in 0..<rows.count {
      let below = errors + row * pool.inputStride
      ck_pool_back(
        pool.input.channels, pool.input.rows, pool.input.columns, pool.size, delta + row * pool.outputStride,
        winners + (rows.first + row) * pool.output.count, below)
      (below + pool.input.count).update(repeating: 0, count: pool.inputStride - pool.input.count)
    }
  }
}
