import CKernels

extension Activation {
  /// The output a of one unit in double precision, for curves on the screen.
  ///
  /// - Parameters:
  ///   - z: the pre-activation.
  ///   - slope: α of ``prelu`` and ``leakyReLU``, what they have without being told if nil; the others do not look at it.
  /// - Returns: a. ``softmax`` has no value without its layer: as a layer of one unit it is 1 everywhere.
  public func value(_ z: Double, slope: Double? = nil) -> Double {
    ck_activation_value(kernel, slope ?? ownSlope, z)
  }

  /// The derivative da ∕ dz of one unit in double precision.
  ///
  /// At the kink of relu, leakyReLU, prelu and elu (z = 0) it is the left one, as TensorFlow Playground has it.
  /// - Parameters: as for ``value(_:slope:)``.
  public func derivative(_ z: Double, slope: Double? = nil) -> Double {
    ck_activation_derivative(kernel, slope ?? ownSlope, z)
  }

  private var ownSlope: Double { self == .leakyReLU ? Self.leakySlope : Self.firstSlope }
}
