import Playground
import Testing

/// Settings with which nothing is learnt, or not all of it.
@Suite struct HindranceTests {
  private static func experiment(_ settings: String) throws -> Experiment {
    var experiment = Experiment()
    for setting in settings.split(separator: ";") {
      let parts = setting.split(separator: "=", maxSplits: 1)
      try experiment.set(String(parts[0]), to: String(parts[1]))
    }
    return experiment
  }

  /// The circle has 250 training samples.
  @Test(arguments: [
    ("batchNorm=true;batchSize=1", "batchSize is 1, so that nothing would be learnt: set batchSize to 2 or more"),
    (
      "batchNorm=true;batchSize=3",
      "250 training samples in batches of 3 leave a last one of one sample: set batchSize to 4"
    ),
    ("batchNorm=true;batchSize=83", "leave a last one of one sample: set batchSize to 84"),
    ("batchNorm=true;batchSize=249;remainder=carry", "leave a last one of one sample: set batchSize to 250"),
  ])
  func batchesOfOneAreRefusedWhereTheyAreNormalised(_ settings: String, _ words: String) throws {
    let experiment = try Self.experiment(settings)
    let error = #expect(throws: ExperimentError.self) { try Run(experiment) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    // A change is refused too, and the run stays as it was.
    let run = try Run(Self.experiment("batchNorm=true;batchSize=25"))
    #expect(throws: ExperimentError.self) { try run.adjust(experiment) }
    #expect(run.experiment.batchSize == 25)
  }

  @Test(arguments: [
    "batchNorm=true;batchSize=2", "batchNorm=true;batchSize=1;hidden=[]", "batchSize=3", "batchNorm=true;batchSize=251",
  ])
  func othersAreNot(_ settings: String) throws {
    #expect(try Run(Self.experiment(settings)).epoch == 0)
  }

  @Test(
    arguments: [
      ("hidden=[4]", nil), ("output=step;hidden=[];loss=perceptron", nil), ("initializer=zero;hidden=[]", nil),
      ("remainder=carry;batchSize=250", nil), ("remainder=use;batchSize=251", nil),
      ("output=step;hidden=[4]", "output step has no slope, so that nothing is learnt"),
      ("activation=[tanh, step]", "activation step has no slope, so that no layer up to it learns"),
      ("initializer=zero", "initializer zero makes all units of a layer alike"),
      ("remainder=carry;batchSize=251", "batchSize 251 is never filled by 250 training samples"),
    ] as [(String, String?)])
  func whatHindersIsSaid(_ settings: String, _ words: String?) throws {
    let said = try Self.experiment(settings).resolved().hindrances(samples: 250)
    #expect(said.count == (words == nil ? 0 : 1))
    #expect(said.first.map { $0.hasPrefix(words ?? "?") } ?? (words == nil), "\(said)")
  }
}
