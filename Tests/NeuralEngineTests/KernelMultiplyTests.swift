import CKernels
import Testing

/// C ← factor · op(A) op(B) + keep · C, held against sums in double precision.
@Suite("Matrix products") struct KernelMultiplyTests {
  /// op(A) is [rows × inner], op(B) [inner × columns].
  struct Shape: CustomTestStringConvertible {
    let rows, columns, inner: Int

    init(_ rows: Int, _ columns: Int, _ inner: Int) { (self.rows, self.columns, self.inner) = (rows, columns, inner) }

    var testDescription: String { "\(rows)×\(inner) · \(inner)×\(columns)" }
  }

  static let shapes = [
    Shape(1, 1, 1), Shape(1, 2, 3), Shape(2, 1, 7), Shape(3, 3, 2), Shape(5, 7, 11), Shape(13, 17, 19),
    // Around the heights and widths of tiles, and all that lies between.
    Shape(4, 8, 5), Shape(6, 16, 8), Shape(7, 15, 16), Shape(14, 32, 10), Shape(15, 33, 31), Shape(29, 31, 17),
    Shape(12, 40, 33), Shape(13, 40, 33), Shape(43, 47, 29), Shape(61, 67, 1), Shape(70, 70, 70),
    // A single row or column, narrow and long.
    Shape(1, 70, 13), Shape(1, 128, 20), Shape(1, 300, 9), Shape(70, 1, 13), Shape(37, 3, 5),
    // More inner indices than are summed at once, and more rows than go by in a block.
    Shape(3, 5, 385), Shape(14, 18, 801), Shape(260, 9, 4),
    // Nothing to sum, nothing to write.
    Shape(3, 5, 0), Shape(1, 40, 0), Shape(0, 5, 3), Shape(5, 0, 3),
  ]

  /// How the factors lie in memory.
  struct Layout: CustomTestStringConvertible {
    let transposesA, transposesB: Bool

    static let all = [false, true].flatMap { a in [false, true].map { Layout(transposesA: a, transposesB: $0) } }

    var testDescription: String { (transposesA ? "Aᵀ" : "A") + (transposesB ? "Bᵀ" : "B") }
  }

  /// A matrix with two numbers behind each row that are nobody's business: not-a-number.
  final class Stored {
    let rows, columns, stride: Int
    let start: UnsafeMutablePointer<Float>

    init(rows: Int, columns: Int, _ value: (_ row: Int, _ column: Int) -> Float) {
      (self.rows, self.columns, stride) = (rows, columns, columns + 2)
      start = .allocate(capacity: max(1, rows * stride))
      start.initialize(repeating: .nan, count: rows * stride)
      for row in 0..<rows {
        for column in 0..<columns { self[row, column] = value(row, column) }
      }
    }

    deinit { start.deallocate() }

    subscript(row: Int, column: Int) -> Float {
      get { start[row * stride + column] }
      set { start[row * stride + column] = newValue }
    }

    /// The bits of all rows, whatever is behind them included.
    var bits: [UInt32] { (0..<rows * stride).map { start[$0].bitPattern } }

    /// The matrix as a factor, and the memory that must live as long.
    func laidDown(transposed: Bool) -> (factor: ck_matrix, memory: Stored) {
      let memory = transposed ? Stored(rows: columns, columns: rows) { self[$1, $0] } : self
      return (ck_matrix(start: memory.start, stride: memory.stride, is_transposed: transposed), memory)
    }
  }

  private static func multiply(
    _ a: Stored, _ b: Stored, _ layout: Layout = Layout.all[0], factor: Float = 1, keep: Float = 0, into c: Stored,
    lanes: Int32
  ) {
    let (first, second) = (a.laidDown(transposed: layout.transposesA), b.laidDown(transposed: layout.transposesB))
    withExtendedLifetime((first, second)) {
      withLanes(lanes) {
        ck_multiply(a.rows, b.columns, a.columns, factor, first.factor, second.factor, keep, c.start, c.stride)
      }
    }
  }

