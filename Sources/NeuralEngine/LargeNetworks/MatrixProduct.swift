import COneDNN

/// A row-major matrix of floats somewhere in memory, as one factor of a product.
struct Matrix {
  /// Its first element.
  let start: UnsafePointer<Float>
  /// The distance from one row to the next.
  let stride: Int
  /// Whether the product sees its transpose.
  let isTransposed: Bool

  /// The matrix as it stands.
  init(_ start: UnsafePointer<Float>, stride: Int) {
    self.init(start: start, stride: stride, isTransposed: false)
  }

  private init(start: UnsafePointer<Float>, stride: Int, isTransposed: Bool) {
    self.start = start
    self.stride = stride
    self.isTransposed = isTransposed
  }

  /// The same memory with rows and columns exchanged.
  var transposed: Matrix { Matrix(start: start, stride: stride, isTransposed: !isTransposed) }
}

/// C ← factor · A B + keep · C in single precision, on the calling thread alone.
///
/// Shapes after any transposition: A [rows × inner], B [inner × columns], C [rows × columns].
func multiply(
  _ a: Matrix, _ b: Matrix, into c: UnsafeMutablePointer<Float>, stride: Int, rows: Int, columns: Int, inner: Int,
  factor: Float = 1, keep: Float = 0
) {
  let (asItStands, transposed) = (CChar(78), CChar(84))  // "N" and "T"
  func length(_ count: Int) -> dnnl_dim_t { dnnl_dim_t(count) }
  _ = dnnl_sgemm(
    a.isTransposed ? transposed : asItStands, b.isTransposed ? transposed : asItStands, length(rows),
    length(columns), length(inner), factor, a.start, length(a.stride), b.start, length(b.stride), keep, c,
    length(stride))
}
