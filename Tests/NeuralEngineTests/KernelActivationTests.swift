import CKernels
import Foundation
import Testing

/// An activation with its definition in double precision, from the textbooks.
struct ActivationCase: Sendable, CustomStringConvertible {
  let kernel: ck_activation
  let name: String
  let value: @Sendable (Double) -> Double
  let derivative: @Sendable (Double) -> Double

  var description: String { name }

  static let slope = 0.25

  static let all: [ActivationCase] = [
    .init(kernel: .step, name: "step", value: { $0 >= 0 ? 1 : 0 }, derivative: { _ in 0 }),
    .init(kernel: .linear, name: "linear", value: { $0 }, derivative: { _ in 1 }),
    .init(kernel: .sigmoid, name: "sigmoid", value: sigmoid, derivative: { sigmoid($0) * sigmoid(-$0) }),
    .init(kernel: .tanh, name: "tanh", value: { tanh($0) }, derivative: { 1 / (cosh($0) * cosh($0)) }),
    .init(kernel: .relu, name: "relu", value: { max(0, $0) }, derivative: { $0 > 0 ? 1 : 0 }),
    .init(
      kernel: .leakyReLU, name: "leakyReLU", value: { $0 > 0 ? $0 : slope * $0 }, derivative: { $0 > 0 ? 1 : slope }),
    .init(kernel: .prelu, name: "prelu", value: { $0 > 0 ? $0 : slope * $0 }, derivative: { $0 > 0 ? 1 : slope }),
    .init(kernel: .elu, name: "elu", value: { $0 > 0 ? $0 : expm1($0) }, derivative: { $0 > 0 ? 1 : exp($0) }),
    .init(
      kernel: .swish, name: "swish", value: { $0 * sigmoid($0) },
      derivative: { sigmoid($0) + $0 * sigmoid($0) * sigmoid(-$0) }),
    .init(kernel: .softplus, name: "softplus", value: { max($0, 0) + log1p(exp(-abs($0))) }, derivative: sigmoid),
    .init(
      kernel: .gelu, name: "gelu", value: { $0 * normalIntegral($0) },
      derivative: { normalIntegral($0) + $0 * exp(-$0 * $0 / 2) / (2 * Double.pi).squareRoot() }),
  ]
}

