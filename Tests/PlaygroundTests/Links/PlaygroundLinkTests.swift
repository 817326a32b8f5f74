import NeuralEngine
import Playground
import Testing

@Suite struct PlaygroundLinkTests {
  @Test(arguments: PageTrace.runs + PageTrace.quirks)
  func aLinkIsWrittenAsThePageWouldWriteIt(_ trace: PageTrace) throws {
    let link = try #require(PlaygroundLink(trace.url))
    #expect(link.hash == trace.serializedHash)
    #expect(PlaygroundLink("#\(link.hash)")?.hash == trace.serializedHash)
  }

  @Test(arguments: PageTrace.runs)
  func anExperimentFromALinkLeadsBackToIt(_ trace: PageTrace) throws {
    let link = try #require(PlaygroundLink(trace.url))
    let (experiment, notes) = link.experiment()
    let back = PlaygroundLink(experiment, showTestData: link.showTestData, discretize: link.discretize)
    #expect(back.experiment().experiment == experiment)
    #expect(back.notes.isEmpty)
    #expect(notes.isEmpty)
    // A link names a data set for each kind of problem, an experiment only its own.
    let other = link.problem == .classification ? "regDataset" : "dataset"
    func pairs(_ hash: String) -> [Substring] { hash.split(separator: "&").filter { !$0.hasPrefix("\(other)=") } }
    #expect(pairs(back.hash) == pairs(trace.serializedHash))
  }

  struct Quirk: Sendable, CustomTestStringConvertible {
    let link: String
    let note: String
    var testDescription: String { link }
  }

  /// What cannot be used is named, and the rest opens as on the page.
  @Test(arguments: [
    Quirk(
      link: "#seed=1&activation=swish",
      note: "The page has no activation \"swish\", only relu, tanh, sigmoid and linear: it is passed over."),
    Quirk(link: "#seed=1&learningRate=", note: "\"learningRate\" has no value: its default is kept."),
    Quirk(link: "#seed=1&learningRate=fast", note: "learningRate is not a number: 0.03 is used."),
    Quirk(
      link: "#seed=1&learningRate=-1",
      note: "learningRate -1 is negative: 0.03 is used."),
    Quirk(link: "#seed=1&learningRate=0", note: "learningRate 0 is out of range here: 0.03 is used."),
    Quirk(link: "#seed=1&regularizationRate=-0.1", note: "regularizationRate -0.1 is negative: 0 is used."),
    Quirk(link: "#seed=1&colour=red", note: "The page knows no key \"colour\": it is passed over."),
    Quirk(link: "#seed=1&noise=90", note: "noise 90 becomes 50, as on the page."),
    Quirk(link: "#seed=1&noise=-5", note: "noise -5 becomes 0, as on the page."),
    Quirk(link: "#seed=1&networkShape", note: "networkShape has no \"=\", which stops the page: its default is kept."),
    Quirk(link: "#seed=1&networkShape=4,x", note: "networkShape has a layer of NaN units: it is left out."),
    Quirk(link: "#seed=1&batchSize=0", note: "batchSize 0 never updates the weights, as on the page."),
    Quirk(link: "#seed=1&batchSize=-20", note: "batchSize -20 works as 20, as on the page."),
    Quirk(link: "#seed=1&batchSize=2.5", note: "batchSize 2.5 works as 5, as on the page."),
    Quirk(link: "#seed=1&cosX=true", note: "cosX is switched on and is no input, on the page either."),
    Quirk(
      link: "#seed=1&x=false&y=false",
      note: "The link switches every input off, and a network needs one: x1 and x2 are used."),
    Quirk(link: "#seed=1&percTrainData=5", note: "percTrainData 5 is out of range here: 10 is used."),
  ])
  func whatCannotBeUsedIsNamed(_ quirk: Quirk) throws {
    let (experiment, notes) = try #require(PlaygroundLink(quirk.link)).experiment()
    #expect(notes == [quirk.note])
    try experiment.check()
    _ = try Material(experiment)
  }

  @Test func aLinkWithoutASeedDrawsOneAndSaysSo() throws {
    let link = try #require(PlaygroundLink("https://playground.tensorflow.org/"))
    let (experiment, notes) = link.experiment(newSeed: { "0.31415" })
    #expect(experiment.seed == "0.31415")
    #expect(notes == ["The link has no seed: 0.31415 was drawn, as the page draws one."])
    let drawn = PlaygroundLink.randomSeed()
    #expect(drawn.count == 7 && drawn.hasPrefix("0.") || drawn == "1.00000")
  }

  @Test func hiddenControlsAreListedAndHiddenFeaturesGone() throws {
    let link = try #require(PlaygroundLink("#seed=1&x=true&y=true&x_hide=true&learningRate_hide=true&noise_hide=false"))
    #expect(link.hiddenControls == ["x", "learningRate"])
    #expect(link.experiment().experiment.features == [.plane(.x2)])
    #expect(link.hash.hasSuffix("hideText=false&x_hide=true&learningRate_hide=true&noise_hide=false"))
  }

  @Test func fortyLayersAndAMegabyteOpen() throws {
    let layers = Array(repeating: "2", count: 40).joined(separator: ",")
    let deep = try #require(PlaygroundLink("#seed=1&networkShape=\(layers)")).experiment().experiment
    #expect(deep.hidden == Array(repeating: 2, count: 40))
    let deepRun = try Run(deep)
    deepRun.train(epochs: 1)
    #expect(deepRun.epoch == 1 && deepRun.train?.loss.isFinite == true)
    let long = try #require(PlaygroundLink("#seed=" + String(repeating: "7", count: 1 << 20)))
    let run = try Run(long.experiment().experiment)
    run.train(epochs: 1)
    #expect(run.epoch == 1)
  }

  /// What the page cannot express is named; the numbers are what §5 of the design lists.
  @Test func whatThePageCannotExpressIsNamed() throws {
    var experiment = Experiment()
    for (key, value) in [
      ("dataset", "moons"), ("activation", "[relu, elu]"), ("output", "sigmoid"), ("loss", "sigmoidCrossEntropy"),
      ("optimizer", "adam"), ("initializer", "he"), ("dropout", "0.5"), ("batchNorm", "true"), ("shuffle", "true"),
      ("schedule", "cosine"), ("normalize", "standard"), ("batchSize", "30"),
    ] {
      try experiment.set(key, to: value)
    }
    #expect(
      PlaygroundLink(experiment).notes == [
        "The page has no data set moons.", "The page has one activation for all hidden layers.",
        "The page does not normalise its inputs.", "The page's output is tanh, not sigmoid.",
        "The page has no batch normalisation.", "The page draws its first weights from ±0.5, not by he.",
        "The page knows squared error only, not sigmoidCrossEntropy.", "The page knows sgd only, not adam.",
        "The page keeps its learning rate, without cosine.",
        "The page takes the samples in the same order in every epoch.", "The page has no dropout.",
        "The page carries the 10 left-over samples of an epoch into the next.",
      ])
  }

  @Test(arguments: ["circle", "links.yaml", "", "ftp://x#y"])
  func otherTextIsNoLink(_ text: String) { #expect(PlaygroundLink(text) == nil) }
}
