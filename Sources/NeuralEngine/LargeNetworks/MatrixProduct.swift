import CKernels

/// A row-major matrix of floats somewhere in memory, as one factor of a product.
typealias Matrix = ck_matrix

extension Matrix {
  /// The matrix as it stands.
  ///
  /// - Parameter stride: the distance from one row to the next.
  init(_ start: UnsafePointer<Float>, stride: Int) {
    self.init(start: start, stride: stride, is_transposed: false)
  }

  /// The same memory with rows and columns exchanged.
  var transposed: Matrix { Matrix(start: start, stride: stride, is_transposed: !is_transposed) }
}

/// C ← factor · A B + keep · C in single precision, on the calling thread alone.
///
/// Shapes after any transposition: A [rows × inner], B [inner × columns], C [rows × columns].
func multiply(
  _ a: Matrix, _ b: Matrix, into c: UnsafeMutablePointer<Float>, stride: Int, rows: Int, columns: Int, inner: Int,
  factor: Float = 1, keep: Float = 0
) {
  ck_multiply(rows, columns, inner, factor, a, b, keep, c, stride)
}