private func sigmoid(_ z: Double) -> Double { z >= 0 ? 1 / (1 + exp(-z)) : exp(z) / (1 + exp(z)) }
private func normalIntegral(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

@Suite struct KernelActivationTests {
  /// 37 units a row, so that every lane count has a part of a vector left over; −12 … 12 and some far out.
  private static let arguments: [Float] = (0...3_994).map { Float($0) * 0.006 - 11.98 } + [-1e4, -90, -0.0, 90, 1e4]

  private func preActivations() -> PaddedRows {
    let units = 37
    let rows = (Self.arguments.count + units - 1) / units
    return PaddedRows(rows: rows, units: units) { Self.arguments[($0 * units + $1) % Self.arguments.count] }
  }

  @Test(
    "A kernel's activation is its definition's within 5 units in the last place or 3e-7",
    arguments: ActivationCase.all, laneCounts)
  func value(activation: ActivationCase, lanes: Int32) {
    let z = preActivations()
    var a = z
    withLanes(lanes) {
      ck_activate(activation.kernel, Float(ActivationCase.slope), z.rows, z.units, z.stride, nil, &a.values, nil)
    }
    for row in 0..<z.rows {
      for unit in 0..<z.units {
        let expected = activation.value(Double(z[row, unit]))
        #expect(agree(a[row, unit], expected, relative: 6e-7, absolute: 3e-7), "at \(z[row, unit])")
      }
    }
    #expect(a.paddingIsZero)
  }

  @Test("The bias is added before, and the pre-activation kept", arguments: ActivationCase.all, laneCounts)
  func bias(activation: ActivationCase, lanes: Int32) {
    var numbers = TestRandom(3)
    let product = PaddedRows(rows: 5, units: 21) { _, _ in numbers.next(in: -2...2) }
    let bias = PaddedRows(rows: 1, units: 21) { _, unit in Float(unit) * 0.1 - 1 }
    var a = product, z = PaddedRows(rows: 5, units: 21) { _, _ in .nan }
    withLanes(lanes) {
      ck_activate(
        activation.kernel, Float(ActivationCase.slope), 5, 21, a.stride, bias.values, &a.values, &z.values)
    }
    for row in 0..<5 {
      for unit in 0..<21 {
        let sum = product[row, unit] + bias[0, unit]
        #expect(z[row, unit] == sum)
        #expect(agree(a[row, unit], activation.value(Double(sum)), relative: 6e-7, absolute: 3e-7))
      }
    }
    #expect(a.paddingIsZero && z.paddingIsZero)
  }

  @Test("A delta is multiplied by the derivative", arguments: ActivationCase.all, laneCounts)
  func derivative(activation: ActivationCase, lanes: Int32) {
    let z = preActivations()
    var a = z
    var delta = PaddedRows(rows: z.rows, units: z.units) { Float(($0 + $1) % 7) - 3 }
    let before = delta
    let slope = Float(ActivationCase.slope)
    let slopeGradient = withLanes(lanes) {
      ck_activate(activation.kernel, slope, z.rows, z.units, z.stride, nil, &a.values, nil)
      return ck_differentiate(
        activation.kernel, slope, z.rows, z.units, z.stride, a.values,
        ck_derivative_needs_z(activation.kernel) ? z.values : nil, &delta.values)
    }
    var expectedSlope = 0.0
    for row in 0..<z.rows {
      for unit in 0..<z.units {
        let d = Double(before[row, unit]), at = Double(z[row, unit])
        #expect(agree(delta[row, unit], d * activation.derivative(at), relative: 2e-6, absolute: 2e-6), "at \(at)")
        expectedSlope += d * min(at, 0)
      }
    }
    #expect(delta.paddingIsZero)
    #expect(abs(slopeGradient - (activation.kernel == .prelu ? expectedSlope : 0)) <= abs(expectedSlope) * 1e-6)
  }

  @Test("Not-a-number goes through", arguments: ActivationCase.all, laneCounts)
  func notANumber(activation: ActivationCase, lanes: Int32) {
    var a = PaddedRows(rows: 1, units: 3) { _, _ in .nan }
    withLanes(lanes) { ck_activate(activation.kernel, 0.25, 1, 3, 16, nil, &a.values, nil) }
    #expect(a[0, 1].isNaN || activation.kernel == .step)
  }

  @Test("Softmax is eᶻ / Σ eᶻ, whatever the size of z", arguments: laneCounts, [Float(1), 1e4])
  func softmax(lanes: Int32, size: Float) {
    var numbers = TestRandom(5)
    let z = PaddedRows(rows: 4, units: 19) { _, _ in numbers.next(in: -size...size) }
    var a = z
    withLanes(lanes) { ck_activate(.softmax, 0, 4, 19, z.stride, nil, &a.values, nil) }
    for row in 0..<4 {
      let top = (0..<19).map { Double(z[row, $0]) }.max() ?? 0
      let powers = (0..<19).map { exp(Double(z[row, $0]) - top) }
      for unit in 0..<19 {
        #expect(agree(a[row, unit], powers[unit] / powers.reduce(0, +), relative: 1e-6, absolute: 1e-7))
      }
    }
    #expect(a.paddingIsZero)
  }

  @Test("Softmax's derivative is its Jacobian's product", arguments: laneCounts)
  func softmaxJacobian(lanes: Int32) {
    var numbers = TestRandom(7)
    var a = PaddedRows(rows: 3, units: 11) { _, _ in numbers.next(in: -3...3) }
    var delta = PaddedRows(rows: 3, units: 11) { _, _ in numbers.next(in: -1...1) }
    let before = delta
    withLanes(lanes) {
      ck_activate(.softmax, 0, 3, 11, 16, nil, &a.values, nil)
      _ = ck_differentiate(.softmax, 0, 3, 11, 16, a.values, nil, &delta.values)
    }
    for row in 0..<3 {
      for j in 0..<11 {
        // Σₖ δₖ ∂aₖ/∂zⱼ, with ∂aₖ/∂zⱼ = aₖ ([k = j] − aⱼ).
        let expected = (0..<11).reduce(0.0) { sum, k in
          sum + Double(before[row, k]) * Double(a[row, k]) * ((k == j ? 1 : 0) - Double(a[row, j]))
        }
        #expect(agree(delta[row, j], expected, relative: 1e-5, absolute: 1e-7))
      }
    }
  }

  @Test("In double precision too the functions are their definitions", arguments: ActivationCase.all)
  func doublePrecision(activation: ActivationCase) {
    for z in stride(from: -9.0, through: 9, by: 0.37) {
      #expect(abs(ck_activation_value(activation.kernel, 0.25, z) - activation.value(z)) < 1e-14)
      #expect(abs(ck_activation_derivative(activation.kernel, 0.25, z) - activation.derivative(z)) < 1e-14)
    }
  }
}
