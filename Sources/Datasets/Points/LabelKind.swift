/// What the labels of a data set mean.
public enum LabelKind: Hashable, Sendable {
  /// Two classes; points carry −1 or +1, tables and images 0 or 1 (0 stands for −1).
  case binary
  /// As many classes as said, numbered from 0.
  case classes(Int)
  /// Numbers to predict.
  case regression

  /// The number of classes; nil for regression.
  public var classCount: Int? {
    switch self {
    case .binary: 2
    case .classes(let count): count
    case .regression: nil
    }
  }
}
