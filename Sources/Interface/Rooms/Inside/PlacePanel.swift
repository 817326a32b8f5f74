import NeuralEngine
import Screen

/// One place taken apart: its window, the kernel, the products' sum, the bias, and what the activation makes of it; on the
/// way back its error, and how that moves the weights.
struct PlacePanel: Drawable {
  let shell: Shell
  let room: InsideRoom
  let reading: DigitReading
  let network: Network
  let spot: Spot
  /// The rows of the numbers; the heading stands in the row above. One row holds the sum alone.
  let rect: Rect

  /// Columns of a number in a grid, at least: the number itself.
  private static let numberColumns = 5

  func draw(in scene: inout Scene) {
    guard let sum = network.windowSum(at: spot, reading) else { return }
    if rect.height < 4 { return drawRow(sum, in: &scene) }
    scene.frame.heading("ONE PLACE", x: rect.x, y: rect.y - 1)
    scene.frame.put(placeWords, endingAt: rect.maxX, y: rect.y - 1, .dim)
    var y = rect.y
    let (slice, source) = (sum.kernel == nil ? 0 : sum.strongest, sum.kernel == nil ? spot.map : sum.strongest)
    let of = spot.layer == 0 ? (sum.sums.count > 1 ? "colour \(source + 1)" : "the picture") : "map \(source + 1)"
    scene.frame.put("window on \(of)", x: rect.x, y: y, .dim)
    y = drawGrid(sum.slice(slice), sum.size, y: y + 1, isSigned: spot.layer > 0, in: &scene)
    guard let kernel = sum.kernel else {
      scene.frame.put(
        [Span("the largest goes on: ", .dim), Span(Number.signed(Double(sum.sums[0])), .strong, .bold)], x: rect.x, y: y
      )
      return
    }
    if let errors = room.errors { return drawBackward(sum, errors, y: y, in: &scene) }
    scene.frame.put("× kernel \(spot.map + 1)", x: rect.x, y: y, .dim)
    y = drawGrid(kernel.slice(slice), sum.size, y: y + 1, isSigned: true, in: &scene)
    drawSums(sum, y: y, in: &scene)
  }

  private var placeWords: String { "column \(spot.column + 1), row \(spot.row + 1)" }

  private var activation: String { network.architecture.activation(spot.layer).rawValue }

  /// A square of numbers where they fit, else as a picture.
  private func drawGrid(_ values: ArraySlice<Float>, _ size: Int, y: Int, isSigned: Bool, in scene: inout Scene) -> Int
  {
    let values = Array(values)
    guard size * Self.numberColumns <= rect.width, 2 * size + 4 <= rect.height else {
      let picture = Picture(width: size, height: size, values: values).scaled(toPercentile: 1)
      let side = min(rect.width, 2 * (rect.height - 6) / 2)
      scene.frame.paint(picture.enlarged(width: side, height: side / 2 * 2), x: rect.x, halfRow: y * 2)
      return y + side / 2
    }
    // A column apart where there is room.
    let gap = size * (Self.numberColumns + 1) - 1 <= rect.width ? 1 : 0
    for row in 0..<size {
      for column in 0..<size {
        let value = Double(values[row * size + column])
        let text = isSigned ? Number.signed(value) : Number.fixed(value, decimals: 2)
        let role: Role = value == 0 ? .rule : isSigned ? Number.role(value) : .text
        scene.frame.put(text, endingAt: rect.x + (column + 1) * (Self.numberColumns + gap) - gap, y: y + row, role)
      }
    }
    return y + size
  }

  private func drawSums(_ sum: WindowSum, y: Int, in scene: inout Scene) {
    let total = sum.sums.reduce(0, +)
    var y = y
    if sum.sums.count > 1 {
      scene.frame.put(
        [
          Span("Σ here ", .dim), number(sum.sums[sum.strongest]), Span("  of all \(sum.sums.count) ", .dim),
          number(total),
        ], x: rect.x, y: y)
    } else {
      scene.frame.put([Span("Σ products ", .dim), number(total)], x: rect.x, y: y)
    }
    y += 1
    guard y < rect.maxY else { return }
    scene.frame.put(result(sum), x: rect.x, y: y)
  }

  /// `bias +0.01   relu +1.96`.
  private func result(_ sum: WindowSum) -> [Span] {
    let answer = reading.answer(at: spot)
    let bias = sum.kernel.map { number($0.bias) } ?? Span("", .dim)
    let normalized = network.architecture.isNormalized(spot.layer)
    return [Span(normalized ? "normalised " : "bias ", .dim), normalized ? number(Float(answer.z)) : bias]
      + [Span("  \(activation) ", .dim), Span(Number.signed(answer.a), .strong, .bold)]
  }

  private func number(_ value: Float) -> Span {
    Span(Number.signed(Double(value)), Number.role(Double(value)), .bold)
  }

  // MARK: - Backward

  private func drawBackward(_ sum: WindowSum, _ errors: Sensitivity, y: Int, in scene: inout Scene) {
    let shape = reading.shapes[spot.layer]
    let error = errors.sums[spot.layer][(spot.map * shape.rows + spot.row) * shape.columns + spot.column]
    scene.frame.put(
      [Span("× error δ here ", .dim), Span(Number.short(Double(error)), Number.role(Double(error)), .bold)], x: rect.x,
      y: y)
    scene.frame.put("all places move the weights", x: rect.x, y: y + 1, .dim)
    guard
      let gradient = network.kernelGradient(
        layer: spot.layer, map: spot.map, channel: sum.strongest, below: reading.below(spot.layer),
        errors: errors.sums[spot.layer])
    else { return }
    // Against the gradient, as training goes.
    let steps = gradient.map { -$0 }[...]
    _ = drawGrid(steps, sum.size, y: y + 2, isSigned: true, in: &scene)
  }

  // MARK: - One row

  /// `ONE PLACE (14, 8)  Σ +1.95  bias +0.01  relu +1.96`.
  private func drawRow(_ sum: WindowSum, in scene: inout Scene) {
    let x = scene.frame.heading("ONE PLACE", x: rect.x, y: rect.y)
    var spans = [Span(" (\(spot.column + 1), \(spot.row + 1)) of map \(spot.map + 1)   ", .dim)]
    if sum.kernel == nil {
      spans += [
        Span("largest of \(sum.size)×\(sum.size)  ", .dim), Span(Number.signed(Double(sum.sums[0])), .strong, .bold),
      ]
    } else if let errors = room.errors {
      let shape = reading.shapes[spot.layer]
      let error = errors.sums[spot.layer][(spot.map * shape.rows + spot.row) * shape.columns + spot.column]
      spans += [Span("error δ ", .dim), Span(Number.short(Double(error)), Number.role(Double(error)), .bold)]
    } else {
      spans += [Span("Σ ", .dim), number(sum.sums.reduce(0, +)), Span("  ", .dim)] + result(sum)
    }
    scene.frame.put(scene.frame.shortenedAtWord(spans, to: rect.maxX - x - 1), x: x + 1, y: rect.y)
  }
}
