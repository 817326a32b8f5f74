import NeuralEngine

/// How classes and numbers become what the outputs should be.
enum TargetCode: Equatable {
  /// One output for two classes: −1 and +1.
  case signed
  /// One output for two classes: 0 and 1, for outputs that cannot be negative.
  case unsigned
  /// An output for each class: 1 where it is the class, else 0.
  case oneHot(classes: Int)
  /// Numbers as they stand.
  case numbers

  /// The code that an experiment's problem, output and loss ask for.
  init(_ resolved: ResolvedExperiment) {
    switch resolved.problem {
    case .regression: self = .numbers
    case .classification(let classes):
      guard resolved.outputs == 1 else {
        self = .oneHot(classes: classes)
        return
      }
      self = resolved.output.isShare ? .unsigned : .signed
    }
  }

  /// The targets of samples whose classes are counted from 0.
  func targets(ofClasses classes: [UInt8]) -> Samples.Targets {
    switch self {
    case .signed: .values(classes.map { $0 == 0 ? -1 : 1 })
    case .unsigned: .values(classes.map { $0 == 0 ? 0 : 1 })
    case .oneHot: .classes(classes)
    case .numbers: .values(classes.map(Float.init))
    }
  }
}
