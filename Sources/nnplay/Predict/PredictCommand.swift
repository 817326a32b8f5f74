import ArgumentParser
import NeuralEngine
import Playground

/// `nnplay predict`: what a trained network says of samples from a file.
struct PredictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "predict", abstract: "Ask a trained network about samples from a file.",
    discussion: """
      The model is a file that nnplay train --save wrote. Drawings are brought to 28×28 as the digit pad brings them. \
      Pictures in PNG may be of any size, in colour \
      or gray, dark on light or light on dark. Where labels are known the accuracy is printed at the end.
      """)

  @Option(
    help: ArgumentHelp(
      "The trained network, a .safetensors file; reader is one that ships and reads drawn digits.", valueName: "file"))
  var model: String

  @Option(
    help: ArgumentHelp(
      "Pictures in MNIST's format, gzipped or not; #transposed behind it for EMNIST's.", valueName: "file"))
  var idx: String?

  @Option(help: ArgumentHelp("The labels of the pictures, in MNIST's format.", valueName: "file"))
  var labels: String?

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Pictures of a digit each, in PNG.", valueName: "file"))
  var png: [String] = []

  @Option(help: ArgumentHelp("Rows of numbers; columns after the inputs are what is right.", valueName: "file"))
  var csv: String?

  @Option(help: ArgumentHelp("Drawings as strokes of a pen, one JSON object a line.", valueName: "file"))
  var strokes: String?

  @Flag(help: "Print one JSON object a line.")
  var json = false

  func validate() throws {
    guard [idx, csv, strokes, png.first].compactMap({ $0 }).count == 1 else {
      throw ValidationError("Give one file of samples, with --idx, --csv, --strokes or --png")
    }
    guard labels == nil || idx != nil else {
      throw ValidationError("--labels belongs to --idx: the other files hold their own labels")
    }
  }

  func run() throws {
    let model = try Model(path: model)
    if let remark = model.remark { Output.remark(remark) }
    let questions = try questions(for: model)
    if let remark = questions.remark { Output.remark(remark) }
    var report = PredictionReport(model: model, json: json)
    let learner = try Learner(
      network: model.network, settings: model.resolved.trainingSettings(samples: 1), threads: Processors.count, seed: 0)
    for start in stride(from: 0, to: questions.count, by: Self.batchSize) {
      let batch = start..<min(start + Self.batchSize, questions.count)
      let outputs = learner.outputs(for: batch.map(questions.inputs))
      for (index, outputs) in zip(batch, outputs) {
        report.add(model.preparation.answers(outputs), truth: questions.truth(index))
      }
    }
    report.end()
  }

  /// Samples that go through the network together: enough for matrix products, few enough to stay in the cache.
  private static let batchSize = 128

  private func questions(for model: Model) throws -> Questions {
    if let csv { return try Questions(csv: csv, for: model) }
    if let strokes { return try Questions(strokes: strokes, for: model) }
    if !png.isEmpty { return try Questions(png: png, for: model) }
    return try Questions(idx: idx ?? "", labels: labels, for: model)
  }
}

extension Learner {
  /// The network's outputs for some samples.
  fileprivate func outputs(for samples: [[Float]]) -> [[Float]] {
    let architecture = network.architecture
    let count = samples.count
    var points = [Float](repeating: 0, count: architecture.inputs * count)
    for (place, sample) in samples.enumerated() {
      for (input, value) in sample.enumerated() { points[input * count + place] = value }
    }
    let values = unitMaps(points, count: count)
    let firstOutput = architecture.unitCount - architecture.outputs
    return (0..<count).map { place in
      (0..<architecture.outputs).map { values[(firstOutput + $0) * count + place] }
    }
  }
}
