import NeuralEngine
import Playground
import Screen

/// Gradients by layer: what they are taken over, and what is said of them.
extension Shell {
  /// The rows of the panel, for the network of now on the first training samples.
  var layerFigures: [LayersPanel.Row] {
    guard let snapshot, divergence == nil else { return [] }
    let network = snapshot.network
    let figures = network.layerFigures(
      on: snapshot.material.train.first(layerSamples), loss: snapshot.resolved.loss, on: ThreadPool(threads: 1))
    return figures.map { figures in
      let isOutput = figures.layer == network.architecture.layers.count - 1
      let name = isOutput ? "output" : "\(figures.layer + 1) · \(network.architecture.layers[figures.layer])"
      return LayersPanel.Row(name: name, figures: figures)
    }
  }

  /// How many samples the gradients are taken over: they are taken anew for every frame.
  private var layerSamples: Int { min(showsImages ? 32 : 100, snapshot?.material.train.count ?? 0) }

  func explainLayers() -> Explanation {
    let rows = layerFigures
    let silent = rows.filter { !$0.silent.isEmpty }
    let sentence =
      if divergence != nil {
        "There are no gradients: the numbers have run away."
      } else if let row = silent.first(where: { $0.figures.dead > 0 }) {
        "Layer \(row.name): a dead unit is 0 on every sample here; no error reaches its weights, so it stays."
      } else if let row = silent.first {
        "Layer \(row.name): a saturated unit lies where its curve is flat; its weights hardly learn."
      } else {
        "Each bar is a layer's gradient: a quarter of its length is a factor of ten. Small ones learn slowly."
      }
    var formula: [Span] = []
    formula.dim("√ mean (∂L/∂w)² over ")
    formula.strong(Number.count(layerSamples))
    formula.dim(" training samples")
    return Explanation(name: "Gradients", formula: formula, sentence: sentence, hint: "v shows the losses")
  }
}
