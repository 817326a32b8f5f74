import Foundation
import Testing

/// The design says what is so, and the source keeps the rules that a machine can see.
@Suite("The design and the rules of the house")
struct DesignTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The cells of the rows of a marked table in Documentation/Design.md, without its head.
  private static func table(_ mark: String) throws -> [[String]] {
    let design = try text("Documentation/Design.md")
    let table = try #require(
      design.components(separatedBy: "<!-- \(mark) -->\n").last?.components(separatedBy: "<!-- /\(mark) -->").first)
    return table.split(separator: "\n").dropFirst(2).map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.trimmingCharacters(in: .whitespaces).replacing("`", with: "")
      }
    }
  }

  /// The targets of Package.swift outside the tests, each with those of them that it leans on.
  private static func targets() throws -> [String: Set<String>] {
    var targets: [String: Set<String>] = [:]
    for part in try text("Package.swift").split(separator: /\.(?:target|executableTarget|testTarget|systemLibrary)\(/)
      .dropFirst()
    {
      guard let name = part.firstMatch(of: /name:\s*"(\w+)"/)?.1, !part.contains("path: \"Tests") else { continue }
      guard !name.hasSuffix("Tests") else { continue }
      let list = part.firstMatch(of: /dependencies:\s*\[([^\]]*)\]/)?.1 ?? ""
      targets[String(name)] = Set(list.matches(of: /"(\w+)"/).map { String($0.1) })
    }
    return targets.mapValues { $0.intersection(targets.keys) }
  }

  @Test("Every target stands in the design with what it leans on, and none leans on one that stands after it")
  func house() throws {
    let rows = try Self.table("targets")
    let told = Dictionary(
      uniqueKeysWithValues: rows.map { row in
        (row[0], Set(row[2].split(separator: ", ").map(String.init)))
      })
    #expect(told == (try Self.targets()))
    for (place, row) in rows.enumerated() {
      let before = Set(rows[..<place].map { $0[0] })
      #expect(told[row[0]]?.isSubset(of: before) == true, "\(row[0]) leans on what stands after it")
    }
  }

  @Test("Every command of the program stands in the design")
  func commands() throws {
    let help = try CommandRun("--help")
    let listed = help.lines.drop { !$0.hasPrefix("SUBCOMMANDS") }.compactMap {
      $0.firstMatch(of: /^  (\w+)(?: \(default\))?\s{2,}/)?.1
    }
    let told = try Self.table("commands").map { $0[0].replacing("nnplay ", with: "") }
    #expect(Set(told) == Set(listed.map(String.init)))
    #expect(told.count == listed.count)
  }

  /// Swift files below a folder.
  private static func sources(_ folder: String) -> [URL] {
    let files = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
  }

  @Test(
    "An import stands only where the design wants it",
    arguments: [
      ("CNcurses", ["Terminal"]), ("Terminal", ["nnplay"]), ("Course", ["Interface", "nnplay"]),
      ("Screen", ["Terminal", "Interface", "nnplay"]), ("Foundation", ["Playground", "nnplay"]),
    ])
  func imports(module: String, allowed: [String]) throws {
    let files = Self.sources("Sources")
    #expect(files.count > 200)
    for file in files where try String(contentsOf: file, encoding: .utf8).contains("import \(module)\n") {
      let target = file.path.components(separatedBy: "/Sources/").last?.split(separator: "/").first.map(String.init)
      #expect(allowed.contains(target ?? ""), "\(file.lastPathComponent) imports \(module)")
    }
  }

  /// Whatever passes these was made visible: sentences and JSON by `visible`, frames by their glyph set.
  @Test(
    "Nothing is written to the terminal, standard output or standard error but in the one place for it",
    arguments: [
      (#"\b(?:print|debugPrint|dump|fputs|puts|printf|fprintf|vprintf|NSLog|perror)\("#, []),
      (#"FileHandle\.standard|STDERR_FILENO|\bstderr\b|\bstdout\b"#, []),
      (
        #"\b(?:write|writev|pwrite|systemWrite)\(\s*(?:[12]|\w*[dD]escriptor|STD\w+|fd)\b"#,
        ["Output.swift", "WatchedProgram.swift", "WriteFile.swift"]
      ),
      ("nc_screen_write", ["TerminalSession.swift", "DirectOutput.swift"]),
    ])
  func oneWayOut(pattern: String, allowed: [String]) throws {
    let regex = try Regex(pattern)
    for file in Self.sources("Sources") where !allowed.contains(file.lastPathComponent) {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      for line in lines where !line.drop(while: \.isWhitespace).hasPrefix("//") && line.contains(regex) {
        Issue.record("\(file.lastPathComponent): \(line)")
      }
    }
  }

  @Test("A file holds one idea: none has more than 400 lines")
  func lengths() throws {
    for file in Self.sources("Sources") + Self.sources("Tests") {
      let lines = try String(contentsOf: file, encoding: .utf8).count { $0 == "\n" }
      #expect(lines <= 400, "\(file.lastPathComponent) has \(lines) lines")
    }
  }

  @Test("What other targets can see says in a doc comment what it is")
  func documentation() throws {
    let visible = /^ *(?:@\S+ )*(?:public|package) (?!extension|import)/
    // What the protocols of the standard library ask for is explained there.
    let conformance = /var description:|func (?:==|<|hash\(into |encode\(to )/
    var declarations = 0
    var bare: [String] = []
    for file in Self.sources("Sources") {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where line.contains(visible) && !line.contains(conformance) {
        declarations += 1
        let above = lines[..<index].lazy.map { $0.trimmingPrefix(while: \.isWhitespace) }.last { !$0.hasPrefix("@") }
        if above?.hasPrefix("///") != true { bare.append("\(file.lastPathComponent):\(index + 1)\(line)") }
      }
    }
    #expect(declarations > 1000)
    #expect(bare == [])
  }

  @Test("The toolchain's formatter has nothing to say")
  func format() throws {
    let formatter = Process()
    formatter.executableURL = URL(filePath: "/usr/bin/env")
    formatter.arguments = [
      "swift", "format", "lint", "--strict", "--recursive", "Sources", "Tests", "Presets", "Package.swift",
    ]
    formatter.currentDirectoryURL = Self.root
    let said = Pipe()
    formatter.standardError = said
    try formatter.run()
    let complaints = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    formatter.waitUntilExit()
    #expect(formatter.terminationStatus == 0, "\(complaints.prefix(2000))")
  }
}
