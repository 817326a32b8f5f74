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
  /// What was done to the picture before it was read.
  public let handling: Handling
  /// What was asked about the picture beside, and the answer.
  public let asked: AskedPicture?
  /// The picture itself, as it was changed where that was asked for.
  let picture: Picture
  /// The same as the network takes it: [inputs].
  let inputs: [Float]
  /// The weighted sums z of each layer: [layer][unit].
  let sums: [[Float]]
  /// What each unit of each hidden layer answers.
  let activations: [[Float]]
  /// The shape of what each hidden layer answers.
  let shapes: [Shape]
  /// What each unit of the first layer adds to the best class's z, to first order: its answer times the slope.
  let votes: [Float]
  /// The strongest terms w·a of the outputs' weighted sums, strongest first.
  let terms: [Vote.Term]

  /// Below this share the likeliest class is not taken for an answer.
  private static let sure = 0.7

  /// Whether the network hesitates: no class has most of the answer.
  public var isUnsure: Bool { isShare && answers[best] < Self.sure }

  /// How many terms are shown, half of them for the answer that is given.
  private static let mostTerms = 30

  /// Whether the answer is right; nil where the truth is not known.
  public var isRight: Bool? { truth.map { $0 == best } }

  /// Asks the network about a picture; nil where it does not fit it or answers with something that is no number.
  public init?(
    _ subject: Subject, of material: Material, by network: Network, handled handling: Handling = Handling(),
    asking question: PictureQuestion? = nil
  ) {
    let shown: ShownPicture?
    switch subject {
    case .drawing(let drawing):
      shown = drawing.isEmpty ? nil : material.shown(drawing, handled: handling)
      truth = nil
    case .test(let index):
      shown = material.shownTestPicture(index, handled: handling)
      truth = shown == nil ? nil : material.images.map { Int($0.test.labels[index]) }
    }
    let architecture = network.architecture
    guard let shown, shown.inputs.count == architecture.inputs else { return nil }
    asked = question.flatMap { AskedPicture($0, of: shown, in: material, by: network) }
    inputs = asked?.inputs ?? shown.inputs
    let sums = network.preActivations(for: inputs)
    guard let last = sums.last, last.allSatisfy(\.isFinite), !last.isEmpty else { return nil }
    self.subject = subject
    self.handling = handling
    picture = asked?.picture ?? shown.gray
    self.sums = sums
    shapes = architecture.layers.indices.dropLast().map(architecture.shape(after:))
    let outputs = OutputAnswers(
      sums: last.map(Double.init), activation: architecture.outputActivation,
      slope: network.slopeBelowZero(layer: architecture.layerCount - 1))
    scores = outputs.scores
    answers = outputs.answers
    isShare = outputs.isShare
    let order = outputs.order
    best = order[0]
    second = order.count > 1 ? order[1] : order[0]
    let vote = Vote(network, on: inputs, sums: sums)
    activations = vote.activations
    let output = last.count == 1 ? 0 : best
    votes = vote.shares(of: output, turned: last.count == 1 && best == 0)
    terms = vote.strongestTerms(of: output, most: Self.mostTerms / 2)
  }
}

extension DigitReading {
  /// What the layers before the first dense one answer are maps: how many such layers there are.
  var mapLayers: Int { shapes.prefix { $0.rows * $0.columns > 1 }.count }

  /// What a map of a layer answers at each place.
  func map(_ map: Int, ofLayer layer: Int) -> Picture {
    let shape = shapes[layer]
    let area = shape.rows * shape.columns
    return Picture(
      width: shape.columns, height: shape.rows, values: activations[layer][map * area..<(map + 1) * area])
  }

  /// The map of a layer that answers most strongly, over all its places.
  func loudestMap(ofLayer layer: Int) -> Int {
    func strength(_ index: Int) -> Float { map(index, ofLayer: layer).values.reduce(0) { $0 + abs($1) } }
    let strengths = (0..<shapes[layer].channels).map(strength)
    return strengths.indices.max { strengths[$0] < strengths[$1] } ?? 0
  }
}
