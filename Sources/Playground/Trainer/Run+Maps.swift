import NeuralEngine

/// Maps are computed on a grid at least this fine, so that a small picture is a true mean (the page's grid is 100×100).
private let finestNeeded = 80

extension Run {
  /// The maps asked for, all units in one pass over one grid; nil for pictures, or where none were asked for.
  func maps(_ request: SnapshotRequest) -> SnapshotMaps? {
    let request = request.within(material.architecture)
    guard let largest = request.outputMap ?? request.unitMap else { return nil }
    let isPlane: Bool
    switch material.kind {
    case .points2D: isPlane = true
    case .curve1D: isPlane = false
    case .table: return sampleMaps(request)
    case .images: return nil
    }
    let grid = MapSize(
      width: Self.fine(largest.width), height: isPlane ? Self.fine(largest.height) : 1
    ).within(material.architecture.mostMapPoints)
    let points = mapInputs(grid)
    let count = grid.width * grid.height
    let values = learner.unitMaps(points, count: count)
    func field(_ source: [Float], _ index: Int, _ size: MapSize?) -> FieldMap? {
      size.map { size in
        FieldMap(
          averaging: source[(index * count)..<((index + 1) * count)], of: grid,
          to: MapSize(width: size.width, height: isPlane ? size.height : 1))
      }
    }
    let hidden = material.architecture.hidden
    var first = 0
    var hiddenMaps: [[FieldMap]] = []
    for units in hidden {
      hiddenMaps.append((first..<(first + units)).compactMap { field(values, $0, request.unitMap) })
      first += units
    }
    return SnapshotMaps(
      inputs: (0..<material.architecture.inputs).compactMap { field(points, $0, request.unitMap) },
      hidden: hiddenMaps,
      outputs: (first..<(first + material.architecture.outputs)).compactMap { field(values, $0, request.outputMap) },
      enlarged: request.enlarged.flatMap { place in
        switch place {
        case .input(let index):
          (0..<material.architecture.inputs).contains(index) ? field(points, index, request.outputMap) : nil
        case .unit(let layer, let index):
          unitIndex(layer: layer, index: index).flatMap { field(values, $0, request.outputMap) }
        }
      })
  }

  /// A unit's place among the units of all layers; nil for none.
  func unitIndex(layer: Int, index: Int) -> Int? {
    let units = material.architecture.hidden + [material.architecture.outputs]
    guard units.indices.contains(layer), (0..<units[layer]).contains(index) else { return nil }
    return units[..<layer].reduce(0, +) + index
  }

  /// The least multiple of `side` that is fine enough.
  private static func fine(_ side: Int) -> Int { side * max(1, (finestNeeded + side - 1) / side) }

  /// The inputs for a grid, kept while the same maps are asked of the same data.
  private func mapInputs(_ grid: MapSize) -> [Float] {
    if let kept = keptGrid, kept.size == grid, kept.domain == material.domain,
      kept.preparation == material.preparation
    {
      return kept.inputs
    }
    let inputs = gridInputs(grid)
    keptGrid = KeptGrid(size: grid, domain: material.domain, preparation: material.preparation, inputs: inputs)
    return inputs
  }

  /// The network's inputs at the middle of each pixel of a grid, [inputs][pixels], row 0 at the top.
  private func gridInputs(_ grid: MapSize) -> [Float] {
    let inputs = material.architecture.inputs
    let count = grid.width * grid.height
    let domain = material.domain
    var points = [Float](repeating: 0, count: inputs * count)
    for row in 0..<grid.height {
      let up = 1 - (Double(row) + 0.5) / Double(grid.height)
      let x2 = grid.height == 1 ? 0 : domain.x2.lowerBound + up * (domain.x2.upperBound - domain.x2.lowerBound)
      for column in 0..<grid.width {
        let along = (Double(column) + 0.5) / Double(grid.width)
        let x1 = domain.x1.lowerBound + along * (domain.x1.upperBound - domain.x1.lowerBound)
        let values = material.preparation.inputs(x1: x1, x2: x2)
        for input in 0..<inputs { points[input * count + row * grid.width + column] = values[input] }
      }
    }
    return points
  }
}

/// A grid of the plane as the network's inputs.
struct KeptGrid {
  var size: MapSize
  var domain: Domain
  var preparation: Preparation
  /// [inputs][pixels].
  var inputs: [Float]
}

extension FieldMap {
  /// The means over each pixel's area of a finer (or coarser) picture.
  init(averaging source: ArraySlice<Float>, of grid: MapSize, to size: MapSize) {
    self.size = size
    guard grid != size else {
      values = Array(source)
      return
    }
    let columns = Self.shares(of: grid.width, in: size.width)
    let rows = Self.shares(of: grid.height, in: size.height)
    values = []
    values.reserveCapacity(size.width * size.height)
    for row in rows {
      for column in columns {
        var sum: Float = 0
        for (y, height) in row {
          let start = source.startIndex + y * grid.width
          var line: Float = 0
          for (x, width) in column { line += width * source[start + x] }
          sum += height * line
        }
        values.append(sum)
      }
    }
  }

  /// For each of `targets` equal parts of a line, the cells of `cells` equal ones it covers and their shares (sum 1).
  private static func shares(of cells: Int, in targets: Int) -> [[(Int, Float)]] {
    (0..<targets).map { target in
      let start = Double(target * cells) / Double(targets)
      let end = Double((target + 1) * cells) / Double(targets)
      return (Int(start)..<min(cells, Int(end.rounded(.up)))).map { cell in
        let covered = min(end, Double(cell + 1)) - max(start, Double(cell))
        return (cell, Float(covered / (end - start)))
      }
    }
  }
}
