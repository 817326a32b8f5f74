import ArgumentParser
import Playground

/// The interactive program.
enum App {
  /// Opens the playground on an experiment or a lecture, and comes back when the user leaves.
  ///
  /// - Parameters:
  ///   - source: what to open.
  ///   - options: how it looks.
  ///   - threads: how many threads train; nil for one a core.
  static func open(_ source: Source, options: AppOptions, threads: Int?) throws {
    throw BadInput(
      "The playground needs a terminal: run it in one, or train without a screen with nnplay train SOURCE.")
  }
}
