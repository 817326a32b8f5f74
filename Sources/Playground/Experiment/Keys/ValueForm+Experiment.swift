import Datasets
import NeuralEngine
import Words

/// The most hidden layers an experiment may have.
let largestDepth = 64
/// The most features a network may be shown.
let mostFeatures = 32
/// The most units a hidden layer may have.
let largestWidth = 16_384

extension ValueForm where Value == Dataset {
  static var dataset: ValueForm {
    .word(
      "\(DatasetCatalog.names.inChoice), or a choice of classes such as mnist:3,8", names: DatasetCatalog.names,
      { word throws(ExperimentError) in
        do throws(DatasetError) {
          return try Dataset(word)
        } catch {
          // Of a name that is none the key's own sentence says more.
          if case .unknownDataset = error { return nil }
          throw .data(error)
        }
      }, \.description)
  }
}

extension ValueForm where Value == [InputFeature] {
  static var features: ValueForm {
    let names = Feature.named.map(\.rawValue) + ["pixels", "gray", "deskewed", "stretched"]
    let list = ValueForm.list(
      "a list of \(names.inChoice), or of formulas such as x1 x2^2; a picture's other size is pixels:20x20 or gray:20x20",
      names: names, limit: mostFeatures, { word throws(ExperimentError) in try InputFeature(word) }, \.description)
    return list.withoutEmpty
  }
}

extension ValueForm where Value == [HiddenLayer] {
  static var hidden: ValueForm {
    .list(
      "a list of at most \(largestDepth) layers, such as [4, 2] or [conv5x16, pool2, 128], of 1 to \(largestWidth) units or "
        + "maps each; [] is none",
      limit: largestDepth,
      { word in HiddenLayer(word).flatMap { (1...largestWidth).contains($0.breadth ?? 1) ? $0 : nil } }, \.description)
  }
}

extension ValueForm where Value == [Activation] {
  static var activations: ValueForm {
    let hidden = Activation.allCases.filter { $0 != .softmax }.map(\.rawValue)
    let list = ValueForm.list(
      "\(hidden.inChoice), or a list with one for each hidden layer", names: hidden, limit: largestDepth,
      { word in hidden.contains(word) ? Activation(rawValue: word) : nil }, \.rawValue)
    return ValueForm(
      allowed: list.allowed, names: list.names, read: list.withoutEmpty.read,
      write: { $0.count == 1 ? .word($0[0].rawValue) : list.write($0) })
  }
}
