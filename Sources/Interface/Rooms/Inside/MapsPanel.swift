import NeuralEngine
import Screen

/// The maps of one layer, or its kernels; the place that is shown is marked in its map, and its window in the maps before.
struct MapsPanel: Drawable {
  let shell: Shell
  let room: InsideRoom
  let reading: DigitReading
  let network: Network
  let layer: Int
  let spot: Spot
  /// The room of the tiles.
  let rect: Rect
  /// The row of the heading.
  let heading: Int

  private var shape: Shape { reading.shapes[layer] }
  private var isCurrent: Bool { spot.layer == layer }

  private var kernelSide: Int? { network.kernel(layer: layer, map: 0)?.size }

  func draw(in scene: inout Scene) {
    let tiles = MapTiles(
      maps: shape.channels, columns: shape.columns, kernel: kernelSide, in: rect, current: isCurrent ? spot.map : 0)
    let scale = reading.scale(ofLayer: layer)
    let errors = room.errors.map { errors in errors.sums[layer].reduce(0) { max($0, abs($1)) } } ?? 0
    for (map, tile) in tiles.tiles {
      let kernel = network.kernel(layer: layer, map: map)
      if room.showsKernels, let kernel {
        scene.frame.paint(
          kernel.picture.enlarged(width: tile.width, height: tile.height * 2), x: tile.x, halfRow: tile.y * 2)
      } else {
        scene.frame.paint(picture(of: map, scale, errors, in: tile), x: tile.x, halfRow: tile.y * 2)
      }
      if tiles.kernelColumns > 0, let kernel {
        scene.frame.paint(kernel.picture, x: tile.maxX + 1, halfRow: tile.y * 2)
      }
      mark(map, tile, in: &scene)
    }
    drawMarks(tiles, in: &scene)
    // Over the frame of a map in the first row.
    drawHeading(in: &scene)
  }

  private func drawHeading(in scene: inout Scene) {
    let (isPool, side) = (kernelSide == nil, kernelSide.map { "\($0)×\($0)  " } ?? "")
    let number = (0...layer).count { (network.kernel(layer: $0, map: 0) == nil) == isPool }
    let name = "\(isPool ? "POOL" : "CONV") \(number)"
    scene.frame.fill(Rect(x: rect.x, y: heading, width: scene.frame.theme.glyphs.width(name), height: 1))
    let end = scene.frame.heading(name, x: rect.x, y: heading, isCurrent: isCurrent)
    let kind = room.showsKernels && !isPool ? "kernels" : "map\(shape.channels == 1 ? "" : "s")"
    let (maps, size) = ("\(shape.channels) \(kind)", "\(shape.rows)×\(shape.columns)")
    let words = ["\(side)\(maps) \(size)", "\(maps) \(size)", size].first { end + 1 + $0.count <= rect.maxX }
    if let words { scene.frame.put(words, endingAt: rect.maxX, y: heading, .dim) }
  }

  /// A map's answers; on the way back its errors.
  private func picture(of map: Int, _ scale: Float, _ largestError: Float, in tile: Rect) -> Picture {
    guard let errors = room.errors, largestError > 0 else {
      let answers = reading.map(map, ofLayer: layer)
      return Picture(
        width: answers.width, height: answers.height, values: answers.values.map { min(1, max(-1, $0 / scale)) }
      ).resampled(width: tile.width, height: tile.height * 2)
    }
    let area = shape.rows * shape.columns
    // Errors are few and uneven: the root shows small ones too.
    let values = errors.sums[layer][map * area..<(map + 1) * area].map { error in
      error < 0 ? (-error / largestError).squareRoot() : -(error / largestError).squareRoot()
    }
    return Picture(width: shape.columns, height: shape.rows, values: values)
      .resampled(width: tile.width, height: tile.height * 2)
  }

  private func mark(_ map: Int, _ tile: Rect, in scene: inout Scene) {
    scene.mark(tile, as: .unit(layer: layer, unit: map))
  }

  private func drawMarks(_ tiles: MapTiles, in scene: inout Scene) {
    if isCurrent, let (_, tile) = tiles.tiles.first(where: { $0.map == spot.map }) {
      scene.frame.frame(x: tile.x, halfRow: tile.y * 2, width: tile.width, height: tile.height * 2)
      guard !room.showsKernels else { return }
      let cell = Rect(rows: spot.row..<spot.row + 1, columns: spot.column..<spot.column + 1, of: shape, in: tile)
      scene.frame.frame(x: cell.x, halfRow: cell.y, width: cell.width, height: cell.height, .strong)
    }
    guard layer == spot.layer - 1, !room.showsKernels,
      let sum = network.windowSum(at: spot, reading)
    else { return }
    // The map whose products weigh most wears the accent, the others a quiet frame.
    let strongest = sum.kernel == nil ? spot.map : sum.strongest
    for (map, tile) in tiles.tiles where sum.kernel != nil || map == spot.map {
      let cell = Rect(rows: sum.window.rows, columns: sum.window.columns, of: shape, in: tile)
      scene.frame.frame(
        x: cell.x, halfRow: cell.y, width: cell.width, height: cell.height, map == strongest ? .accent : .rule)
    }
  }
}

extension Rect {
  /// Rows and columns of a picture as pixels, in half rows, of the cells in which it is shown; cut at its edges.
  init(rows: Range<Int>, columns: Range<Int>, of shape: Shape, in rect: Rect) {
    func scaled(_ range: Range<Int>, _ count: Int, _ pixels: Int) -> Range<Int> {
      let first = max(0, range.lowerBound) * pixels / count
      return first..<max(first + 1, (min(count, range.upperBound) * pixels + count - 1) / count)
    }
    let (x, y) = (scaled(columns, shape.columns, rect.width), scaled(rows, shape.rows, rect.height * 2))
    self.init(
      x: rect.x + x.lowerBound, y: rect.y * 2 + y.lowerBound, width: min(x.count, rect.width - x.lowerBound),
      height: min(y.count, rect.height * 2 - y.lowerBound))
  }
}

extension Network {
  /// How the place came about.
  func windowSum(at spot: Spot, _ reading: DigitReading) -> WindowSum? {
    windowSum(
      layer: spot.layer, map: spot.map, row: spot.row, column: spot.column, below: reading.below(spot.layer))
  }
}

extension Kernel {
  /// Of several maps that come in, the one on which the weights are largest.
  var heaviestChannel: Int {
    let weights = (0..<channels).map { slice($0).reduce(Float(0)) { $0 + abs($1) } }
    return weights.indices.max { weights[$0] < weights[$1] } ?? 0
  }

  /// The weights on the map on which they are largest, as a picture.
  var picture: Picture {
    Picture(width: size, height: size, values: slice(heaviestChannel)).scaled(toPercentile: 1)
  }
}

extension Picture {
  /// The picture larger, each pixel a square of its colour.
  func enlarged(width newWidth: Int, height newHeight: Int) -> Picture {
    guard width > 0, height > 0 else { return self }
    return Picture(width: newWidth, height: newHeight) { x, y in self[x * width / newWidth, y * height / newHeight] }
  }
}
