import Datasets
import NeuralEngine

/// One key of an experiment: its name, what it is, what it takes, how it is read and written.
///
/// Files, `--set`, lectures, messages and documentation all draw on this one table.
public struct ExperimentKey: Sendable {
  /// The name, as files and `--set` have it.
  public let name: String
  /// What it is, in one sentence.
  public let meaning: String
  /// The values it takes, in words.
  public let allowed: String
  /// Whether its value is text even where it looks like a number: seeds and paths.
  public let isText: Bool

  private let names: [String]
  private let read: @Sendable (Setting, inout Experiment) throws(ExperimentError) -> Bool
  private let write: @Sendable (Experiment) -> Setting?
  private let clear: @Sendable (inout Experiment) -> Void
  private let take: @Sendable (Experiment, inout Experiment) -> Void

  init<Value: Sendable>(
    _ name: String, _ path: WritableKeyPath<Experiment, Value?> & Sendable, _ form: ValueForm<Value>,
    isText: Bool = false, _ meaning: String
  ) {
    self.name = name
    self.meaning = meaning
    self.isText = isText
    allowed = form.allowed
    names = form.names
    read = { (setting, experiment) throws(ExperimentError) in
      guard let value = try form.read(setting) else { return false }
      experiment[keyPath: path] = value
      return true
    }
    write = { $0[keyPath: path].map(form.write) }
    clear = { $0[keyPath: path] = nil }
    take = { $1[keyPath: path] = $0[keyPath: path] }
  }

  /// The key of a name.
  ///
  /// - Throws: `ExperimentError.unknownKey`, with the nearest name there is.
  public static func named(_ name: String) throws(ExperimentError) -> ExperimentKey {
    guard let key = all.first(where: { $0.name == name }) else {
      throw .unknownKey(name, nearest: nearestName(to: name, among: all.map(\.name)))
    }
    return key
  }

  /// Sets the key in an experiment.
  ///
  /// - Throws: `ExperimentError.notAllowed`, with what is allowed and the nearest name, or `.data`.
  func set(_ setting: Setting, in experiment: inout Experiment) throws(ExperimentError) {
    guard try !read(setting, &experiment) else { return }
    let nearest = setting.words.lazy.filter { !names.contains($0) }
      .compactMap { nearestName(to: $0, among: names) }.first
    throw .notAllowed(key: name, value: setting.description, allowed: allowed, nearest: nearest)
  }

  /// What an experiment says of the key; nil if nothing was said.
  public func setting(in experiment: Experiment) -> Setting? { write(experiment) }

  /// Lets one experiment say of the key what another does.
  func copy(from source: Experiment, into experiment: inout Experiment) { take(source, &experiment) }

  /// Takes back what an experiment says of the key, so that its default holds.
  public func forget(in experiment: inout Experiment) { clear(&experiment) }
}

extension Experiment {
  /// Sets a key to what a text says: `set("hidden", to: "[4, 2]")`.
  ///
  /// - Throws: `ExperimentError.unknownKey` or `.notAllowed`; the experiment is then as it was.
  public mutating func set(_ key: String, to text: String) throws(ExperimentError) {
    try ExperimentKey.named(key).set(Setting(text), in: &self)
  }

  /// What was said of a key; nil if nothing was, or there is no such key.
  public func setting(of key: String) -> Setting? {
    ExperimentKey.all.first { $0.name == key }?.setting(in: self)
  }
}
