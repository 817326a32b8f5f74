import CKernels

extension Activation {
  /// The output a of one unit in double precision, for curves on the screen.
  ///
  /// - Parameters:
  ///   - z: the pre-activation.
  ///   - slope: α of ``prelu``; the others do not look at it.
  /// - Returns: a. ``softmax`` has no value without its layer: as a layer of one unit it is 1 everywhere.
  public func value(_ z: Double, slope: Double = Activation.firstSlope) -> Double {
    ck_activation_value(kernel, slope, z)
  }

  /// The derivative da ∕ dz of one unit in double precision.
  ///
  /// At the kink of relu, leakyReLU, prelu and elu (z = 0) it is the left one, as TensorFlow Playground has it.
  /// - Parameters: as for ``value(_:slope:)``.
  public func derivative(_ z: Double, slope: Double = Activation.firstSlope) -> Double {
    ck_activation_derivative(kernel, slope, z)
  }

  /// The same activation as the C kernels name it.
  var kernel: ck_activation {
    switch self {
    case .step: ck_activation_step
    case .linear: ck_activation_linear
    case .sigmoid: ck_activation_sigmoid
    case .tanh: ck_activation_tanh
    case .relu: ck_activation_relu
    case .leakyReLU: ck_activation_leakyReLU
    case .prelu: ck_activation_prelu
    case .elu: ck_activation_elu
    case .swish: ck_activation_swish
    case .softplus: ck_activation_softplus
    case .gelu: ck_activation_gelu
    case .softmax: ck_activation_softmax
    }
  }
}
