/// The losses at one moment of a run.
public struct LossPoint: Equatable, Sendable {
  /// The moment, in epochs; a fraction inside an epoch of a large set.
  public var position: Double
  /// The mean loss over the training samples, or over the stretch of them just trained on.
  public var train: Double
  /// The mean loss over the samples held back for validation; nil where none are, and inside an epoch.
  public var validation: Double?
  /// The mean loss over the test samples; nil where none are kept, and inside an epoch.
  public var test: Double?
  /// The share of right answers in training; nil for regression.
  public var trainAccuracy: Double?
  /// The share of right answers in validation; nil for regression.
  public var validationAccuracy: Double?
  /// The share of right answers in the test; nil for regression.
  public var testAccuracy: Double?

  /// A moment's losses.
  public init(
    position: Double, train: Double, validation: Double? = nil, test: Double? = nil, trainAccuracy: Double? = nil,
    validationAccuracy: Double? = nil, testAccuracy: Double? = nil
  ) {
    self.position = position
    self.train = train
    self.validation = validation
    self.test = test
    self.trainAccuracy = trainAccuracy
    self.validationAccuracy = validationAccuracy
    self.testAccuracy = testAccuracy
  }
}

/// At which epochs losses are kept: each one at first, then fewer, so that cost and memory stay bounded.
///
/// The stride is 1 up to epoch 200, then 2 to 400, 5 to 1,000, 10 to 2,000 and so on in the steps 1, 2, 5: about 320
/// points for each tenfold of epochs, and never fewer than 100 in the second half of a run.
public enum HistorySchedule {
  /// Epochs per stride: a stride of s holds up to epoch 200 s.
  static let epochsPerStride = 200

  /// The stride in force at an epoch.
  public static func stride(at epoch: Int) -> Int {
    var stride = 1
    var decade = 1
    while true {
      for step in [1, 2, 5] {
        stride = step * decade
        if epoch <= stride * epochsPerStride { return stride }
      }
      decade *= 10
    }
  }

  /// Whether losses are kept at the end of an epoch.
  public static func keeps(_ epoch: Int) -> Bool { epoch % stride(at: epoch) == 0 }
}
