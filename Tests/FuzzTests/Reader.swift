import Course
import Datasets
import Formulas
import Foundation
import Playground
import Terminal
import Testing
import nnplay

/// Something that takes bytes from outside, and good inputs for it.
struct Reader: Sendable, CustomTestStringConvertible {
  let name: String
  let seeds: [[UInt8]]
  /// Reads bytes, which also stand in a file; returns what was said of them, if they were refused.
  let read: @Sendable (_ bytes: [UInt8], _ path: String) -> String?

  var testDescription: String { name }

  private init(_ name: String, _ seeds: [String], _ read: @escaping @Sendable ([UInt8], String) throws -> Void) {
    self.init(name, seeds.map { Array($0.utf8) }, read)
  }

  private init(_ name: String, _ seeds: [[UInt8]], _ read: @escaping @Sendable ([UInt8], String) throws -> Void) {
    self.name = name
    self.seeds = seeds
    self.read = { bytes, path in
      do {
        try read(bytes, path)
        return nil
      } catch {
        return "\(error)"
      }
    }
  }

  private static let journals = [
    """
    {"type":"search","space":"dataset: moons\\nsearch:\\n  noise: [0, 10]\\n","method":"random 5","by":"testLoss","shard":"1/2"}
    {"type":"trial","trial":0,"settings":{"noise":10},"epochs":5,"parameters":25,"trainLoss":0.1,"testLoss":0.2,"seconds":1}
    {"type":"trial","trial":2,"rung":1,"settings":{"noise":0},"refused":"No."}

    """,
    """
    {"type":"search","space":"search:\\n  width: {from: 1, to: 3, steps: 3}\\n","method":"grid","by":"trainAccuracy","until":"trainLoss < 0.1"}

    """,
  ]