  @Test("agree with sums in double precision and touch nothing else", arguments: laneCounts, Layout.all)
  func reference(lanes: Int32, layout: Layout) {
    for shape in Self.shapes {
      var numbers = TestRandom(11)
      let a = Stored(rows: shape.rows, columns: shape.inner) { _, _ in numbers.next(in: -1...1) }
      let b = Stored(rows: shape.inner, columns: shape.columns) { _, _ in numbers.next(in: -1...1) }
      let before = Stored(rows: shape.rows, columns: shape.columns) { _, _ in numbers.next(in: -1...1) }
      let sums = (0..<shape.rows).map { row in
        (0..<shape.columns).map { column in
          var sum = 0.0
          for k in 0..<shape.inner { sum += Double(a[row, k]) * Double(b[k, column]) }
          return sum
        }
      }
      for (factor, keep) in [(1, 0), (-0.5, 1), (0.25, 0.5)] as [(Float, Float)] {
        // What is not kept may be anything.
        let c = Stored(rows: shape.rows, columns: shape.columns) { keep == 0 ? .nan : before[$0, $1] }
        Self.multiply(a, b, layout, factor: factor, keep: keep, into: c, lanes: lanes)
        let isRight = (0..<shape.rows).allSatisfy { row in
          (0..<shape.columns).allSatisfy { column in
            let kept = keep == 0 ? 0 : Double(keep) * Double(before[row, column])
            return agree(
              c[row, column], Double(factor) * sums[row][column] + kept, relative: 1e-5,
              absolute: 2e-7 * Double(shape.inner + 4))
          }
        }
        #expect(isRight, "\(shape), factor \(factor), keep \(keep)")
        let rests = (0..<shape.rows).allSatisfy { c[$0, shape.columns].isNaN && c[$0, shape.columns + 1].isNaN }
        #expect(rests, "\(shape): something was written behind a row")
      }
    }
  }

  @Test(
    "carry what is not a number or infinite to where it belongs, and nowhere else", arguments: laneCounts, Layout.all)
  func notFinite(lanes: Int32, layout: Layout) {
    for rows in [3, 20] {
      let a = Stored(rows: rows, columns: 30) { row, k in row == 1 && k == 29 ? .nan : 0.5 }
      let b = Stored(rows: 30, columns: 21) { k, column in k == 3 && column == 20 ? .infinity : 1 }
      let c = Stored(rows: rows, columns: 21) { _, _ in 0 }
      Self.multiply(a, b, layout, into: c, lanes: lanes)
      for row in 0..<rows {
        for column in 0..<21 {
          switch (row, column) {
          case (1, _): #expect(c[row, column].isNaN)
          case (_, 20): #expect(c[row, column] == .infinity)
          case _: #expect(c[row, column] == 15)
          }
        }
      }
    }
  }

  @Test("come out the same, to the bit, however the rows and columns of C are cut", arguments: laneCounts)
  func cuts(lanes: Int32) {
    var numbers = TestRandom(12)
    let a = Stored(rows: 41, columns: 400) { _, _ in numbers.next(in: -1...1) }
    let b = Stored(rows: 400, columns: 61) { _, _ in numbers.next(in: -1...1) }
    let whole = Stored(rows: 41, columns: 61) { _, _ in 0 }
    let parts = Stored(rows: 41, columns: 61) { _, _ in 0 }
    Self.multiply(a, b, into: whole, lanes: lanes)
    withLanes(lanes) {
      for rows in [0..<1, 1..<9, 9..<41] {
        for columns in [0..<5, 5..<38, 38..<61] {
          ck_multiply(
            rows.count, columns.count, 400, 1,
            ck_matrix(start: a.start + rows.lowerBound * a.stride, stride: a.stride, is_transposed: false),
            ck_matrix(start: b.start + columns.lowerBound, stride: b.stride, is_transposed: false), 0,
            parts.start + rows.lowerBound * parts.stride + columns.lowerBound, parts.stride)
        }
      }
    }
    #expect(parts.bits == whole.bits)
  }

  @Test(
    "are tested with four, eight and sixteen lanes",
    .enabled(if: withLanes(16) { ck_lanes() } == 16, "this CPU has no sixteen lanes: they were not tested"))
  func allLanes() {
    #expect(laneCounts.map { lanes in withLanes(lanes) { ck_lanes() } } == laneCounts)
  }
}
