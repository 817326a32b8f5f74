import Datasets
import Words

/// What can be wrong with a file of weights: each a sentence with the file, the tensor and the remedy.
public struct ModelError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Problem: Error, Equatable, Sendable {
    case unreadable(String)
    case tooLarge(String)
    case unwritable(DatasetError)
    /// The file ends before the eight bytes that say how long its header is.
    case noHeader(bytes: Int)
    /// The header claims more bytes than there are, or than a header needs.
    case headerLength(said: UInt64, left: Int)
    case headerNotJSON(String)
    case unknownType(tensor: String, type: String)
    case shapeTooLarge(tensor: String, shape: [Int])
    /// A tensor's bytes lie outside the file, run backwards or are not as many as its shape needs.
    case offsets(tensor: String, start: Int, end: Int, needed: Int, available: Int)
    /// A tensor begins before the one ahead of it ends, or after a gap.
    case notContiguous(tensor: String, start: Int, expected: Int)
    case trailingBytes(count: Int)
    case notFinite(tensor: String, index: Int, value: Float)
    case missing(tensor: String, found: [String])
    case extra(tensor: String)
    /// Layers of other names fit the network in more than one order; which is which by the order of the names.
    case ambiguousNames(String)
    /// Layers of other names are those of a network of other sizes.
    case otherNetwork(sizes: [Int], needed: String)
    case shape(tensor: String, found: [Int], expected: [Int])
    /// The file does not say what experiment its weights belong to.
    case noExperiment
    case badMetadata(key: String, reason: String)
  }

  /// The file.
  public var path: String
  /// What is wrong with it.
  public var problem: Problem

  /// A problem with a file.
  public init(_ path: String, _ problem: Problem) {
    self.path = path
    self.problem = problem
  }
}

extension ModelError: CustomStringConvertible {
  public var description: String {
    // The error of the file names it already.
    if case .unwritable(let error) = problem { return "\(error)" }
    return "\(quoted(path)) \(problem.sentence)"
  }
}

extension ModelError.Problem {
  /// The rest of a sentence that begins with the file's name.
  fileprivate var sentence: String {
    let again = "save or fetch the file again."
    return switch self {
    case .unreadable(let reason): "cannot be read (\(reason)): give the path of a .safetensors file."
    case .tooLarge(let reason): "cannot be read (\(reason)): save a network with fewer units."
    case .unwritable(let error): "cannot be written: \(error)"
    case .noHeader(let bytes): "is no .safetensors file: it has \(bytes) bytes, and eight say how long its header is."
    case .headerLength(let said, let left) where said <= UInt64(left):
      "has a header of \(said) bytes, more than the \(SafeTensors.largestHeader >> 20) MB that are read: take out its "
        + "metadata."
    case .headerLength(let said, let left):
      "is no whole .safetensors file: its header is said to have \(said) bytes and \(left) are left: \(again)"
    case .headerNotJSON(let reason): "has a header that is not the JSON of a .safetensors file (\(reason)): \(again)"
    case .unknownType(let tensor, let type):
      "has tensor \(quoted(tensor)) of type \(quoted(type)), which no weight is: write it as F32, F16, BF16 or F64."
    case .shapeTooLarge(let tensor, let shape):
      "has tensor \(quoted(tensor)) of shape \(shortened("\(shape)")), larger than any network here: choose another file."
    case .offsets(let tensor, let start, let end, let needed, let available):
      "has tensor \(quoted(tensor)) at bytes \(start) to \(end), and it needs \(needed) of the file's \(available): "
        + again
    case .notContiguous(let tensor, let start, let expected):
      "has tensor \(quoted(tensor)) at byte \(start), and the one ahead of it ends at \(expected): \(again)"
    case .trailingBytes(let count): "has \(count) bytes that belong to no tensor: \(again)"
    case .notFinite(let tensor, let index, let value):
      "has tensor \(quoted(tensor)) with \(value) at place \(index), and a weight must be a finite number: "
        + "choose a file from before the run diverged."
    case .missing(let tensor, let found):
      "has no tensor \(quoted(tensor))\(found.isEmpty ? "" : ", only ")"
        + "\(found.prefix(8).map(quoted).joined(separator: ", "))\(found.count > 8 ? " …" : ""): "
        + "set hidden, features and batchNorm to what the file was made with."
    case .extra(let tensor):
      "has tensor \(quoted(tensor)), for which the network has no place: set hidden and batchNorm to what the file was "
        + "made with."
    case .ambiguousNames(let renaming):
      "has layers of other names, whose shapes fit the network in more than one order: rename them; by the order of "
        + "their names \(renaming)."
    case .otherNetwork(let sizes, let needed):
      "is of a network \(shortened(sizes.map(String.init).joined(separator: "-"), to: 100)), and this one is \(needed): set hidden and "
        + "features so that they agree."
    case .shape(let tensor, let found, let expected):
      "has tensor \(quoted(tensor)) of shape \(shortened("\(found)")), and the network needs \(expected): set hidden and features to "
        + "what the file was made with."
    case .noExperiment:
      "does not say what experiment its weights belong to: name it as `weights` in an experiment of the same shape."
    case .badMetadata(let key, let reason): "has a \(quoted(key)) among its metadata that cannot be used: \(reason)"
    }
  }
}
