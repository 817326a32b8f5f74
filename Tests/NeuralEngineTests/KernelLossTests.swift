import CKernels
import Foundation
import Testing

@Suite struct KernelLossTests {
  private static let rows = 9

  /// A batch of outputs with its targets, either numbers or classes, taken in a shuffled order from sample 2 on.
  private struct Batch {
    let units: Int
    var z: PaddedRows
    var a: PaddedRows
    var values: [Float]
    var classes: [UInt8]
    let order: [UInt32] = [3, 11, 0, 4, 9, 2, 10, 1, 8, 6, 7, 5]
    let first = 2

    init(activation: ck_activation, units: Int, seed: UInt64) {
      var numbers = TestRandom(seed)
      self.units = units
      z = PaddedRows(rows: rows, units: units) { _, _ in numbers.next(in: -4...4) }
      a = z
      ck_activate(activation, 0.25, rows, units, z.stride, nil, &a.values, nil)
      values = (0..<12 * units).map { _ in numbers.next(in: 0...1) }
      classes = (0..<12).map { _ in UInt8(numbers.next(below: units)) }
    }

    func sample(_ row: Int) -> Int { Int(order[first + row]) }

    func target(_ row: Int, _ unit: Int, classes useClasses: Bool, off: Double, on: Double) -> Double {
      if useClasses { return Int(classes[sample(row)]) == unit ? on : off }
      return Double(values[sample(row) * units + unit])
    }
  }

  private func kernel(
    _ batch: inout Batch, loss: ck_loss, activation: ck_activation, useClasses: Bool, off: Float, on: Float,
    scale: Float
  ) -> (delta: PaddedRows, tally: ck_tally) {
    var delta = PaddedRows(rows: Self.rows, units: batch.units) { _, _ in .nan }
    var tally = ck_tally()
    batch.values.withUnsafeBufferPointer { values in
      batch.classes.withUnsafeBufferPointer { classes in
        batch.order.withUnsafeBufferPointer { order in
          var targets = ck_targets(
            values: useClasses ? nil : values.baseAddress, classes: useClasses ? classes.baseAddress : nil,
            order: order.baseAddress, first: batch.first, off: off, on: on, middle: (off + on) / 2, smoothing: 0)
          _ = ck_output_delta(
            loss, activation, 0.25, Self.rows, batch.units, delta.stride, &targets, batch.a.values, batch.z.values,
            scale, &delta.values, &tally)
        }
      }
    }
    return (delta, tally)
  }

  /// The loss of one unit, from its definition.
  private func lossOfUnit(_ loss: ck_loss, target t: Double, z: Double, a: Double, row: [Double]) -> Double {
    switch loss {
    case .squaredError, .perceptron: (a - t) * (a - t) / 2
    case .sigmoidCrossEntropy: -t * log(1 / (1 + exp(-z))) - (1 - t) * log(1 / (1 + exp(z)))
    case .softmaxCrossEntropy: -t * (z - log(row.reduce(0) { $0 + exp($1) }))
    }
  }

  @Test(
    "Loss and delta are the definition's, for numbers and for classes",
    arguments: [
      (ck_loss.squaredError, ck_activation.tanh), (.squaredError, .linear), (.squaredError, .swish),
      (.sigmoidCrossEntropy, .sigmoid), (.softmaxCrossEntropy, .softmax), (.perceptron, .step),
    ], [1, 3, 10, 37])
  func lossAndDelta(pair: (loss: ck_loss, activation: ck_activation), units: Int) {
    for lanes in laneCounts {
      for useClasses in [false, true] {
        withLanes(lanes) {
          var batch = Batch(activation: pair.activation, units: units, seed: UInt64(units))
          let off: Float = pair.activation == .tanh ? -1 : 0
          let result = kernel(
            &batch, loss: pair.loss, activation: pair.activation, useClasses: useClasses, off: off, on: 1, scale: 0.1)
          var loss = 0.0
          for row in 0..<Self.rows {
            let zs = (0..<units).map { Double(batch.z[row, $0]) }
            for unit in 0..<units {
              let t = batch.target(row, unit, classes: useClasses, off: Double(off), on: 1)
              let a = Double(batch.a[row, unit])
              loss += lossOfUnit(pair.loss, target: t, z: zs[unit], a: a, row: zs)
              var delta = (a - t) * 0.1
              if pair.loss == .squaredError { delta *= ck_activation_derivative(pair.activation, 0.25, zs[unit]) }
              #expect(agree(result.delta[row, unit], delta, relative: 1e-5, absolute: 1e-7))
            }
          }
          #expect(abs(result.tally.loss - loss) <= 2e-6 * abs(loss) + 1e-12)
          #expect(result.delta.paddingIsZero)
        }
      }
    }
  }

