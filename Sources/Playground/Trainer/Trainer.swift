import Synchronization

/// Trains runs on a thread of its own: numbered orders go down, snapshots come up.
///
/// It is started with one run, `RunID.main`; an order that opens an experiment under another name starts another, which
/// trains beside it in turns.
///
/// The screen never waits for it and it never waits for the screen. Paused, it sleeps and uses no processor time.
public final class Trainer: Sendable {
  private let mailbox: Mailbox
  private let worker: Mutex<WorkerThread?>

  /// Starts the thread, which then opens the experiment and waits for commands.
  ///
  /// - Parameters:
  ///   - experiment: what to open first; when it cannot be opened there is a refusal and no snapshot.
  ///   - threads: how many threads large networks are trained on.
  ///   - pace: how fast epochs of small data sets go by.
  ///   - threadSetup: run first on the new thread: an alternate stack for fault handlers, say.
  /// - Throws: `TrainerError` when the system gives no thread or no descriptor.
  public init(
    _ experiment: Experiment, threads: Int = 1, pace: Pace = .playground,
    threadSetup: @escaping @Sendable () -> Void = {}
  ) throws(TrainerError) {
    let mailbox = try Mailbox()
    mailbox.send(Order(number: 0, .open(experiment)))
    self.mailbox = mailbox
    let worker = try WorkerThread {
      threadSetup()
      var loop = TrainerLoop(mailbox: mailbox, threads: threads, pace: pace)
      loop.work()
    }
    self.worker = Mutex(worker)
  }

  deinit { stop() }

  /// Hands an order over; snapshots of at least its number have seen it. The opening of the start was number 0.
  public func send(_ order: Order) { mailbox.send(order) }

  /// Asks for a snapshot of a run as soon as may be, and for the pictures that it and later ones are to hold.
  public func send(_ request: SnapshotRequest, to run: RunID = .main) { mailbox.send(request, to: run) }

  /// What could not be obeyed since the last call, and each run's newest snapshot.
  public func takeAnswers() -> Answers { mailbox.takeAnswers() }

  /// A descriptor for `poll`: readable when there is a snapshot or a refusal to take.
  public var wakeDescriptor: Int32 { mailbox.toScreen.descriptor }

  /// Makes `wakeDescriptor` readable though the trainer has nothing to say: somebody beside it has.
  public func wake() { mailbox.toScreen.signal() }

  /// Ends the thread and waits for it; must have returned before the program exits. Further calls do nothing.
  public func stop() {
    mailbox.stop()
    let ending = worker.withLock { $0.take() }
    ending?.join()
  }
}
