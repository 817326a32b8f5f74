import CKernels

/// Samples as addresses, good for the length of one call: what threads and kernels read, without reference counting.
struct SamplePointers {
  let floats: UnsafePointer<Float>?
  let bytes: UnsafePointer<UInt8>?
  let scale: Float
  let shift: Float
  let columns: Int
  let values: UnsafePointer<Float>?
  let classes: UnsafePointer<UInt8>?
  let middle: Float
  /// ε of label smoothing.
  let smoothing: Float
  let order: UnsafePointer<UInt32>?

  /// Writes inputs to rows of a batch: [rows × stride], the columns beyond the inputs zero.
  ///
  /// - Parameter first: the place in the order (or the sample itself, where there is none) of the first row.
  func gather(first: Int, rows: Int, into out: UnsafeMutablePointer<Float>, stride: Int) {
    if let bytes {
      ck_gather_bytes(bytes, columns, order, first, rows, scale, shift, out, stride)
    } else if let floats {
      ck_gather_floats(floats, columns, order, first, rows, out, stride)
    }
  }

  /// The targets of the rows that start at a place in the order.
  func targets(first: Int) -> ck_targets {
    ck_targets(
      values: values, classes: classes, order: order, first: first, off: 0, on: 1, middle: middle,
      smoothing: smoothing)
  }

  /// What a black pixel is.
  var background: Float { bytes == nil ? 0 : shift }

  /// The class of a sample: its label, the side of the middle for one output (0 is −, 1 is +), the largest of several.
  func label(of sample: Int, outputs: Int) -> Int {
    if let classes { return Int(classes[sample]) }
    guard let values else { return 0 }
    return chosenClass(values + sample * outputs, outputs: outputs)
  }

  /// The class that outputs stand for: the side of the middle for one (the middle itself is +), the first largest of
  /// several.
  func chosenClass(_ values: UnsafePointer<Float>, outputs: Int) -> Int {
    if outputs == 1 { return values[0] >= middle ? 1 : 0 }
    var best = 0
    for output in 1..<outputs where values[output] > values[best] { best = output }
    return best
  }

  /// The target of one output of a sample.
  func target(of sample: Int, output: Int, outputs: Int) -> Double {
    if let classes { return Int(classes[sample]) == output ? 1 : 0 }
    return values.map { Double($0[sample * outputs + output]) } ?? 0
  }
}

extension SamplePointers {
  /// Calls the body with the addresses of samples.
  ///
  /// - Parameters:
  ///   - order: which sample stands at which place; nil is their own order.
  ///   - smoothing: ε of label smoothing.
  static func with<Result>(
    _ samples: borrowing Samples, order: [UInt32]?, smoothing: Double = 0, _ body: (SamplePointers) -> Result
  ) -> Result {
    withOptionalPointer(order) { order in
      samples.targets.withPointers { values, classes in
        samples.inputs.withPointers { floats, bytes, scale, shift in
          body(
            SamplePointers(
              floats: floats, bytes: bytes, scale: scale, shift: shift, columns: samples.inputCount, values: values,
              classes: classes, middle: samples.middle, smoothing: Float(smoothing), order: order))
        }
      }
    }
  }

  private static func withOptionalPointer<Element, Result>(
    _ array: [Element]?, _ body: (UnsafePointer<Element>?) -> Result
  ) -> Result {
    guard let array else { return body(nil) }
    return array.withUnsafeBufferPointer { body($0.baseAddress) }
  }
}

extension Samples.Inputs {
  fileprivate func withPointers<Result>(
    _ body: (UnsafePointer<Float>?, UnsafePointer<UInt8>?, Float, Float) -> Result
  ) -> Result {
    switch self {
    case .floats(let values): values.withUnsafeBufferPointer { body($0.baseAddress, nil, 1, 0) }
    case .bytes(let values, let scale, let shift):
      values.withUnsafeBufferPointer { body(nil, $0.baseAddress, scale, shift) }
    }
  }
}

extension Samples.Targets {
  fileprivate func withPointers<Result>(
    _ body: (UnsafePointer<Float>?, UnsafePointer<UInt8>?) -> Result
  ) -> Result {
    switch self {
    case .values(let values): values.withUnsafeBufferPointer { body($0.baseAddress, nil) }
    case .classes(let values): values.withUnsafeBufferPointer { body(nil, $0.baseAddress) }
    }
  }
}
