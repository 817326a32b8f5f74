import NeuralEngine

/// Pictures of units where the data have more inputs than a plane has: a pixel for each training sample, those of the
/// first class, or with the smallest number to be predicted, at the top.
extension Run {
  /// What all units answer to the training samples, at the sizes that were asked for.
  ///
  /// Of more samples than pixels every so many-th is shown; of fewer, each has several pixels.
  func sampleMaps(_ request: SnapshotRequest) -> SnapshotMaps? {
    let most = [request.unitMap, request.outputMap].compactMap { $0.map { $0.width * $0.height } }.max() ?? 0
    let order = keptSampleOrder()
    let count = min(order.count, most, material.architecture.mostMapPoints)
    guard count > 0 else { return nil }
    let inputs = material.architecture.inputs
    var points = [Float](repeating: 0, count: inputs * count)
    for place in 0..<count {
      let sample = order[place * order.count / count]
      for input in 0..<inputs { points[input * count + place] = material.train.inputs[sample * inputs + input] }
    }
    let values = learner.unitMaps(points, count: count)
    func field(_ source: [Float], _ index: Int, _ size: MapSize?) -> FieldMap? {
      size.map { size in
        let pixels = size.width * size.height
        return FieldMap(size: size, values: (0..<pixels).map { source[index * count + $0 * count / pixels] })
      }
    }
    var first = 0
    let hidden = material.architecture.hidden.map { units in
      defer { first += units }
      return (first..<(first + units)).compactMap { field(values, $0, request.unitMap) }
    }
    return SnapshotMaps(
      inputs: (0..<inputs).compactMap { field(points, $0, request.unitMap) }, hidden: hidden,
      outputs: (first..<(first + material.architecture.outputs)).compactMap { field(values, $0, request.outputMap) },
      enlarged: request.enlarged.flatMap { place in
        switch place {
        case .input(let index): field(points, index, request.outputMap)
        case .unit(let layer, let index):
          unitIndex(layer: layer, index: index).flatMap { field(values, $0, request.outputMap) }
        }
      })
  }

  /// The training samples by what they should be, kept while the data are the same.
  private func keptSampleOrder() -> [Int] {
    if let kept = sampleOrder, kept.experiment == material.experiment { return kept.order }
    let train = material.train
    let order = (0..<train.count).sorted { train.rank($0) < train.rank($1) }
    sampleOrder = SampleOrder(experiment: material.experiment, order: order)
    return order
  }
}

/// The samples of an experiment, sorted.
struct SampleOrder {
  var experiment: Experiment
  var order: [Int]
}

extension Samples {
  /// What a sample is sorted by: its class, or the first number to be predicted; of equals the first comes first.
  fileprivate func rank(_ index: Int) -> (Float, Int) {
    switch targets {
    case .classes(let classes): (Float(classes[index]), index)
    case .values(let values): (values[index * outputCount], index)
    }
  }
}
