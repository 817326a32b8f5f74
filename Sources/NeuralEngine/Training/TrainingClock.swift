import CKernels

/// How far training has come: what schedules, dropout masks, optimisers and waiting gradients depend on.
///
/// A value without references. Every thread advances a copy of its own in the same way, so that they need not talk
/// about it.
public struct TrainingClock: Codable, Equatable, Sendable {
  /// Mini-batches seen, whether or not an update came of them.
  public var batches: UInt64 = 0
  /// Updates made.
  public var steps = 0
  /// Samples whose gradients wait for the rest of their mini-batch.
  public var waiting = 0
  /// 0.9ᵗ after t steps of adam or adamW.
  public var beta1Power = 1.0
  /// 0.999ᵗ after t steps of adam or adamW.
  public var beta2Power = 1.0

  /// The beginning.
  public init() {}

  /// The rule of the next update, and with it t ← t + 1 where the optimiser counts.
  mutating func nextRule(_ settings: UpdateSettings) -> ck_rule {
    var rule = rule(settings)
    ck_rule_advance(&rule)
    keepPowers(of: rule)
    steps += 1
    waiting = 0
    return rule
  }

  /// The rule of the next update, not yet counted: for kernels that make many updates a call and count them themselves.
  func rule(_ settings: UpdateSettings) -> ck_rule {
    var rule = settings.rule(atStep: steps)
    (rule.beta1_power, rule.beta2_power) = (beta1Power, beta2Power)
    return rule
  }

  /// Takes over what such kernels have counted.
  mutating func advance(batches count: Int, updates: Int, waiting: Int, rule: ck_rule) {
    batches += UInt64(count)
    steps += updates
    self.waiting = waiting
    keepPowers(of: rule)
  }

  /// Counts samples whose gradients were summed and not yet used.
  mutating func wait(samples: Int) { waiting += samples }

  /// Counts a mini-batch.
  mutating func finishBatch() { batches += 1 }

  private mutating func keepPowers(of rule: ck_rule) {
    (beta1Power, beta2Power) = (rule.beta1_power, rule.beta2_power)
  }
}

/// The part of the settings that an update needs, without references.
struct UpdateSettings {
  let optimizer: Optimizer
  let l1: Float
  let l2: Float
  let weightDecay: Float
  /// The share by which the running mean follows; 0 where there is none.
  let averaging: Float
  private let learningRate: Double
  private let schedule: Schedule
  private let totalSteps: Int?

  init(_ settings: TrainingSettings) {
    optimizer = settings.optimizer
    let rate = Float(settings.regularizationRate)
    l1 = settings.regularization == .l1 ? rate : 0
    l2 = settings.regularization == .l2 ? rate : 0
    weightDecay = Float(settings.weightDecay)
    averaging = Float(settings.averaging)
    learningRate = settings.learningRate
    schedule = settings.schedule
    totalSteps = settings.totalSteps
  }

  /// Whether every update is the same, and nothing is done between two of them.
  var isSteady: Bool { (schedule == .constant || totalSteps == nil) && averaging == 0 }

  /// The learning rate of an update, schedule included.
  func rate(atStep step: Int) -> Float { Float(learningRate * schedule.factor(step: step, of: totalSteps)) }

  /// The kernels' form of an update's rule, with adam's count still to be set.
  func rule(atStep step: Int) -> ck_rule {
    var rule = ck_rule_begin(optimizer.kernel, rate(atStep: step), l2, l1)
    rule.weight_decay = weightDecay
    return rule
  }
}
