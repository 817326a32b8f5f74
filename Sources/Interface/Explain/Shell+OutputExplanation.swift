import Datasets
import NeuralEngine
import Playground
import Screen

/// The large map: what its colours mean, and what is read at a place of it.
extension Shell {
  func explainOutput() -> Explanation {
    if case .unit(let layer, let unit)? = attention.held, !attention.pointerMovedLast {
      return explainUnit(layer: layer, unit: unit)
    }
    let rect = regions.rect(of: .output) ?? .zero
    let pointed = attention.pointerMovedLast ? pointer : outputPicture().crossCell(rect)
    if let pointer = pointed, rect.contains(pointer), let explained = explainPlace(pointer, in: rect) {
      return explained
    }
    guard let network, network.architecture.outputs == 1 else {
      return Explanation(name: "Output", sentence: mapSentence)
    }
    let isMap = snapshot?.material.points != nil
    return Explanation(
      name: "Output", formulas: formulas(layer: network.architecture.layerCount - 1, unit: 0),
      sentence: mapSentence + (isMap ? " The marks on it are the samples." : ""), hint: "w lists its weights")
  }

  /// What the colours of the large map mean.
  var mapSentence: String {
    let words = theme.mapWords
    guard let material = snapshot?.material else { return "" }
    switch (material.kind, resolved.problem) {
    case (.curve1D, _):
      return "The line is what the network answers for each \(sourceName(ofCoordinate: 0))."
    case (.table, _):
      return
        "The network answers with \(outputNames.joined(separator: ", ")). \(inputCount) inputs have no plane: the "
        + "picture shows the answer to each training sample, \(sampleOrder)."
    case (.images, _):
      return ""
    case (.points2D, .regression):
      let middle = material.preparation.answers([0])[0]
      return
        "The more \(words.positive), the further above \(Number.plain(Double(middle), decimals: 2)) the network answers; "
        + "the more \(words.negative), the further below."
    case (.points2D, .classification(let classes)) where classes > 2:
      let names = (0..<classes).compactMap { index in theme.classWord(index).map { "\(className(index)) \($0)" } }
      let unsure = discretises ? "" : ", paler where it is unsure"
      return names.isEmpty
        ? "Each class has a density of its own: the one that the network finds likeliest there."
        : "\(names.joined(separator: ", ")): the class that the network finds likeliest there\(unsure)."
    case (.points2D, .classification):
      let (high, low) = resolved.output.isShare ? ("1", "0") : ("+1", "−1")
      func said(_ value: String, _ index: Int) -> String {
        ["−1", "+1"].contains(className(index)) ? value : "\(value), \(className(index))"
      }
      return
        "Where it is \(words.positive) the network says \(said(high, 1)), where it is \(words.negative) \(said(low, 0))."
    }
  }

  private var inputCount: Int { snapshot?.material.inputNames.count ?? 0 }

  /// How the samples lie in the pictures of a table's units.
  var sampleOrder: String {
    let names = snapshot?.material.classNames ?? []
    guard let first = names.first, let last = names.last, names.count > 1 else {
      return "from the smallest number at the top to the largest"
    }
    return "from those of \(first) at the top to those of \(last)"
  }

  /// What a unit of the output says, where there are several.
  func outputSentence(_ unit: Int) -> String {
    guard let architecture = network?.architecture, architecture.outputs > 1 else { return mapSentence }
    if resolved.problem.classCount == nil { return "What the network answers for \(outputNames[unit])." }
    let share = architecture.outputActivation == .softmax ? " All of them together are 1." : ""
    return "How likely the network finds class \(classSign(unit)).\(share)"
  }

  /// A place on the map: what the network answers there, and the sample that lies there.
  private func explainPlace(_ place: Point, in rect: Rect) -> Explanation? {
    guard let network, let material = snapshot?.material, [.points2D, .curve1D].contains(material.kind) else {
      return nil
    }
    let isLine = material.kind == .curve1D
    let (x1, x2) = planeMap(rect).point(at: place)
    let inputs = material.preparation.inputs(x1: x1, x2: isLine ? 0 : x2)
    guard inputs.count == network.architecture.inputs else { return nil }
    let outputs = material.preparation.answers(network.outputs(for: inputs))
    var formula: [Span] = []
    formula.dim("\(sourceName(ofCoordinate: 0)) ")
    formula.strong(Number.signed(x1))
    if !isLine {
      formula.dim("  \(sourceName(ofCoordinate: 1)) ")
      formula.strong(Number.signed(x2))
    }
    formula.dim("    the network says ")
    if outputs.count == 1 {
      formula.number(Double(outputs[0]))
    } else if let best = resolved.predictedClass(outputs) {
      formula.strong("\(classSign(best)) \(Number.percent(Double(outputs[best])))")
    }
    return Explanation(name: "Output", formula: formula, sentence: sampleSentence(at: place, in: rect) ?? mapSentence)
  }

  /// The sample at a place of the map, if one lies there.
  private func sampleSentence(at place: Point, in rect: Rect) -> String? {
    guard let points = snapshot?.material.points, let index = shownSample(at: place, in: rect) else { return nil }
    let sample = points.points[index]
    let kind =
      index < points.trainCount
      ? "A sample to learn from"
      : index < points.trainCount + points.validationCount ? "A sample for validation" : "A sample for the test"
    var places = "\(sourceName(ofCoordinate: 0)) \(Number.signed(sample.x1))"
    if points.dimensions == 2 { places += ", \(sourceName(ofCoordinate: 1)) \(Number.signed(sample.x2))" }
    let target =
      points.classCount.map { classSign($0 > 2 ? Int(sample.label) : sample.label > 0 ? 1 : 0) }
      ?? Number.signed(sample.label)
    return "\(kind): \(places), it should be \(target)."
  }
}
