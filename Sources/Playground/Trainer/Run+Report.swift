import Datasets
import NeuralEngine

extension Run {
  /// What the network says now of the test samples asked for; nil where there are no classes or nothing was asked.
  func report(_ request: SnapshotRequest) -> TestReport? {
    guard let test = material.test, material.resolved.problem.classCount != nil, !request.testSamples.isEmpty
    else { return nil }
    let asked = request.testSamples.filter((0..<test.count).contains)
    let outputs = outputs(of: test, at: asked)
    return TestReport(
      samples: zip(asked, outputs).map { index, outputs in
        Prediction(
          index: index, label: test.label(index), outputs: outputs, predicted: resolved.predictedClass(outputs) ?? 0)
      })
  }

  /// The network's outputs for some samples of a set.
  private func outputs(of samples: Samples, at indices: [Int]) -> [[Float]] {
    let width = samples.inputCount
    let count = indices.count
    guard count > 0 else { return [] }
    var points = [Float](repeating: 0, count: width * count)
    for (place, index) in indices.enumerated() {
      for input in 0..<width { points[input * count + place] = samples.inputs[index * width + input] }
    }
    let values = learner.unitMaps(points, count: count)
    let first = material.architecture.unitCount - material.architecture.outputs
    return (0..<count).map { place in
      (0..<material.architecture.outputs).map { values[(first + $0) * count + place] }
    }
  }
}

extension Samples {
  /// The class of a sample of a classification, counted from 0.
  package func label(_ index: Int) -> Int {
    switch targets {
    case .classes(let classes): Int(classes[index])
    case .values(let values): values[index] > 0.5 ? 1 : 0
    }
  }
}

extension Samples.Inputs {
  /// A number as the network takes it.
  subscript(index: Int) -> Float {
    switch self {
    case .floats(let values): values[index]
    case .bytes(let values, let scale, let shift): Float(values[index]) * scale + shift
    }
  }
}
