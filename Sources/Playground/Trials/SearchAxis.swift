/// What differs between the experiments of a search: a key, or a number that several keys are made of.
public enum SearchAxis: Hashable, Sendable {
  /// A key of the experiment.
  case key(ExperimentKey)
  /// How many hidden layers there are, each as broad as the first.
  case depth
  /// How many units every hidden layer has, or maps where it looks at pictures.
  case width

  /// The axis of a name: a key's, `depth` or `width`.
  ///
  /// - Throws: `ExperimentError.unknownKey` with the nearest name there is.
  public init(named name: String) throws(ExperimentError) {
    switch name {
    case Self.depth.name: self = .depth
    case Self.width.name: self = .width
    case _: self = .key(try ExperimentKey.named(name))
    }
  }

  /// The name, as files have it.
  public var name: String {
    switch self {
    case .key(let key): key.name
    case .depth: "depth"
    case .width: "width"
    }
  }

  /// What it is called on a screen.
  public var label: String {
    switch self {
    case .key(let key): key.control?.label ?? key.name
    case .depth: "layers"
    case .width: "units"
    }
  }

  /// Whether its value is text even where it looks like a number.
  public var isText: Bool {
    if case .key(let key) = self { key.isText } else { false }
  }

  /// Whether it takes numbers that lie between others.
  var takesRange: Bool {
    switch self {
    case .key(let key): !key.isText && !key.isList && key.names.isEmpty || key == .hidden
    case .depth, .width: true
    }
  }

  /// Sets it in an experiment; depth before width, so that every layer gets its units.
  ///
  /// - Throws: `ExperimentError.notAllowed` with what it takes.
  public func set(_ setting: Setting, in experiment: inout Experiment) throws(ExperimentError) {
    switch self {
    case .key(let key):
      try key.set(setting, in: &experiment)
      experiment.followData(after: key)
    case .depth:
      let layers = try Self.count(setting, "depth", in: 1...largestDepth)
      let hidden = experiment.resolved().hidden
      experiment.hidden = Array(repeating: hidden.first ?? 4, count: layers)
    case .width:
      let units = try Self.count(setting, "width", in: 1...largestWidth)
      var hidden = experiment.resolved().hidden
      for index in hidden.indices { hidden[index].breadth = units }
      experiment.hidden = hidden.isEmpty ? [.dense(units)] : hidden
    }
  }

  /// What an experiment says of it, or has by default.
  public func setting(in experiment: Experiment) -> Setting? {
    let resolved = experiment.resolved()
    return switch self {
    case .key(let key): key.setting(in: resolved)
    case .depth: .word("\(resolved.hidden.count)")
    case .width: resolved.hidden.lazy.compactMap(\.breadth).first.map { .word("\($0)") }
    }
  }

  private static func count(_ setting: Setting, _ name: String, in range: ClosedRange<Int>) throws(ExperimentError)
    -> Int
  {
    guard case .word(let word) = setting, let count = decimal(word).flatMap(Int.init(exactly:)), range.contains(count)
    else {
      throw .notAllowed(
        key: name, value: setting.description,
        allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)", nearest: nil)
    }
    return count
  }
}

extension SearchAxis: Comparable {
  /// In the order in which axes are set.
  public static func < (one: SearchAxis, other: SearchAxis) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .key: 0
    case .depth: 1
    case .width: 2
    }
  }
}
