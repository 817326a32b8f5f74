import Glibc

/// Digits that were drawn and kept with what they are: a pair of IDX files, `images.idx` and `labels.idx`, in one folder.
public struct KeptDigits: Sendable {
  private let folder: String

  private static let side = Drawing.DigitFrame.side

  /// The digits in a folder; it is made when the first one is kept.
  public init(in folder: String) { self.folder = folder }

  private var imagesFile: String { folder + "/images.idx" }
  private var labelsFile: String { folder + "/labels.idx" }

  /// Adds a digit. Each file is written beside its place and put there whole, so that a crash loses nothing that was kept.
  ///
  /// - Parameters:
  ///   - picture: [28 × 28], 0 ground … 255 ink.
  ///   - label: 0 … 9.
  /// - Returns: how many there are now.
  /// - Throws: `DatasetError` where the files cannot be read or written; what was kept before is then still there.
  public func add(_ picture: [UInt8], label: UInt8) throws(DatasetError) -> Int {
    try makeFolder()
    let lock = try lock()
    defer { close(lock) }
    var (pictures, labels) =
      exist ? try read() : (IDX(sizes: [0, Self.side, Self.side], bytes: []), IDX(sizes: [0], bytes: []))
    pictures = IDX(sizes: [labels.bytes.count + 1, Self.side, Self.side], bytes: pictures.bytes + picture)
    labels = IDX(sizes: [labels.bytes.count + 1], bytes: labels.bytes + [label])
    // Pictures first: what a crash leaves is one picture without a label, which is then passed over.
    try pictures.write(to: imagesFile)
    try labels.write(to: labelsFile)
    return labels.bytes.count
  }

  /// All that were kept.
  ///
  /// - Throws: `DatasetError` where there are none, or files that are no such pair.
  public func load() throws(DatasetError) -> ImageSet {
    guard exist else {
      throw .notInstalled(
        dataset: ImageSource.kept.rawValue, lookedFor: [folder],
        remedy: "draw a digit on the pad and keep it with K")
    }
    let (pictures, labels) = try read()
    return try ImageSet(
      pictures: pictures, from: imagesFile, classes: labels, from: labelsFile, classNames: ImageSource.kept.classNames)
  }

  private var exist: Bool { access(labelsFile, F_OK) == 0 }

  private func read() throws(DatasetError) -> (pictures: IDX, labels: IDX) {
    let labels = try IDX(path: labelsFile, dimensions: 1)
    var pictures = try IDX(path: imagesFile, dimensions: 3)
    if pictures.sizes[0] == labels.sizes[0] + 1 {
      let pixels = pictures.sizes[1] * pictures.sizes[2]
      pictures = IDX(
        sizes: [labels.sizes[0]] + pictures.sizes.dropFirst(), bytes: Array(pictures.bytes.dropLast(pixels)))
    }
    guard pictures.sizes == [labels.sizes[0], Self.side, Self.side] else {
      throw .format(file: imagesFile, .countsDiffer(images: pictures.sizes[0], labels: labels.sizes[0]))
    }
    return (pictures, labels)
  }

  /// Waits until no other program adds one, and keeps others waiting while the descriptor is open.
  private func lock() throws(DatasetError) -> Int32 {
    let file = folder + "/lock"
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      throw .cannotWrite(file: file, .system(String(cString: strerror(errno))))
    }
    return descriptor
  }

  private func makeFolder() throws(DatasetError) {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      if mkdir(path, 0o755) != 0, errno != EEXIST {
        throw .cannotWrite(file: path, .system(String(cString: strerror(errno))))
      }
    }
  }
}

extension ImageSet {
  /// These pictures with others after them, which are repeated until they are at least a twentieth of all.
  func joined(withMany others: ImageSet) -> ImageSet {
    let times = max(1, (count / 19 + others.count - 1) / max(1, others.count))
    return joined(
      with: ImageSet(
        width: others.width, height: others.height, channels: others.channels,
        pixels: Array(repeatElement(others.pixels, count: times).joined()),
        labels: Array(repeatElement(others.labels, count: times).joined()), classNames: others.classNames))
  }
}
