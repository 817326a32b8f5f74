/// Pictures of the user's own, as their files have them.
public enum OwnPictures: Equatable, Sendable {
  /// One set, of which the experiment keeps a share for the test.
  case whole(ImageSet)
  /// A set to learn from and one for the test.
  case split(train: ImageSet, test: ImageSet)

  /// What the classes are called.
  public var classNames: [String] {
    switch self {
    case .whole(let set), .split(let set, _): set.classNames
    }
  }
}

extension ImageSet {
  /// Some of the pictures, by their places, in that order.
  public func choosing(_ places: some Collection<Int>) -> ImageSet {
    let size = pixelCount
    let chosen = [UInt8](unsafeUninitializedCapacity: places.count * size) { buffer, initialized in
      pixels.withUnsafeBufferPointer { pixels in
        for (new, place) in places.enumerated() {
          let picture = UnsafeBufferPointer(rebasing: pixels[place * size..<(place + 1) * size])
          _ = UnsafeMutableBufferPointer(rebasing: buffer[(new * size)...]).initialize(from: picture)
        }
      }
      initialized = places.count * size
    }
    return ImageSet(
      width: width, height: height, channels: channels, pixels: chosen, labels: places.map { labels[$0] },
      classNames: classNames)
  }

  /// The same pictures with rows and columns exchanged.
  func transposed() -> ImageSet {
    ImageSet(
      width: height, height: width, channels: channels,
      pixels: exchanged(pixels, planes: count * channels, rows: height, columns: width), labels: labels,
      classNames: classNames)
  }
}

extension IDX {
  /// Pictures [count, rows, columns] with rows and columns exchanged.
  public func transposed() -> IDX {
    IDX(
      sizes: [sizes[0], sizes[2], sizes[1]],
      bytes: exchanged(bytes, planes: sizes[0], rows: sizes[1], columns: sizes[2]))
  }
}

/// [planes × rows × columns] → [planes × columns × rows].
private func exchanged(_ bytes: [UInt8], planes: Int, rows: Int, columns: Int) -> [UInt8] {
  var turned = [UInt8](repeating: 0, count: bytes.count)
  for plane in 0..<planes {
    let start = plane * rows * columns
    for y in 0..<rows {
      for x in 0..<columns { turned[start + x * rows + y] = bytes[start + y * columns + x] }
    }
  }
  return turned
}
