import Datasets
import Glibc

extension Experiment {
  /// Opens what a source names: a data set, an experiment file or a link of TensorFlow Playground; nil is the circle.
  ///
  /// Of a link only what runs is taken; `PlaygroundLink` also knows what it shows, hides and cannot use.
  ///
  /// - Parameter others: names that stand for something else, among which a mistyped one is looked for too.
  /// - Throws: `ExperimentError.unknownSource` with the nearest name, or what is wrong with the file.
  public init(source: String?, others: [String] = []) throws(ExperimentError) {
    guard let source else {
      self.init()
      return
    }
    if let link = PlaygroundLink(source) {
      self = link.experiment().experiment
      return
    }
    do throws(DatasetError) {
      self.init(try Dataset(source))
      return
    } catch {
      // A choice of classes that cannot be made is no file either.
      if case .unknownDataset = error {} else { throw .data(error) }
    }
    let isPath = source.contains("/") || source.hasSuffix(".yaml") || source.hasSuffix(".yml")
    guard isPath || access(source, F_OK) == 0 else {
      throw .unknownSource(source, nearest: nearestName(to: source, among: DatasetCatalog.names + others))
    }
    try self.init(path: source)
  }
}
