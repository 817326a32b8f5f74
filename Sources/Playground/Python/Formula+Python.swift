import Formulas

extension Formula {
  /// The formula over arrays x1 and x2 in Python. What is the same everywhere stands there as its value, for torch's
  /// functions take tensors alone.
  func python(_ library: PythonCode.Library) -> String {
    let values = values(at: variables.map { _ in 0 })
    var texts: [String] = []
    for (index, node) in nodes.enumerated() {
      let operands = node.operands.map { texts[$0] }
      let text = node.isConstant ? "\(values[index])" : node.operation.python(operands, variables, library)
      texts.append(text)
    }
    return texts[nodes.count - 1]
  }
}

extension Operation {
  /// The operation on operands that are written already, in brackets where something may bind closer.
  fileprivate func python(_ operands: [String], _ variables: [String], _ library: PythonCode.Library) -> String {
    let (a, b) = (operands.first ?? "", operands.last ?? "")
    return switch self {
    case .number(let number): "\(number)"
    case .variable(let index): variables[index]
    case .negate: "(-\(a))"
    case .add: "(\(a) + \(b))"
    case .subtract: "(\(a) - \(b))"
    case .multiply: "(\(a) * \(b))"
    case .divide: "(\(a) / \(b))"
    // A minus before the first operand would bind less.
    case .power: "((\(a)) ** \(b))"
    case .function(let function): function.python(a, b, library)
    case .comparison(let comparison): "(\(a) \(comparison.rawValue) \(b))"
    case .and: "(\(a) & \(b))"
    case .or: "(\(a) | \(b))"
    case .not: "(~\(a))"
    }
  }
}

extension Function {
  fileprivate func python(_ a: String, _ b: String, _ library: PythonCode.Library) -> String {
    let module = library == .numpy ? "np" : "torch"
    return switch self {
    case .sin, .cos, .tan, .exp, .sqrt, .abs, .tanh: "\(module).\(rawValue)(\(a))"
    case .ln: "\(module).log(\(a))"
    case .log: "\(module).log10(\(a))"
    case .sigmoid: "(1 / (1 + \(module).exp(-\(a))))"
    case .relu: "(\(a) * (\(a) > 0))"
    case .step: "(1.0 * (\(a) >= 0))"
    case .min: extreme("minimum", a, b, library)
    case .max: extreme("maximum", a, b, library)
    }
  }

  private func extreme(_ name: String, _ a: String, _ b: String, _ library: PythonCode.Library) -> String {
    switch library {
    case .numpy: "np.\(name)(\(a), \(b))"
    case .torch: "torch.\(name)(torch.as_tensor(\(a)), torch.as_tensor(\(b)))"
    }
  }
}
