extension Samples {
  /// The first samples, at most so many; all of the same task.
  public func first(_ limit: Int) -> Samples { self[0..<min(count, limit)] }

  /// At most so many samples, evenly spread over the set, for sets that are sorted; of the same task.
  public func spread(_ limit: Int) -> Samples {
    guard count > limit, limit > 0 else { return self }
    let places = (0..<limit).map { $0 * count / limit }
    func rows<Value>(_ values: [Value], _ width: Int) -> [Value] {
      places.flatMap { values[$0 * width..<($0 + 1) * width] }
    }
    let inputs: Inputs =
      switch inputs {
      case .floats(let values): .floats(rows(values, inputCount))
      case .bytes(let values, let scale, let shift): .bytes(rows(values, inputCount), scale: scale, shift: shift)
      }
    let targets: Targets =
      switch targets {
      case .values(let values): .values(rows(values, outputCount))
      case .classes(let classes): .classes(rows(classes, 1))
      }
    return Samples(self, inputs: inputs, targets: targets, count: limit)
  }

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
  public var rows: [Float] {
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
