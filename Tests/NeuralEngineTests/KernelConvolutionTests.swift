import CKernels
import Testing

/// Convolutions and pools against sums in double precision, at every number of lanes.
@Suite("Convolutions and pools") struct KernelConvolutionTests {
  struct Case: CustomTestStringConvertible {
    let channels, rows, columns, size, maps, samples: Int

    init(_ channels: Int, _ rows: Int, _ columns: Int, size: Int, maps: Int, samples: Int = 2) {
      (self.channels, self.rows, self.columns) = (channels, rows, columns)
      (self.size, self.maps, self.samples) = (size, maps, samples)
    }

    var testDescription: String { "\(channels)×\(rows)×\(columns), \(maps) kernels of \(size)" }
    var shape: ck_convolution {
      ck_convolution(
        channels: channels, rows: rows, columns: columns, size: size, maps: maps, stride: (maps + 15) / 16 * 16)
    }
    var down: Int { rows - size + 1 }
    var across: Int { columns - size + 1 }
    var inputCount: Int { channels * rows * columns }
  }

  static let cases = [
    Case(1, 3, 3, size: 1, maps: 1), Case(3, 6, 6, size: 1, maps: 5), Case(2, 3, 5, size: 3, maps: 3),
    Case(1, 12, 19, size: 5, maps: 16), Case(4, 9, 9, size: 5, maps: 32, samples: 3), Case(2, 7, 31, size: 7, maps: 33),
    Case(3, 11, 9, size: 9, maps: 20), Case(5, 20, 8, size: 3, maps: 40), Case(1, 27, 27, size: 27, maps: 2),
    // More numbers than are kept in the cache at once.
    Case(2, 30, 40, size: 3, maps: 48, samples: 5),
  ]

  @Test(arguments: cases, laneCounts)
  func everyPlaceIsASum(_ test: Case, _ lanes: Int32) {
    var random = TestRandom(4)
    let (inputs, weights, bias) = material(test, &random)
    let stride = Int(test.shape.stride)
    var out = Array(repeating: Float.nan, count: test.down * test.across * stride)
    withLanes(lanes) { withUnsafePointer(to: test.shape) { ck_convolve($0, inputs, weights, bias, &out) } }
    for y in 0..<test.down {
      for x in 0..<test.across {
        for map in 0..<test.maps {
          var sum = Double(bias[map])
          forEachWeight(test) { channel, i, j, row in
            sum +=
              Double(weights[row * stride + map])
              * Double(inputs[(channel * test.rows + y + i) * test.columns + x + j])
          }
          #expect(isClose(Double(out[(y * test.across + x) * stride + map]), sum, absolute: 1e-5), "\(y) \(x) \(map)")
        }
      }
    }
  }

  @Test(arguments: cases, laneCounts)
  func gradientsOfWeightsAreSumsOverPlacesAndSamples(_ test: Case, _ lanes: Int32) {
    var random = TestRandom(5)
    let stride = Int(test.shape.stride)
    let inputs = (0..<(test.samples * test.inputCount)).map { _ in random.next(in: -1...1) }
    let places = test.down * test.across
    let delta = (0..<(test.samples * places * stride)).map { _ in random.next(in: -1...1) }
    // All rows but the first and the last, where there are so many.
    let weights = test.channels * test.size * test.size
    let range = weights > 2 ? 1..<(weights - 1) : 0..<weights
    let before = (0..<(range.count * stride)).map { _ in random.next(in: -1...1) }
    var sums = before
    withLanes(lanes) {
      withUnsafePointer(to: test.shape) {
        ck_convolve_gradient(
          $0, test.samples, inputs, test.inputCount, delta, range.lowerBound, range.count, 0.5, 2, &sums)
      }
    }
    forEachWeight(test) { channel, i, j, row in
      guard range.contains(row) else { return }
      for map in 0..<test.maps {
        var sum = 0.0
        for sample in 0..<test.samples {
          for place in 0..<places {
            let (y, x) = place.quotientAndRemainder(dividingBy: test.across)
            let seen = inputs[sample * test.inputCount + (channel * test.rows + y + i) * test.columns + x + j]
            sum += Double(seen) * Double(delta[(sample * places + place) * stride + map])
          }
        }
        let at = (row - range.lowerBound) * stride + map
        #expect(isClose(Double(sums[at]), 0.5 * sum + 2 * Double(before[at]), absolute: 5e-5), "\(row) \(map)")
      }
    }
  }

