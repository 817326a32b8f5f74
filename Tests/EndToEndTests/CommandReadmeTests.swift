import Foundation
import Testing

@Suite("The README's commands")
struct CommandReadmeTests {
  /// The lines of the README's shell blocks that call the program.
  private static func commands() throws -> [[String]] {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(
      contentsOf: tests.deletingLastPathComponent().appendingPathComponent("README.md"), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```sh\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    return blocks.joined().split(separator: "\n").filter { $0.hasPrefix("nnplay ") }.map { line in
      line.split(separator: " ").dropFirst().map { String($0).replacing("'", with: "") }
    }
  }

  /// The files of a reader's own that the commands name.
  private static func fill(_ folder: TemporaryFolder) throws {
    _ = try folder.write(
      "images-idx3-ubyte", Data([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28] + [UInt8](repeating: 9, count: 784)))
    _ = try folder.write("labels-idx1-ubyte", Data([0, 0, 8, 1, 0, 0, 0, 1, 7]))
    _ = try folder.write("drawings.jsonl", "{\"label\":1,\"strokes\":[[[5,1],[5,9]]]}\n")
    let flowers = "1,5.1,1.4,setosa\n2,4.9,1.5,setosa\n3,7.0,4.7,versicolor\n4,6.4,4.5,versicolor\n"
    _ = try folder.write("flowers.csv", "id,sepal,petal,species\n" + flowers)
    _ = try folder.write("more-flowers.csv", "petal,sepal\n1.5,5.0\n")
    _ = try folder.write("my.yaml", "dataset: moons\nhidden: [8, 8]\n")
    _ = try folder.write("space.yaml", "dataset: moons\nsamples: 20\nepochs: 3\nsearch: {hidden: [[2], [4]]}\n")
    let lecture = "---\ntitle: T\norder: 1\nsummary: S\nminutes: 5\n---\n\n## One\n\n```playground\ndataset: xor\n```\n"
    _ = try folder.write("my-lecture.md", lecture)
  }

  @Test("do what they are said to do, with files such as they name")
  func understood() throws {
    let commands = try Self.commands()
    #expect(commands.count >= 5)
    let folder = try TemporaryFolder()
    try Self.fill(folder)
    for arguments in commands {
      // A single epoch shows that the words are understood.
      let isTraining = arguments.first == "train"
      let run = try CommandRun(arguments + (isTraining ? ["--epochs", "1"] : []), in: folder.url)
      // What is to be reached is not reached in one epoch.
      #expect(run.status == (isTraining && arguments.contains("--until") ? 1 : 0), "\(arguments): \(run.errors)")
    }
  }
}
