/// A kind of layer: what it makes of a shape, which parameters it has, and how it works on them.
///
/// One file answers these questions, the last of them through a ``BoundLayer``; everything else, files, initialisers,
/// optimisers, threads, follows from the answers.
public protocol LayerKind: Hashable, Sendable {
  /// The shape that comes out.
  ///
  /// - Throws: ``EngineError`` where nothing can, with the number of the layer.
  func output(of input: Shape, layer: Int) throws(EngineError) -> Shape

  /// The parameters, in the order in which they stand: at most one part that is penalised, its weights, first, then
  /// other trained ones, then those that are only kept.
  func parts(of input: Shape) -> [Part]

  /// The layer with its parameters in memory, ready to work.
  ///
  /// - Parameter workspace: what it needs beside comes from here, and lives as long as the layer is used.
  func bind(_ place: LayerPlace, in workspace: Workspace) -> any BoundLayer

  /// What its outputs have gone through last.
  var activation: Activation { get }

  /// Whether it looks at the whole mini-batch: then each way through it has two halves, between which all pieces meet.
  var isNormalized: Bool { get }

  /// Whether its outputs are units, of which dropout leaves some out.
  var hasUnits: Bool { get }
}

extension LayerKind {
  /// None.
  public var activation: Activation { .linear }
  /// Each sample by itself.
  public var isNormalized: Bool { false }
  /// As most layers' are.
  public var hasUnits: Bool { true }
}

/// Where a layer works: shapes and addresses.
public struct LayerPlace {
  /// What it gets, one sample a row of `inputStride` floats.
  public let input: Shape
  /// What it makes of it, one sample a row of `outputStride` floats; the columns beyond are zero.
  public let output: Shape
  /// Where each of its parts starts, in the order of ``LayerKind/parts(of:)``.
  public let parameters: [UnsafeMutablePointer<Float>]
  /// The slope of leakyReLU below 0.
  public let leakySlope: Float
  /// Room for the way back is needed for so many rows in so many pieces; nil where the layer is only evaluated.
  public let training: (rows: Int, pieces: Int)?

  /// The length of a row that comes in.
  public var inputStride: Int { ParameterLayout.padded(input.count) }
  /// The length of a row that goes out.
  public var outputStride: Int { ParameterLayout.padded(output.count) }
}

/// A layer at work on its parameters, for several threads at once, each with rows of its own.
///
/// It is a value of at most three words that holds addresses, no references: so the training step counts none. Matrices
/// are row-major, a row a sample: inputs [rows × inputStride], outputs and their errors [rows × outputStride].
public protocol BoundLayer: BitwiseCopyable {
  /// The outputs, as the network is evaluated.
  ///
  /// - Parameters:
  ///   - z: where the pre-activations go as well, if anywhere: the outputs themselves where there are none.
  ///   - scratch: room for ``scratch(rows:isTraining:)`` floats, here and in what follows.
  func evaluate(
    rows: Int, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>,
    z: UnsafeMutablePointer<Float>?, scratch: UnsafeMutablePointer<Float>)

  /// Whether it looks at the whole mini-batch, see ``LayerKind/isNormalized``.
  var isNormalized: Bool { get }

  /// The outputs, and whatever the way back needs, kept by the numbers of the rows. Where the layer looks at the whole
  /// mini-batch: what it has to know of these rows.
  func forward(
    _ rows: PieceRows, _ inputs: UnsafePointer<Float>, into outputs: UnsafeMutablePointer<Float>, _ mode: PassMode,
    scratch: UnsafeMutablePointer<Float>)

  /// The outputs of a layer that looks at the whole mini-batch, once all pieces have gone forward.
  func finishForward(_ rows: PieceRows, into outputs: UnsafeMutablePointer<Float>, _ mode: PassMode)

  /// δ ← dL ∕ dz from dL ∕ da, in place: the errors before the activation, where the gradients are taken. Where the layer
  /// looks at the whole mini-batch: what it has to know of these rows.
  func differentiate(
    _ rows: PieceRows, _ outputs: UnsafePointer<Float>, _ delta: UnsafeMutablePointer<Float>, _ mode: PassMode)

  /// δ ← dL ∕ dz of a layer that looks at the whole mini-batch, once all pieces have been differentiated.
  func finishDifferentiation(_ rows: PieceRows, _ delta: UnsafeMutablePointer<Float>, _ mode: PassMode)

  /// dL ∕ dx, the errors of the layer before, from δ.
  func backPropagate(
    _ rows: PieceRows, _ delta: UnsafePointer<Float>, into errors: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>)

  /// c ← factor · dL ∕ dW + keep · c for some rows of the penalised part, summed over all samples.
  func weightGradient(
    _ part: Range<Int>, rows: Int, _ inputs: UnsafePointer<Float>, _ delta: UnsafePointer<Float>,
    into c: UnsafeMutablePointer<Float>, factor: Float, keep: Float, scratch: UnsafeMutablePointer<Float>)

  /// sums ← factor · the gradients of the other trained parts, which lie side by side, summed over all samples.
  func tailGradient(
    rows: Int, pieces: Int, _ inputs: UnsafePointer<Float>, _ delta: UnsafePointer<Float>,
    into sums: UnsafeMutablePointer<Float>, factor: Float)

  /// How many floats of scratch a call on so many rows needs, the way back counted in if it is gone.
  func scratch(rows: Int, isTraining: Bool) -> Int
}

extension BoundLayer {
  /// Each sample by itself.
  public var isNormalized: Bool { false }

  /// Nothing: the layer is done.
  public func finishForward(_ rows: PieceRows, into outputs: UnsafeMutablePointer<Float>, _ mode: PassMode) {}

  /// Nothing: the layer is done.
  public func finishDifferentiation(_ rows: PieceRows, _ delta: UnsafeMutablePointer<Float>, _ mode: PassMode) {}

  /// Nothing: the layer has no such part.
  public func weightGradient(
    _ part: Range<Int>, rows: Int, _ inputs: UnsafePointer<Float>, _ delta: UnsafePointer<Float>,
    into c: UnsafeMutablePointer<Float>, factor: Float, keep: Float, scratch: UnsafeMutablePointer<Float>
  ) {}

  /// Nothing: the layer has no such parts.
  public func tailGradient(
    rows: Int, pieces: Int, _ inputs: UnsafePointer<Float>, _ delta: UnsafePointer<Float>,
    into sums: UnsafeMutablePointer<Float>, factor: Float
  ) {}

  /// None.
  public func scratch(rows: Int, isTraining: Bool) -> Int { 0 }
}

/// Rows that one thread takes at a time.
public struct PieceRows {
  /// The number of the piece.
  public let piece: Int
  /// How many rows a piece has, but the last, which may have fewer.
  let size: Int
  /// How many rows all pieces have together.
  let total: Int

  /// The first of its rows, counted over all pieces: where the layer keeps what belongs to it.
  public var first: Int { piece * size }
  /// How many they are.
  public var count: Int { count(of: piece) }

  /// The number of pieces.
  var pieces: Int { (total + size - 1) / size }

  /// How many rows a piece has.
  func count(of piece: Int) -> Int { min(size, total - piece * size) }

  /// The same where every row is so many: a picture's places.
  func times(_ places: Int) -> PieceRows { PieceRows(piece: piece, size: size * places, total: total * places) }
}

/// What a pass through the network is for.
public enum PassMode: Sendable {
  /// Training: normalised layers use the statistics of these samples, which enter the running ones.
  case learning
  /// The gradient of training: the same statistics, and nothing changes.
  case measuring
  /// The gradient of the network as it is evaluated: running statistics, and nothing changes.
  case evaluating
}
