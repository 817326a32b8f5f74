import Course
import Datasets
import Playground
import Testing

/// The experiments that ship.
@Suite struct PresetTests {
  @Test(arguments: PresetShelf.names)
  func aPresetIsInOrder(_ name: String) throws {
    let preset = try #require(try PresetShelf.preset(named: name))
    try preset.experiment.check()
    #expect(preset.experiment.epochs != nil, "it says when it is done")
    #expect(preset.summary.hasSuffix(".") && !preset.summary.contains("\n"))
    #expect(throws: DatasetError.self, "no data set has the name too") { try Dataset(name) }
  }

  @Test func namesAreKnownAndOthersAreNone() throws {
    #expect(PresetShelf.presets.map(\.name) == PresetShelf.names)
    #expect(Set(PresetShelf.names).isDisjoint(with: LectureShelf.names))
    #expect(try PresetShelf.preset(named: "mnist") == nil)
  }
}
