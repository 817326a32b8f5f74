import NeuralEngine

/// A network's parameters as tensors, named and shaped as PyTorch has them:
///
///     layers.0.weight            [out, in]
///     layers.0.bias              [out]
///     layers.0.prelu             [1]     prelu layers
///     layers.0.norm.weight       [out]   normalised layers: γ, then bias β, running_mean and running_var
///
/// Layers are counted from 0, those without parameters left out. What is kept for each parameter beside it has the same names behind a prefix.
extension Network {
  /// Which parameters a buffer has numbers for.
  enum TensorKind {
    case all, trained, weights

    fileprivate func includes(_ part: Part) -> Bool {
      switch self {
      case .all: true
      case .trained: part.isTrained
      case .weights: part.isPenalized
      }
    }
  }

  /// The parameters as tensors.
  var tensors: [SafeTensors.Tensor] { tensors(of: parameters, .all, named: "") }

  /// A buffer in the layout of the parameters as tensors.
  func tensors(of values: [Float], _ kind: TensorKind, named prefix: String) -> [SafeTensors.Tensor] {
    parts(kind).map { part in
      SafeTensors.Tensor(name: prefix + tensorName(of: part), shape: part.shape, values: part.places.map { values[$0] })
    }
  }

  /// Takes over a file's tensors of this network's names and shapes, or of other names whose shapes fit one way only.
  ///
  /// - Returns: those other names, if the file has any.
  /// - Throws: `ModelError.Problem` naming the first tensor that is missing, too many or of another shape or type.
  mutating func take(_ file: SafeTensors) throws(ModelError.Problem) -> OtherNames? {
    var tensors = file.tensors.filter { !$0.name.hasPrefix(TrainingState.prefix) }
    let known = Set(parts(.all).map(tensorName))
    if let whole = file.wholeNumbers.first(where: known.contains) ?? (tensors.isEmpty ? file.wholeNumbers.first : nil) {
      throw .unknownType(tensor: whole, type: TensorType.i64.rawValue)
    }
    var names: OtherNames?
    if !tensors.isEmpty, !tensors.contains(where: { known.contains($0.name) }) {
      let others = OtherNames(tensors, for: parts(.all).map { (tensorName(of: $0), $0.shape) })
      if let sizes = others.sizes, others.tensors == nil { throw .otherNetwork(sizes: sizes, needed: "\(self)") }
      if others.isAmbiguous { throw .ambiguousNames(others.words) }
      if let renamed = others.tensors { (tensors, names) = (renamed, others) }
    }
    let taken = try values(of: tensors, .all, named: "", over: parameters)
    if let extra = tensors.first(where: { !known.contains($0.name) }) { throw .extra(tensor: extra.name) }
    parameters = taken
    return names
  }

  /// A buffer in the layout of the parameters, its places filled from tensors, the others left as they are.
  ///
  /// - Throws: `ModelError.Problem` naming the first tensor that is missing or of another shape.
  func values(
    of tensors: [SafeTensors.Tensor], _ kind: TensorKind, named prefix: String, over values: [Float]
  ) throws(ModelError.Problem) -> [Float] {
    let found = Dictionary(tensors.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var filled = values
    for part in parts(kind) {
      let name = prefix + tensorName(of: part)
      guard let tensor = found[name] else { throw .missing(tensor: name, found: tensors.map(\.name)) }
      guard tensor.shape == part.shape else { throw .shape(tensor: name, found: tensor.shape, expected: part.shape) }
      for (index, value) in zip(part.places, tensor.values) { filled[index] = value }
    }
    return filled
  }

  private func parts(_ kind: TensorKind) -> [Part] { layout.parts.filter(kind.includes) }

  /// A tensor's name in a file.
  func tensorName(of part: Part) -> String {
    let layers = Set(layout.parts.map(\.layer))
    return "layers.\(layers.count { $0 < part.layer }).\(part.name)"
  }
}
