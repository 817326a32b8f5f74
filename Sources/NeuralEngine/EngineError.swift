/// What the engine refuses, each with the value and what to do instead.
public enum EngineError: Error, Equatable, Sendable {
  /// A network without inputs; 0 too where a side of the input is beyond all measure.
  case noInputs(Int)
  /// A layer without units.
  case emptyLayer(layer: Int, units: Int)
  /// A layer with more units than can be counted on.
  case tooManyUnits(layer: Int, most: Int)
  /// A window that has no middle, holds nothing, or is beyond all measure.
  case windowSize(layer: Int, size: Int, allowed: String)
  /// A window that does not fit into what comes before.
  case windowTooLarge(layer: Int, size: Int, input: Shape)
  /// The hidden layers and their activations are not the same number.
  case activationCount(hiddenLayers: Int, activations: Int)
  /// Softmax needs the last place.
  case hiddenSoftmax(layer: Int)
  /// The last layer is not one that can answer.
  case noOutput(layers: Int)
  /// A loss on an output activation for which it has no meaning.
  case lossNeedsOutput(Loss, Activation)
  /// Only pictures can be moved.
  case augmentationNeedsPicture(input: Shape)
  /// Label smoothing divides the certainty of shares, which only softmax gives.
  case smoothingNeedsSoftmax(Loss)
  /// Rosenblatt's rule knows one layer only.
  case perceptronNeedsOneLayer(hiddenLayers: Int)
  /// A number outside the range in which it means anything.
  case outOfRange(setting: String, value: Double, range: String)
  /// The parameters handed over have another shape.
  case shapeChanged(is: Architecture, was: Architecture)
  /// The buffers of a data set do not fit its counts.
  case samplesShape(what: String, count: Int, expected: Int)
  /// A part of a learner's state is of another length than the network's parameters.
  case stateShape(what: String, count: Int, expected: Int)
  /// A part of a learner's state is what no training leaves behind.
  case stateValue(what: String, value: String, expected: String)
  /// A class beyond the last output.
  case unknownClass(sample: Int, label: Int, classes: Int)
}

extension EngineError: CustomStringConvertible {
  /// The error in one sentence: place, value and remedy.
  public var description: String {
    switch self {
    case .noInputs(let count):
      "a network has \(count) inputs; give it at least one"
    case .emptyLayer(let layer, let units):
      "layer \(layer) has \(units) units; give it at least one"
    case .tooManyUnits(let layer, let most):
      "layer \(layer) would have more than \(most) units; give it fewer"
    case .windowSize(let layer, let size, let allowed):
      "layer \(layer) looks through windows of \(size)×\(size); a size must be \(allowed)"
    case .windowTooLarge(let layer, let size, let input):
      "layer \(layer) looks through windows of \(size)×\(size) at \(input.rows)×\(input.columns) numbers of "
        + "\(input.channels) channels, which are too few; make the window smaller, or leave the layer out"
    case .activationCount(let layers, let activations):
      "\(layers) hidden layers have \(activations) activations; give one for each"
    case .hiddenSoftmax(let layer):
      "hidden layer \(layer) is softmax, which only the output can be; choose another activation for it"
    case .noOutput(let layers):
      "a network of \(layers) layers has no output; let the last layer be dense and not normalised"
    case .lossNeedsOutput(let loss, let activation):
      "loss \(loss.rawValue) does not fit output \(activation.rawValue); \(loss.remedy)"
    case .augmentationNeedsPicture(let input):
      "the inputs are \(input), which is no picture that could be moved; leave augmentation out"
    case .smoothingNeedsSoftmax(let loss):
      "label smoothing has no meaning with loss \(loss.rawValue); take softmaxCrossEntropy, or a smoothing of 0"
    case .perceptronNeedsOneLayer(let layers):
      "the perceptron's rule trains one layer and this network has \(layers) hidden; remove them or choose another loss"
    case .outOfRange(let setting, let value, let range):
      "\(setting) is \(value); it must be \(range)"
    case .shapeChanged(let new, let old):
      "the network is \(new) but this learner trains \(old); make a new learner for it"
    case .samplesShape(let what, let count, let expected):
      "\(what) hold \(count) numbers where \(expected) are needed; check the number of columns"
    case .stateShape(let what, let count, let expected):
      "the state's \(what) are \(count) numbers and the network has places for \(expected); restore a state of a network "
        + "of the same shape"
    case .stateValue(let what, let value, let expected):
      "\(what) of the state is \(value); it must be \(expected)"
    case .unknownClass(let sample, let label, let classes):
      "sample \(sample) is of class \(label) but there are only \(classes); classes are counted from 0"
    }
  }
}

extension Loss {
  fileprivate var remedy: String {
    switch self {
    case .squaredError: "any output will do"
    case .sigmoidCrossEntropy: "choose output sigmoid, or loss squaredError"
    case .softmaxCrossEntropy: "choose output softmax, or loss squaredError"
    case .perceptron: "choose output step, or loss squaredError"
    }
  }
}
