/// Pictures of one size with their classes, kept as bytes: MNIST's 70,000 take 55 MB.
public struct ImageSet: Equatable, Sendable {
  /// Pixels across.
  public let width: Int
  /// Pixels down.
  public let height: Int
  /// 1 (gray) or 3 (red, green, blue).
  public let channels: Int
  /// [count × channels × height × width]: picture after picture, a plane for each channel, rows from the top; 0 is
  /// the ground, 255 full ink or light.
  public let pixels: [UInt8]
  /// The class of each picture, an index into `classNames`.
  public let labels: [UInt8]
  /// What the classes are called.
  public let classNames: [String]

  /// Pictures and their classes; there must be as many pixels as the labels and the size ask for.
  public init(
    width: Int, height: Int, channels: Int, pixels: [UInt8], labels: [UInt8], classNames: [String]
  ) {
    precondition(pixels.count == labels.count * width * height * channels, "pixels and labels do not fit together")
    self.width = width
    self.height = height
    self.channels = channels
    self.pixels = pixels
    self.labels = labels
    self.classNames = classNames
  }

  /// How many pictures there are.
  public var count: Int { labels.count }

  /// How many bytes a picture has: the inputs of a network that sees it whole.
  public var pixelCount: Int { width * height * channels }

  /// The bytes of one picture: [channels × height × width].
  public func picture(_ index: Int) -> ArraySlice<UInt8> {
    pixels[index * pixelCount..<(index + 1) * pixelCount]
  }

  /// These pictures and others of the same size and classes behind them.
  func joined(with others: ImageSet) -> ImageSet {
    ImageSet(
      width: width, height: height, channels: channels, pixels: pixels + others.pixels, labels: labels + others.labels,
      classNames: classNames)
  }

  /// The same pictures with other labels.
  public func labelled(_ labels: [UInt8]) -> ImageSet {
    ImageSet(
      width: width, height: height, channels: channels, pixels: pixels, labels: labels, classNames: classNames)
  }

  /// The pictures of some classes only; the first class chosen becomes class 0, and so on.
  public func choosing(classes chosen: [Int]) -> ImageSet {
    var newLabels = [UInt8?](repeating: nil, count: 256)
    for (label, index) in chosen.enumerated() { newLabels[index] = UInt8(truncatingIfNeeded: label) }
    let kept = labels.indices.filter { newLabels[Int(labels[$0])] != nil }
    let size = pixelCount
    let keptPixels = [UInt8](unsafeUninitializedCapacity: kept.count * size) { buffer, initialized in
      pixels.withUnsafeBufferPointer { pixels in
        for (place, index) in kept.enumerated() {
          let picture = UnsafeBufferPointer(rebasing: pixels[index * size..<(index + 1) * size])
          _ = UnsafeMutableBufferPointer(rebasing: buffer[(place * size)...]).initialize(from: picture)
        }
      }
      initialized = kept.count * size
    }
    return ImageSet(
      width: width, height: height, channels: channels, pixels: keptPixels,
      labels: kept.compactMap { newLabels[Int(labels[$0])] }, classNames: chosen.map { classNames[$0] })
  }
}
