import Glibc

/// Something that is done to a picture and makes it hard to read.
public enum Handle: String, CaseIterable, Sendable {
  case right, down, turn, size, thickness, light, cover

  /// From where to where it goes, and what leaves the picture as it is.
  public var range: (low: Double, none: Double, high: Double) {
    switch self {
    case .right, .down: (-10, 0, 10)
    case .turn: (-90, 0, 90)
    case .size: (0.4, 1, 1.6)
    case .thickness: (-1, 0, 2)
    case .light: (0.1, 1, 1)
    case .cover: (0, 0, 0.8)
    }
  }

  /// How far one press of a key goes.
  public var step: Double {
    switch self {
    case .right, .down: 1
    case .turn: 5
    case .size, .light, .cover: 0.1
    case .thickness: 0.25
    }
  }
}

/// A picture's handles, and how far each is turned.
public struct Handling: Equatable, Sendable {
  private var values: [Handle: Double] = [:]

  /// Nothing is done.
  public init() {}

  /// A handle's value; what is set stays within its range.
  public subscript(handle: Handle) -> Double {
    get { values[handle] ?? handle.range.none }
    set {
      let value = min(handle.range.high, max(handle.range.low, (newValue * 100).rounded() / 100))
      values[handle] = value == handle.range.none ? nil : value
    }
  }

  /// Whether the picture stays as it is.
  public var isNone: Bool { values.isEmpty }

  /// A picture as the handles leave it: [channels × height × width], 0 ground.
  ///
  /// First it is turned about its middle, made larger or smaller and moved, each new pixel between the four old ones where it
  /// came from; then strokes are made thicker, each pixel as far as asked toward the largest of its neighbours, or thinner,
  /// toward the smallest; then it is made paler, and a square in its middle is covered.
  public func applied(to picture: [UInt8], width: Int, height: Int) -> [UInt8] {
    guard !isNone, width > 0, height > 0 else { return picture }
    let area = width * height
    return (0..<picture.count / area).flatMap { channel -> [UInt8] in
      var plane = picture[channel * area..<(channel + 1) * area].map { Float($0) }
      if self[.turn] != 0 || self[.size] != 1 || self[.right] != 0 || self[.down] != 0 {
        plane = moved(plane, width, height)
      }
      var thickness = Float(self[.thickness])
      while thickness != 0 {
        plane = thickened(plane, width, height, by: max(-1, min(1, thickness)))
        thickness = abs(thickness) <= 1 ? 0 : thickness - (thickness > 0 ? 1 : -1)
      }
      let (light, cover) = (Float(self[.light]), self[.cover])
      let covered = (Int((Double(width) * cover).rounded()), Int((Double(height) * cover).rounded()))
      return plane.indices.map { place in
        let (y, x) = place.quotientAndRemainder(dividingBy: width)
        let isCovered =
          abs(2 * x + 1 - width) < covered.0 && abs(2 * y + 1 - height) < covered.1
        return isCovered ? 0 : UInt8(min(255, max(0, (plane[place] * light).rounded())))
      }
    }
  }

  private func moved(_ plane: [Float], _ width: Int, _ height: Int) -> [Float] {
    let angle = self[.turn] * .pi / 180
    let (cosine, sine, size) = (cos(angle), sin(angle), self[.size])
    let middle = (x: Double(width - 1) / 2, y: Double(height - 1) / 2)
    func ink(_ x: Int, _ y: Int) -> Float {
      (0..<width).contains(x) && (0..<height).contains(y) ? plane[y * width + x] : 0
    }
    return plane.indices.map { place in
      let (row, column) = place.quotientAndRemainder(dividingBy: width)
      let (x, y) = (Double(column) - middle.x - self[.right], Double(row) - middle.y - self[.down])
      // Back to where it came from: the opposite turn, a size the other way.
      let (fromX, fromY) = (
        (cosine * x + sine * y) / size + middle.x, (cosine * y - sine * x) / size + middle.y
      )
      let (left, top) = (Int(fromX.rounded(.down)), Int(fromY.rounded(.down)))
      let (across, down) = (Float(fromX - Double(left)), Float(fromY - Double(top)))
      let upper = ink(left, top) * (1 - across) + ink(left + 1, top) * across
      let lower = ink(left, top + 1) * (1 - across) + ink(left + 1, top + 1) * across
      return upper * (1 - down) + lower * down
    }
  }

  private func thickened(_ plane: [Float], _ width: Int, _ height: Int, by amount: Float) -> [Float] {
    plane.indices.map { place in
      let (y, x) = place.quotientAndRemainder(dividingBy: width)
      var goal = plane[place]
      for (dx, dy) in [(-1, 0), (1, 0), (0, -1), (0, 1)] {
        let (column, row) = (x + dx, y + dy)
        let isInside = (0..<width).contains(column) && (0..<height).contains(row)
        let neighbour = isInside ? plane[row * width + column] : 0
        goal = amount > 0 ? max(goal, neighbour) : min(goal, neighbour)
      }
      return plane[place] + abs(amount) * (goal - plane[place])
    }
  }
}
