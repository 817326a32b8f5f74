import Datasets
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
  /// What each map of the first layer answers at each place, if that layer has maps; none where it has units.
  let maps: [Picture]
  /// What each unit of the first layer, or map, adds to the best class's z, to first order: its answer times the slope.
  let votes: [Float]
  /// The strongest terms w·a of the outputs' weighted sums, strongest first.
  let terms: [Vote.Term]

  /// How many terms are shown, half of them for the answer that is given.
  private static let mostTerms = 30

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
    let outputs = OutputAnswers(
      sums: last.map(Double.init), activation: architecture.outputActivation,
      slope: network.slopeBelowZero(layer: architecture.layerCount - 1))
    scores = outputs.scores
    answers = outputs.answers
    isShare = outputs.isShare
    let order = outputs.order
    best = order[0]
    second = order.count > 1 ? order[1] : order[0]
    let vote = Vote(network, on: shown.inputs, sums: sums)
    activations = vote.activations
    let output = last.count == 1 ? 0 : best
    let shares = vote.shares(of: output, turned: last.count == 1 && best == 0)
    let first = architecture.shape(after: 0)
    let places = first.rows * first.columns
    if places > 1, let answers = activations.first {
      maps = (0..<first.channels).map { map in
        Picture(width: first.columns, height: first.rows) { x, y in answers[map * places + y * first.columns + x] }
      }
      votes = (0..<first.channels).map { map in shares[(map * places)..<((map + 1) * places)].reduce(0, +) }
    } else {
      (maps, votes) = ([], shares)
    }
    terms = vote.strongestTerms(of: output, most: Self.mostTerms / 2)
  }
}
