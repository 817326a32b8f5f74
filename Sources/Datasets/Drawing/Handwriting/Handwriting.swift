import NeuralEngine

/// Digits written by an invented hand, each a habit varied by chance and brought to a picture by the pad's own renderer: what
/// a reader of drawings is taught beside MNIST.
public struct Handwriting {
  private let habits: [[Habit]]
  private var random: SeededRandom

  /// A hand whose chance comes from a text.
  init(seed: String) {
    habits = DigitHabits.texts.map { $0.map(Habit.init) }
    random = SeededRandom(seed: seed)
  }

  /// So many pictures, each digit as often as the others.
  public static func digits(count: Int, seed: String = "a hand") -> ImageSet {
    var hand = Handwriting(seed: seed)
    var pixels: [UInt8] = []
    pixels.reserveCapacity(count * Drawing.DigitFrame.side * Drawing.DigitFrame.side)
    let labels = (0..<count).map { UInt8($0 % hand.habits.count) }
    for label in labels {
      let penWidth = hand.random.uniform(Spread.thinnestPen, Spread.thickestPen)
      pixels += hand.write(Int(label)).digitImage(penWidth: penWidth)
    }
    return ImageSet(
      width: Drawing.DigitFrame.side, height: Drawing.DigitFrame.side, channels: 1, pixels: pixels, labels: labels,
      classNames: ImageSource.mnist.classNames)
  }

  /// How far a hand strays; lengths in shares of the digit's size.
  private enum Spread {
    /// The deviation of a point from where the habit has it.
    static let point = 0.035
    /// The deviation of a whole stroke.
    static let stroke = 0.03
    /// The deviation of the logarithm of width over height.
    static let width = 0.2
    /// The deviation of the slant: across for each down.
    static let slant = 0.22
    /// The deviation of the turn, in radians.
    static let turn = 0.08
    /// The pen in pixels of the picture.
    static let thinnestPen = 1.6
    static let thickestPen = 3.0
  }

  /// A digit, written once.
  mutating func write(_ digit: Int) -> Drawing {
    let own = habits[digit]
    let habit = own[Int(random.uniform() * Double(own.count))]
    func deviation(_ spread: Double) -> Double { random.normal(variance: spread * spread) }
    let width = 1 + max(-0.5, deviation(Spread.width))
    let (slant, turn) = (deviation(Spread.slant), deviation(Spread.turn))
    let strokes = habit.strokes.map { stroke in
      let (dx, dy) = (deviation(Spread.stroke), deviation(Spread.stroke))
      return stroke.map { curve in
        curve.map { PenPoint(x: $0.x + dx + deviation(Spread.point), y: $0.y + dy + deviation(Spread.point)) }
      }
    }
    return Drawing(
      strokes: strokes.map { stroke in
        joined(stroke).map { point in
          let (x, y) = (point.x * width - slant * point.y, point.y)
          return PenPoint(x: x - turn * y, y: y + turn * x)
        }
      })
  }

  /// The curves of a stroke one after the other; each begins where the one before has ended.
  private func joined(_ curves: [[PenPoint]]) -> [PenPoint] {
    var points: [PenPoint] = []
    for curve in curves { points += smooth((points.last.map { [$0] } ?? []) + curve) }
    return points
  }

  /// A curve through points (Catmull and Rom 1974).
  private func smooth(_ points: [PenPoint]) -> [PenPoint] {
    guard points.count > 2 else { return points }
    let steps = 6
    return (0..<points.count - 1).flatMap { index in
      let (from, to) = (points[index], points[index + 1])
      let (before, after) = (points[max(index - 1, 0)], points[min(index + 2, points.count - 1)])
      return (0...steps).map { step in
        let t = Double(step) / Double(steps)
        func along(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
          b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
        }
        return PenPoint(
          x: along(before.x, from.x, to.x, after.x), y: along(before.y, from.y, to.y, after.y))
      }
    }
  }
}

/// A way of writing a digit: strokes of curves of points, in shares of its size.
private struct Habit {
  let strokes: [[[PenPoint]]]

  init(_ text: String) {
    strokes = text.split(separator: "/").map { stroke in
      stroke.split(separator: "|").map { curve in
        curve.split(separator: " ").map { word in
          let numbers = word.split(separator: ",").compactMap { Double($0) }
          precondition(numbers.count == 2, "\(word) in a digit's habit is no point")
          return PenPoint(x: numbers[0] / 100, y: numbers[1] / 100)
        }
      }
    }
  }
}
