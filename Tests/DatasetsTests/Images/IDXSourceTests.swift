import Datasets
import Testing

/// Pictures of one's own in MNIST's format.
struct IDXSourceTests {
  private static let pictures: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 3] + (1...18)
  private static let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 3, 26, 1, 26]
  private static let shorts: [UInt8] = [0, 0, 11, 1, 0, 0, 0, 3, 0, 26, 0, 1, 0, 26]

  /// A folder with three pictures of 3×2 pixels, 1…6, 7…12 and 13…18, of the classes 26, 1 and 26.
  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(Self.pictures, to: "train-images-idx3-ubyte")
    try scratch.write(Self.labels, to: "train-labels-idx1-ubyte")
    try scratch.write(Self.shorts, to: "shorts")
    try scratch.write([0, 0, 8, 1, 0, 0, 0, 3, 5, 5, 5], to: "fives")
    try scratch.write([0, 0, 8, 1, 0, 0, 0, 2, 5, 6], to: "two")
    try scratch.write(
      [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 3] + [UInt8](repeating: 0, count: 18), to: "square")
    return scratch
  }

  private func load(_ text: String, in scratch: Scratch) throws -> OwnPictures {
    let paths = text.split(separator: ",").map { $0.count == 1 ? String($0) : scratch.path(String($0)) }
    return try IDXSource(paths.joined(separator: ",")).load()
  }

  @Test("each label is a class, in the order of their numbers", arguments: ["train-labels-idx1-ubyte", "shorts"])
  func classes(labels: String) throws {
    let scratch = try folder()
    guard case .whole(let set) = try load("train-images-idx3-ubyte,\(labels)", in: scratch) else {
      Issue.record("one pair of files is one set")
      return
    }
    #expect((set.width, set.height, set.channels) == (3, 2, 1))
    #expect(set.classNames == ["1", "26"])
    #expect(set.labels == [1, 0, 1])
    #expect(Array(set.picture(1)) == [7, 8, 9, 10, 11, 12])
  }

  @Test("pictures that lie on their side are put upright")
  func transposed() throws {
    let scratch = try folder()
    let own = try load("train-images-idx3-ubyte,train-labels-idx1-ubyte#transposed", in: scratch)
    guard case .whole(let set) = own else { return }
    #expect((set.width, set.height) == (2, 3))
    #expect(Array(set.picture(0)) == [1, 4, 2, 5, 3, 6])
  }

  @Test("so are those that a network is asked about")
  func transposedFile() {
    let idx = IDX(sizes: [2, 1, 3], bytes: [1, 2, 3, 4, 5, 6])
    #expect(idx.transposed() == IDX(sizes: [2, 3, 1], bytes: [1, 2, 3, 4, 5, 6]))
    #expect(IDX(sizes: [1, 2, 2], bytes: [1, 2, 3, 4]).transposed().bytes == [1, 3, 2, 4])
  }

  @Test("four files are a set to learn from and one for the test, whose classes are the same")
  func split() throws {
    let scratch = try folder()
    try scratch.write([0, 0, 8, 1, 0, 0, 0, 3, 26, 26, 3], to: "other")
    let images = "train-images-idx3-ubyte"
    guard case .split(let train, let test) = try load("\(images),train-labels-idx1-ubyte,\(images),other", in: scratch)
    else {
      Issue.record("two pairs of files are two sets")
      return
    }
    #expect(train.classNames == ["1", "3", "26"] && test.classNames == train.classNames)
    #expect(train.labels == [2, 0, 2] && test.labels == [2, 2, 1])
  }

  @Test("some of the classes can be taken")
  func only() throws {
    let scratch = try folder()
    try scratch.write([0, 0, 8, 1, 0, 0, 0, 3, 4, 8, 6], to: "other")
    guard case .whole(let set) = try load("train-images-idx3-ubyte,other#only=8,4", in: scratch) else { return }
    #expect(set.classNames == ["8", "4"] && set.labels == [1, 0])
  }

  @Test(
    "says what is wrong with files that do not belong together",
    arguments: [
      (
        "train-images-idx3-ubyte,fives",
        "fives gives every picture the label 5, so there is nothing to tell apart; take "
          + "files of two classes or more"
      ),
      (
        "train-images-idx3-ubyte,two",
        "train-images-idx3-ubyte has 3 images, but its labels file has 2 labels; take both "
          + "from one set"
      ),
      (
        "train-labels-idx1-ubyte,train-images-idx3-ubyte",
        "train-images-idx3-ubyte has 3 dimensions where 1 are needed; "
          + "are images and labels swapped?"
      ),
      (
        "train-images-idx3-ubyte,shorts,square,two",
        "square has pictures of 3×3 and those to learn from are 3×2; take both "
          + "from one set"
      ),
      ("train-images-idx3-ubyte,shorts#only=1,9", "shorts has no class \"9\": its classes are 1, 26"),
      ("train-images-idx3-ubyte,none", "cannot read none: there is no such file; check the path"),
    ])
  func bad(text: String, sentence: String) throws {
    let scratch = try folder()
    #expect(
      scratch.sentence { () throws(DatasetError) in
        let paths = text.split(separator: ",").map { $0.count == 1 ? String($0) : scratch.path(String($0)) }
        return try IDXSource(paths.joined(separator: ",")).load()
      } == sentence)
  }

  @Test("labels, and the pictures of the test, are found beside the pictures by their names")
  func beside() throws {
    let scratch = try folder()
    let train = scratch.path("train-images-idx3-ubyte")
    #expect(IDXSource(beside: train)?.description == "\(train),\(scratch.path("train-labels-idx1-ubyte"))")
    try scratch.write(Self.pictures, to: "t10k-images-idx3-ubyte")
    try scratch.write(Self.labels, to: "t10k-labels-idx1-ubyte.gz")
    #expect(IDXSource(beside: train)?.test?.labels == scratch.path("t10k-labels-idx1-ubyte.gz"))
    #expect(IDXSource(beside: scratch.path("square")) == nil)
    try scratch.write(Self.pictures, to: "emnist-images-idx3-ubyte")
    try scratch.write(Self.labels, to: "emnist-labels-idx1-ubyte")
    #expect(IDXSource(beside: scratch.path("emnist-images-idx3-ubyte"))?.isTransposed == true)
  }
}
