import Datasets
import Foundation
import Testing

@Suite("Digits that were kept") struct KeptDigitsTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "kept-\(UUID().uuidString)/deeper").path

  private func picture(_ shade: UInt8) -> [UInt8] { [UInt8](repeating: shade, count: 784) }

  @Test("are there again with their labels, one after the other")
  func kept() throws {
    let digits = KeptDigits(in: folder)
    #expect(try digits.add(picture(10), label: 7) == 1)
    #expect(try digits.add(picture(20), label: 3) == 2)
    let set = try KeptDigits(in: folder).load()
    #expect(set.labels == [7, 3])
    #expect(set.pixels == picture(10) + picture(20))
    #expect((set.width, set.height, set.channels) == (28, 28, 1))
  }

  @Test("survive a crash between their two files")
  func crash() throws {
    let digits = KeptDigits(in: folder)
    _ = try digits.add(picture(10), label: 7)
    try IDX(sizes: [2, 28, 28], bytes: picture(10) + picture(99)).write(to: folder + "/images.idx")
    #expect(try digits.load().labels == [7])
    #expect(try digits.add(picture(30), label: 1) == 2)
    #expect(try digits.load().pixels == picture(10) + picture(30))
  }

  @Test("say what is missing, and what does not belong together")
  func missing() throws {
    let digits = KeptDigits(in: folder)
    #expect(
      throws: DatasetError.notInstalled(
        dataset: "kept", lookedFor: [folder], remedy: "draw a digit on the pad and keep it with K")
    ) {
      try digits.load()
    }
    _ = try digits.add(picture(10), label: 7)
    try IDX(sizes: [3], bytes: [1, 2, 3]).write(to: folder + "/labels.idx")
    #expect(throws: DatasetError.format(file: folder + "/images.idx", .countsDiffer(images: 1, labels: 3))) {
      try digits.load()
    }
  }

  @Test("are trained on alone, or as a twentieth of MNIST")
  func trained() throws {
    let digits = KeptDigits(in: folder)
    for label in 0..<10 { _ = try digits.add(picture(200), label: UInt8(label)) }
    let folders = DataFolders(kept: folder)
    let alone = try ImageSource.kept.load(from: folders)
    #expect(alone.train.count == 10)
    #expect(alone.test.count == 10_000)
    let mixed = try ImageSource.mnistAndKept.load(from: folders)
    #expect(mixed.train.count == 60_000 + 3_160)
    #expect(mixed.train.labels.suffix(10) == alone.train.labels[...])
  }
}
