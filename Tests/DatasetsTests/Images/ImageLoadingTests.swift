import Datasets
import Foundation
import Testing

/// The published sets of pictures.
struct ImageLoadingTests {
  @Test("MNIST is inside the program, whole and as published")
  func mnist() throws {
    let (train, test) = try ImageSource.mnist.load(from: DataFolders())
    #expect(train.count == 60_000)
    #expect(test.count == 10_000)
    #expect((train.width, train.height, train.channels) == (28, 28, 1))
    #expect(Array(train.labels.prefix(10)) == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4])
    #expect(Array(test.labels.prefix(5)) == [7, 2, 1, 0, 4])
  }
}
