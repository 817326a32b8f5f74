import Foundation

/// Where the figures from outside lie.
enum Reference {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// This target's own reference folder.
  static let own = tests.appending(path: "DatasetsTests/Reference")

  /// The recordings of TensorFlow Playground.
  static let playground = tests.appending(path: "PlaygroundTests/Reference/tensorflow-playground")
}
