import Datasets
import Words

/// The largest experiment file that is read: more than all the points take that can be made.
private let largestFile = 1 << 24

extension Experiment {
  /// Reads an experiment file: keys and values in YAML.
  ///
  /// Paths in the file (`csv:`, `weights`) are relative to the folder of the file.
  ///
  /// - Throws: `ExperimentError.unreadable`, or `.at` with the file, the line and what is wrong there.
  public init(path: String) throws(ExperimentError) { try self.init(text: Self.text(path: path), path: path) }

  /// The text of a file or a stream that should hold an experiment.
  ///
  /// - Throws: `ExperimentError.unreadable`.
  public static func text(path: String) throws(ExperimentError) -> String {
    do throws(BoundedFile.Failure) {
      return try BoundedFile.readText(path, limit: largestFile)
    } catch {
      throw .unreadable(
        path: path, reason: error.reason,
        remedy: error.isTooLarge ? "take out what the experiment can do without" : "give the path of an experiment file"
      )
    }
  }

  /// Reads an experiment out of the text of a file.
  ///
  /// - Throws: as `init(path:)`.
  public init(text: String, path: String) throws(ExperimentError) {
    self.init()
    try apply(yaml: text, place: path)
    // A file may say nothing and mean the defaults; a program that wrote nothing went wrong.
    if self == Experiment(), path == "-" || path.hasPrefix("/dev/") {
      throw .unreadable(
        path: path, reason: "no key of an experiment came from there",
        remedy: "let a file or another program be read that says something")
    }
    resolvePaths(against: path)
  }

  /// Sets every key that a piece of YAML names: a whole file, or a lecture's `playground` block.
  ///
  /// - Parameters:
  ///   - place: the file's name, for messages.
  ///   - firstLine: the line of the file at which the YAML starts.
  /// - Throws: `ExperimentError.at` with line and remedy, for the first mistake; the other keys are then set.
  public mutating func apply(yaml: String, place: String, firstLine: Int = 1) throws(ExperimentError) {
    if let error = take(yaml: yaml, firstLine: firstLine).first {
      throw .at(place: printable(place), line: error.line, error.error)
    }
  }

  /// Sets every key that a piece of YAML names, and returns every mistake with its line.
  package mutating func take(yaml: String, firstLine: Int) -> [(line: Int, error: ExperimentError)] {
    do throws(YAML.Problem) {
      return take(try YAML(yaml, firstLine: firstLine).entries)
    } catch {
      return [(error.line, .malformed(error.reason))]
    }
  }

  /// Sets every key of a list, and returns every mistake with its line.
  mutating func take(_ entries: [YAML.Entry]) -> [(line: Int, error: ExperimentError)] {
    var errors: [(line: Int, error: ExperimentError)] = []
    for entry in entries {
      do throws(ExperimentError) {
        if entry.key == OwnPoints.key {
          points = try OwnPoints(entry.value).set()
        } else if entry.key == SearchSpace.key {
          throw ExperimentError.doesNotFit(
            "search lists what is to be tried and belongs to `nnplay search`: leave it out of a single experiment.")
        } else {
          let key = try ExperimentKey.named(entry.key)
          try key.set(Self.setting(of: entry.value, key: key), in: &self)
        }
      } catch {
        errors.append((entry.line, error))
      }
    }
    return errors
  }

  /// The experiment as YAML: one line for each key that was said, in the order of the table, then own points.
  public var yaml: String {
    ExperimentKey.all.compactMap { key in
      key.setting(in: self).map { "\(key.name): \(Self.yaml($0, isText: key.isText))\n" }
    }.joined() + (points.map { OwnPoints($0).yaml } ?? "")
  }

  private static func setting(of value: YAML.Value, key: ExperimentKey) throws(ExperimentError) -> Setting {
    let nested: String
    switch value {
    case .word(let word): return .word(word)
    case .list:
      if let words = value.words { return .list(words) }
      nested = "a list of lists"
    case .keys: nested = "a mapping"
    }
    throw .notAllowed(key: key.name, value: nested, allowed: key.allowed, nearest: nil)
  }

  /// Text that YAML might take for a number or a comment stands in quotes; control characters and quotes are escaped.
  static func yaml(_ setting: Setting, isText: Bool) -> String {
    switch setting {
    case .list(let words):
      // A formula may have commas of its own.
      return "[\(words.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ", "))]"
    case .word(let word):
      guard isText else { return word }
      return isPlain(word) ? word : "\"\(word.unicodeScalars.map(escaped).joined())\""
    }
  }

  /// Whether YAML takes a word for that word: names and paths, but no number, truth value or comment.
  private static func isPlain(_ word: String) -> Bool {
    let takenOtherwise = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    return word.first?.isLetter == true && !word.hasSuffix(":") && !takenOtherwise.contains(word.lowercased())
      && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:,/#=".contains($0)) }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case _ where scalar.properties.generalCategory == .control:
      "\\U" + hexadecimal(scalar.value, digits: 8)
    case _: String(scalar)
    }
  }
}

extension IDXPair {
  /// The pair with other paths.
  fileprivate func moved(_ move: (String) -> String) -> IDXPair { IDXPair(images: move(images), labels: move(labels)) }
}

extension Experiment {
  /// Makes the paths that a file names relative to where the program runs.
  mutating func resolvePaths(against file: String) {
    // What the shell calls a pipe lies in no folder of the user's.
    guard let slash = file.lastIndex(of: "/"), !file.hasPrefix("/dev/"), !file.hasPrefix("/proc/") else { return }
    let folder = file[...slash]
    func resolve(_ path: String) -> String {
      path.hasPrefix("/") || path == "-" || ShippedModels.names.contains(path) ? path : folder + path
    }
    switch dataset {
    case .table(var table)?:
      table.path = resolve(table.path)
      dataset = .table(table)
    case .idx(var source)?:
      source.train = source.train.moved(resolve)
      source.test = source.test?.moved(resolve)
      dataset = .idx(source)
    case .points?, .formula?, .images?, nil: break
    }
    weights = weights.map(resolve)
  }
}
