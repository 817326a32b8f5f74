import Datasets
import Foundation
import NeuralEngine
import Words

/// A network with all it takes to use it: the experiment it came from, and how a raw sample becomes its inputs.
public struct Model: Sendable {
  /// The network.
  public var network: Network
  /// The experiment that trained it.
  public var experiment: Experiment
  /// The same with every default filled in.
  public var resolved: ResolvedExperiment
  /// What turns a raw sample into inputs.
  public var preparation: Preparation
  /// What each class is called; empty for regression.
  public var classNames: [String]
  /// Where the run stood, so that another one can go on from there; nil for weights alone.
  public var training: TrainingState?
  /// What is to be said of the file it was read from; nil where that is as this program writes it.
  public private(set) var remark: String?

  /// A network as it stands in a run.
  public init(_ snapshot: Snapshot) {
    self.init(
      network: snapshot.network, experiment: snapshot.experiment, resolved: snapshot.resolved,
      material: snapshot.material, training: snapshot.training)
  }

  /// A network as it stands in a run.
  public init(_ run: Run) {
    self.init(
      network: run.network, experiment: run.experiment, resolved: run.resolved, material: run.material,
      training: run.training)
  }

  private init(
    network: Network, experiment: Experiment, resolved: ResolvedExperiment, material: Material, training: TrainingState?
  ) {
    self.network = network
    self.experiment = experiment
    self.resolved = resolved
    preparation = material.preparation
    classNames = material.classNames
    self.training = training
  }

  /// Reads a model that `write(to:)` wrote.
  ///
  /// - Throws: `ModelError` with file, tensor and remedy.
  public init(path: String) throws(ModelError) {
    let file = try SafeTensors(path: path)
    guard let experiment = file.metadata[MetadataKey.experiment], let prepared = file.metadata[MetadataKey.preparation]
    else { throw ModelError(path, .noExperiment) }
    func decode<Value: Decodable>(_ type: Value.Type, _ key: String, _ text: String) throws(ModelError) -> Value {
      do {
        return try JSONDecoder().decode(type, from: Data(text.utf8))
      } catch let error as ExperimentError {
        throw ModelError(path, .badMetadata(key: key, reason: "\(error)"))
      } catch {
        throw ModelError(path, .badMetadata(key: key, reason: "it is not what this program writes."))
      }
    }
    self.experiment = try decode(Experiment.self, MetadataKey.experiment, experiment)
    preparation = try decode(Preparation.self, MetadataKey.preparation, prepared)
    classNames =
      try file.metadata[MetadataKey.classes].map { text throws(ModelError) in
        try decode([String].self, MetadataKey.classes, text)
      } ?? []
    let targets = try file.metadata[MetadataKey.targets].map { text throws(ModelError) in
      try decode(Int.self, MetadataKey.targets, text)
    }
    resolved = self.experiment.resolved(
      for: targets.map(Problem.regression) ?? .classification(classes: max(classNames.count, 2)))
    do {
      try preparation.check()
      network = Network(try resolved.architecture(input: preparation.inputShape))
    } catch {
      throw ModelError(path, .badMetadata(key: MetadataKey.experiment, reason: "\(error)"))
    }
    do throws(ModelError.Problem) {
      remark = try network.take(file)?.sentence
      if case .whole(let state) = try SavedTraining(file, for: network, optimizer: resolved.optimizer) {
        training = state
      }
    } catch {
      throw ModelError(path, error)
    }
  }

  /// Writes the model: the tensors, and what it takes to use them as texts of JSON among the metadata.
  ///
  /// The file is written beside its place and renamed, so that a run that dies meanwhile leaves the old one.
  ///
  /// - Throws: `ModelError` when the place cannot be written, or a weight is no number.
  public func write(to path: String) throws(ModelError) {
    let bytes = try bytes(for: path)
    do throws(DatasetError) {
      try writeFile(bytes, to: path)
    } catch {
      throw ModelError(path, .unwritable(error))
    }
  }

  /// The model as a file has it; `name` is what an error calls the file.
  ///
  /// - Throws: `ModelError` when a weight is no number.
  public func bytes(for name: String) throws(ModelError) -> [UInt8] {
    let tensors = network.tensors + (training?.tensors(network) ?? [])
    for tensor in tensors {
      if let index = tensor.values.firstIndex(where: { !$0.isFinite }) {
        throw ModelError(name, .notFinite(tensor: tensor.name, index: index, value: tensor.values[index]))
      }
    }
    return SafeTensors(tensors: tensors, metadata: metadata).bytes
  }

  private var metadata: [String: String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func json(_ value: some Encodable) -> String? {
      (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
    }
    var metadata: [String: String] = [:]
    metadata[MetadataKey.experiment] = json(experiment)
    metadata[MetadataKey.preparation] = json(preparation)
    metadata[TrainingState.metadataKey] = training.flatMap { json($0.counters) }
    if (resolved.activations + [resolved.output]).contains(.leakyReLU) {
      metadata[MetadataKey.leakySlope] = shortest(resolved.leakySlope)
    }
    switch resolved.problem {
    case .classification: metadata[MetadataKey.classes] = json(classNames)
    case .regression(let targets): metadata[MetadataKey.targets] = json(targets)
    }
    return metadata
  }
}

/// The names of the texts beside the tensors.
private enum MetadataKey {
  static let experiment = "experiment"
  static let preparation = "inputs"
  static let classes = "classes"
  static let targets = "targets"
  /// For readers elsewhere, whose leaky relu may have another slope below 0.
  static let leakySlope = "leakyReLU"
}

extension SafeTensors {
  /// Parameters, all that four kinds of optimisers remember of them, what waits and what lives: eight floats, or all
  /// of them in double precision.
  private static let bytesPerParameter = 8 * 8

  /// Reads a file, or a model that ships.
  ///
  /// - Throws: `ModelError` with the file and what is wrong with it.
  init(path: String) throws(ModelError) {
    let bytes: [UInt8]
    if let shipped = ShippedModels.bytes(named: path) { bytes = shipped } else { bytes = try Self.read(path) }
    do throws(ModelError.Problem) {
      try self.init(bytes: bytes)
    } catch {
      throw ModelError(path, error)
    }
  }

  private static func read(_ path: String) throws(ModelError) -> [UInt8] {
    do throws(BoundedFile.Failure) {
      return try BoundedFile.read(path, limit: largestParameterCount * bytesPerParameter + largestHeader)
    } catch {
      throw ModelError(path, error.isTooLarge ? .tooLarge(error.reason) : .unreadable(error.reason))
    }
  }
}

extension Network {
  /// Takes over the weights of a file, and finds out whether it says how training goes on.
  ///
  /// - Throws: `ModelError` with file, tensor and remedy.
  package mutating func takeWeights(from path: String, optimizer: Optimizer) throws(ModelError) -> SavedTraining {
    let file = try SafeTensors(path: path)
    do throws(ModelError.Problem) {
      if let names = try take(file) { return .weightsAlone(.otherNames(names.sentence)) }
      return try SavedTraining(file, for: self, optimizer: optimizer)
    } catch {
      throw ModelError(path, error)
    }
  }
}
