import Datasets
import NeuralEngine

/// Where a byte of a picture becomes a number of 0…1.
private let brightest: Float = 255

extension RawMaterial {
  /// Pictures, shown to the network as bytes scaled to 0…1.
  ///
  /// - Throws: `DatasetError` for a form that pictures cannot take.
  init(images: (train: ImageSet, test: ImageSet), for experiment: ResolvedExperiment) throws {
    let form = try PixelForm(features: experiment.features.map(\.description))
    let shape = PictureShape(
      width: images.train.width, height: images.train.height, channels: images.train.channels)
    let all = images.train.shown(as: form)
    let shuffle = LabelShuffle(experiment, count: all.count)
    let labelled = shuffle.map { all.labelled($0(all.labels)) } ?? all
    let split = try ValidationSplit(experiment, count: all.count)
    let train = split.map { labelled.choosing($0.kept[...]) } ?? labelled
    var preparation = Preparation(source: .pixels(shape, form))
    if experiment.normalize == .standard { preparation.scaling = Scaling(ofBytes: train.pixels) }
    let code = TargetCode(experiment)
    func samples(_ set: ImageSet) throws -> Samples {
      let scaling = preparation.scaling
      let deviation = Float(scaling?.deviations.first ?? 1)
      let mean = Float(scaling?.means.first ?? 0)
      return try Samples(
        inputs: .bytes(set.pixels, scale: 1 / (brightest * deviation), shift: -mean / deviation),
        targets: code.targets(ofClasses: set.labels), inputCount: set.pixelCount, outputCount: experiment.outputs,
        task: .classification)
    }
    kind = .images(width: train.width, height: train.height, channels: train.channels)
    self.train = try samples(train)
    validation = try split.map { try samples(labelled.choosing($0.held[...])) }
    test = images.test.count == 0 ? nil : try samples(images.test.shown(as: form))
    points = nil
    self.images = images
    table = nil
    inputNames = []
    classNames = images.train.classNames
    self.preparation = preparation
    domain = .playground
  }
}

extension Scaling {
  /// One mean and one deviation for all pixels, of brightness 0…1.
  init(ofBytes bytes: [UInt8]) {
    var counts = [Int](repeating: 0, count: 256)
    bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes { counts[Int(byte)] += 1 }
    }
    let total = Double(max(bytes.count, 1))
    let values = (0..<256).map { Double($0) / Double(brightest) }
    let mean = zip(values, counts).reduce(0) { $0 + $1.0 * Double($1.1) } / total
    let variance = zip(values, counts).reduce(0) { $0 + ($1.0 - mean) * ($1.0 - mean) * Double($1.1) } / total
    means = [mean]
    deviations = [variance > 0 ? variance.squareRoot() : 1]
  }
}
