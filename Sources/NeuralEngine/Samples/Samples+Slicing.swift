extension Samples {
  /// The first samples, at most so many; all of the same task.
  public func first(_ limit: Int) -> Samples { self[0..<min(count, limit)] }

  /// The samples at these places, which must lie within the set; of the same task.
  public subscript(range: Range<Int>) -> Samples {
    func rows(_ width: Int) -> Range<Int> { range.lowerBound * width..<range.upperBound * width }
    let inputs: Inputs =
      switch inputs {
      case .floats(let values): .floats(Array(values[rows(inputCount)]))
      case .bytes(let values, let scale, let shift):
        .bytes(Array(values[rows(inputCount)]), scale: scale, shift: shift)
      }
    let targets: Targets =
      switch targets {
      case .values(let values): .values(Array(values[rows(outputCount)]))
      case .classes(let classes): .classes(Array(classes[range]))
      }
    return Samples(self, inputs: inputs, targets: targets, count: range.count)
  }

  /// What goes in, as numbers: [count × inputCount].
  var rows: [Float] {
    switch inputs {
    case .floats(let values): values
    case .bytes(let values, let scale, let shift): values.map { Float($0) * scale + shift }
    }
  }

  private init(_ whole: Samples, inputs: Inputs, targets: Targets, count: Int) {
    self.inputs = inputs
    self.targets = targets
    self.count = count
    inputCount = whole.inputCount
    outputCount = whole.outputCount
    task = whole.task
    middle = whole.middle
  }
}
