// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "nnplay",
  products: [
    .library(name: "NeuralEngine", targets: ["NeuralEngine"]),
    .executable(name: "nnplay", targets: ["nnplay"]),
    // Loaded by tests into the program, whose writing then fails.
    .library(name: "FailingCalls", type: .dynamic, targets: ["CFailingCalls"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // How it is written.
    .target(name: "Words"),
    .target(name: "Formulas", dependencies: ["Words"]),

    // What is computed.
    .target(name: "CKernels", linkerSettings: [.linkedLibrary("m")]),
    .target(name: "NeuralEngine", dependencies: ["CKernels"]),

    // What it is computed on.
    .systemLibrary(name: "CZlib"),
    .target(name: "CMNIST", exclude: ["data"]),
    .target(name: "Datasets", dependencies: ["NeuralEngine", "Formulas", "Words", "CZlib", "CMNIST"]),

    // What is being explored.
    .target(name: "Playground", dependencies: ["Datasets", "NeuralEngine", "Presets", "Words", "Yams"]),
    .target(name: "Presets", path: "Presets", exclude: ["lectures", "experiments", "models"]),
    .target(name: "Course", dependencies: ["Playground", "Formulas", "Presets", "Words"]),

    // What is seen.
    .target(name: "Screen", dependencies: ["Words"]),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "Terminal", dependencies: ["Screen", "Words", "CNcurses"]),
    .target(name: "Interface", dependencies: ["Course", "Formulas", "Playground", "Screen"]),

    // What is typed.
    .target(name: "CLimits"),
    .executableTarget(
      name: "nnplay",
      dependencies: [
        "CLimits", "Interface", "Terminal", "Words",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "CAllocations", path: "Tests/CAllocations"),
    .target(name: "ToyLayers", dependencies: ["NeuralEngine"], path: "Tests/ToyLayers"),
    .testTarget(
      name: "NeuralEngineTests", dependencies: ["NeuralEngine", "CKernels", "CAllocations", "ToyLayers"],
      exclude: ["Reference"]),
    .testTarget(name: "WordsTests", dependencies: ["Words"]),
    .testTarget(name: "FormulasTests", dependencies: ["Formulas"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets"], exclude: ["Reference"]),
    .testTarget(name: "PlaygroundTests", dependencies: ["Playground", "ToyLayers"], exclude: ["Reference"]),
    .testTarget(name: "CourseTests", dependencies: ["Course"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"]),
    .target(name: "CPty", path: "Tests/CPty"),
    .target(name: "CFailingCalls", path: "Tests/CFailingCalls", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "TerminalHarness", dependencies: ["CPty"], path: "Tests/TerminalHarness"),
    .executableTarget(name: "KeyLatency", dependencies: ["TerminalHarness"], path: "Tests/KeyLatency"),
    .executableTarget(name: "TerminalProbe", dependencies: ["Screen", "Terminal"], path: "Tests/TerminalProbe"),
    .testTarget(name: "TerminalTests", dependencies: ["Screen", "Terminal", "TerminalProbe", "TerminalHarness"]),
    .testTarget(name: "InterfaceTests", dependencies: ["Interface"], exclude: ["Golden"]),
    .testTarget(
      name: "FuzzTests", dependencies: ["Course", "Datasets", "Formulas", "Playground", "Terminal", "nnplay"]),
    .testTarget(name: "EndToEndTests", dependencies: ["nnplay", "Playground", "TerminalHarness"]),
  ],
  swiftLanguageModes: [.v6]
)
