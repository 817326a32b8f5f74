import Datasets
import Foundation
import Testing

/// The format MNIST is published in.
struct IDXTests {
  @Test("what was written is read back", arguments: [[3], [2, 3], [2, 2, 3], [0, 28, 28]])
  func roundTrip(sizes: [Int]) throws {
    let scratch = try Scratch()
    let idx = IDX(sizes: sizes, bytes: (0..<sizes.reduce(1, *)).map { UInt8($0) })
    try idx.write(to: scratch.path("some.idx"))
    #expect(try IDX(path: scratch.path("some.idx"), dimensions: sizes.count) == idx)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["some.idx"])
  }

  @Test("the header is as published: magic number, sizes most significant byte first")
  func header() {
    #expect(IDX(sizes: [2, 1], bytes: [7, 9]).fileContents == [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 7, 9])
  }

  @Test(
    "says what is wrong with a file, without believing its header",
    arguments: [
      ([], "bad.idx is cut off: it has 0 bytes of 4; fetch it again"),
      ([0, 0], "bad.idx is cut off: it has 2 bytes of 4; fetch it again"),
      (
        Array("PNG?".utf8),
        "bad.idx is no IDX file: it starts with 50 4e 47 3f, not with 00 00 and how its numbers are stored; fetch it again"
      ),
      (
        [0, 0, 13, 1, 0, 0, 0, 0],
        "bad.idx holds fractions of 32 bits, and pictures are taken as bytes from 0 to 255; write it as bytes"
      ),
      ([0, 0, 8, 3] + Self.zeros(12), "bad.idx has 3 dimensions where 1 are needed; are images and labels swapped?"),
      ([0, 0, 8, 3], "bad.idx is cut off: it has 4 bytes of 16; fetch it again"),
      ([0, 0, 8, 1, 0, 0], "bad.idx is cut off: it has 6 bytes of 8; fetch it again"),
      ([0, 0, 8, 1, 0, 0, 0, 3, 1, 2], "bad.idx is cut off: it has 10 bytes of 11; fetch it again"),
      ([0, 0, 8, 1, 0, 0, 0, 1, 1, 2], "bad.idx goes on after the 9 bytes that it should have; fetch it again"),
      ([0, 0, 8, 1, 15, 0, 0, 0], "bad.idx is cut off: it has 8 bytes of 251,658,248; fetch it again"),
      (
        [0, 0, 8, 1, 255, 255, 255, 255],
        "bad.idx announces 4,294,967,295 bytes, more than the 268,435,456 that are taken; "
          + "give a part of it, or fetch it again if it should have fewer"
      ),
    ] as [([UInt8], String)])
  func badFiles(bytes: [UInt8], sentence: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write(bytes, to: "bad.idx")
    #expect(scratch.sentence { () throws(DatasetError) in try IDX(path: path, dimensions: 1) } == sentence)
  }

  /// QMNIST's rows hold the class first; other sets count classes in 16 or 32 bits.
  @Test(
    "labels are whole numbers of any size, or begin a row of them",
    arguments: [
      ([0, 0, 8, 1, 0, 0, 0, 3, 7, 0, 9], [7, 0, 9]), ([0, 0, 9, 1, 0, 0, 0, 2, 7, 9], [7, 9]),
      ([0, 0, 11, 1, 0, 0, 0, 2, 0, 7, 0, 200], [7, 200]),
      ([0, 0, 12, 1, 0, 0, 0, 2, 0, 0, 0, 7, 0, 0, 0, 9], [7, 9]),
      ([0, 0, 12, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 7, 0, 1, 0, 0, 0, 0, 0, 9, 0, 0, 3, 0], [7, 9]),
      ([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 7, 9], [7, 9]), ([0, 0, 12, 1, 0, 0, 0, 0], []),
    ] as [([UInt8], [UInt8])])
  func labels(bytes: [UInt8], labels: [UInt8]) throws {
    let scratch = try Scratch()
    #expect(try IDX.labels(path: scratch.write(bytes, to: "some.idx")) == IDX(sizes: [labels.count], bytes: labels))
  }

  @Test(
    "labels that name no class are named",
    arguments: [
      (
        [0, 0, 12, 1, 0, 0, 0, 2, 0, 0, 0, 7, 0, 0, 1, 0],
        "bad.idx gives item 2 the label 256, where 0 to 255 are known"
      ),
      ([0, 0, 11, 1, 0, 0, 0, 1, 255, 255], "bad.idx gives item 1 the label -1, where 0 to 255 are known"),
      (
        [0, 0, 14, 1, 0, 0, 0, 1] + Self.zeros(8),
        "bad.idx holds fractions of 64 bits, and labels are counted from 0; write them as whole numbers"
      ),
      ([0, 0, 8, 3] + Self.zeros(12), "bad.idx has 3 dimensions where 1 are needed; are images and labels swapped?"),
      ([0, 0, 12, 2, 0, 0, 0, 2, 0, 0, 0, 0], "bad.idx has 2 dimensions where 1 are needed"),
      ([0, 0, 12, 1, 0, 0, 0, 2, 0, 0, 0, 7], "bad.idx is cut off: it has 12 bytes of 16"),
      ([0, 0, 12, 1, 0, 0, 0, 1, 0, 0, 0, 7, 0], "bad.idx goes on after the 12 bytes that it should have"),
      (
        [0, 0, 12, 2, 255, 255, 255, 255, 0, 0, 0, 8],
        "bad.idx announces 4,294,967,295 × 8 × 4 bytes"
      ),
    ] as [([UInt8], String)])
  func badLabels(bytes: [UInt8], sentence: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write(bytes, to: "bad.idx")
    let said = scratch.sentence { () throws(DatasetError) in try IDX.labels(path: path) }
    #expect(said.hasPrefix(sentence), "\(said)")
  }

  private static func zeros(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }

  @Test("says why a file cannot be read or written")
  func paths() throws {
    let scratch = try Scratch()
    func read(_ name: String) -> String {
      scratch.sentence { () throws(DatasetError) in try IDX(path: scratch.path(name), dimensions: 1) }
    }
    #expect(read("none") == "cannot read none: there is no such file; check the path")
    #expect(read(".") == "cannot read .: it is not a regular file; give the path of a file")
    mkfifo(scratch.path("pipe"), 0o600)
    #expect(read("pipe") == "cannot read pipe: it is not a regular file; give the path of a file")
    let written = scratch.sentence { () throws(DatasetError) in
      try IDX(sizes: [0], bytes: []).write(to: scratch.path("none/there.idx"))
    }
    #expect(written == "cannot write none/there.idx: there is no such file; check the path")
  }

  @Test("writes into a pipe and leaves it a pipe")
  func pipe() throws {
    let scratch = try Scratch()
    let path = scratch.path("pipe")
    mkfifo(path, 0o600)
    // A reader must be there before a pipe can be opened to write.
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try IDX(sizes: [1], bytes: [7]).write(to: path)
    var bytes = [UInt8](repeating: 0, count: 20)
    #expect(read(reader, &bytes, bytes.count) == 9)
    #expect(bytes.prefix(9) == [0, 0, 8, 1, 0, 0, 0, 1, 7])
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFIFO)
  }
}
