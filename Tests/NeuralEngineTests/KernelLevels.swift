import CKernels

/// The lane counts that every kernel is tested at. Where the CPU has fewer lanes than asked for, its most are used.
let laneCounts: [Int32] = [4, 8, 16]

/// Runs the body with the kernels of so many lanes, on this thread.
func withLanes<Result>(_ lanes: Int32, _ body: () throws -> Result) rethrows -> Result {
  ck_force_lanes(lanes)
  defer { ck_force_lanes(0) }
  return try body()
}

/// Rows of `units` numbers with zeros behind them, up to the stride.
struct PaddedRows {
  let units: Int
  let stride: Int
  var values: [Float]

  init(rows: Int, units: Int, fill: (_ row: Int, _ unit: Int) -> Float) {
    self.units = units
    stride = (units + 15) / 16 * 16
    values = Array(repeating: 0, count: rows * stride)
    for row in 0..<rows {
      for unit in 0..<units { values[row * stride + unit] = fill(row, unit) }
    }
  }

  var rows: Int { values.count / stride }

  /// Whether all the padding is zero.
  var paddingIsZero: Bool {
    (0..<rows).allSatisfy { row in (units..<stride).allSatisfy { values[row * stride + $0] == 0 } }
  }

  subscript(row: Int, unit: Int) -> Float {
    get { values[row * stride + unit] }
    set { values[row * stride + unit] = newValue }
  }
}

/// Whether two numbers agree: within `relative` of the larger expected magnitude, or within `absolute`.
func agree(_ value: Float, _ expected: Double, relative: Double, absolute: Double) -> Bool {
  abs(Double(value) - expected) <= max(absolute, relative * abs(expected))
}
