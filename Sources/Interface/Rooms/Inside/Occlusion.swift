import NeuralEngine
import Playground
import Screen

/// What becomes of the answer when a square of the picture is covered: a map of where the evidence stands.
struct Occlusion: Equatable {
  /// Rows and columns of the square, and how far it moves from place to place.
  let side: Int
  private static let step = 2
  /// How many places there are down and across.
  let rows: Int
  let columns: Int
  /// The class whose sum is watched: the one that the network says.
  let watched: Int
  /// z of the watched class with nothing covered, less z with the square at each place: [rows × columns].
  let drops: [Float]
  /// The answers of all classes with the square at each place: [rows × columns × classes].
  private let answers: [OutputAnswers]

  /// Covers the picture that was read, place by place; nil where the network does not look at pictures.
  init?(_ reading: DigitReading, of material: Material, by network: Network) {
    let architecture = network.architecture
    let shape = architecture.input
    guard shape.rows > 1, shape.columns > 1, let ground = material.coverInputs, ground.count == shape.count else {
      return nil
    }
    let side = max(3, min(shape.rows, shape.columns) / 4)
    func places(_ count: Int) -> Int { max(1, (count - side + Self.step - 1) / Self.step + 1) }
    (rows, columns) = (places(shape.rows), places(shape.columns))
    var covered: [Float] = []
    covered.reserveCapacity(rows * columns * shape.count)
    for place in 0..<rows * columns {
      var inputs = reading.inputs
      let (top, left) = (place / columns * Self.step, place % columns * Self.step)
      for channel in 0..<shape.channels {
        for row in top..<min(shape.rows, top + side) {
          for column in left..<min(shape.columns, left + side) {
            let index = (channel * shape.rows + row) * shape.columns + column
            inputs[index] = ground[index]
          }
        }
      }
      covered += inputs
    }
    let sums = network.outputSums(for: covered)
    let outputs = architecture.outputs
    let all = (0..<rows * columns).map { place in
      OutputAnswers(
        sums: sums[place * outputs..<(place + 1) * outputs].map(Double.init), activation: architecture.outputActivation)
    }
    self.side = side
    watched = reading.best
    drops = all.map { Float(reading.scores[reading.best] - $0.scores[reading.best]) }
    answers = all
  }

  /// The place of the square whose middle is nearest to a pixel.
  func place(row: Int, column: Int) -> Int {
    func nearest(_ pixel: Int, _ count: Int) -> Int { min(count - 1, max(0, (pixel - side / 2) / Self.step)) }
    return nearest(row, rows) * columns + nearest(column, columns)
  }

  /// The rows and columns that the square covers at a place.
  func window(at place: Int) -> Window {
    let (top, left) = (place / columns * Self.step, place % columns * Self.step)
    return Window(rows: top..<top + side, columns: left..<left + side)
  }

  /// The answers with the square at a place.
  func answers(at place: Int) -> OutputAnswers { answers[place] }

  /// Blue where covering takes evidence away, orange where it takes away what spoke against the answer.
  var map: Picture { Picture(width: columns, height: rows, values: drops).scaled(toPercentile: 0.98) }
}

extension Material {
  /// What a covered pixel is to the network: blank ground, or grey where pictures have colours.
  fileprivate var coverInputs: [Float]? {
    guard case .pixels(let shape, _) = preparation.source else { return nil }
    return preparation.inputs(
      picture: Array(repeating: shape.channels == 1 ? 0 : 128, count: shape.channels * shape.width * shape.height))
  }
}