  @Test(
    arguments: [
      (2, [[1, 5, 2, 2], [3, 4, 2, 9]], [[5, 9]], [[1, 3]]),
      // What fills no window is left out; the first of several is the winner.
      (2, [[1, 1, 7], [1, 1, 8], [9, 9, 9]], [[1]], [[0]]),
      (3, [[0, 0, 0, 6, -1, 2, 3], [0, 0, 0, 1, 1, 1, 1], [0, -1, 2, 3, 4, 5, 6]], [[2, 6]], [[8, 0]]),
      (2, [[.nan, 5], [6, .nan]], [[.nan]], [[3]]),
    ] as [(Int, [[Float]], [[Float]], [[UInt16]])])
  func poolsTakeTheLargest(_ size: Int, _ picture: [[Float]], _ expected: [[Float]], _ winners: [[UInt16]]) {
    for lanes in laneCounts {
      let (rows, columns, count) = (picture.count, picture[0].count, expected.joined().count)
      var out = Array(repeating: Float(-9), count: 2 * count)
      var found = Array(repeating: UInt16(99), count: 2 * count)
      // Two maps: the picture and the picture again.
      withLanes(lanes) {
        ck_pool_maximum(2, rows, columns, size, Array(picture.joined()) + picture.joined(), &out, &found)
      }
      let all = Array(expected.joined()) + expected.joined()
      #expect(zip(out, all).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }, "\(out)")
      #expect(found == Array(winners.joined()) + winners.joined())
      var errors = Array(repeating: Float(7), count: 2 * rows * columns)
      let delta = (0..<(2 * count)).map { Float($0 + 1) }
      withLanes(lanes) { ck_pool_back(2, rows, columns, size, delta, found, &errors) }
      #expect(errors.filter { $0 != 0 }.sorted() == delta)
      for (window, value) in all.enumerated() where !value.isNaN {
        let place = errors.firstIndex(of: Float(window + 1)) ?? 0
        #expect((Array(picture.joined()) + picture.joined())[place] == value)
      }
    }
  }

  @Test func bordersAreZero() {
    var out = Array(repeating: Float.nan, count: 2 * 4 * 5)
    ck_surround(2, 2, 3, 1, (1...12).map(Float.init), &out)
    #expect(
      out == [
        0, 0, 0, 0, 0, 0, 1, 2, 3, 0, 0, 4, 5, 6, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 7, 8, 9, 0, 0, 10, 11, 12, 0, 0, 0, 0, 0, 0,
      ])
  }

  private func material(_ test: Case, _ random: inout TestRandom) -> (inputs: [Float], weights: [Float], bias: [Float])
  {
    let stride = Int(test.shape.stride)
    func padded(_ rows: Int) -> [Float] {
      PaddedRows(rows: rows, units: test.maps) { _, _ in random.next(in: -1...1) }.values
    }
    let inputs = (0..<test.inputCount).map { _ in random.next(in: -1...1) }
    let weights = padded(test.channels * test.size * test.size)
    precondition(weights.count == test.channels * test.size * test.size * stride)
    return (inputs, weights, padded(1))
  }

  private func forEachWeight(_ test: Case, _ body: (_ channel: Int, _ i: Int, _ j: Int, _ row: Int) -> Void) {
    for channel in 0..<test.channels {
      for i in 0..<test.size {
        for j in 0..<test.size { body(channel, i, j, (channel * test.size + i) * test.size + j) }
      }
    }
  }
}
