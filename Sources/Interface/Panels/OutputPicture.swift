import Datasets
import Playground
import Screen

/// What a large map shows: answers over a part of the plane, samples on them, a cross at what is read or placed.
struct OutputPicture {
  /// What is drawn over the plane.
  enum Answers {
    /// What the outputs answer: one map, or one for each class.
    case outputs([FieldMap])
    /// What one unit answers.
    case unit(FieldMap)
    case none
  }

  /// Where the cross is.
  enum Cross {
    /// At a cell, counted from the map's upper left corner.
    case cell(Point)
    /// At a place on the plane.
    case place(x1: Double, x2: Double)
  }

  var heading = "OUTPUT"
  /// How good the answers are, in the words of the heading's row.
  var note: String?
  /// What kind of data there are; nil while there are none.
  var kind: Material.Kind?
  /// How many inputs a sample has.
  var inputs = 0
  var answers = Answers.none
  /// Whether answers run from 0 to 1 instead of from −1 to +1.
  var startsAtZero = false
  /// Whether answers are shown as one of two colours.
  var isDiscrete = false
  /// The epoch that the answers are from, where they are no longer true.
  var staleEpoch: Int?
  var domain = Domain.playground
  /// What the axis from left to right is called.
  var axisName = "x₁"
  var samples: PointSet?
  var showsTestSamples = false
  var cross: Cross?
  /// Whether the map wears the accent, and its heading.
  var isCurrent = false
  var isHeadingCurrent = false

  /// The plane on the cells of a map.
  func plane(_ rect: Rect) -> PlaneMap { PlaneMap(rect, x1: domain.x1, x2: domain.x2) }

  /// The samples as marks: those for training, and those for the test where they are shown.
  var marks: [SampleMark] {
    guard let samples else { return [] }
    func kind(_ label: Double) -> SampleMark.Kind {
      switch samples.kind {
      case .classes(let count) where count > 2: .member(Int(label))
      case .classes, .binary, .regression: label > 0 ? .positive : .negative
      }
    }
    let train = samples.train.map { SampleMark(x1: $0.x1, x2: $0.x2, kind($0.label)) }
    guard showsTestSamples else { return train }
    return train + samples.test.map { SampleMark(x1: $0.x1, x2: $0.x2, kind($0.label), isTest: true) }
  }

  /// The cell of the cross on a map.
  func crossCell(_ rect: Rect) -> Point? {
    switch cross {
    case .cell(let cell)?: Point(rect.x + min(cell.x, rect.width - 1), rect.y + min(cell.y, rect.height - 1))
    case .place(let x1, let x2)?: plane(rect).cell(x1: x1, x2: x2)
    case nil: nil
    }
  }
}

extension Shell {
  /// The map of the run in play: what the output answers, or the unit that is held.
  ///
  /// - Parameter editor: samples that are being placed, while they are.
  func outputPicture(_ editor: PointEditor? = nil) -> OutputPicture {
    var picture = OutputPicture()
    let isPointed = attention.current == .output
    if case .unit(let layer, let unit)? = attention.held {
      picture.heading = unitName(layer: layer, unit: unit).uppercased()
    }
    picture.isCurrent = isPointed
    picture.isHeadingCurrent = isMarked(.output) || attention.held != nil
    picture.note = qualityNote
    picture.kind = snapshot?.material.kind
    picture.inputs = snapshot?.material.inputNames.count ?? 0
    let maps = divergence == nil ? snapshot?.maps : sanePicture ?? snapshot?.maps
    if attention.held != nil, let map = snapshot?.maps?.enlarged {
      picture.answers = .unit(map)
    } else if let outputs = maps?.outputs, !outputs.isEmpty {
      picture.answers = .outputs(outputs)
    }
    picture.startsAtZero = resolved.output.isShare
    picture.isDiscrete = discretises
    picture.staleEpoch = divergence?.lastSaneEpoch
    picture.domain = snapshot?.material.domain ?? .playground
    let samples = editor?.points ?? snapshot?.material.points
    picture.samples = samples.map { snapshot?.material.preparation.taught($0) ?? $0 }
    picture.axisName = sourceName(ofCoordinate: 0)
    picture.showsTestSamples = showsTestData
    picture.cross = editor.map { .place(x1: $0.x1, x2: $0.x2) } ?? readCross
    return picture
  }

  private var qualityNote: String? {
    if let divergence { return "at epoch \(divergence.lastSaneEpoch)" }
    let name = snapshot?.test == nil ? "train" : "test"
    guard let evaluation = snapshot?.test ?? snapshot?.train else { return nil }
    if let accuracy = evaluation.accuracy { return "\(name) accuracy \(Number.percent(accuracy))" }
    return evaluation.rSquared.map { "\(name) R² \(Number.fixed($0, decimals: 3))" }
  }

  /// The cell of the map that the keyboard reads, while it does.
  private var readCross: OutputPicture.Cross? {
    guard attention.focus == .output, !attention.pointerMovedLast, let readCell else { return nil }
    return .cell(readCell)
  }

  /// The part of the plane that the map shows, on its cells.
  func planeMap(_ rect: Rect) -> PlaneMap { outputPicture().plane(rect) }
}
