/// How much the line to the terminal can take, found from what happened to what was sent.
///
/// A program that fills a slow line waits behind its own pictures: the system alone holds twenty kilobytes, a connection
/// megabytes, and a key is answered when all of it has passed. So no more is sent than the line takes in a tenth of
/// a second, as far as can be known: where the terminal answers, from its answers, wherever the bytes were held up;
/// elsewhere from writes that had to wait.
package struct Line: Sendable {
  /// Bytes a second; `nil` while nothing is known, which is taken for fast.
  private(set) package var speed: Double?
  /// Whether the terminal answers.
  private(set) package var answers = false
  /// The shortest time in which an answer came.
  private var latency: Duration?
  /// What was sent with a question behind it that is not answered yet.
  private var underWay: [(bytes: Int, sent: Duration)] = []
  private var lastAnswer = Duration.zero
  /// What is held of what was written, and when that was.
  private var backlog: (bytes: Double, at: Duration)?

  private static let moment = Duration.milliseconds(100)
  /// What is assumed of a terminal that answers until it has answered something longer.
  private static let firstSpeed = 50_000.0
  /// What the system holds for a program before it has to wait; when it wakes it, all of that has gone (Linux: 20 kB).
  private static let held = 20_000.0
  /// By how much a silent line may be faster after a second in which no write had to wait.
  private static let recovery = 0.05
  /// An answer that takes longer was lost.
  private static let patience = Duration.seconds(4)
  /// What is shorter measures the latency, not the speed.
  private static let telling = 400
  /// What arrived in less says that the line is fast, but not that it is slow: so long a machine may be busy otherwise.
  private static let hesitation = Duration.milliseconds(25)

  /// A line of which nothing is known. All times are counted from one moment.
  package init() {}

  /// Whether answers are still to come.
  package var awaitsAnswer: Bool { !underWay.isEmpty }

  /// How many bytes may be sent now.
  ///
  /// - Parameter held: what the system says that it still holds; 0 also where it does not say, as for windows.
  package mutating func room(at now: Duration, held: Int = 0) -> Int {
    underWay.removeAll { now - $0.sent > Self.patience }
    guard let speed = speed ?? (answers ? Self.firstSpeed : nil) else { return held < Self.telling ? .max : 0 }
    let time = answers ? Self.moment + (latency ?? .zero) : Self.moment
    let known = answers ? Double(underWay.reduce(0) { $0 + $1.bytes }) : left(of: backlog, at: now, speed)
    let onItsWay = max(known, Double(held))
    let most = min(speed * (time / .seconds(1)), 1e9)
    // A piece costs some bytes of its own: it is not worth it for a few cells.
    return most - onItsWay < most / 4 ? 0 : Int(most - onItsWay)
  }

  private func left(of backlog: (bytes: Double, at: Duration)?, at now: Duration, _ speed: Double) -> Double {
    guard let backlog else { return 0 }
    return max(0, backlog.bytes - speed * ((now - backlog.at) / .seconds(1)))
  }

  /// So many bytes were written, with a question behind them if `asks`; writing them had to wait for `wait`, in which
  /// `waited` of them went out.
  package mutating func sent(_ bytes: Int, asks: Bool, waited: Int = 0, for wait: Duration = .zero, at now: Duration) {
    if asks { underWay.append((bytes, now)) }
    if answers { return }
    let elapsed = now - (backlog?.at ?? now)
    let before = speed.map { left(of: backlog, at: now, $0) } ?? 0
    backlog = (before + Double(bytes), now)
    guard wait > .milliseconds(20), waited > 0 else {
      speed = speed.map { $0 * (1 + Self.recovery * (elapsed / .seconds(1))) }
      return
    }
    speed = (Self.held + Double(waited)) / (wait / .seconds(1))
    backlog = (Double(waited), now)
  }

  /// The terminal has answered the oldest question: all before it has arrived.
  package mutating func answered(at now: Duration) {
    answers = true
    guard !underWay.isEmpty else { return }
    let (bytes, sent) = underWay.removeFirst()
    let trip = now - sent
    latency = min(latency ?? trip, trip)
    // Behind others its own time begins when they had arrived; otherwise the way there and back is no time of the line.
    let time = sent < lastAnswer ? now - lastAnswer : trip - (latency ?? .zero)
    lastAnswer = now
    guard bytes >= Self.telling else { return }
    let measured = Double(bytes) / (max(time, .milliseconds(1)) / .seconds(1))
    guard let before = speed else {
      speed = time < Self.hesitation ? max(measured, Self.firstSpeed) : measured
      return
    }
    // The machine may have been busy with something else, and answers may come together: no single one says too much.
    let found = (before * 3 + min(max(measured, before / 2), before * 4)) / 4
    speed = time < Self.hesitation ? max(before, found) : found
  }

  /// Someone else had the terminal: what is under way will not be answered.
  package mutating func forget() {
    underWay = []
    backlog = nil
  }
}
