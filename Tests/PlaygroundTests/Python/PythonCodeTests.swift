import Datasets
import Foundation
import NeuralEngine
import Playground
import Testing

/// The program that a network is written as gives Python the network's answers and its loss.
@Suite struct PythonCodeTests {
  /// A network with numbers in all its places, and how samples come to it.
  private struct Case {
    let network: Network
    let preparation: Preparation
    let loss: Loss
    /// Where its weights come from a file.
    var model: Model?

    init(_ run: Run) {
      (network, preparation, loss, model) = (run.network, run.material.preparation, run.resolved.loss, Model(run))
    }

    init(_ input: Shape, _ layers: [Layer], _ preparation: Preparation, _ loss: Loss = .squaredError) throws {
      var network = Network(try Architecture(input: input, layers: layers))
      var random = SeededRandom(seed: "\(layers)")
      for part in network.layout.parts {
        for place in part.places {
          let value = Float(2 * random.uniform() - 1)
          network.parameters[place] = part.name == "norm.running_var" ? value + 1.5 : value
        }
      }
      self.network = network
      self.preparation = preparation
      self.loss = loss
    }
  }

  private static let point = Preparation(source: .features([.x1, .x2]))

  /// Every activation, kind of input, of layer, of output and of loss.
  private static func cases() throws -> [Case] {
    let curved = Preparation(
      source: .features(Feature.named), scaling: Scaling(of: (0..<70).map { Double($0 % 9) }, columns: 7))
    let formulas = Preparation(
      source: .features(
        try [
          "x1² - 2e^-abs(x2) + exp(1)", "min(x1, x2, 2 + 1) max(x2, 0)", "relu(-x2) / log(x1 + 99) + step(x1) - x1^3",
          "sigmoid(x1) tanh(x2) - sin(x1) cos(x2) tan(x2/9)", "-x1^2 + ln(x2 + 99) sqrt(x1 + 99) + 2^x1",
        ].map { try Feature(formula: $0) }))
    let table = Preparation(
      source: .columns(Shape(channels: 3)), targetScaling: Scaling(of: [20, 30, 45], columns: 1))
    let pictures = Preparation(
      source: .pixels(PictureShape(width: 9, height: 8, channels: 2), try PixelForm(features: ["pixels"])))
    var large = Experiment(.points(.gauss))
    large.hidden = [60, 20]
    large.activation = [.prelu, .tanh]
    large.batchNorm = true
    let run = try Run(large)
    run.train(epochs: 1)
    return try Activation.allCases.filter { $0 != .softmax }.map { activation in
      try Case(
        Shape(channels: 2),
        [.dense(units: 3, activation: activation), .dense(units: 1, activation: activation)], point)
    } + [
      Case(
        Shape(channels: 7), [.dense(units: 1, activation: .sigmoid)], curved, .sigmoidCrossEntropy),
      Case(Shape(channels: 5), [.dense(units: 1, activation: .tanh)], formulas),
      Case(Shape(channels: 2), [.dense(units: 1, activation: .step)], point, .perceptron),
      Case(
        Shape(channels: 2),
        [.dense(units: 4, activation: .prelu, normalized: true), .dense(units: 3, activation: .softmax)], point,
        .softmaxCrossEntropy),
      Case(Shape(channels: 3), [.dense(units: 4, activation: .tanh), .dense(units: 1, activation: .linear)], table),
      // With more numbers than are written out.
      Case(run),
      Case(
        Shape(channels: 2, rows: 8, columns: 9),
        [
          .convolution(maps: 3, size: 3, padding: .same, activation: .relu, normalized: true), .maximumPool(size: 2),
          .convolution(maps: 4, size: 3, padding: .valid, activation: .prelu), .dense(units: 5, activation: .tanh),
          .dense(units: 3, activation: .softmax),
        ], pictures, .softmaxCrossEntropy),
      Case(
        Shape(channels: 2, rows: 8, columns: 9), [.maximumPool(size: 3), .dense(units: 2, activation: .linear)],
        pictures),
    ]
  }

  @Test(arguments: PythonCode.Library.allCases)
  func pythonSaysWhatTheNetworkSays(_ library: PythonCode.Library) throws {
    guard Python.has(library) else { return }
    let folder = try TemporaryFolder()
    let cases = try Self.cases()
    var questions: [Question] = []
    var script = library == .numpy ? "import json, numpy as np\n" : "import json, torch\n"
    script += "results = []\n"
    for (index, one) in cases.enumerated() {
      let path = "\(folder.path)/\(index).safetensors"
      let code = PythonCode(library, of: one.network, one.preparation, loss: one.loss, modelPath: path)
      #expect(code.readsModel == (one.model != nil))
      try one.model?.write(to: path)
      let question = Question(one.network, one.preparation, one.loss)
      script += question.script(code.text, library)
      questions.append(question)
    }
    script += "print(json.dumps(results))\n"
    let results = try JSONDecoder().decode([Said].self, from: Data(try Python.run(script, in: folder.path).utf8))
    #expect(results.count == cases.count)
    for ((said, wanted), one) in zip(zip(results, questions), cases) {
      #expect(said.answers.count == wanted.answers.count, "\(one.network)")
      let furthest = zip(said.answers, wanted.answers).map { abs($0 - Double($1)) }.max() ?? 1
      #expect(furthest < 1e-4, "\(one.network): \(said.answers) \(wanted.answers)")
      #expect(abs(said.loss - wanted.loss) < 1e-4 * max(1, wanted.loss), "\(one.network)")
    }
  }

