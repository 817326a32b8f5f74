import Course
import Foundation
import Interface
import NeuralEngine
import Playground
import Screen
import Testing

/// People who press, point and resize at random, from every room, while the trainer obeys.
///
/// `PLAY` in the environment is the number of window sizes that each place has to bear, `PLAY_SEED` the first seed.
@Suite("Nothing that is pressed, pointed at or resized breaks the interface") struct RandomPlayTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let sizes = environment["PLAY"].flatMap { Int($0) } ?? 4
  private static let firstSeed = environment["PLAY_SEED"].flatMap { Int($0) } ?? 1
  /// After so many sizes another user begins anew, so that a seed that fails is soon played again.
  private static let sizesASeed = 4

  /// Where a user begins, by name: an experiment, and the keys that lead to the room.
  static let places: [(name: String, settings: [String], keys: String)] = [
    ("points", [], ""), ("classes", ["dataset=rings3"], "z"), ("a line", ["dataset=curve-sine"], ""),
    ("numbers", ["dataset=plane"], "v"), ("a gate", ["dataset=gate-xor"], "="), ("own points", [], "i"),
    ("a deep network", ["hidden=[6,6,6,6]", "batchNorm=true"], "Tab Tab Tab"),
    ("a wide network", ["hidden=[60,60]"], ""), ("a table", ["dataset=csv:TABLE"], ""), ("a lecture", [], "LECTURE"),
    ("pictures", ["dataset=idx:PICTURES", "hidden=[12]"], ""),
    ("the pad", ["dataset=idx:PICTURES", "hidden=[12]"], "p"),
    ("inside", ["dataset=idx:PICTURES", "hidden=[conv3x2, pool2, 6]"], "I"),
    ("settings", [], "E"), ("help", [], "?"), ("divergence", ["learningRate=10", "dataset=plane"], "Space"),
  ]

  @Test("Random keys, pointers and sizes are drawn, and q always quits", arguments: places.indices)
  func random(place: Int) throws {
    for seed in Self.firstSeed..<Self.firstSeed + max(1, Self.sizes / Self.sizesASeed) {
      try play(Self.places[place], seed: seed)
    }
  }

  private func play(_ place: (name: String, settings: [String], keys: String), seed: Int) throws {
    let files = try OwnFiles()
    var dice = Dice(state: UInt64(seed))
    var experiment = Experiment()
    for setting in place.settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      let text = parts[1].replacing("TABLE", with: files.table).replacing("PICTURES", with: files.pictures)
      try experiment.set(parts[0], to: text)
    }
    if !experiment.isOfPictures { experiment.samples = experiment.samples ?? 60 }
    var table = try Table(experiment)
    for key in place.keys.split(separator: " ") {
      if key == "LECTURE" {
        let lecture = try Lecture(text: LectureRoomTests.text, name: "small", file: "small.md")
        table.act(.lectureOpened(lecture))
      } else {
        try table.press(String(key))
      }
    }
    var resized = 0
    while resized < Self.sizesASeed {
      switch Int.random(in: 0..<12, using: &dice) {
      case 0...1:
        resized += 1
        // From 1×1 to 500×200, small ones more often than large ones.
        let most = [(500, 200), (200, 60), (120, 40), (80, 24), (40, 12)].randomElement(using: &dice) ?? (80, 24)
        table.act(.resized(Size(Int.random(in: 1...most.0, using: &dice), Int.random(in: 1...most.1, using: &dice))))
      case 2...4: table.act(.pointerActed(pointerEvent(on: table.state, &dice)))
      case 5: table.act(something(&dice))
      default: table.act(.keyPressed(Self.keys.randomElement(using: &dice) ?? .space))
      }
      let scene = table.show()
      let outside = scene.regions.first { !scene.frame.bounds.contains($0.rect) }
      #expect(outside == nil, "\(place.name), seed \(seed), size \(resized)")
    }
    #expect(quits(&table), "\(place.name), seed \(seed) cannot be quit")
  }

  /// Esc from whatever is open, then q; own points that are not saved are asked about, once.
  private func quits(_ table: inout Table) -> Bool {
    for _ in 0..<8 { table.act(.keyPressed(.escape)) }
    for _ in 0..<2 { table.act(.keyPressed("q")) }
    return table.hasQuit
  }

  /// Something at a place of the screen, as often as not where there is something to point at.
  private func pointerEvent(on state: State, _ dice: inout Dice) -> PointerEvent {
    let kinds: [PointerEvent.Kind] = [.move, .press, .press, .drag, .release, .scrollUp, .scrollDown]
    let scene = state.scene()
    var place = Point(Int.random(in: -1...500, using: &dice), Int.random(in: -1...200, using: &dice))
    if Bool.random(using: &dice), let region = scene.regions.randomElement(using: &dice) { place = region.rect.center }
    return PointerEvent(
      kinds.randomElement(using: &dice) ?? .move, x: place.x, y: place.y,
      button: Int.random(in: 0..<4, using: &dice) == 0 ? .right : .left)
  }

  /// What comes from outside, or is answered to what was asked of it.
  private func something(_ dice: inout Dice) -> Interface.Action {
    switch Int.random(in: 0..<7, using: &dice) {
    case 0: .pasted("https://playground.tensorflow.org/#dataset=spiral&networkShape=8,8,8,8,8,8&noise=50")
    case 1: .pasted(String(repeating: "e\u{301}\u{202E}\u{1B}[31m 字", count: 30))
    case 2: .suspended
    case 3: .resumed
    case 4: .reported(String(repeating: "a long sentence ", count: Int.random(in: 0..<40, using: &dice)), isAlarm: true)
    case 5: .filesFound([])
    default: .opened(Experiment(), remarks: ["one", "two"], hidden: ["dataset"])
    }
  }

  private static let keys: [Key] =
    "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ?=+-[]<>.,;0123456789".map(Key.character) + [
      .space, .enter, .enter, .tab, .backTab, .escape, .escape, .backspace, .delete, .up, .down, .left, .right, .home,
      .end, .pageUp, .pageDown, .insert, .function(1), .control("u"), .control("w"),
    ]
}

extension Experiment {
  fileprivate var isOfPictures: Bool {
    if case .idx? = dataset { true } else { false }
  }
}

/// A small table, and two dozen pictures of 12×12, in files that are gone afterwards.
private final class OwnFiles {
  private let folder: URL
  let table: String
  let pictures: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "play-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let count = 24
    let rows = (0..<count).map { "\($0 % 7),\($0 * 5 % 11),\($0 % 3),\($0 % 2 == 0 ? "yes" : "no")\n" }
    table = folder.appending(path: "t.csv").path
    try Data(("a,b,c,label\n" + rows.joined()).utf8).write(to: URL(filePath: table))
    let images = folder.appending(path: "images")
    let pixels = (0..<count * 144).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 / 144 * 31) }
    try Data([0, 0, 8, 3, 0, 0, 0, UInt8(count), 0, 0, 0, 12, 0, 0, 0, 12] + pixels).write(to: images)
    let labels = folder.appending(path: "labels")
    try Data([0, 0, 8, 1, 0, 0, 0, UInt8(count)] + (0..<count).map { UInt8($0 % 3) }).write(to: labels)
    pictures = "\(images.path),\(labels.path)"
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
