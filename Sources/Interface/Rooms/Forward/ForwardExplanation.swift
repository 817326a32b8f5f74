import NeuralEngine
import Playground
import Screen

/// What the explaining line says of a step's matrices.
struct ForwardExplanation {
  let shell: Shell
  let room: ForwardRoom

  func explain() -> Explanation? {
    guard let snapshot = shell.snapshot else { return nil }
    let samples = room.samples(shell)
    let current = room.current(shell)
    guard samples.indices.contains(current.row) else { return nil }
    let architecture = snapshot.network.architecture
    let unit = shell.unitName(layer: room.layer, unit: min(current.unit, architecture.units(room.layer) - 1))
    var formula: [Span] = []
    formula.dim("sample ")
    formula.strong("\(samples[current.row] + 1)")
    formula.dim(room.showsAll ? " of all " : " of the next mini-batch of ")
    formula.strong(Number.count(samples.count))
    let isLeftOut = snapshot.resolved.dropout > 0 && room.layer < architecture.layerCount - 1
    let sentence =
      isLeftOut
      ? "As the network is evaluated: a step also leaves units out, \(Number.percent(snapshot.resolved.dropout, decimals: 0).trimmed) of them."
      : architecture.isNormalized(room.layer)
        ? "Normalised with the running statistics, as the network is evaluated; a step takes those of its mini-batch."
        : "The lit row of X times the lit column of Wᵀ, product by product, plus the bias: that is the lit number of Z."
    return Explanation(name: unit, formula: formula, sentence: sentence, hint: "arrows choose")
  }
}
