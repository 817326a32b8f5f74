import Datasets
import NeuralEngine
import Playground
import Testing

/// What the page's controls do to seed, data, weights and epoch, step by step, by this program's means.
@Suite struct PageInteractionTests {
  /// Problem changes stand apart: there the page draws its thumbnails between data and weights, so that not even its
  /// own link leads to those weights.
  static let interactions = PageInteraction.all.filter { !$0.name.hasPrefix("problem change") }

  @Test(arguments: interactions)
  func controlsDoWhatThePageDoes(_ interaction: PageInteraction) throws {
    let run = try Run(#require(PlaygroundLink(interaction.url)).experiment().experiment)
    run.evaluatesEveryEpoch = true
    var before = run.experiment
    for moment in interaction.log {
      let after = try #require(PlaygroundLink(moment.hash)).experiment().experiment
      try obey(moment.action, from: before, to: after, run)
      before = after
      #expect(run.epoch == moment.epoch, "\(moment.action)")
      #expect(run.experiment.seed == moment.seed, "\(moment.action)")
      #expect(run.material.train.count == moment.trainCount, "\(moment.action)")
      #expect(agrees(run.network, weights: moment.weights, biases: moment.biases, within: 1e-5), "\(moment.action)")
      for (point, expected) in zip(try #require(run.material.points).train, moment.trainPoints) {
        #expect(near([point.x1, point.x2, point.label], expected, 1e-9), "\(moment.action)")
      }
      // After Regenerate the page goes on showing the old losses; here they are those of the new data.
      if moment.action != "click #data-regen-button" {
        #expect(abs(try #require(run.train).loss - moment.lossTrain) < 2e-5, "\(moment.action)")
        #expect(abs(try #require(run.test).loss - moment.lossTest) < 2e-5, "\(moment.action)")
      }
    }
  }

  /// Two thumbnails of 200 points, four numbers each, come between the shuffle and the first weight.
  @Test func aProblemChangeSpendsDrawsOnThumbnails() throws {
    let change = try #require(PageInteraction.all.first { $0.name.hasPrefix("problem change") })
    let load = change.log[0]
    let after = try #require(change.log.first { $0.action == "change #problem regression" })
    let page = try Run(#require(PlaygroundLink(change.url)).experiment().experiment)
    #expect(agrees(page.network, weights: load.weights, biases: load.biases, within: 1e-5))
    #expect(page.nextSeed() == after.seed)
    let experiment = try #require(PlaygroundLink(after.hash)).experiment().experiment
    let material = try Material(experiment)
    for (point, expected) in zip(try #require(material.points).train, after.trainPoints) {
      #expect(near([point.x1, point.x2, point.label], expected, 1e-9))
    }
    var random = SeededRandom(seed: after.seed)
    _ = PointGenerator.plane.recipe.generate(count: 1200, noise: 0, trainRatio: 0.5, using: &random)
    for _ in 0..<2 * 200 * 4 { _ = random.uniform() }
    var network = Network(material.architecture)
    network.initialize(.uniform, using: &random)
    #expect(agrees(network, weights: after.weights, biases: after.biases, within: 1e-5))
  }

  private func obey(_ action: String, from before: Experiment, to after: Experiment, _ run: Run) throws {
    if action.hasPrefix("step "), let epochs = Int(action.dropFirst("step ".count)) {
      run.train(epochs: epochs)
    } else if action == "click #data-regen-button" {
      try run.newData()
    } else if action == "click #reset-button" {
      try run.redraw(run.experiment)
    } else if before.seed != after.seed {
      // Noise, share of training data, another data set: the page's new seed is the stream's next number.
      #expect(run.nextSeed() == after.seed)
      try run.reopen(after)
    } else if action.contains("learningRate") {
      #expect(try run.adjust(after))
    } else if before != after {
      // A feature, a layer, an activation, a batch size, a penalty: new weights from the stream where it stands.
      try run.redraw(after)
    }
  }
}
