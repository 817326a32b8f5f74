import Foundation

/// Where the programs of this package were built.
public enum BuiltProduct {
  /// The path of an executable product: it stands next to the test bundle that is running.
  public static func path(_ name: String) throws -> String {
    let folders = [Bundle.main.executablePath, CommandLine.arguments.first].compactMap { $0 }
      .map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
    for start in folders {
      // On Apple platforms the bundle is a folder: the products stand outside it.
      var folder = start
      for _ in 0..<4 {
        let candidate = folder.appendingPathComponent(name).path
        if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
        folder.deleteLastPathComponent()
      }
    }
    throw HarnessError("\(name) is not built: run `swift build --build-tests` first")
  }
}

/// What went wrong in a test's surroundings, with what the screen showed.
public struct HarnessError: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