  private struct Said: Decodable {
    var answers: [Double]
    var loss: Double
  }

  @Test func whatIsWrittenOutReadsLikeALesson() throws {
    let layers: [Layer] = [.dense(units: 2, activation: .tanh), .dense(units: 1, activation: .linear)]
    var network = Network(try Architecture(input: Shape(channels: 2), layers: layers))
    for (unit, weights) in [[1, -0.5], [0, 2]].enumerated() {
      for (source, weight) in weights.enumerated() {
        network.setWeight(Float(weight), layer: 0, unit: unit, source: source)
      }
      network.setWeight(unit == 0 ? 1 : -1, layer: 1, unit: 0, source: unit)
    }
    network.setBias(0.25, layer: 0, unit: 0)
    #expect(
      PythonCode(.numpy, of: network, Self.point, loss: .squaredError, modelPath: "").text == """
        # 2-2-1 tanh,linear, written by nnplay; it needs NumPy.
        import numpy as np

        def inputs(x1, x2):
            return np.stack([x1, x2], axis=-1)

        W1 = np.array([[1.0, -0.5], [0.0, 2.0]], np.float32)
        b1 = np.array([0.25, 0.0], np.float32)
        W2 = np.array([[1.0, -1.0]], np.float32)
        b2 = np.array([0.0], np.float32)

        def network(x):
            z = x @ W1.T + b1
            x = np.tanh(z)
            z = x @ W2.T + b2
            x = z
            return x

        answers = network

        def loss(a, t):
            return (0.5 * (a - t) ** 2).sum(-1).mean()

        """)
  }
}

/// Some samples, and what the engine says of them.
private struct Question {
  let call: (PythonCode.Library) -> String
  let targets: [[Double]]
  let answers: [Float]
  let loss: Double

  init(_ network: Network, _ preparation: Preparation, _ loss: Loss) {
    let count = 5
    var random = SeededRandom(seed: "samples")
    func numbers(_ width: Int, _ range: ClosedRange<Double>) -> [[Double]] {
      (0..<count).map { _ in
        (0..<width).map { _ in (range.lowerBound + random.uniform() * (range.upperBound - range.lowerBound)).rounded() }
      }
    }
    func array(_ rows: [[Double]], _ library: PythonCode.Library) -> String {
      library == .numpy ? "np.array(\(rows), np.float32)" : "torch.tensor(\(rows))"
    }
    let inputs: [Float]
    switch preparation.source {
    case .features:
      let rows = numbers(2, -4...4)
      inputs = rows.flatMap { preparation.inputs(x1: $0[0], x2: $0[1]) }
      call = { "inputs(*\(array(rows, $0)).T)" }
    case .columns(let columns):
      let rows = numbers(columns.count, -4...4)
      inputs = rows.flatMap { preparation.inputs(row: $0) ?? [] }
      call = { "inputs(\(array(rows, $0)))" }
    case .pixels(let shape, _):
      let rows = numbers(shape.count, 0...255)
      inputs = rows.flatMap { preparation.inputs(picture: $0.map { UInt8($0) }) ?? [] }
      call = { "inputs(\(array(rows, $0)))" }
    }
    let outputs = network.architecture.outputs
    let taught: [[Float]] = (0..<count).map { row in (0..<outputs).map { $0 == row % max(2, outputs) ? 1 : 0 } }
    targets = taught.map { preparation.answers($0).map(Double.init) }
    answers = preparation.answers(network.outputs(for: inputs))
    let samples = try? Samples(
      inputs: .floats(inputs), targets: .values(taught.flatMap(\.self)), inputCount: network.architecture.inputs,
      outputCount: outputs, task: .regression)
    let own = samples.map { network.evaluate($0, loss: loss, on: ThreadPool(threads: 1)).loss } ?? .nan
    self.loss = own * preparation.squaredUnit
  }

  /// The program in a name space of its own, and what it is asked.
  func script(_ code: String, _ library: PythonCode.Library) -> String {
    let targets = library == .numpy ? "np.array(\(targets))" : "torch.tensor(\(targets))"
    return """
      space = {}
      exec(\(String(reflecting: code)), space)
      said = space["answers"](space["\(call(library).prefix { $0 != "(" })"]\(call(library).drop { $0 != "(" }))
      results.append({"answers": said.reshape(-1).tolist(), "loss": float(space["loss"](said, \(targets)))})

      """
  }
}

/// The Python that is called by its usual name, where there is one.
private enum Python {
  static func has(_ library: PythonCode.Library) -> Bool {
    let module = library == .numpy ? "numpy" : "torch"
    return (try? run("import \(module)\nprint(1)", in: "/")) == "1\n"
  }

  static func run(_ script: String, in folder: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-"]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let writer = Thread {
      input.fileHandleForWriting.write(Data(script.utf8))
      try? input.fileHandleForWriting.close()
    }
    writer.start()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }
}
