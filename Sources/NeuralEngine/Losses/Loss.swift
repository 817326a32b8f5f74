import CKernels

/// How far the outputs a are from the targets t: what training makes small.
///
/// A loss belongs to one sample, summed over its outputs; what the engine reports and descends is the mean over
/// samples.
public enum Loss: String, Codable, CaseIterable, Sendable {
  /// ½ Σ (a − t)², for any output activation.
  case squaredError
  /// Σ −t ln a − (1 − t) ln(1 − a) with a = sigmoid z, computed from z as Σ max(z, 0) − t z + ln(1 + e^−|z|), which no
  /// z can overflow. Needs the sigmoid output.
  case sigmoidCrossEntropy
  /// −Σ t ln a with a = softmax z, computed from z as Σ t (ln Σ e^z − z). Needs the softmax output.
  case softmaxCrossEntropy
  /// ½ Σ (a − t)² of a step output, half the number of wrong outputs. Rosenblatt's rule w ← w + η (t − a) x, one sample
  /// at a time, takes the place of the gradient, which is zero. Needs the step output and no hidden layers
  /// (Rosenblatt 1957).
  case perceptron

  /// The loss in one line of mathematics, to be shown to a reader.
  public var formula: String {
    switch self {
    case .squaredError: "½ Σ (a − t)²"
    case .sigmoidCrossEntropy: "−Σ t ln a + (1 − t) ln(1 − a)"
    case .softmaxCrossEntropy: "−Σ t ln a"
    case .perceptron: "½ Σ (a − t)², w ← w + η (t − a) x"
    }
  }

  /// Whether this loss may stand on an output layer with the given activation.
  public func accepts(_ output: Activation) -> Bool {
    switch self {
    case .squaredError: true
    case .sigmoidCrossEntropy: output == .sigmoid
    case .softmaxCrossEntropy: output == .softmax
    case .perceptron: output == .step
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
