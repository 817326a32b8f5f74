import Interface
import Playground
import Screen
import Terminal

/// The loop of the interactive program: events in, effects out, frames drawn when something changed.
///
/// It sleeps until a key, the pointer, a signal or the trainer wakes it. A key is answered with a frame at once; what
/// the trainer sends is drawn as often as the terminal can take it.
struct AppLoop {
  private var console: any Console
  private let trainer: Trainer
  /// Trains maps of trainings, from the first that is wanted on.
  private var surveyor: AtlasSurveyor?
  private let makeSurveyor: () throws -> AtlasSurveyor
  private var state: State
  private var script: KeyScript?
  private let clock = ContinuousClock()
  private var lastFrame: ContinuousClock.Instant
  private var lastRequest: SnapshotRequest?
  /// Paths of models that wait for a snapshot with all that is saved, and whether a file there is to be replaced.
  private var unsaved: [(path: String, replaces: Bool)] = []
  /// Something changed since the last frame.
  private var isStale = true
  /// The user did something: the next frame does not wait for its turn.
  private var isUrgent = true
  private var isOver = false
  /// Keeps the run for the case that the program is cut off; nil for a script, which plays the same each time.
  private var keeping: RunKeeping?
  /// The signal that ends the program, if one does.
  private var signal: Int32?

  init(
    console: any Console, trainer: Trainer, makeSurveyor: @escaping () throws -> AtlasSurveyor, state: State,
    script: KeyScript?, keeping: RunKeeping?
  ) {
    self.console = console
    self.keeping = keeping
    self.trainer = trainer
    self.makeSurveyor = makeSurveyor
    self.state = state
    self.script = script
    lastFrame = clock.now - .seconds(1)
  }

  /// Runs until the user leaves; returns the signal that ended it, if one did.
  mutating func run() throws -> Int32? {
    defer { surveyor?.stop() }
    while !isOver || !unsaved.isEmpty {
      try drawIfDue()
      for event in console.wait(timeout: timeout, wakeDescriptor: isStale ? nil : trainer.wakeDescriptor) {
        take(event)
      }
      takeFromTrainer()
      keepIfDue()
    }
    keeping?.end(byUser: signal == nil)
    return signal
  }

  /// How long nothing needs to be done.
  private var timeout: Duration? {
    if script?.isWaiting == false { return .zero }
    guard isStale else { return script == nil ? keeping?.wait : .milliseconds(20) }
    return isUrgent ? .zero : max(.zero, console.interval - (clock.now - lastFrame))
  }

  private mutating func drawIfDue() throws {
    guard isStale, isUrgent || clock.now - lastFrame >= console.interval else { return }
    lastFrame = clock.now
    let scene = state.scene()
    console.present(scene.frame)
    (isStale, isUrgent) = (false, false)
    _ = state.update(.shown(scene.regions))
    try playScript(over: scene.frame)
    // While training runs each frame asks for the picture of the next one.
    let request = state.snapshotRequest
    if state.isTraining || request != lastRequest { publish(request) }
  }

  private mutating func publish(_ request: SnapshotRequest) {
    lastRequest = request
    var request = request
    request.training = !unsaved.isEmpty || keeping?.isAsking == true
    trainer.send(request)
  }

  private mutating func keepIfDue() {
    if keeping?.asks() == true { publish(state.snapshotRequest) }
    if let complaint = keeping?.complaint() { act(.reported(complaint, isAlarm: true)) }
  }

  // MARK: - Events

  private mutating func take(_ event: TerminalEvent) {
    switch event {
    case .input(.key(let key)): act(.keyPressed(key))
    case .input(.pointer(let event)): act(.pointerActed(event))
    case .input(.paste(let text)): act(.pasted(text))
    case .input(.resized(let size)): act(.resized(size))
    case .terminate(let signal):
      self.signal = signal
      isOver = true
    case .suspendRequested: suspend()
    case .continued:
      console.redraw()
      act(.resized(console.size))
    case .wake: break
    }
  }

  private mutating func takeFromTrainer() {
    let answers = trainer.takeAnswers()
    for refusal in answers.refusals {
      keeping?.take(refusal)
      act(.refused(refusal))
    }
    for snapshot in answers.snapshots.values {
      perform(state.update(.snapshotArrived(snapshot)))
      isStale = true
      keeping?.take(snapshot)
      saveModels(from: snapshot)
    }
    if let findings = surveyor?.takeFindings() {
      perform(state.update(.found(findings)))
      isStale = true
    }
  }

  /// Writes the models that wait, once a snapshot holds how training goes on; a run that broke down does not.
  private mutating func saveModels(from snapshot: Snapshot) {
    if snapshot.training == nil {
      guard case .diverged = snapshot.state else { return }
    }
    let models = unsaved
    unsaved = []
    for (path, replaces) in models { act(Saving.save(.model, of: state, to: path, replacing: replaces)) }
    if !models.isEmpty { publish(state.snapshotRequest) }
  }

  private mutating func act(_ action: Action) {
    perform(state.update(action))
    (isStale, isUrgent) = (true, true)
  }

  private mutating func suspend() {
    // A stopped program trains nothing, so that the clock does not jump over epochs nobody saw.
    perform(state.update(.suspended))
    console.suspend()
    perform(state.update(.resumed))
    console.redraw()
    act(.resized(console.size))
  }

  // MARK: - Effects

  /// Does what the interface asks for.
  mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .send(let order):
        keeping?.note(order)
        trainer.send(order)
        publish(state.snapshotRequest)
      case .copyToClipboard(let text): console.copyToClipboard(text)
      case .save(let path, .model, let replaces) where state.snapshot != nil:
        unsaved.append((path, replaces))
        publish(state.snapshotRequest)
      case .save(let path, let thing, let replaces):
        act(Saving.save(thing, of: state, to: path, replacing: replaces))
      case .keepDigit(let picture, let label): act(Saving.keep(picture, label: label))
      case .keepProgress(let progress, let lecture):
        if let report = ProgressFile.keep(progress, of: lecture) { act(report) }
      case .listFiles: act(.filesFound(SourceFile.found()))
      case .open(let path): open(path)
      case .saveSettings(let theme, let glyphs, let color):
        act(UserSettings.remember(theme: theme, glyphs: glyphs, color: color))
      case .forgetCutOffRun: keeping?.forgetLeft()
      case .survey(let survey): carryOut(survey)
      case .suspend: suspend()
      case .redraw: console.redraw()
      case .quit: isOver = true
      }
    }
  }

  private mutating func carryOut(_ survey: AtlasSurvey?) {
    do {
      if survey != nil, surveyor == nil { surveyor = try makeSurveyor() }
      surveyor?.survey(survey)
    } catch {
      act(.reported("\(error)", isAlarm: true))
    }
  }

  /// Opens a file as what it is.
  private mutating func open(_ path: String) {
    do {
      switch try Source(path) {
      case .experiment(let experiment): act(.opened(experiment, remarks: [], hidden: []))
      case .link(let link, let experiment, let notes): perform(state.open(link, as: experiment, notes: notes))
      case .lecture(let lecture, let step): act(.lectureOpened(lecture, step: step))
      }
    } catch {
      act(.reported("\(error)", isAlarm: true))
    }
    (isStale, isUrgent) = (true, true)
  }

  // MARK: - A script

  /// Plays the script's next lines, now that a frame is on the screen.
  private mutating func playScript(over frame: Frame) throws {
    guard script != nil else { return }
    let events = try script?.next(frame: frame, state: state) ?? []
    for event in events { take(.input(event)) }
    if script?.isOver == true { isOver = true }
    isStale = true
  }
}
