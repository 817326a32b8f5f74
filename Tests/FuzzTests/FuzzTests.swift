import Foundation
import Testing

/// Every reader takes anything: it reads it, or says in words without control characters what is wrong.
///
/// `FUZZ` in the environment is the number of inputs for each reader, `FUZZ_SEED` the first seed. The input that is being
/// read stands in a file named after the reader, in the folder of temporary files, until the reader is done with it: after
/// a trap it is still there.
@Suite("Nothing that is read breaks the program")
struct FuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["FUZZ"].flatMap { UInt64($0) } ?? 150
  private static let firstSeed = environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? 1

  @Test(arguments: Reader.all)
  func anything(reader: Reader) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(getpid())-\(reader.name)")
    defer { try? FileManager.default.removeItem(at: file) }
    for seed in Self.firstSeed..<Self.firstSeed + Self.count {
      var mutation = Mutation(seed: seed)
      let bytes = mutation.changed(reader.seeds)
      try Data(bytes).write(to: file)
      let said = reader.read(bytes, file.path)
      let spoken = said?.unicodeScalars.first { $0.properties.generalCategory == .control && $0 != "\n" }
      #expect(
        spoken == nil, "\(reader.name), seed \(seed): the sentence holds \(String(describing: spoken)): \(said ?? "")")
    }
  }
}
