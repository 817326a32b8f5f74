import CKernels
import Testing

@Suite struct KernelBatchTests {
  static let order: [UInt32] = [4, 2, 0, 3, 1]

  @Test("Rows are gathered by index, bytes scaled", arguments: laneCounts, [1, 16, 37])
  func gather(lanes: Int32, columns: Int) {
    let bytes = (0..<5 * columns).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    let floats = bytes.map { Float($0) - 100 }
    let stride = (columns + 15) / 16 * 16
    var fromBytes = PaddedRows(rows: 3, units: columns) { _, _ in .nan }
    var fromFloats = fromBytes
    withLanes(lanes) {
      ck_gather_bytes(bytes, columns, Self.order, 1, 3, 0.5, -1, &fromBytes.values, stride)
      ck_gather_floats(floats, columns, Self.order, 1, 3, &fromFloats.values, stride)
    }
    for row in 0..<3 {
      for column in 0..<columns {
        let at = Int(Self.order[1 + row]) * columns + column
        #expect(fromBytes[row, column] == Float(bytes[at]) * 0.5 - 1)
        #expect(fromFloats[row, column] == floats[at])
      }
    }
    #expect(fromBytes.paddingIsZero && fromFloats.paddingIsZero)
    withLanes(lanes) { ck_gather_floats(floats, columns, nil, 2, 3, &fromFloats.values, stride) }
    #expect(fromFloats[0, columns - 1] == floats[2 * columns + columns - 1])
  }

  @Test("Column sums are scaled and added to what is kept", arguments: laneCounts, [1, 16, 37, 130])
  func columnSums(lanes: Int32, columns: Int) {
    var numbers = TestRandom(6)
    let m = PaddedRows(rows: 7, units: columns) { _, _ in numbers.next(in: -1...1) }
    var sums = [Float](repeating: 2, count: columns), fresh = [Float](repeating: .nan, count: columns)
    withLanes(lanes) {
      ck_column_sums(7, columns, m.stride, m.values, 0.5, 0.25, &sums)
      ck_column_sums(7, columns, m.stride, m.values, 1, 0, &fresh)
    }
    for column in 0..<columns {
      let sum = (0..<7).reduce(0.0) { $0 + Double(m[$1, column]) }
      #expect(agree(sums[column], 0.5 + sum * 0.5, relative: 1e-6, absolute: 1e-6))
      #expect(agree(fresh[column], sum, relative: 1e-6, absolute: 1e-6))
    }
  }

  private func mask(
    rate: Float, seed: UInt64 = 1, step: UInt64 = 1, layer: UInt32 = 1, from first: Int = 0, rows: Int = 200
  ) -> [Float] {
    var out = [Float](repeating: .nan, count: rows * 48)
    let ones = [Float](repeating: 1, count: rows * 48)
    ck_dropout(rate, ck_dropout_place(seed: seed, step: step, layer: layer), first, rows, 40, 48, ones, &out)
    return out
  }

  @Test("Dropout keeps its share of the elements, scaled so that the mean stays", arguments: [Float(0), 0.1, 0.5, 0.9])
  func dropoutRate(rate: Float) {
    let kept = mask(rate: rate).count { $0 != 0 }
    // 8,000 elements: five standard deviations of the count are at most 5 · √(8000 / 4) = 224.
    #expect(abs(Float(kept) - 8_000 * (1 - rate)) <= (rate == 0 ? 0 : 224))
    #expect(mask(rate: rate).allSatisfy { $0 == 0 || $0 == 1 / (1 - rate) })
  }

  @Test("The dropout mask depends on its place alone, not on lanes or how rows are shared")
  func dropoutMask() {
    let whole = mask(rate: 0.3)
    for lanes in laneCounts {
      withLanes(lanes) {
        #expect(mask(rate: 0.3) == whole)
        #expect(mask(rate: 0.3, rows: 90) + mask(rate: 0.3, from: 90, rows: 110) == whole)
      }
    }
    for other in [mask(rate: 0.3, seed: 2), mask(rate: 0.3, step: 2), mask(rate: 0.3, layer: 2)] {
      #expect(other != whole)
    }
  }

  @Test(
    "One number that is not finite is found wherever it stands", arguments: laneCounts,
    [Float.nan, .infinity, -.infinity])
  func finite(lanes: Int32, bad: Float) {
    withLanes(lanes) {
      var values = [Float](repeating: -3e38, count: 37)
      #expect(ck_all_finite(37, values) == 1)
      for i in values.indices {
        values[i] = bad
        #expect(ck_all_finite(37, values) == 0)
        values[i] = 0
      }
    }
  }
}
