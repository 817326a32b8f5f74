import Course
import Interface
import Playground
import Screen
import Terminal

/// The interactive program.
enum App {
  /// Opens the playground on an experiment or a lecture, and comes back when the user leaves.
  ///
  /// - Parameters:
  ///   - source: what to open.
  ///   - isAskedFor: whether the user named it: then nothing comes between, and of a run that was cut off is only told.
  ///   - options: how it looks.
  ///   - threads: how many threads train; nil for one a core.
  ///   - remark: what is said of it on the first screen.
  static func open(
    _ source: Source, isAskedFor: Bool = true, options: AppOptions, threads: Int?, remark: String? = nil
  ) throws {
    let settings = try options.settings()
    let isHeadless = !Output.isTerminal && options.keys != nil
    let script = try options.keys.map { try KeyScript(path: $0, isHeadless: isHeadless) }
    let size = try options.size.map { try Size(option: $0) }
    guard size == nil || isHeadless else {
      throw BadInput("--size is for --keys without a terminal: leave it out, or send standard output to a file.")
    }
    guard !isHeadless else {
      let size = size ?? Size(120, 40)
      let theme = Theme(settings.theme, depth: .palette, glyphs: settings.terminal.glyphs ?? .full)
      try play(
        source, isAskedFor: isAskedFor, on: HeadlessConsole(size: size), theme: theme, settings: settings,
        threads: threads, script: script, remark: remark)
      return
    }
    let terminal: TerminalSession
    do { terminal = try TerminalSession.start(settings.terminal) } catch { throw BadInput(error.description) }
    defer { terminal.restore() }
    let found = terminal.capabilities
    let theme = Theme(settings.theme, depth: found.depth, glyphs: found.glyphs)
    let console = TerminalConsole(session: terminal, shortest: .seconds(1) / (options.fps ?? 30))
    let signal = try play(
      source, isAskedFor: isAskedFor, on: console, theme: theme, terminalDepth: found.terminalDepth,
      settings: settings, threads: threads, script: script, remark: remark)
    if let signal {
      terminal.restore()
      TerminalSession.end(by: signal)
    }
  }

  /// Plays until the user leaves; returns the signal that ended it, if one did.
  @discardableResult
  private static func play(
    _ source: Source, isAskedFor: Bool, on console: some Console, theme: Theme, terminalDepth: ColorDepth? = nil,
    settings: UserSettings, threads: Int?, script: KeyScript?, remark: String?
  ) throws -> Int32? {
    var state = State(
      experiment: source.experiment, size: console.size, theme: theme, color: settings.terminal.colors.depth,
      terminalDepth: terminalDepth, keyMap: settings.keyMap, progress: (try? ProgressFile.read()) ?? CourseProgress())
    let trainer = try Trainer(
      source.experiment, threads: threads ?? Processors.count,
      threadSetup: {
        TerminalSession.installAlternateStack()
        Processors.yieldToScreen()
      })
    // Joined before the program ends: a matrix product under way would crash in the library's clean-up.
    defer { trainer.stop() }
    var effects = source.open(in: &state)
    if let remark { effects += state.update(.reported(remark, isAlarm: false)) }
    let keeping = script == nil ? Self.keeping(in: &state, offers: !isAskedFor, tells: remark == nil) : nil
    let makeSurveyor = {
      try AtlasSurveyor(
        threads: threads ?? Processors.count, waking: { trainer.wake() },
        threadSetup: {
          TerminalSession.installAlternateStack()
          Processors.yieldToTraining()
        })
    }
    var loop = AppLoop(
      console: console, trainer: trainer, makeSurveyor: makeSurveyor, state: state, script: script, keeping: keeping)
    loop.perform(effects)
    return try loop.run()
  }
}

extension App {
  /// Finds a place to keep the run in, and offers the run that was cut off, or tells of it, if one was.
  private static func keeping(in state: inout State, offers: Bool, tells: Bool) -> RunKeeping? {
    let left = KeptRun.leftBehind()
    let offer = left?.offer
    if let offer, offers {
      _ = state.update(.cutOffFound(offer))
    } else if let offer, tells {
      _ = state.update(.reported("\(offer.sentence): nnplay alone offers to go on with it.", isAlarm: false))
    }
    do {
      return RunKeeping(in: try KeptRun.claimed(), leftBehind: offers && offer != nil ? left : nil)
    } catch {
      _ = state.update(.reported(RunKeeping.sentence(because: error.description), isAlarm: true))
      return nil
    }
  }
}

extension Source {
  /// Puts on the screen what is more than an experiment.
  fileprivate func open(in state: inout State) -> [Effect] {
    switch self {
    case .experiment: []
    case .link(let link, let experiment, let notes): state.open(link, as: experiment, notes: notes)
    case .lecture(let lecture, let step): state.update(.lectureOpened(lecture, step: step))
    }
  }
}
