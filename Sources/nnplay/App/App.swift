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
  ///   - options: how it looks.
  ///   - threads: how many threads train; nil for one a core.
  static func open(_ source: Source, options: AppOptions, threads: Int?) throws {
    let settings = try options.settings()
    let script = try options.keys.map { try KeyScript(path: $0) }
    let terminal: TerminalSession
    do {
      terminal = try TerminalSession.start(settings.terminal)
    } catch {
      throw BadInput(error.description)
    }
    defer { terminal.restore() }
    let theme = Theme(
      settings.theme, depth: terminal.capabilities.depth, glyphs: settings.terminal.glyphs ?? terminal.capabilities.glyphs)
    var state = State(experiment: source.experiment, name: source.name, size: terminal.size, theme: theme, keyMap: settings.keyMap)
    let trainer = try Trainer(
      source.experiment, threads: threads ?? Processors.count,
      threadSetup: { TerminalSession.installAlternateStack() })
    // Joined before the program ends: a matrix product under way would crash in the library's clean-up.
    defer { trainer.stop() }
    var loop = AppLoop(terminal: terminal, trainer: trainer, state: state, framesPerSecond: options.fps ?? 30, script: script)
    loop.perform(state.update(source.opening))
    let signal = loop.run()
    guard let signal else { return }
    trainer.stop()
    terminal.restore()
    TerminalSession.end(by: signal)
  }
}
