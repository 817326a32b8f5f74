extension ImageSet {
  /// The pictures as their ink's moments have it: set upright, or stretched to the same size, or both; colours stay as they
  /// are.
  ///
  /// With the middle (x̄, ȳ) of the ink and its moments, the slope s_xy ∕ s_yy says how far it leans. Upright, each row is
  /// moved sideways until ink that leans stands (LeCun and others 1998). Stretched, the middle comes to the picture's own and
  /// the ink's deviation becomes a seventh of the width and three fourteenths of the height, within bounds (Liu and others
  /// 2003). Between pixels the neighbours are mixed.
  public func framed(upright: Bool, stretched: Bool) -> ImageSet {
    guard channels == 1 else { return self }
    let area = width * height
    let framed = [UInt8](unsafeUninitializedCapacity: pixels.count) { buffer, initialized in
      pixels.withUnsafeBufferPointer { pixels in
        for picture in 0..<count {
          let old = UnsafeBufferPointer(rebasing: pixels[picture * area..<(picture + 1) * area])
          let ink = Ink(old, width: width, height: height)
          let frame = ink.moments.map { Frame($0, upright: upright, stretched: stretched, ink) } ?? Frame()
          for y in 0..<height {
            let down = frame.downward * Float(y) + frame.top
            let left = frame.left + frame.lean * down
            for x in 0..<width {
              let value = ink.mixed(x: frame.across * Float(x) + left, y: down)
              buffer.initializeElement(at: picture * area + y * width + x, to: UInt8(min(value + 0.5, 255)))
            }
          }
        }
      }
      initialized = pixels.count
    }
    return ImageSet(
      width: width, height: height, channels: channels, pixels: framed, labels: labels, classNames: classNames)
  }
}

/// Where a pixel's ink comes from: y′ = downward y + top, x′ = across x + left + lean y′.
private struct Frame {
  var across: Float = 1
  var left: Float = 0
  var downward: Float = 1
  var top: Float = 0
  var lean: Float = 0

  init() {}

  init(_ moments: Ink.Moments, upright: Bool, stretched: Bool, _ ink: Ink) {
    lean = upright && moments.yy > 0 ? moments.xy / moments.yy : 0
    left = -lean * moments.y
    guard stretched else { return }
    let (width, height) = (Float(ink.width), Float(ink.height))
    // What is narrower than half of it stays narrow: a one is not made as wide as a nought.
    let spread = max(moments.xx - lean * moments.xy, 0).squareRoot()
    across = min(max(7 * spread / width, 0.55), 1.6)
    downward = min(max(14 * moments.yy.squareRoot() / (3 * height), 0.6), 1.6)
    left += moments.x - across * (width - 1) / 2
    top = moments.y - downward * (height - 1) / 2
  }
}

/// The ink of one picture.
private struct Ink {
  /// Its middle, and the means of the products of distances from it.
  struct Moments {
    var (x, y, xx, xy, yy): (Float, Float, Float, Float, Float) = (0, 0, 0, 0, 0)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let width: Int
  let height: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, width: Int, height: Int) {
    (self.bytes, self.width, self.height) = (bytes, width, height)
  }

  /// nil where there is no ink.
  var moments: Moments? {
    var (mass, sumX, sumY) = (0, 0, 0)
    each { ink, x, y in (mass, sumX, sumY) = (mass + ink, sumX + ink * x, sumY + ink * y) }
    guard mass > 0 else { return nil }
    var moments = Moments()
    (moments.x, moments.y) = (Float(sumX) / Float(mass), Float(sumY) / Float(mass))
    each { ink, x, y in
      let (share, dx, dy) = (Float(ink) / Float(mass), Float(x) - moments.x, Float(y) - moments.y)
      moments.xx += share * dx * dx
      moments.xy += share * dx * dy
      moments.yy += share * dy * dy
    }
    return moments
  }

  private func each(_ body: (_ ink: Int, _ x: Int, _ y: Int) -> Void) {
    for y in 0..<height {
      for x in 0..<width where bytes[y * width + x] > 0 { body(Int(bytes[y * width + x]), x, y) }
    }
  }

  /// The ink between four pixels.
  func mixed(x: Float, y: Float) -> Float {
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    let (column, row, right, low) = (Int(left), Int(top), x - left, y - top)
    let upper = at(column, row) * (1 - right) + at(column + 1, row) * right
    // An upright picture keeps its rows.
    guard low > 0 else { return upper }
    let lower = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right
    return upper * (1 - low) + lower * low
  }

  private func at(_ x: Int, _ y: Int) -> Float {
    x >= 0 && y >= 0 && x < width && y < height ? Float(bytes[y * width + x]) : 0
  }
}
