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

  /// Digits of a hand whose every stroke is another than those of the training.
  @Test func theModelThatShipsReadsDrawnDigits() throws {
    #expect(ShippedModels.names == ["reader"])
    let model = try Model(path: "reader")
    #expect(model.classNames == (0...9).map(String.init))
    let digits = Handwriting.digits(count: 50, seed: "a hand that no training saw")
    let right = try (0..<50).count { index in
      let inputs = try #require(model.preparation.inputs(picture: Array(digits.picture(index))))
      let answers = model.network.outputs(for: inputs)
      return answers.firstIndex(of: answers.max() ?? 0) == Int(digits.labels[index])
    }
    #expect(right >= 45)
  }
}
