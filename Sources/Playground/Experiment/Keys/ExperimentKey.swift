import Datasets
import NeuralEngine
import Words

/// One key of an experiment: the row of the table that holds everything there is to know of a setting.
///
/// Files, `--set`, `--json`, lectures, links, messages, documentation and the controls on the screen all draw on these
/// rows; `DataKeys`, `AugmentationKeys`, `NetworkKeys` and `TrainingKeys` are the table.
public struct ExperimentKey: Sendable {
  /// The name, as files and `--set` have it.
  public let name: String
  /// What it is, in one sentence.
  public let meaning: String
  /// The values it takes, in words.
  public let allowed: String
  /// Whether its value is text even where it looks like a number: seeds and paths.
  public let isText: Bool
  /// Whether it may change while training runs, and nothing is reset by that.
  public let isLive: Bool
  /// How far a change of the data set leaves what was said of it standing.
  let lasting: Lasting
  /// What a screen offers for it; nil for what is set in files and by `--set` only.
  public let control: KeyControl?
  /// What TensorFlow Playground makes of it.
  let page: OnPage

  /// The words that it takes; none where it takes numbers or texts.
  public let names: [String]
  /// Whether its value is a list of such words.
  public let isList: Bool
  private let read: @Sendable (Setting, inout Experiment) throws(ExperimentError) -> Bool
  private let write: @Sendable (Experiment) -> Setting?
  private let clear: @Sendable (inout Experiment) -> Void
  private let take: @Sendable (Experiment, inout Experiment) -> Void
  private let complete: @Sendable (Experiment, inout ResolvedExperiment) -> Void
  private let show: @Sendable (ResolvedExperiment) -> Setting?
  private let concerns: @Sendable (Dataset) -> Bool

  /// A row of the table.
  ///
  /// - Parameters:
  ///   - path: where an experiment keeps what was said of the key.
  ///   - form: the values it takes, as text has them.
  ///   - filling: where an experiment with nothing left open keeps it, and what stands there by default.
  ///   - concerns: the data for which it has a meaning.
  init<Value: Sendable>(
    _ name: String, _ path: WritableKeyPath<Experiment, Value?> & Sendable, _ form: ValueForm<Value>,
    fills filling: Filling<Value>, _ meaning: String, isText: Bool = false, isLive: Bool = false,
    lasting: Lasting = .always, concerns: @escaping @Sendable (Dataset) -> Bool = { _ in true },
    control: KeyControl? = nil, page: OnPage? = nil
  ) {
    self.name = name
    self.meaning = meaning
    self.isText = isText
    self.isLive = isLive
    self.lasting = lasting
    self.concerns = concerns
    self.control = control
    self.page = page ?? .lacks { _, _ in "The page has no \(name)." }
    allowed = form.allowed
    names = form.names
    isList = Value.self is any Collection.Type && Value.self != String.self
    read = { (setting, experiment) throws(ExperimentError) in
      guard let value = try form.read(setting) else { return false }
      experiment[keyPath: path] = value
      return true
    }
    write = { $0[keyPath: path].map(form.write) }
    clear = { $0[keyPath: path] = nil }
    take = { $1[keyPath: path] = $0[keyPath: path] }
    complete = { filling.fill($0[keyPath: path], $0, &$1) }
    show = { filling.read($0).map(form.write) }
  }

  /// How far what was said of a key stays when another data set is chosen.
  enum Lasting {
    /// Whatever the data.
    case always
    /// As long as the data ask the same of the network: as many classes, or as many numbers.
    case problem
    /// As long as points stay points and pictures stay pictures.
    case form
  }
}

extension ExperimentKey {
  /// Every key, in the order in which files list them: the data first, then the network, then the training.
  ///
  /// A default may depend on keys that stand before its own.
  public static let all: [ExperimentKey] = data + augmentation + network + training

  /// The key of a name.
  ///
  /// - Throws: `ExperimentError.unknownKey`, with the nearest name there is.
  public static func named(_ name: String) throws(ExperimentError) -> ExperimentKey {
    guard let key = all.first(where: { $0.name == name }) else {
      throw .unknownKey(name, nearest: nearest(to: name, among: all.map(\.name)))
    }
    return key
  }

  // MARK: - What was said

  /// Sets the key in an experiment.
  ///
  /// - Throws: `ExperimentError.notAllowed`, with what is allowed and the nearest name, or `.data`.
  func set(_ setting: Setting, in experiment: inout Experiment) throws(ExperimentError) {
    guard try !read(setting, &experiment) else { return }
    let meant =
      setting.words.lazy.filter { !names.contains($0) }.compactMap { nearest(to: $0, among: names) }.first
      ?? withPoint(setting, of: experiment)
    throw .notAllowed(key: name, value: setting.description, allowed: allowed, nearest: meant)
  }

  /// A number with a decimal comma as it is to be written here; nil where that is no value either.
  private func withPoint(_ setting: Setting, of experiment: Experiment) -> String? {
    guard case .word(let word) = setting, word.count(where: { $0 == "," }) == 1 else { return nil }
    let text = word.replacing(",", with: ".")
    var scratch = experiment
    return decimal(text) != nil && (try? read(.word(text), &scratch)) == true ? text : nil
  }

  /// What an experiment says of the key; nil if nothing was said.
  public func setting(in experiment: Experiment) -> Setting? { write(experiment) }

  /// Lets one experiment say of the key what another does.
  func copy(from source: Experiment, into experiment: inout Experiment) { take(source, &experiment) }

  /// Takes back what an experiment says of the key, so that its default holds.
  public func forget(in experiment: inout Experiment) { clear(&experiment) }

  // MARK: - What holds

  /// Fills the key's field with what was said, or with its default.
  func fill(_ resolved: inout ResolvedExperiment, from said: Experiment) { complete(said, &resolved) }

  /// What holds of the key; nil where there is nothing to hold, such as no end of the run.
  public func setting(in resolved: ResolvedExperiment) -> Setting? { show(resolved) }

  /// Whether the key has a meaning for a data set: noise has none for pictures.
  public func concerns(_ dataset: Dataset) -> Bool { concerns(dataset) }
}

extension ExperimentKey: Hashable {
  /// Keys are told apart by their names.
  public static func == (one: ExperimentKey, other: ExperimentKey) -> Bool { one.name == other.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
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
