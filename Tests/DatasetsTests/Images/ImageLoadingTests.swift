import Datasets
import Foundation
import Testing

/// The published sets of pictures.
struct ImageLoadingTests {
  /// The files of MNIST as they lie in the package.
  static let packed = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/CMNIST/data").path

  static let fashion = "/usr/share/datasets/fashion-mnist"

  @Test("MNIST is inside the program, whole and as published")
  func mnist() throws {
    let (train, test) = try ImageSource.mnist.load(from: DataFolders())
    #expect(train.count == 60_000)
    #expect(test.count == 10_000)
    #expect((train.width, train.height, train.channels) == (28, 28, 1))
    // The first labels, as every tutorial shows them.
    #expect(Array(train.labels.prefix(10)) == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4])
    #expect(Array(test.labels.prefix(5)) == [7, 2, 1, 0, 4])
  }

  @Test("all four files of MNIST are verified, with size and digest")
  func verify() throws {
    let files = try ImageSource.mnist.verify(from: DataFolders())
    #expect(files.map(\.count) == [47_040_016, 60_008, 7_840_016, 10_008])
    #expect(files[3].digest == "27ae3e4e09519cfbb04c329615203637")
    #expect(files[3].name == "t10k-labels-idx1-ubyte (inside nnplay)")
    #expect(files.allSatisfy { $0.isPublished == true })
  }

  @Test("Fashion-MNIST is read from the Debian package", .enabled(if: FileManager.default.fileExists(atPath: fashion)))
  func fashionMNIST() throws {
    let (train, test) = try ImageSource.fashionMNIST.load(from: DataFolders(fashionMNIST: ["/nowhere", Self.fashion]))
    #expect((train.count, test.count) == (60_000, 10_000))
    #expect(train.classNames[Int(train.labels[0])] == "ankle boot")
  }

  /// A folder with MNIST's four files, one of them replaced.
  private func folder(replacing name: String, with bytes: (Data) -> Data?) throws -> Scratch {
    let scratch = try Scratch()
    for file in try FileManager.default.contentsOfDirectory(atPath: Self.packed) where file.hasSuffix(".gz") {
      let original = Self.packed + "/" + file
      if file == name {
        let data = try Data(contentsOf: URL(filePath: original))
        if let changed = bytes(data) { try scratch.write(changed, to: name) }
      } else {
        try FileManager.default.createSymbolicLink(atPath: scratch.path(file), withDestinationPath: original)
      }
    }
    return scratch
  }

  private func sentence(_ scratch: Scratch) -> String {
    scratch.sentence { () throws(DatasetError) in try ImageSource.mnist.load(from: DataFolders(mnist: scratch.folder)) }
  }

  private static let remedy = "fetch it again, or unset MNIST_DIR to use the copy inside nnplay"

  @Test("a folder of one's own holds MNIST as well as the program does")
  func ownFolder() throws {
    #expect(sentence(try folder(replacing: "") { $0 }) == "no error")
  }

  @Test(
    "a file that is missing, cut off or altered is named, with what helps",
    arguments: [
      ("missing", "mnist is not on this machine (looked for train-labels-idx1-ubyte): \(remedy)"),
      (
        "cut off",
        "train-labels-idx1-ubyte.gz is a damaged gzip file: it stops after 28,907 bytes unpacked; fetch it again"
      ),
      (
        "bit flipped",
        "train-labels-idx1-ubyte.gz is a damaged gzip file: incorrect data check after 60,008 bytes unpacked; "
          + "fetch it again"
      ),
      (
        "another's",
        "train-labels-idx1-ubyte.gz is not the published file: its MD5 is 27ae3e4e09519cfbb04c329615203637, "
          + "not a25bea736e30d166cdddb491f175f624; \(remedy)"
      ),
      ("images", "train-labels-idx1-ubyte.gz has 3 dimensions where 1 are needed; are images and labels swapped?"),
      ("empty", "train-labels-idx1-ubyte.gz is cut off: it has 0 bytes of 4; fetch it again"),
    ])
  func altered(change: String, expected: String) throws {
    let scratch = try folder(replacing: "train-labels-idx1-ubyte.gz") { original in
      switch change {
      case "missing": nil
      case "cut off": original.prefix(original.count / 2)
      case "bit flipped":
        // The last eight bytes are the checksum and the size.
        original.dropLast(8) + [original[original.count - 8] ^ 1] + original.suffix(7)
      case "another's": try? Data(contentsOf: URL(filePath: Self.packed + "/t10k-labels-idx1-ubyte.gz"))
      case "images": try? Data(contentsOf: URL(filePath: Self.packed + "/t10k-images-idx3-ubyte.gz"))
      default: Data()
      }
    }
    #expect(sentence(scratch) == expected)
  }
}
