import NeuralEngine

/// What has come of a run since it began: how far it is, and what was found out on the way.
struct Record {
  /// Epochs done.
  var epoch: Int
  /// Training samples of the current epoch that are done.
  var position = 0
  /// The current epoch's order; nil for the order of the data.
  var order: [UInt32]?
  /// Whether a new batch size waits for the end of the epoch under way.
  var batchSizeWaits = false
  /// Sums over the current epoch, and over its stretch since the last mark of the history.
  var sums = Progress()
  var markSums = Progress()
  /// What the run is up to.
  var status = Run.Status.open
  /// What became of the goal.
  var verdict: Verdict?
  /// How the network did when last evaluated, and at which epoch that was.
  var train: Evaluation?
  var validation: Evaluation?
  var test: Evaluation?
  /// The network with the lowest validation loss; nil where nothing waits for that.
  var best: Best?
  var evaluatedEpoch = 0
  /// The fresh network's training loss.
  var firstLoss = 0.0
  /// The last state known to be sane.
  var sane: Checkpoint
  /// The losses along the run.
  var history: [LossPoint] = []
  /// Changes made along the run that reset nothing.
  var changes: [LiveChange] = []
  /// Where the parameters went.
  var path = WeightPath()
  /// Training samples the network has learnt from, and seconds spent on that alone.
  var samplesTrained = 0
  var secondsTrained = 0.0

  /// The record of a run that begins, of which nothing but its beginning is known to be sane.
  init(_ beginning: Checkpoint) {
    epoch = beginning.epoch
    sane = beginning
  }

  /// Goes back to the last sane state: what came after it is forgotten.
  mutating func goBack() {
    restartEpoch()
    epoch = sane.epoch
    status = .open
    if let verdict, verdict.epoch > epoch { self.verdict = nil }
    if let best, best.epoch > epoch { self.best = nil }
    best?.since = epoch
    history = history.filter { $0.position <= Double(sane.epoch) }
    path.lift()
  }

  /// Forgets how far the epoch under way is.
  mutating func restartEpoch() {
    position = 0
    sums = Progress()
    markSums = Progress()
  }
}

/// A state of the network to come back to.
struct Checkpoint {
  var epoch: Int
  var parameters: [Float]
  /// The learning rate in force when it was reached.
  var learningRate: Double
  /// Updates made until then: where the schedule stands.
  var steps = 0
}
