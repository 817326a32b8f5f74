import Datasets
import Glibc
import NeuralEngine
import Playground
import Screen

/// What the network makes of one picture: kept in the state and made anew when the picture or the network changes.
public struct DigitReading: Sendable, Equatable {
  /// Which picture it is of.
  public enum Subject: Sendable, Equatable {
    /// What is on the pad.
    case drawing(Drawing)
    /// A picture of the test set, counted from 0.
    case test(Int)
  }

  /// The picture that was read.
  public let subject: Subject
  /// The class that it is, where that is known.
  public let truth: Int?
  /// What the network says for each class: probabilities where `isShare`, else the outputs as they are.
  public let answers: [Double]
  /// Whether the answers are shares of 1.
  public let isShare: Bool
  /// The weighted sum z of each class's output; with one output for two classes, 0 and z.
  public let scores: [Double]
  /// The class with the largest answer, the first of equals.
  public let best: Int
  /// The class after it.
  public let second: Int
  /// The picture itself.
  let picture: Picture
  /// What each unit of each hidden layer answers.
  let activations: [[Float]]
  /// What each unit of the first layer adds to the best class's z, to first order: its answer times the slope.
  let votes: [Float]
  /// The strongest terms w·a of the outputs' weighted sums, strongest first.
  let terms: [Term]

  /// One term of an output's weighted sum.
  struct Term: Sendable, Equatable {
    let source: Int
    let output: Int
    let value: Double
  }

  /// Whether the answer is right; nil where the truth is not known.
  public var isRight: Bool? { truth.map { $0 == best } }

  /// Asks the network about a picture; nil where it does not fit it or answers with something that is no number.
  public init?(_ subject: Subject, of material: Material, by network: Network) {
    let shown: ShownPicture?
    switch subject {
    case .drawing(let drawing):
      shown = drawing.isEmpty ? nil : material.shown(drawing)
      truth = nil
    case .test(let index):
      shown = material.shownTestPicture(index)
      truth = shown == nil ? nil : material.images.map { Int($0.test.labels[index]) }
    }
    let architecture = network.architecture
    guard let shown, shown.inputs.count == architecture.inputs else { return nil }
    let sums = network.preActivations(for: shown.inputs)
    guard let last = sums.last, last.allSatisfy(\.isFinite), !last.isEmpty else { return nil }
    self.subject = subject
    picture = shown.gray
    let outputs = OutputAnswers(sums: last.map(Double.init), activation: architecture.outputActivation)
    scores = outputs.scores
    answers = outputs.answers
    isShare = outputs.isShare
    let order = outputs.answers.indices.sorted {
      (outputs.answers[$0], outputs.scores[$0], -$0) > (outputs.answers[$1], outputs.scores[$1], -$1)
    }
    best = order[0]
    second = order.count > 1 ? order[1] : order[0]
    activations = (0..<architecture.hidden.count).map { layer in
      let slope = network.slope(layer: layer).map(Double.init) ?? Activation.firstSlope
      return sums[layer].map { Float(architecture.activation(layer).value(Double($0), slope: slope)) }
    }
    let vote = Vote(network: network, sums: sums, activations: activations)
    votes = vote.shares(of: last.count == 1 ? 0 : best, turned: last.count == 1 && best == 0)
    terms = vote.strongestTerms(best: last.count == 1 ? 0 : best)
  }
}

/// What the output units say, as one answer for each class.
private struct OutputAnswers {
  let scores: [Double]
  let answers: [Double]
  let isShare: Bool

  init(sums: [Double], activation: Activation) {
    if sums.count == 1 {
      // One output tells two classes apart: the share of the second is its place between the two targets.
      let value = activation.value(sums[0])
      let share = [.sigmoid, .step, .softmax].contains(activation) ? value : (value + 1) / 2
      scores = [0, sums[0]]
      answers = [1 - min(1, max(0, share)), min(1, max(0, share))]
      isShare = true
    } else if activation == .softmax {
      scores = sums
      let largest = sums.max() ?? 0
      let powers = sums.map { exp($0 - largest) }
      let total = powers.reduce(0, +)
      answers = powers.map { $0 / total }
      isShare = true
    } else {
      scores = sums
      answers = sums.map { activation.value($0) }
      isShare = false
    }
  }
}
