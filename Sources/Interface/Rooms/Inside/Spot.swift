import NeuralEngine
import Screen

/// One place of one map: what the room inside a network is about.
struct Spot: Equatable {
  var layer: Int
  var map: Int
  var row: Int
  var column: Int

  /// The place of a map that answers most strongly.
  init(strongestOf map: Int, layer: Int, in reading: DigitReading) {
    let picture = reading.map(map, ofLayer: layer)
    let place = picture.values.indices.max { abs(picture.values[$0]) < abs(picture.values[$1]) } ?? 0
    (self.layer, self.map) = (layer, map)
    (row, column) = (place - picture.values.startIndex).quotientAndRemainder(dividingBy: max(1, picture.width))
  }

  /// The place of a map that lies at a cell of its picture.
  init(layer: Int, map: Int, shape: Shape, at cell: Point, in rect: Rect) {
    (self.layer, self.map) = (layer, map)
    column = min(shape.columns - 1, max(0, (2 * (cell.x - rect.x) + 1) * shape.columns / (2 * max(1, rect.width))))
    row = min(shape.rows - 1, max(0, (2 * (cell.y - rect.y) + 1) * shape.rows / (2 * max(1, rect.height))))
  }

  /// Moves by places of the map, to its edges at most.
  mutating func move(dx: Int, dy: Int, shape: Shape) {
    column = min(shape.columns - 1, max(0, column + dx))
    row = min(shape.rows - 1, max(0, row + dy))
  }
}

extension DigitReading {
  /// What comes into a layer: the inputs, or what the layer before answers.
  func below(_ layer: Int) -> [Float] { layer == 0 ? inputs : activations[layer - 1] }

  /// A layer's answers are shown as shares of this, so that its maps can be compared.
  func scale(ofLayer layer: Int) -> Float {
    let largest = activations[layer].reduce(0) { max($0, abs($1)) }
    return largest > 0 && largest.isFinite ? 0.7 * largest : 1
  }

  /// The place's answer a, and its weighted sum z: of a normalised layer after normalising.
  func answer(at spot: Spot) -> (z: Double, a: Double) {
    let shape = shapes[spot.layer]
    let place = (spot.map * shape.rows + spot.row) * shape.columns + spot.column
    return (Double(sums[spot.layer][place]), Double(activations[spot.layer][place]))
  }
}
