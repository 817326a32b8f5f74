/// Inputs and targets to train on or to be judged by, row after row.
///
/// Images stay the bytes they were (MNIST's training set: 47 MB instead of 188) and become floats a mini-batch at a
/// time.
public struct Samples: Sendable {
  /// What goes in: [count × inputCount], row-major.
  public enum Inputs: Sendable, Equatable {
    /// Numbers as they are.
    case floats([Float])
    /// Bytes b that stand for b · scale + shift.
    case bytes([UInt8], scale: Float, shift: Float)

    /// How many numbers there are.
    public var count: Int {
      switch self {
      case .floats(let values): values.count
      case .bytes(let values, _, _): values.count
      }
    }
  }

  /// What should come out.
  public enum Targets: Sendable, Equatable {
    /// The target of every output: [count × outputCount], row-major.
    case values([Float])
    /// The class of every sample, counted from 0: [count]. Output k's target is 1 where the class is k, else 0.
    case classes([UInt8])

    /// How many numbers there are.
    public var count: Int {
      switch self {
      case .values(let values): values.count
      case .classes(let values): values.count
      }
    }
  }

  /// Whether samples have a right and a wrong answer (accuracy, confusion matrix) or only a distance (R²).
  public enum Task: String, Sendable, Equatable, Codable {
    /// One output: two classes, −1 and +1 or 0 and 1. Several outputs: the largest one names the class.
    case classification
    /// Numbers to come near to.
    case regression
  }

  /// The inputs.
  public let inputs: Inputs
  /// The targets.
  public let targets: Targets
  /// The number of samples.
  public let count: Int
  /// The length of one sample's input.
  public let inputCount: Int
  /// The length of one sample's target.
  public let outputCount: Int
  /// What kind of answer is asked for.
  public let task: Task
  /// Between the two classes of a single output: 0 for targets −1 and +1, ½ for 0 and 1.
  public let middle: Float

  /// Samples of the given shape.
  ///
  /// - Parameter task: nil finds out: classes are a classification, and so is a single output whose targets are all
  ///   −1 and +1 or all 0 and 1; everything else is a regression.
  /// - Throws: ``EngineError`` when a buffer's length does not fit, or a class is beyond the last output.
  public init(
    inputs: Inputs, targets: Targets, inputCount: Int, outputCount: Int, task: Task? = nil
  ) throws(EngineError) {
    guard inputCount > 0 else { throw .noInputs(inputCount) }
    guard outputCount > 0 else { throw .emptyLayer(layer: 0, units: outputCount) }
    let count = inputs.count / inputCount
    guard inputs.count == count * inputCount else {
      throw .samplesShape(what: "the inputs", count: inputs.count, expected: (count + 1) * inputCount)
    }
    switch targets {
    case .values(let values):
      guard values.count == count * outputCount else {
        throw .samplesShape(what: "the targets", count: values.count, expected: count * outputCount)
      }
      middle = values.contains { $0 < 0 } ? 0 : 0.5
      self.task = task ?? (outputCount == 1 && Self.areTwoClasses(values) ? .classification : .regression)
    case .classes(let classes):
      guard classes.count == count else {
        throw .samplesShape(what: "the classes", count: classes.count, expected: count)
      }
      if let largest = classes.max(), largest >= outputCount {
        let sample = classes.firstIndex(of: largest) ?? 0
        throw .unknownClass(sample: sample, label: Int(largest), classes: outputCount)
      }
      middle = 0.5
      self.task = task ?? .classification
    }
    self.inputs = inputs
    self.targets = targets
    self.count = count
    self.inputCount = inputCount
    self.outputCount = outputCount
  }

  /// Whether the numbers are two classes, −1 and +1 or 0 and 1.
  private static func areTwoClasses(_ values: [Float]) -> Bool {
    values.allSatisfy { $0 == 1 || $0 == -1 } || values.allSatisfy { $0 == 1 || $0 == 0 }
  }
}