  @Test("Softmax's squared error goes through its Jacobian", arguments: laneCounts)
  func softmaxSquaredError(lanes: Int32) {
    withLanes(lanes) {
      var batch = Batch(activation: .softmax, units: 5, seed: 8)
      let result = kernel(
        &batch, loss: .squaredError, activation: .softmax, useClasses: true, off: 0, on: 1, scale: 1)
      for row in 0..<Self.rows {
        let a = (0..<5).map { Double(batch.a[row, $0]) }
        let g = (0..<5).map { a[$0] - batch.target(row, $0, classes: true, off: 0, on: 1) }
        let dot = zip(a, g).reduce(0) { $0 + $1.0 * $1.1 }
        for unit in 0..<5 {
          #expect(agree(result.delta[row, unit], a[unit] * (g[unit] - dot), relative: 1e-5, absolute: 1e-7))
        }
      }
    }
  }

  @Test(
    "An answer is right on the target's side of the middle, or with the target's largest unit",
    arguments: laneCounts)
  func correct(lanes: Int32) {
    withLanes(lanes) {
      var one = Batch(activation: .tanh, units: 1, seed: 21)
      one.values = (0..<12).map { $0 % 3 == 0 ? 1 : -1 }
      one.a[4, 0] = 0  // on the line: counted as the side above
      let single = kernel(
        &one, loss: .squaredError, activation: .tanh, useClasses: false, off: -1, on: 1, scale: 1)
      let expected = (0..<Self.rows).count { (one.a[$0, 0] >= 0) == (one.values[one.sample($0)] >= 0) }
      #expect(single.tally.correct == UInt64(expected))

      var many = Batch(activation: .softmax, units: 6, seed: 22)
      let several = kernel(
        &many, loss: .softmaxCrossEntropy, activation: .softmax, useClasses: true, off: 0, on: 1, scale: 1)
      let hits = (0..<Self.rows).count { row in
        (0..<6).max { many.a[row, $0] < many.a[row, $1] } == Int(many.classes[many.sample(row)])
      }
      #expect(several.tally.correct == UInt64(hits))
    }
  }

  @Test("The cross-entropies stay finite for pre-activations of ±1e4", arguments: laneCounts)
  func stable(lanes: Int32) {
    withLanes(lanes) {
      let pairs: [(ck_loss, ck_activation)] = [(.softmaxCrossEntropy, .softmax), (.sigmoidCrossEntropy, .sigmoid)]
      for (loss, activation) in pairs {
        var batch = Batch(activation: activation, units: 2, seed: 1)
        for row in 0..<Self.rows { (batch.z[row, 0], batch.z[row, 1]) = (1e4, -1e4) }
        batch.a = batch.z
        ck_activate(activation, 0, Self.rows, 2, 16, nil, &batch.a.values, nil)
        batch.classes = Array(repeating: 1, count: 12)
        let result = kernel(&batch, loss: loss, activation: activation, useClasses: true, off: 0, on: 1, scale: 1)
        // Either way every row costs 2e4: softmax's −ln a₁ = z₀ − z₁, sigmoid's two units 1e4 each.
        #expect(result.tally.loss == 2e4 * Double(Self.rows))
      }
    }
  }
}
