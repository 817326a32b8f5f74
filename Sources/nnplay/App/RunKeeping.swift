import Playground
import Terminal

/// When the run is kept: some seconds after it changed, as long as the playground is open.
struct RunKeeping {
  private let place: KeptRun
  /// A run that was cut off, until it is gone on with and kept in its new place.
  private var left: KeptRun?
  /// The number of the order that goes on with it.
  private var takingUp: Int?
  /// How many writes are of what was there before it was gone on with; nil until then.
  private var writesBefore: Int?
  /// What was kept last and what there is now.
  private var kept: Moment?
  private var latest: Moment?
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  /// Whether the trainer was asked for all that is kept, and has not answered.
  private(set) var isAsking = false
  private var hasComplained = false
  private var hasToldWhere = false

  /// A state of the run by what tells it from others.
  private struct Moment: Equatable {
    let generation, epoch, position: Int

    init(_ snapshot: Snapshot) {
      (generation, epoch, position) = (snapshot.generation, snapshot.epoch, snapshot.samplesInEpoch)
    }
  }

  /// What a run changes within is lost when the program is cut off.
  private static let shortest = Duration.seconds(5)
  /// Writing takes at most so small a share of the time.
  private static let share = 20.0

  init(in place: KeptRun, leftBehind left: KeptRun?) {
    self.place = place
    self.left = left
    last = clock.now
  }

  /// Whether what was gone on with stands in its new place.
  private var hasMoved: Bool { writesBefore.map { place.writes > $0 } ?? false }
  /// Whether something was written that nothing has come of yet.
  private var isUnsettled: Bool { place.writes > 0 && !hasToldWhere || hasMoved && left != nil }

  private var interval: Duration { max(Self.shortest, .seconds(place.seconds * Self.share)) }

  /// How long until there is something to be done; nil while there is nothing.
  var wait: Duration? {
    // What comes of writing is to be said and done soon after.
    if place.isWriting || isUnsettled { return .milliseconds(50) }
    return latest == kept || isAsking ? nil : max(.zero, interval - (clock.now - last))
  }

  /// Whether the trainer is to be asked for all that is kept; once for each time.
  mutating func asks() -> Bool {
    guard wait == Duration.zero else { return false }
    isAsking = true
    return true
  }

  /// Takes in a picture of the run, and keeps it if it is time.
  mutating func take(_ snapshot: Snapshot) {
    latest = Moment(snapshot)
    if kept == nil { kept = latest }
    if let takingUp, snapshot.generation >= takingUp {
      self.takingUp = nil
      writesBefore = place.writes + (place.isWriting ? 1 : 0)
    }
    guard isAsking else { return }
    if snapshot.training != nil {
      place.keep(snapshot)
    } else {
      // A run that broke down does not go on; what was kept before does.
      guard case .diverged = snapshot.state else { return }
    }
    (isAsking, kept, last) = (false, latest, clock.now)
  }

  /// Takes note of an order that goes on with the run that was cut off.
  mutating func note(_ order: Order) {
    if case .takeUp = order.command { takingUp = order.number }
  }

  /// It could not be gone on with.
  mutating func take(_ refusal: Refusal) {
    if refusal.generation == takingUp { takingUp = nil }
  }

  /// The run that was cut off is not wanted.
  mutating func forgetLeft() {
    left?.forget()
    left = nil
  }

  /// What is to be said of writing, once.
  mutating func complaint() -> String? {
    if place.writes > 0, !hasToldWhere {
      hasToldWhere = true
      TerminalSession.sayAfterFault("The run was kept in \(place.path), and the next start offers to go on with it.")
    }
    if hasMoved { forgetLeft() }
    guard !hasComplained, let failure = place.failure else { return nil }
    hasComplained = true
    return Self.sentence(because: failure)
  }

  /// What is said where the run cannot be kept.
  static func sentence(because reason: String) -> String {
    "The run is not kept, should the program be cut off: \(reason)"
  }

  /// The playground is left: what its user leaves is not wanted any more, what a signal ends is.
  mutating func end(byUser: Bool) {
    place.finish()
    guard byUser else { return }
    place.forget()
    if writesBefore != nil { forgetLeft() }
  }
}
