import NeuralEngine

/// How a run broke down, why, and where it can go on from.
public struct Divergence: Equatable, Sendable {
  /// What was noticed first.
  public enum Symptom: Equatable, Sendable {
    /// A parameter is no longer a number.
    case parameter(ParameterPlace, before: Float, after: Float)
    /// The loss is no longer a number while every parameter still is.
    case lossNotANumber
    /// The loss is far above that of the fresh network.
    case loss(Double, first: Double)
  }

  /// The likeliest reason.
  public enum Cause: Equatable, Sendable {
    /// The learning rate was raised along the run.
    case rateRaised(from: Double, to: Double, since: Int)
    /// The penalty alone throws weights past zero: η λ is 1 or more.
    case penaltyTooStrong(learningRate: Double, rate: Double)
    /// The inputs are large and were not normalised.
    case inputsTooLarge(Float)
    /// Another key was changed along the run.
    case changed(LiveChange)
    /// The learning rate is too high for this network and these data.
    case rateTooHigh(Double)
  }

  /// The epoch during which it was noticed, counted from 1.
  public var epoch: Int
  /// What was noticed first.
  public var symptom: Symptom
  /// The likeliest reason.
  public var cause: Cause
  /// The last epoch at which all was well; `restoreSane` goes back there.
  public var lastSaneEpoch: Int
  /// The learning rate with which `restoreSane` goes on.
  public var returnRate: Double

  /// A divergence.
  public init(epoch: Int, symptom: Symptom, cause: Cause, lastSaneEpoch: Int, returnRate: Double) {
    self.epoch = epoch
    self.symptom = symptom
    self.cause = cause
    self.lastSaneEpoch = lastSaneEpoch
    self.returnRate = returnRate
  }
}

/// A trained number's place in the network, counted from 0.
public struct ParameterPlace: Hashable, Sendable {
  /// What kind of parameter it is.
  public enum Kind: Hashable, Sendable {
    /// The weight from a source: an input, or a unit of the layer before.
    case weight(source: Int)
    case bias
    /// The learnt slope of a prelu layer.
    case slope
    /// Part of a batch normalisation.
    case normalization
  }

  /// The layer, of those that have weights.
  public var layer: Int
  /// The unit; 0 for a slope, which its layer shares.
  public var unit: Int
  /// What kind of parameter it is.
  public var kind: Kind

  /// A place by its layer, its unit and what it is there.
  public init(layer: Int, unit: Int, kind: Kind) {
    self.layer = layer
    self.unit = unit
    self.kind = kind
  }

  /// The place that an index of `Network.parameters` stands for; nil for padding and past the end.
  public init?(index: Int, in layout: ParameterLayout) {
    guard let part = layout.part(containing: index), let place = part.indices(of: index) else { return nil }
    layer = part.layer
    unit = place.unit
    kind =
      switch part.name {
      case "weight": .weight(source: place.row)
      case "bias": .bias
      case "prelu": .slope
      case _: .normalization
      }
  }
}
