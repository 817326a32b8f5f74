import Playground
import Presets

/// An experiment that ships with the program, with what it reaches.
public struct Preset: Sendable {
  /// The name, as `nnplay train` takes it.
  public let name: String
  /// The experiment file: YAML that begins with a comment.
  public let text: String
  /// The experiment.
  public let experiment: Experiment

  /// Reads an experiment file.
  ///
  /// - Throws: `ExperimentError.at` with line and remedy; a test makes sure that no shipped one does.
  init(name: String, text: String) throws(ExperimentError) {
    self.name = name
    self.text = text
    var experiment = Experiment()
    try experiment.apply(yaml: text, place: name)
    self.experiment = experiment
  }

  /// What it is and what it reaches: the comment at the beginning of the file, in one line.
  public var summary: String {
    let comment = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("#") }
    return comment.map { $0.dropFirst().trimmingPrefix(" ") }.joined(separator: " ")
  }
}

/// The experiments that ship inside the program.
public enum PresetShelf {
  /// Their names, in the order in which they are listed.
  public static var names: [String] { texts.map(\.name) }

  /// All of them; one whose text is wrong is left out.
  public static var presets: [Preset] { texts.compactMap { try? Preset(name: $0.name, text: $0.text) } }

  /// The one called `name`; nil when none is.
  ///
  /// - Throws: what is wrong with its text.
  public static func preset(named name: String) throws(ExperimentError) -> Preset? {
    guard let text = texts.first(where: { $0.name == name }) else { return nil }
    return try Preset(name: name, text: text.text)
  }

  private static var texts: [(name: String, text: String)] {
    (0..<preset_experiment_count).map { preset_experiment($0).content }
  }
}

extension preset_text {
  /// Name and text.
  var content: (name: String, text: String) {
    (String(cString: name), String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
  }
}
