/// CIFAR-10 (A. Krizhevsky) in its binary format: for each picture a label byte, then 3,072 bytes, the red, green and
/// blue planes of 32×32 pixels.
struct CIFAR10 {
  let folders: [String]

  private static let recordSize = 1 + 3 * 32 * 32
  private static let largestFile = 1 << 28
  /// data_batch_1.bin to data_batch_5.bin are published; a smaller set may have fewer, a larger one more.
  private static let trainFiles = (1...9).map { "data_batch_\($0).bin" }
  private static let testFile = "test_batch.bin"
  private static let remedy =
    "unpack its binary version (cifar-10-binary.tar.gz) and set CIFAR10_DIR to the folder with the .bin files"

  /// The training pictures of all the batches there are, and the test pictures.
  func load() throws(DatasetError) -> (train: ImageSet, test: ImageSet) {
    let (train, test) = try find()
    return (train: try Self.read(train), test: try Self.read([test]))
  }

  /// The files that were found, with their digests; only their form is checked.
  func verify() throws(DatasetError) -> [VerifiedFile] {
    let (train, test) = try find()
    var files: [VerifiedFile] = []
    for path in train + [test] {
      let bytes = try Self.readRecords(path)
      files.append(VerifiedFile(name: path, count: bytes.count, digest: MD5.digest(of: bytes), isPublished: nil))
    }
    return files
  }

  /// The first folder that has a training and a test file.
  private func find() throws(DatasetError) -> (train: [String], test: String) {
    for folder in folders {
      let train = Self.trainFiles.map { "\(folder)/\($0)" }.filter(fileExists)
      let test = "\(folder)/\(Self.testFile)"
      if !train.isEmpty && fileExists(test) { return (train, test) }
    }
    throw .notInstalled(
      dataset: ImageSource.cifar10.rawValue,
      lookedFor: folders.flatMap { ["\($0)/\(Self.trainFiles[0])", "\($0)/\(Self.testFile)"] }, remedy: Self.remedy)
  }

  private static func read(_ paths: [String]) throws(DatasetError) -> ImageSet {
    let classNames = ImageSource.cifar10.classNames
    let (width, height, channels) = ImageSource.cifar10.shape
    var pixels: [UInt8] = []
    var labels: [UInt8] = []
    for path in paths {
      let records = try readRecords(path)
      pixels.reserveCapacity(pixels.count + records.count)
      for start in stride(from: 0, to: records.count, by: recordSize) {
        let label = records[start]
        guard label < classNames.count else {
          throw .format(
            file: path, .label(Int(label), item: start / recordSize + 1, classCount: classNames.count))
        }
        labels.append(label)
        pixels.append(contentsOf: records[start + 1..<start + recordSize])
      }
    }
    return ImageSet(
      width: width, height: height, channels: channels, pixels: pixels, labels: labels, classNames: classNames)
  }

  private static func readRecords(_ path: String) throws(DatasetError) -> [UInt8] {
    let stored = try StoredBytes(path: path)
    guard stored.count <= largestFile else {
      throw .cannotRead(file: path, .tooLarge(bytes: stored.count, limit: largestFile))
    }
    guard stored.count > 0 else { throw .format(file: path, .empty) }
    guard stored.count % recordSize == 0 else {
      throw .format(file: path, .records(bytes: stored.count, recordSize: recordSize))
    }
    return try ByteStream(stored).readArray(stored.count)
  }
}
