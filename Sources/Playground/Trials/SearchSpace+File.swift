import Words

extension SearchSpace {
  /// The key of an experiment file under which the differences stand.
  static let key = "search"

  /// Reads an experiment file with one more key, `search`:
  ///
  ///     dataset: moons
  ///     epochs: 200
  ///     search:
  ///       hidden: [[2], [4], [4, 4]]
  ///       learningRate: {from: 0.001, to: 1, scale: log, steps: 7}
  ///
  /// - Throws: `ExperimentError.at` with the file, the line and what is wrong there; `.unreadable`.
  public init(path: String) throws(ExperimentError) {
    let read = try SearchSpace(text: Experiment.text(path: path), place: path)
    var base = read.base
    base.resolvePaths(against: path)
    self.init(base, read.dimensions)
  }

  /// Reads the text of such a file; the paths in it stay as they are.
  ///
  /// - Parameter place: the file's name, for messages.
  /// - Throws: as `init(path:)`.
  public init(text: String, place: String) throws(ExperimentError) {
    let name = place
    let place = printable(place)
    let entries: [YAML.Entry]
    do throws(YAML.Problem) {
      entries = try YAML(text).entries
    } catch {
      throw .at(place: place, line: error.line, .malformed(error.reason))
    }
    var base = Experiment()
    if let mistake = base.take(entries.filter { $0.key != Self.key }).first {
      throw .at(place: place, line: mistake.line, mistake.error)
    }
    guard let search = entries.first(where: { $0.key == Self.key }) else {
      throw .doesNotFit(
        "\(quoted(name)) has no key search, which lists what is to be tried, such as `search: {hidden: [[4], [8]]}`: "
          + "`nnplay train` trains a single experiment.")
    }
    guard case .keys(let keys) = search.value, !keys.isEmpty else {
      throw .at(
        place: place, line: search.line,
        .notAllowed(
          key: Self.key, value: search.value.word ?? "a list",
          allowed: "keys with candidates, such as `learningRate: [0.01, 0.1]`", nearest: nil))
    }
    var dimensions: [SearchDimension] = []
    for entry in keys {
      do throws(ExperimentError) {
        dimensions.append(try SearchDimension(entry, in: base))
      } catch {
        throw .at(place: place, line: entry.line, error)
      }
    }
    self.init(base, dimensions)
  }

  /// The space as such a file.
  public var yaml: String {
    base.yaml + Self.key + ":\n" + dimensions.map { "  \($0.axis.name): \($0.yaml)\n" }.joined()
  }
}

extension SearchDimension {
  fileprivate var yaml: String {
    switch choices {
    case .listed(let settings):
      // A word with a comma would be two.
      let words = settings.map { Experiment.yaml($0, isText: axis.isText || $0.description.contains(",")) }
      return "[\(words.joined(separator: ", "))]"
    case .range(let range):
      let scale = range.isLogarithmic ? ", scale: log" : ""
      return "{from: \(shortest(range.low)), to: \(shortest(range.high)), steps: \(range.steps)\(scale)}"
    }
  }

  /// What a file says of a key under `search`; every candidate is one that the key takes.
  fileprivate init(_ entry: YAML.Entry, in base: Experiment) throws(ExperimentError) {
    let axis = try SearchAxis(named: entry.key)
    switch entry.value {
    case .list(let values) where !values.isEmpty:
      var settings: [Setting] = []
      for value in values {
        guard let words = value.words else { throw Self.refusal(entry.key) }
        settings.append(value.word.map(Setting.word) ?? .list(words))
      }
      self.init(axis, .listed(settings))
    case .keys(let entries): self.init(axis, .range(try NumberRange(entries, of: axis)))
    case .word, .list: throw Self.refusal(entry.key)
    }
    for setting in choices.ends {
      var scratch = base
      try axis.set(setting, in: &scratch)
    }
  }

  fileprivate static func refusal(_ key: String) -> ExperimentError {
    .doesNotFit(
      "search has \(key) without candidates: give a list of them, or a range such as {from: 1, to: 8}.")
  }
}

extension SearchDimension.Choices {
  /// What has to be in order for all to be: every entry of a list, the ends of a range.
  fileprivate var ends: [Setting] {
    switch self {
    case .listed(let settings): settings
    case .range(let range): [range.low, range.high].map { .word(shortest($0)) }
    }
  }
}

extension NumberRange {
  /// A range as files have it: `from` and `to`, and where they are not the usual ones `scale` and `steps`.
  fileprivate init(_ entries: [YAML.Entry], of axis: SearchAxis) throws(ExperimentError) {
    let name = axis.name
    func refusal(_ problem: String) -> ExperimentError {
      .doesNotFit("search has for \(name) \(problem): a range is {from: 0.001, to: 1, scale: log, steps: 7}.")
    }
    guard axis.takesRange else {
      throw .doesNotFit("search has a range for \(name), which is no number: give a list of candidates.")
    }
    var (low, high, steps, isLogarithmic): (Double?, Double?, Int?, Bool) = (nil, nil, nil, false)
    for entry in entries {
      let word = entry.value.word ?? ""
      switch entry.key {
      case "from": low = decimal(word)
      case "to": high = decimal(word)
      case "steps":
        guard let count = Int(word), (1...Self.mostSteps).contains(count) else {
          throw refusal("\(quoted(word)) as steps, which are 1 to \(Self.mostSteps)")
        }
        steps = count
      case "scale":
        guard word == "log" || word == "linear" else {
          throw refusal("\(quoted(word)) as scale, which is log or linear")
        }
        isLogarithmic = word == "log"
      case let other: throw refusal("\(quoted(other)), which a range has not")
      }
    }
    guard let low, let high, low.isFinite, high.isFinite, low < high else {
      throw refusal("no two numbers from and to, the first the smaller one")
    }
    guard !isLogarithmic || low > 0 else {
      throw refusal("a logarithmic scale from \(shortest(low)), which is not above 0")
    }
    self.init(low, high, isLogarithmic: isLogarithmic, isWhole: axis.isWhole, steps: steps)
  }
}

extension SearchAxis {
  /// Whether only whole numbers count: a key says so by refusing a half.
  fileprivate var isWhole: Bool {
    switch self {
    case .depth, .width: true
    case .key(let key):
      [0.5, 1.5].allSatisfy { number in
        var scratch = Experiment()
        return (try? key.set(.word(shortest(number)), in: &scratch)) == nil
      }
    }
  }
}