  static let all: [Reader] = [
    Reader(
      "experiment",
      [
        "dataset: moons\nnoise: 20\nhidden: [8, 8]\nlearningRate: 0.01\nseed: \"0.5\"\n",
        "dataset: mnist:3,8\nhidden: []\nactivation: [relu, tanh]\noptimizer: adam\nepochs: 5\n",
        "a: &a [1, 2]\nb: *a\n",
      ]
    ) { _, path in _ = try Experiment(path: path) },
    Reader(
      "search",
      [
        "dataset: moons\nepochs: 5\nsearch:\n  hidden: [[2], [4, 4], 8]\n  noise: [0, 10]\n",
        "search: {learningRate: {from: 0.001, to: 1, scale: log, steps: 7}, width: {from: 1, to: 9}, depth: [1, 2]}\n",
      ]
    ) { _, path in
      let space = try SearchSpace(path: path)
      for index in 0..<2 { _ = try Search(space, .random(3), by: Objective(.testLoss)).batch(index, after: []) }
      if space.combinations < 1000 { _ = try Search(space, .grid, by: Objective(.testLoss)).batch(0, after: []) }
    },
    Reader("search journal", journals) { _, path in _ = try SearchJournal(path: path) },
    Reader(
      "setting", ["[4, 2]", "0.03", "\"0.12345\"", "relu,tanh", "true", "csv:PATH#targets=2", "pixels:20x20"]
    ) { bytes, _ in
      let text = String(decoding: bytes, as: UTF8.self)
      for key in ExperimentKey.all {
        var experiment = Experiment()
        if (try? experiment.set(key.name, to: text)) != nil, experiment.dataset == nil { try experiment.check() }
      }
    },
    Reader(
      "lecture",
      [
        """
        ---
        title: T
        order: 1
        summary: S
        minutes: 5
        ---

        Some *words* with a [link](https://example.org) and `code`.

        ## Step

        | a | b |
        |---|--:|
        | 1 | **2** |

        ```playground
        dataset: xor
        ```

        ```goal
        fails: testLoss < 0.05 within 20 epochs
        ```

        ```predict
        question: Q
        choices: [a, b]
        right: 1
        why: W
        ```

        ```show
        highlight: [output]
        ```
        """
      ]
    ) { bytes, _ in _ = try Lecture(text: String(decoding: bytes, as: UTF8.self), name: "l", file: "l.md") },
    Reader(
      "link",
      [
        "https://playground.tensorflow.org/#dataset=spiral&seed=0.5&networkShape=8,8&activation=relu&learningRate=0.03",
        "#activation=tanh&batchSize=10&regularization=L1&x=true&sinY=true&showTestData=true&percTrainData=50&noise=25",
      ]
    ) { bytes, _ in
      guard let link = PlaygroundLink(String(decoding: bytes, as: UTF8.self)) else { return }
      try link.experiment().experiment.check()
    },
    Reader("table", tables) { _, path in _ = try Table(TableSource(path)) },
    Reader("table of vectors", tables) { _, path in _ = try Table(TableSource(path + "#targets=1")) },
    Reader("table with means", tables) { _, path in
      let table = try Table(TableSource(path + "#missing=mean#noheader"))
      _ = table.filled(from: 0..<table.rowCount)
    },
    Reader("asked table", tables) { _, path in
      _ = try AskedTable(path: path, layout: .points(dimensions: 2), hasClasses: true)
    },
    Reader(
      "idx",
      [
        [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6, 7, 8], [0, 0, 8, 1, 0, 0, 0, 2, 3, 9],
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x63, 0x60, 0xE0, 0x60, 0x64, 0x60, 0x60, 0x60, 0x62, 0xE6, 0x04, 0x00],
      ]
    ) { _, path in
      _ = try IDX(path: path, dimensions: 3)
      _ = try IDX(path: path, dimensions: 1)
    },
    Reader(
      "picture",
      [
        // 5×6 pixels of a palette, two bits each.
        [
          137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 5, 0, 0, 0, 6, 2, 3, 0, 0, 0, 118,
          149, 188, 216, 0, 0, 0, 12, 80, 76, 84, 69, 0, 0, 0, 255, 255, 255, 9, 9, 200, 0, 0, 0, 81, 61, 130, 91, 0,
          0, 0, 25, 73, 68, 65, 84, 120, 156, 5, 193, 49, 13, 0, 0, 0, 2, 32, 230, 109, 0, 251, 39, 21, 96, 82, 48,
          56, 2, 118, 0, 63, 180, 27, 208, 212, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
        ]
      ]
    ) { _, path in _ = try Drawing.digitImage(png: path) },
    Reader(
      "own pictures", ["label,a,b,c,d\n1,0,255,3,4\n2,0,16,3,4\n1,9,9,9,9\n".utf8.map { $0 }]
    ) { _, path in
      let source = try TableSource(path + "#pixels=2x2")
      _ = try Table(source).pictures(from: source)
    },
    Reader("model", model.map { [$0] } ?? []) { _, path in _ = try Model(path: path) },
    Reader(
      "strokes",
      [
        "{\"label\":7,\"strokes\":[[[0,0],[10,0],[5,10]]]}\n{\"strokes\":[[[1.5,2],[3,4e0]],[[5,6]]]}\n",
        "{\"strokes\":[]}\n\n{\"label\":0,\"strokes\":[[[1,1]]]}",
      ]
    ) { bytes, _ in
      for drawing in try StrokesFile.parse(bytes, name: "strokes") { _ = drawing.drawing.digitImage() }
    },
    Reader(
      "gzip",
      [
        // A table, two that follow each other, one with a name, and a picture.
        [
          31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 75, 212, 73, 210, 201, 73, 76, 74, 205, 225, 50, 212, 49, 210, 169, 76, 45,
          230, 50, 214, 49, 209, 201, 203, 231, 2, 0, 94, 249, 157, 128, 25, 0, 0, 0,
        ],
        [
          31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 176, 174, 228, 50, 180, 54, 226, 2, 0, 150, 200, 98, 187, 8, 0, 0, 0,
          31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 51, 182, 54, 225, 2, 0, 203, 152, 27, 176, 4, 0, 0, 0,
        ],
        [31, 139, 8, 8, 0, 0, 0, 0, 0, 3, 116, 46, 99, 115, 118, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        [
          31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 99, 96, 224, 96, 102, 96, 96, 96, 4, 98, 38, 16, 102, 100, 98, 102, 1, 0,
          183, 232, 198, 85, 20, 0, 0, 0,
        ],
      ]
    ) { _, path in
      _ = try? IDX(path: path, dimensions: 3)
      _ = try Table(TableSource(path))
    },
    Reader(
      "settings",
      [
        "theme: light\nglyphs: blocks\ncolor: 24bit\nkeys:\n  faster: F\n  zoom: [z, F5]\n",
        "color: auto\nkeys: {digitPad: Ctrl-E}\n",
      ]
    ) { bytes, _ in _ = try UserSettings(yaml: String(decoding: bytes, as: UTF8.self), path: "config.yaml") },
    Reader(
      "script",
      [
        "# a remark\nkey Space Ctrl-C F5 a\nuntil epoch 100\nsave hundred.txt\ntype some words\n",
        "size 120x40\nlimit 9\nmove 1,2\nclick 3,4\ndrag 1,2 3,4\nwheel up 5,6\nwait 3\nuntil text a b\nuntil ready\n",
      ]
    ) { _, path in _ = try KeyScript(path: path, isHeadless: true) },
    Reader("goal", ["test-loss<0.01", "trainAccuracy == 1 within 200 epochs"]) { bytes, _ in
      _ = try Goal(String(decoding: bytes, as: UTF8.self))
    },
    Reader(
      "formula", ["sin(2x)+x/3", "x1^2 + x₂² < 9 and not x1 = x2 or max(x1, 2e-1x2, π) >= -e^-x1", "((x))²"]
    ) { bytes, _ in
      let formula = try Formula(String(decoding: bytes, as: UTF8.self))
      _ = formula.gradient(at: formula.variables.map { _ in 0.5 })
    },
    Reader(
      "keys",
      [
        "a\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}[<0;10;20M\u{1B}[<0;10;20m\u{1B}[200~pasted\u{1B}[201~é",
        "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\\u{1B}P>|name\u{1B}\\\u{1B}[M !!\u{1B}[[A\u{1B}[24~",
      ]
    ) { bytes, _ in
      var decoder = InputDecoder()
      _ = decoder.decode(bytes) + decoder.timeOut()
    },
  ]

  /// Tables in several dialects.
  private static let tables = [
    "a,b,label\n1,2,yes\n3,4,no\n5,6,yes\n", "1;2;3\n4;5;6\n", "\"x, y\",z\n\"1\",2\n",
    "0.5\t1e-3\tcat\n-7\t+8\tdog\n", "a,b\n,\n1,?\n", "Title\n\nwhen;x;y\n1.2.2020;1,5;$3\n31.12.2020;2,5;(4)\n",
    "# x y label\n 1  2  a # first\n|---|\n 3  4  b\n", "'a','b, c'\n'1','d, e'\n",
  ]

  /// A small model, as the program writes it.
  private static let model: [UInt8]? = {
    let path = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(getpid()).safetensors").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard let run = try? Run(Experiment()), (try? Model(run).write(to: path)) != nil else { return nil }
    return FileManager.default.contents(atPath: path).map(Array.init)
  }()
}
