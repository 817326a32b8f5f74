extension ImageSet {
  /// The pictures with one channel, the brightness: 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), rounded.
  public func withoutColour() -> ImageSet {
    guard channels == 3 else { return self }
    // In 65,536ths, which sum to 65,536 so that white stays white.
    let (red, green, blue, half) = (UInt32(19_595), UInt32(38_470), UInt32(7_471), UInt32(1 << 15))
    let area = width * height
    let brightness = [UInt8](unsafeUninitializedCapacity: count * area) { buffer, initialized in
      pixels.withUnsafeBufferPointer { pixels in
        for picture in 0..<count {
          let start = picture * 3 * area
          for place in 0..<area {
            let sum =
              red &* UInt32(pixels[start + place]) &+ green &* UInt32(pixels[start + area + place])
              &+ blue &* UInt32(pixels[start + 2 * area + place]) &+ half
            buffer.initializeElement(at: picture * area + place, to: UInt8(truncatingIfNeeded: sum >> 16))
          }
        }
      }
      initialized = count * area
    }
    return ImageSet(
      width: width, height: height, channels: 1, pixels: brightness, labels: labels, classNames: classNames)
  }
}
