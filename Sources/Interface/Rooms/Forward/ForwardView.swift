import NeuralEngine
import Playground

/// The part of a step's matrices that has room: which rows, sources and units are shown, and the numbers of the rows.
struct ForwardView {
  let pass: ForwardPass
  /// The units that are shown.
  let units: [Int]
  /// The sources that are shown: all, or those that weigh most in the lit sum.
  let sources: [Int]
  /// What stands left of the rows: the samples' numbers.
  let rowNames: [String]
  let sourceNames: [String]
  let unitNames: [String]
  /// Which of the shown rows and units are lit.
  let litRow: Int
  let litUnit: Int

  init?(_ shell: Shell, _ room: ForwardRoom, _ layout: ForwardLayout, _ network: Network) {
    let samples = room.samples(shell)
    guard let material = shell.snapshot?.material, !samples.isEmpty, network.layout.layers[room.layer].isDense,
      material.train.inputCount == network.architecture.inputs
    else { return nil }
    let first = room.first(layout, shell)
    let current = room.current(shell)
    let shown = samples[min(first.row, samples.count - 1)..<min(samples.count, first.row + layout.shown.rows)]
    let inputs = shown.compactMap { index in
      index < material.train.count ? material.train[index..<index + 1].rows : nil
    }
    guard inputs.count == shown.count else { return nil }
    pass = ForwardPass(network, layer: room.layer, inputs: inputs)
    let unitCount = network.architecture.units(room.layer)
    units = Array(first.unit..<min(unitCount, first.unit + layout.shown.units))
    litRow = min(shown.count - 1, max(0, current.row - first.row))
    litUnit = min(units.count - 1, max(0, current.unit - first.unit))
    let products = pass.products(row: litRow, unit: units[litUnit])
    let strongest = products.indices.sorted { abs(products[$0]) > abs(products[$1]) }
    sources = Array(strongest.prefix(layout.shown.sources)).sorted()
    rowNames = shown.map { "\($0 + 1)" }
    sourceNames = sources.map { shell.sourceName(layer: room.layer, source: $0) }
    let isOutput = room.layer == network.architecture.layerCount - 1
    unitNames = units.map { unit in
      guard isOutput else { return shell.answerName(layer: room.layer, unit: unit) }
      return network.architecture.outputs == 1
        ? "out" : shell.outputNames.indices.contains(unit) ? shell.outputNames[unit] : "\(unit + 1)"
    }
  }
}
