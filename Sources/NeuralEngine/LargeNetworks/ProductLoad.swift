/// Square matrix products on several threads at once, each thread with its own: how fast this machine multiplies at
/// most, the measure that training is held against.
public final class ProductLoad {
  private let pool: ThreadPool
  private let workspace = Workspace()
  private let job: UnsafeMutablePointer<Job>

  /// What every thread multiplies, without references.
  private struct Job {
    let size: Int
    let stride: Int
    /// For each thread A, B and C: [size × stride] each.
    let matrices: UnsafeMutablePointer<Float>
  }

  /// Takes the memory and fills the factors.
  ///
  /// - Parameter size: rows and columns of each matrix.
  public init(size: Int, threads: Int) {
    pool = ThreadPool(threads: threads)
    // As matrices stand in training: rows of just 1024 floats would drive each other out of the caches.
    let stride = ParameterLayout.padded(size)
    let count = 3 * pool.threads * size * stride
    let matrices = workspace.matrix(rows: 1, stride: count)
    for index in 0..<count { matrices[index] = Float(index % 7) * 0.1 }
    job = workspace.take(1, of: Job(size: size, stride: stride, matrices: matrices))
  }

  /// Floating-point operations of one ``run()``: 2 size³ a thread.
  public var operations: Double {
    let size = Double(job.pointee.size)
    return 2 * size * size * size * Double(pool.threads)
  }

  /// Multiplies once on every thread: C ← A B.
  public func run() {
    pool.run(job) { context, thread in
      guard let job = context?.assumingMemoryBound(to: Job.self).pointee else { return }
      let area = job.size * job.stride
      let a = job.matrices + 3 * area * Int(thread)
      multiply(
        Matrix(a, stride: job.stride), Matrix(a + area, stride: job.stride), into: a + 2 * area, stride: job.stride,
        rows: job.size, columns: job.size, inner: job.size)
    }
  }
}
