import NeuralEngine
import Playground
import Screen

/// Which plane through the weights is shown, and going to a place of it.
extension Shell {
  /// Networks of more parameters than this do not list them.
  private static let mostListed = 400

  /// `p`: the list of planes.
  mutating func pickPlane() {
    let items = [
      Picker.Item(value: "random", label: "random directions", sentence: "two, scaled unit by unit"),
      Picker.Item(value: "path", label: "the path's directions", sentence: "the two in which training went most"),
      Picker.Item(value: "weights", label: "two weights", sentence: "chosen from a list"),
    ]
    let selected =
      switch surfacePlane {
      case .random: 0
      case .principal: 1
      case .parameters: 2
      }
    open(Picker(subject: .plane, title: "Plane", items: items, selected: selected, takesTyping: false))
  }

  /// A line of the list of planes.
  mutating func choosePlane(_ value: String) -> [Effect] {
    switch value {
    case "random":
      if case .random = surfacePlane {} else { surfacePlane = .random(seed: 1) }
    case "path": surfacePlane = .principal
    case _: return pickWeight(after: nil)
    }
    return []
  }

  /// The list of weights, for the axis across or, after that was chosen, for the one up.
  mutating func pickWeight(after across: Int?) -> [Effect] {
    guard let network, network.parameterCount <= Self.mostListed else {
      return refuse("This network has too many weights to be listed: choose random directions, or those of the path.")
    }
    let places = network.layout.parts.filter(\.isTrained).flatMap(\.places).filter { $0 != across }
    let items = places.map { place in
      Picker.Item(
        value: "\(place)", label: parameterName(place), sentence: Number.signed(Double(network.parameters[place])))
    }
    open(
      Picker(
        subject: .planeWeight(across: across), title: across == nil ? "Across" : "Up", items: items, selected: 0,
        takesTyping: false))
    return []
  }

  /// A line of the list of weights.
  mutating func chooseWeight(_ value: String, after across: Int?) -> [Effect] {
    guard let place = Int(value) else { return [] }
    guard let across else { return pickWeight(after: place) }
    surfacePlane = .parameters(across, place)
    return []
  }

  /// `n`: other random directions.
  mutating func drawOtherDirections() -> [Effect] {
    if case .random(let seed) = surfacePlane {
      surfacePlane = .random(seed: seed + 1)
    } else {
      surfacePlane = .random(seed: 1)
    }
    return []
  }

  /// Whether a place holds a parameter of the network that is shown.
  func isParameter(_ index: Int) -> Bool {
    network.map { ParameterPlace(index: index, in: $0.layout) != nil } ?? false
  }

  /// What a parameter is called by its place: `w x₁→1.2`, `b 1.2`, counted from 1.
  func parameterName(_ index: Int) -> String {
    guard let network, let place = ParameterPlace(index: index, in: network.layout) else { return "–" }
    let unit =
      place.layer == network.architecture.layerCount - 1
      ? (network.architecture.outputs == 1 ? "out" : "out \(place.unit + 1)")
      : answerName(layer: place.layer, unit: place.unit)
    switch place.kind {
    case .weight(let source): return "\(sourceName(layer: place.layer, source: source))→\(unit)"
    case .bias: return "bias \(unit)"
    case .slope: return "slope L\(place.layer + 1)"
    case .normalization: return "norm \(unit)"
    }
  }

  /// Sets all weights by hand; Backspace brings those of before back.
  mutating func go(to parameters: [Float]) -> [Effect] {
    guard let former = network?.parameters, former.count == parameters.count, former != parameters else { return [] }
    guard parameters.allSatisfy(\.isFinite) else { return refuse("The weights of that place are no numbers any more.") }
    snapshot?.network.parameters = parameters
    return ask(.setParameters(parameters), takenBackBy: .setParameters(former))
  }
}
