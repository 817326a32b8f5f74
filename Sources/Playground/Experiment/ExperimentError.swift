import Datasets
import Words

/// What can be wrong with an experiment, each as one sentence with place, value and remedy.
public enum ExperimentError: Error, Equatable, Sendable {
  /// A key that there is not.
  case unknownKey(String, nearest: String?)
  /// A value that the key does not take.
  case notAllowed(key: String, value: String, allowed: String, nearest: String?)
  /// Keys that are each in order and do not go together.
  case doesNotFit(String)
  /// No lecture, data set, file or link of that name.
  case unknownSource(String, nearest: String?)
  /// Something is wrong with the data set that was named.
  case data(DatasetError)
  /// A file that cannot be read.
  case unreadable(path: String, reason: String, remedy: String)
  /// A file that cannot be written.
  case unwritable(path: String, reason: String)
  /// Text that is not YAML, or not keys with values.
  case malformed(String)
  /// An error at a line of a file or of a lecture's block.
  indirect case at(place: String, line: Int, ExperimentError)
}

extension ExperimentError {
  /// A formula with a mistake in it and, on the next line, a mark under the place; nil for all other errors.
  public var marked: String? {
    switch self {
    case .data(let error): error.marked
    case .at(_, _, let error): error.marked
    case .unknownKey, .notAllowed, .doesNotFit, .unknownSource, .unreadable, .unwritable, .malformed: nil
    }
  }
}

extension ExperimentError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownKey(let key, let nearest):
      let question = nearest.map { ": did you mean \($0)?" } ?? "."
      return "There is no key \(quoted(key))\(question) The keys are \(ExperimentKey.all.map(\.name).inWords)."
    case .notAllowed(let key, let value, let allowed, let nearest):
      let question = nearest.map { ": did you mean \($0)?" } ?? "."
      return "\(key) cannot be \(quoted(value))\(question) It takes \(allowed)."
    case .doesNotFit(let sentence):
      return sentence
    case .unknownSource(let name, let nearest):
      let question = nearest.map { ": did you mean \($0)?" } ?? "."
      return "There is no lecture, data set, file or link \(quoted(name))\(question) "
        + "`nnplay data list` and `nnplay lectures list` show the names."
    case .data(let error):
      return "\(error)"
    case .unreadable(let path, let reason, let remedy):
      return "\(quoted(path)) cannot be read (\(reason)): \(remedy)."
    case .unwritable(let path, let reason):
      return "\(quoted(path)) cannot be written: \(reason)."
    case .malformed(let problem):
      return "This is not a list of keys and values in YAML, such as `hidden: [4, 2]`: \(problem)."
    case .at(let place, let line, let error):
      return "\(place):\(line): \(error)"
    }
  }
}
