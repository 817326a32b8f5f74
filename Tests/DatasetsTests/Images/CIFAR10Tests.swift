import Datasets
import Testing

/// CIFAR-10 in its binary format, as many batches as there are.
struct CIFAR10Tests {
  /// A picture whose planes are filled with three values.
  private func record(label: UInt8, red: UInt8, green: UInt8, blue: UInt8) -> [UInt8] {
    [label] + [red, green, blue].flatMap { [UInt8](repeating: $0, count: 1024) }
  }

  @Test("reads every batch, labels and colour planes")
  func reads() throws {
    let scratch = try Scratch()
    try scratch.write(record(label: 6, red: 1, green: 2, blue: 3), to: "data_batch_1.bin")
    try scratch.write(record(label: 9, red: 4, green: 5, blue: 6), to: "data_batch_3.bin")
    try scratch.write(record(label: 3, red: 7, green: 8, blue: 9), to: "test_batch.bin")
    let (train, test) = try ImageSource.cifar10.load(from: DataFolders(cifar10: ["/nowhere", scratch.folder]))
    #expect((train.width, train.height, train.channels) == (32, 32, 3))
    #expect(train.labels == [6, 9])
    #expect([0, 1023, 1024, 2048, 3071].map { train.picture(1)[3072 + $0] } == [4, 4, 5, 6, 6])
    #expect(test.labels.map { test.classNames[Int($0)] } == ["cat"])
    let files = try ImageSource.cifar10.verify(from: DataFolders(cifar10: [scratch.folder]))
    #expect(files.map(\.count) == [3073, 3073, 3073])
    #expect(files.allSatisfy { $0.isPublished == nil })
  }

  @Test(
    "says what is wrong with a batch",
    arguments: [
      (3072, 0, "data_batch_1.bin has 3,072 bytes, which is no whole number of images of 3,073 bytes; fetch it again"),
      (0, 0, "data_batch_1.bin holds no image; fetch it again"),
      (6146, 10, "data_batch_1.bin gives item 1 the label 10, where 0 to 9 are known; fetch it again"),
    ])
  func bad(count: Int, first: UInt8, sentence: String) throws {
    let scratch = try Scratch()
    try scratch.write(Array(([first] + [UInt8](repeating: 1, count: 7000)).prefix(count)), to: "data_batch_1.bin")
    try scratch.write(record(label: 0, red: 0, green: 0, blue: 0), to: "test_batch.bin")
    let said = scratch.sentence { () throws(DatasetError) in
      try ImageSource.cifar10.load(from: DataFolders(cifar10: [scratch.folder]))
    }
    #expect(said == sentence)
  }

  @Test(
    "says what to install when a set is not there",
    arguments: [
      (
        ImageSource.cifar10,
        "cifar-10 is not on this machine (looked for data_batch_1.bin, test_batch.bin): unpack its binary version "
          + "(cifar-10-binary.tar.gz) and set CIFAR10_DIR to the folder with the .bin files"
      ),
      (
        .fashionMNIST,
        "fashion-mnist is not on this machine (looked for train-labels-idx1-ubyte): install it with "
          + "apt-get install dataset-fashion-mnist, or set FASHION_MNIST_DIR to its folder"
      ),
    ])
  func missing(source: ImageSource, sentence: String) throws {
    let scratch = try Scratch()
    let folders = DataFolders(fashionMNIST: [scratch.folder], cifar10: [scratch.folder])
    #expect(scratch.sentence { () throws(DatasetError) in try source.load(from: folders) } == sentence)
  }
}
