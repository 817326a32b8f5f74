import Words

extension ImageSet {
  /// The pictures at another size: a new pixel is the mean of the old area that it covers, rounded.
  ///
  /// Rows and columns are brought to size one after the other; an old pixel counts with the share that is covered.
  public func resampled(width newWidth: Int, height newHeight: Int) -> ImageSet {
    guard newWidth != width || newHeight != height else { return self }
    let across = AreaShares(from: width, to: newWidth)
    let down = AreaShares(from: height, to: newHeight)
    let planes = count * channels
    let newArea = newWidth * newHeight
    var rows = [Float](repeating: 0, count: height * newWidth)
    let resampled = [UInt8](unsafeUninitializedCapacity: planes * newArea) { buffer, initialized in
      pixels.withUnsafeBufferPointer { pixels in
        rows.withUnsafeMutableBufferPointer { rows in
          for plane in 0..<planes {
            let old = plane * width * height
            for y in 0..<height {
              for x in 0..<newWidth {
                rows[y * newWidth + x] = across.sum(x) { Float(pixels[old + y * width + $0]) }
              }
            }
            for y in 0..<newHeight {
              for x in 0..<newWidth {
                let mean = down.sum(y) { rows[$0 * newWidth + x] }
                buffer.initializeElement(at: plane * newArea + y * newWidth + x, to: UInt8(min(mean + 0.5, 255)))
              }
            }
          }
        }
      }
      initialized = planes * newArea
    }
    return ImageSet(
      width: newWidth, height: newHeight, channels: channels, pixels: resampled, labels: labels,
      classNames: classNames)
  }
}

extension AreaShares {
  /// The weighted sum of old values for the new pixel `place`.
  @inline(__always)
  fileprivate func sum(_ place: Int, _ value: (Int) -> Float) -> Float {
    var sum: Float = 0
    var old = firsts[place]
    for share in shares[place] {
      sum += share * value(old)
      old += 1
    }
    return sum
  }
}
