import CKernels

/// Threads that work on one step together; see `pool.h` for how they wait.
///
/// What they compute never depends on how many they are: work is cut into pieces of fixed size, every piece is computed
/// by one thread alone, and sums over pieces are taken in the order of the pieces.
///
/// Several learners may share a pool, one after the other on one thread. The threads end when the last of them lets go of
/// it, which must happen before the program exits.
public final class ThreadPool {
  /// What a job is: C, so that starting one neither allocates nor counts a reference.
  typealias Job = @convention(c) (_ context: UnsafeMutableRawPointer?, _ thread: Int32) -> Void

  /// The pool itself, for use inside a job: `ck_pool_barrier`, `ck_pool_claim`.
  let handle: OpaquePointer

  /// The number of threads, the caller's counted in.
  public let threads: Int

  /// A pool of at least one thread, the caller's own; fewer than asked for where the system has no more.
  public init(threads: Int) {
    guard let pool = ck_pool_create(Int32(clamping: max(1, threads))) else {
      preconditionFailure("no memory is left for a pool of \(threads) threads")
    }
    handle = pool
    self.threads = Int(ck_pool_threads(pool))
  }

  deinit { ck_pool_destroy(handle) }

  /// Runs a job on all threads and waits for them.
  func run(_ context: UnsafeMutableRawPointer, _ job: Job) { ck_pool_run(handle, job, context) }
}

extension ThreadPool {
  /// Hands out the numbers from 0 to `count` − 1 in their order, each to the next thread that is free, and waits until all
  /// are done.
  ///
  /// The body must not use this pool.
  public func share(_ count: Int, _ body: @Sendable (_ number: Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      var work = SharedWork(pool: handle, count: count, body: body)
      withUnsafeMutablePointer(to: &work) { work in
        run(work) { context, _ in context?.assumingMemoryBound(to: SharedWork.self).pointee.work() }
      }
    }
  }
}

/// Work that threads take piece by piece.
private struct SharedWork {
  let pool: OpaquePointer
  let count: Int
  let body: @Sendable (Int) -> Void

  func work() {
    while case let number = Int(ck_pool_claim(pool)), number < count { body(number) }
  }
}
