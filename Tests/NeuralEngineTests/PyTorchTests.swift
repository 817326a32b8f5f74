import NeuralEngine
import Testing

/// The engine against PyTorch 2.15 in double precision: 1e-5 relative or 1e-6 absolute, what single precision allows.
@Suite struct PyTorchTests {
  @Test func everyCaseIsThere() { #expect(PyTorchCase.all.count == 27) }

  @Test(arguments: PyTorchCase.all)
  func outputsOfEveryLayerAgree(_ test: PyTorchCase) throws {
    let network = try test.network()
    for (sample, input) in test.inputs.enumerated() {
      for (layer, units) in network.activations(for: input.map(Float.init)).enumerated() {
        for (unit, value) in units.enumerated() {
          let expected = test.expected.activations[layer][sample][unit]
          #expect(isClose(Double(value), expected), "sample \(sample), layer \(layer), unit \(unit)")
        }
      }
    }
  }

  @Test(arguments: PyTorchCase.all)
  func lossAgrees(_ test: PyTorchCase) throws {
    let learner = try Learner(network: try test.network(), settings: test.settings)
    #expect(isClose(learner.evaluate(try test.samples()).loss, test.expected.loss))
  }

  @Test(arguments: PyTorchCase.all, Learner.PathChoice.allCases)
  func gradientsAgree(_ test: PyTorchCase, _ choice: Learner.PathChoice) throws {
    let network = try test.network()
    let learner = try Learner(network: network, settings: test.settings, choice: choice)
    let gradient = learner.gradient(on: try test.samples())
    // PyTorch's gradients hold the penalty's, λ w; ours are of the loss alone.
    let decay = test.regularization == .l2 ? test.regularizationRate : 0
    for (layer, units) in test.expected.weightGradients.enumerated() {
      for (unit, row) in units.enumerated() {
        for (source, expected) in row.enumerated() {
          let place = network.layout.weight(layer: layer, unit: unit, source: source)
          let ours = Double(gradient[place]) + decay * Double(network.parameters[place])
          #expect(isClose(ours, expected), "layer \(layer), unit \(unit), source \(source)")
        }
        let bias = Double(gradient[network.layout.bias(layer: layer, unit: unit)])
        #expect(isClose(bias, test.expected.biasGradients[layer][unit]), "layer \(layer), unit \(unit)")
      }
    }
    for (layer, expected) in (test.expected.preluGradients ?? []).enumerated() {
      let slope = try #require(network.layout.layers[layer].slope)
      #expect(isClose(Double(gradient[slope]), expected), "slope of layer \(layer)")
    }
  }

  @Test(arguments: PyTorchCase.all, Learner.PathChoice.allCases)
  func parametersAfterStepsAgree(_ test: PyTorchCase, _ choice: Learner.PathChoice) throws {
    let samples = try test.samples()
    let learner = try Learner(
      network: try test.network(), settings: test.settings, threads: 2, choice: choice)
    let states = test.expected.afterSteps.compactMap { key, state in Int(key).map { (step: $0, state: state) } }
    for (step, expected) in states.sorted(by: { $0.step < $1.step }) {
      while learner.steps < step { learner.train(on: samples, range: 0..<samples.count) }
      expect(learner.network, near: expected, after: step)
      #expect(isClose(learner.evaluate(samples).loss, expected.loss, absolute: 1e-5), "step \(step)")
    }
  }

  private func expect(_ network: Network, near expected: PyTorchCase.State, after step: Int) {
    for (layer, units) in expected.weights.enumerated() {
      for (unit, row) in units.enumerated() {
        for (source, weight) in row.enumerated() {
          let ours = Double(network.weight(layer: layer, unit: unit, source: source))
          #expect(abs(ours - weight) <= 1e-4, "step \(step), layer \(layer), unit \(unit), source \(source)")
        }
        let bias = Double(network.bias(layer: layer, unit: unit))
        #expect(abs(bias - expected.biases[layer][unit]) <= 1e-4, "step \(step), layer \(layer), unit \(unit)")
      }
    }
    for (layer, slope) in (expected.preluAlphas ?? []).enumerated() {
      #expect(abs(Double(network.slope(layer: layer) ?? .nan) - slope) <= 1e-4, "step \(step), slope of \(layer)")
    }
  }
}
