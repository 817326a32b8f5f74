import Foundation
import NeuralEngine
import Testing

/// Precision, recall, F1, the ROC curve and its area, against derivations and against scikit-learn.
@Suite("Measures of classes")
struct MeasureTests {
  @Test("follow from four counts: of 10 + 5 said 10 are right, of 10 + 30 there are 10 found")
  func byHand() {
    let figures = ClassFigures(truePositives: 10, falsePositives: 5, falseNegatives: 30, trueNegatives: 55)
    #expect(figures.precision == 10.0 / 15)
    #expect(figures.recall == 10.0 / 40)
    // 2 · (2/3 · 1/4) ∕ (2/3 + 1/4) = (1/3) ∕ (11/12) = 4/11
    #expect(abs((figures.f1 ?? 0) - 4.0 / 11) < 1e-15)
    #expect(figures.falsePositiveRate == 5.0 / 60)
    #expect(figures.accuracy == 0.65)
  }

  @Test("are none where nothing was said, or nothing is there")
  func none() {
    let silent = ClassFigures([[4, 0], [3, 0]], of: 1)
    #expect(silent.precision == nil && silent.recall == 0 && silent.f1 == 0)
    let absent = ClassFigures([[4, 2], [0, 0]], of: 1)
    #expect(absent.precision == 0 && absent.recall == nil)
    #expect(ClassFigures([[4, 0], [0, 0]], of: 1).f1 == nil)
  }

  /// Three of the class with 0.9, 0.8 and 0.4, two others with 0.8 and 0.3: of six pairs 0.9 wins two, 0.8 wins one and
  /// ties one, 0.4 wins one: 4.5 of 6.
  @Test("the curve of five samples")
  func curve() throws {
    let roc = try #require(
      ROC(scores: [0.4, 0.8, 0.3, 0.9, 0.8], isPositive: [true, false, false, true, true]))
    #expect(roc.area == 4.5 / 6)
    #expect(roc.points.map(\.threshold) == [.infinity, 0.9, 0.8, 0.4, 0.3])
    #expect(roc.points.map(\.falsePositiveRate) == [0, 0, 0.5, 0.5, 1])
    let third = 1.0 / 3
    let found: [Double] = [0, third, 2 * third, 1, 1]
    #expect(roc.points.map(\.truePositiveRate) == found)
    #expect(roc.range == 0.3...0.9)
    for (threshold, taken) in [(1, 0), (0.9, 1), (0.85, 1), (0.8, 3), (0.35, 4), (0.3, 5), (-1, 5)] as [(Float, Int)] {
      let figures = roc.point(at: threshold).figures
      #expect(figures.truePositives + figures.falsePositives == taken, "at \(threshold)")
    }
    #expect(roc.nearest(falsePositiveRate: 0.4, truePositiveRate: 0.9).threshold == 0.4)
  }

  @Test("there is no curve of one class alone, of no sample, or of what is not a number")
  func noCurve() {
    #expect(ROC(scores: [1, 2], isPositive: [true, true]) == nil)
    #expect(ROC(scores: [1, 2], isPositive: [false, false]) == nil)
    #expect(ROC(scores: [], isPositive: []) == nil)
    #expect(ROC(scores: [.nan, 2], isPositive: [true, false]) == nil)
  }

  private struct Reference: Decodable {
    struct Curve: Decodable {
      let scores: [Float]
      let positive: [Bool]
      let area: Double
      let rates: [[Double]]
      let thresholds: [[Double?]]
    }
    struct Classes: Decodable {
      let truth: [Int]
      let answer: [Int]
      let precision: [Double]
      let recall: [Double]
      let f1: [Double]
    }
    let curves: [Curve]
    let classes: Classes
  }

  /// Made by measures.py beside it.
  private static func reference() throws -> Reference {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Reference/scikit-learn/measures.json")
    return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
  }

  @Test("are those of scikit-learn, curve, area and figures at thresholds")
  func curvesOfReference() throws {
    func isNear(_ a: Double?, _ b: Double?) -> Bool {
      if let a, let b { abs(a - b) < 1e-12 } else { a == nil && b == nil }
    }
    for curve in try Self.reference().curves {
      let roc = try #require(ROC(scores: curve.scores, isPositive: curve.positive))
      #expect(isNear(roc.area, curve.area))
      #expect(roc.points.count == curve.rates.count)
      for (point, rates) in zip(roc.points, curve.rates) {
        #expect(isNear(point.falsePositiveRate, rates[0]) && isNear(point.truePositiveRate, rates[1]))
      }
      for row in curve.thresholds {
        let figures = roc.point(at: Float(try #require(row[0]))).figures
        #expect(isNear(figures.precision, row[1]) && isNear(figures.recall, row[2]) && isNear(figures.f1, row[3]))
      }
    }
  }

  @Test("are those of scikit-learn, class by class")
  func classesOfReference() throws {
    let classes = try Self.reference().classes
    var counts = Array(repeating: Array(repeating: 0, count: 4), count: 4)
    for (truth, answer) in zip(classes.truth, classes.answer) { counts[truth][answer] += 1 }
    for index in 0..<4 {
      let figures = ClassFigures(counts, of: index)
      #expect(abs((figures.precision ?? 0) - classes.precision[index]) < 1e-12)
      #expect(abs((figures.recall ?? 0) - classes.recall[index]) < 1e-12)
      #expect(abs((figures.f1 ?? 0) - classes.f1[index]) < 1e-12)
    }
  }

  @Test("an evaluation keeps the outputs of every sample, whichever way it is made", arguments: [1, 3])
  func outputs(units: Int) throws {
    let inputs = (0..<300).map { Float($0 % 17) / 8 - 1 }
    let targets: Samples.Targets =
      units == 1 ? .values((0..<150).map { $0 % 2 == 0 ? 1 : -1 }) : .classes((0..<150).map { UInt8($0 % 3) })
    let samples = try Samples(inputs: .floats(inputs), targets: targets, inputCount: 2, outputCount: units)
    for hidden in [[4], [200]] {
      var network = Network(
        try Architecture(
          inputs: 2, hidden: hidden, outputs: units, activation: .tanh,
          outputActivation: units == 1 ? .tanh : .softmax))
      var random = SeededRandom(seed: "outputs")
      network.initialize(.xavier, using: &random)
      let settings = TrainingSettings(loss: units == 1 ? .squaredError : .softmaxCrossEntropy)
      for choice in Learner.PathChoice.allCases {
        let learner = try Learner(network: network, settings: settings, choice: choice)
        let said = try #require(learner.evaluate(samples, keepsAnswers: true).outputs)
        #expect(said.count == 150 * units)
        for sample in [0, 31, 32, 149] {
          let wanted = network.outputs(for: Array(inputs[sample * 2..<sample * 2 + 2]))
          for unit in 0..<units { #expect(abs(said[sample * units + unit] - wanted[unit]) < 1e-6) }
        }
        #expect(learner.evaluate(samples).outputs == nil)
      }
    }
  }
}
