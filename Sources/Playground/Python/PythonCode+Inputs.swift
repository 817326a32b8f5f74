import Datasets

extension PythonCode {
  /// What is made of samples before the network sees them.
  var inputs: [String] {
    var lines: [String]
    switch preparation.source {
    case .features(let features):
      lines = [
        "def inputs(x1, x2):",
        "    x = \(stack)([\(features.map { $0.python(library) }.joined(separator: ", "))], \(axis)=-1)",
      ]
    case .columns:
      lines = ["def inputs(rows):", "    x = rows"]
    case .pixels(let shape, let form):
      let shown = shape.shown(as: form)
      lines = [
        "# pictures: [count, \(shown.count)], 0 to 255, channel after channel, row after row"
          + (shown == shape ? "" : "; shown as \(shown.width)×\(shown.height)×\(shown.channels)"),
        "def inputs(pictures):", "    x = pictures / 255",
      ]
    }
    guard let scaling = preparation.scaling else {
      return lines.dropLast() + [lines[lines.count - 1].replacing("    x = ", with: "    return ")]
    }
    return lines + ["    return (x - \(array(scaling.means))) / \(array(scaling.deviations))"]
  }

  private var stack: String { library == .numpy ? "np.stack" : "torch.stack" }
  private var axis: String { library == .numpy ? "axis" : "dim" }

  private func array(_ values: [Double]) -> String {
    let list = "[" + values.map { "\($0)" }.joined(separator: ", ") + "]"
    return library == .numpy ? "np.array(\(list))" : "torch.tensor(\(list))"
  }
}

extension Feature {
  /// The feature of x1 and x2 in Python.
  fileprivate func python(_ library: PythonCode.Library) -> String {
    let sine = library == .numpy ? "np.sin" : "torch.sin"
    return switch self {
    case .x1: "x1"
    case .x2: "x2"
    case .x1Squared: "x1 ** 2"
    case .x2Squared: "x2 ** 2"
    case .product: "x1 * x2"
    case .sinX1: "\(sine)(x1)"
    case .sinX2: "\(sine)(x2)"
    case .formula(let formula): formula.python(library)
    }
  }
}
