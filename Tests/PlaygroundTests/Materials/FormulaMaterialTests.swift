import Datasets
import NeuralEngine
import Playground
import Testing

/// Data and inputs by formula, and labels that are dealt out anew.
struct FormulaMaterialTests {
  private func experiment(_ settings: [String: String]) throws -> Experiment {
    var experiment = Experiment()
    for (key, value) in settings { try experiment.set(key, to: value) }
    return experiment
  }

  @Test("a network is shown formulas behind the features with names")
  func features() throws {
    let asked = try experiment(["features": "[x1 x2^2, x2, max(x1, x2), x1, x2]"])
    let material = try Material(asked)
    #expect(material.inputNames == ["x1", "x2", "x1 x2^2", "max(x1, x2)"])
    #expect(material.preparation.inputs(x1: 2, x2: 3) == [2, 3, 18, 3])
    #expect(material.architecture.inputs == 4)
  }

  @Test("a formula without a value at a sample is refused, and which sample it is is told")
  func undefined() throws {
    let asked = try experiment(["features": "[x1, ln(x1)]"])
    let error = #expect(throws: ExperimentError.self) { try Material(asked) }
    let sentence = try #require(error?.description)
    #expect(sentence.hasPrefix("features has ln(x1), which has no value, or one beyond a million, at the sample (-"))
    #expect(sentence.hasSuffix("): write a formula that has one at all samples."))
  }

  @Test("a mistake in a feature is told with its place, a word that is none with the names")
  func mistakes() {
    let formula = #expect(throws: ExperimentError.self) { try experiment(["features": "[x1, x1 +* 2]"]) }
    #expect(
      formula?.description
        == "column 5 of \"x1 +* 2\": something is missing here: write a number, a name or a bracket")
    #expect(formula?.marked == "x1 +* 2\n    ^")
    let word = #expect(throws: ExperimentError.self) { try experiment(["features": "[x1, pixel]"]) }
    #expect(word?.description.hasPrefix("features cannot be \"[x1, pixel]\"") == true)
  }

  @Test("a model remembers its formulas")
  func model() throws {
    let run = try Run(experiment(["features": "[x1, max(x1, x2)]", "dataset": "class:x1 < x2"]))
    #expect(Model(run).preparation.inputs(x1: 1, x2: 2) == [1, 2])
    #expect(Model(run).experiment.features?.map(\.description) == ["x1", "max(x1, x2)"])
  }

  @Test("shuffled labels are the same ones in other places; samples, test and weights stay")
  func shuffled() throws {
    let plain = try Material(experiment(["dataset": "moons"]))
    let shuffled = try Material(experiment(["dataset": "moons", "shuffleLabels": "true"]))
    #expect(shuffled.train.inputs == plain.train.inputs)
    #expect(shuffled.test?.targets == plain.test?.targets)
    #expect(shuffled.train.targets != plain.train.targets)
    let labels = try #require(shuffled.points).train.map(\.label)
    #expect(labels.sorted() == plain.points?.train.map(\.label).sorted())
    // Half the labels of two equal classes stay right by chance; 250 of them deviate by 8.
    let right = zip(labels, plain.points?.train.map(\.label) ?? []).count { $0 == $1 }
    #expect((85...165).contains(right))
    let weights = try Run(experiment(["dataset": "moons"])).network.parameters
    #expect(try Run(experiment(["dataset": "moons", "shuffleLabels": "true"])).network.parameters == weights)
  }

  @Test("a link lists what it cannot carry of formulas")
  func link() throws {
    let notes = PlaygroundLink(
      try experiment([
        "dataset": "class:x1 < x2", "features": "[x1, max(x1, x2)]", "shuffleLabels": "true",
      ])
    ).notes
    #expect(
      notes == [
        "The page has no data set class:x1 < x2.", "The page has no input max(x1, x2).",
        "The page does not shuffle labels.",
      ])
  }
}
