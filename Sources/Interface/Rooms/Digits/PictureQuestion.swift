import NeuralEngine
import Playground
import Screen

/// What is asked about the picture that the network is shown.
public enum PictureQuestion: Sendable, Equatable {
  /// How each pixel moves the answer.
  case saliency
  /// What would make it a picture of that class.
  case become(Int)
  /// What the least change of every pixel does against the answer: ε, as a share of black to white.
  case attack(Double)

  /// The largest ε of the slider, and how far a key moves it.
  static let mostEpsilon = 0.5
  static let epsilonStep = 0.02
}

/// The answer to what was asked: a picture changed, or what would change it.
public struct AskedPicture: Sendable, Equatable {
  /// What was asked.
  public let question: PictureQuestion
  /// What the network says without any change.
  let before: OutputAnswers
  /// What the network is shown now, [inputs].
  let inputs: [Float]
  /// The same from 0 ground to 1 ink, without colour.
  let picture: Picture
  /// What is painted over it in orange and blue: slopes as shares of a large one, or the change as it is.
  let paint: Picture

  /// Values below this are left to the ink.
  private static let faint: Float = 0.12

  /// Asks the network; nil where it has no picture before it.
  init?(_ question: PictureQuestion, of shown: ShownPicture, in material: Material, by network: Network) {
    let shape = network.architecture.input
    guard shape.rows > 1, shape.columns > 1, let (low, high) = material.inputBounds, low.count == shape.count else {
      return nil
    }
    let steps = InputSteps(network, low: low, high: high)
    let sums = (network.preActivations(for: shown.inputs).last ?? []).map(Double.init)
    guard !sums.isEmpty, sums.allSatisfy(\.isFinite) else { return nil }
    let before = OutputAnswers(sums: sums, activation: network.architecture.outputActivation)
    let best = before.order[0]
    /// One number for each place: the mean over colours.
    func plane(_ value: (Int) -> Float) -> Picture {
      let area = shape.rows * shape.columns
      return Picture(width: shape.columns, height: shape.rows) { x, y in
        let place = y * shape.columns + x
        return (0..<shape.channels).reduce(Float(0)) { $0 + value($1 * area + place) } / Float(shape.channels)
      }
    }
    var inputs = shown.inputs
    switch question {
    case .saliency:
      let slopes = steps.slopes(of: best, at: inputs)
      paint = plane { slopes[$0] * (high[$0] - low[$0]) }.scaled(toPercentile: 0.98)
    case .become(let label):
      inputs = steps.toward(label, from: inputs)
      paint = plane { (inputs[$0] - shown.inputs[$0]) / max(1e-6, high[$0] - low[$0]) }
    case .attack(let epsilon):
      inputs = steps.away(from: best, at: inputs, epsilon: Float(epsilon))
      paint = plane { (inputs[$0] - shown.inputs[$0]) / max(1e-6, high[$0] - low[$0]) }
    }
    picture = plane { (inputs[$0] - low[$0]) / max(1e-6, high[$0] - low[$0]) }
    (self.question, self.before, self.inputs) = (question, before, inputs)
  }

  /// The painted values alone where `isPaint`, else the ink between them; the other pixels are not there.
  func layer(isPaint: Bool, width: Int, height: Int) -> Picture {
    let (ink, over) = (
      picture.resampled(width: width, height: height), paint.resampled(width: width, height: height)
    )
    return Picture(width: width, height: height) { x, y in
      let isPainted = abs(over[x, y]) >= Self.faint
      return isPainted != isPaint ? .nan : isPaint ? max(-1, min(1, over[x, y] * 1.5)) : ink[x, y]
    }
  }
}

extension Material {
  /// The least and the largest value that each input of a picture can have.
  fileprivate var inputBounds: (low: [Float], high: [Float])? {
    guard case .pixels(let shape, _) = preparation.source else { return nil }
    let count = shape.channels * shape.width * shape.height
    guard let black = preparation.inputs(picture: Array(repeating: 0, count: count)),
      let white = preparation.inputs(picture: Array(repeating: 255, count: count))
    else { return nil }
    return (zip(black, white).map(min), zip(black, white).map(max))
  }
}
