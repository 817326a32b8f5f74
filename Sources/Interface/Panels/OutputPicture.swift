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
  /// What the classes are called; empty for numbers to be predicted.
  var classNames: [String] = []
  /// What the axes are called: from left to right, and upwards.
  var axisNames = (across: "x₁", up: "x₂")
  /// The answers that a curve has room for, and the samples on it.
  var heights = -1.5...1.5
  /// The answer that has the full colour, as the network is taught it.
  var reach = 1.0
  /// What brings answers of the network back to the numbers that the samples have.
  var scaling: Scaling?
  var samples: PointSet?
  var showsTestSamples = false
  var cross: Cross?
  /// Where what is looked at closely lies.
  var probed: Cross?
  /// The glyph of the class that would be placed at the cross; nil where it only reads.
  var cursor: Unicode.Scalar?
  /// Whether the map wears the accent, and its heading.
  var isCurrent = false
  var isHeadingCurrent = false

  /// Whether every sample is a glyph, however many there are.
  var showsGlyphs = false
  /// The cell under the pointer, from the window's upper left corner.
  var pointed: Point?

  /// The plane on the cells of a map; of data on a line, with the answers upwards.
  func plane(_ rect: Rect) -> PlaneMap {
    PlaneMap(rect, x1: domain.x1, x2: kind == .curve1D ? heights : domain.x2)
  }

  /// A value of the network in the unit of the samples, unless a hidden unit is shown.
  func answer(_ value: Float) -> Double {
    if case .outputs = answers, let scaling { return Double(value) * scaling.deviations[0] + scaling.means[0] }
    return Double(value)
  }

  /// The cell of a sample on a map.
  func cell(of point: LabelledPoint, in rect: Rect) -> Point? {
    plane(rect).cell(x1: point.x1, x2: kind == .curve1D ? point.label : point.x2)
  }

  /// The samples as marks: those for training, and those for the test where they are shown.
  var marks: [SampleMark] {
    guard let samples else { return [] }
    let isLine = self.kind == .curve1D
    func kind(_ label: Double) -> SampleMark.Kind {
      switch samples.kind {
      case .classes(let count) where count > 2: .member(Int(label))
      case .classes, .binary: label > 0 ? .positive : .negative
      case .regression:
        .value(Float((scaling.map { (label - $0.means[0]) / $0.deviations[0] } ?? label) / reach))
      }
    }
    func mark(_ point: LabelledPoint, isTest: Bool) -> SampleMark {
      SampleMark(x1: point.x1, x2: isLine ? point.label : point.x2, kind(point.label), isTest: isTest)
    }
    let train = samples.train.map { mark($0, isTest: false) }
    return showsTestSamples ? train + samples.others.map { mark($0, isTest: true) } : train
  }

  /// The cell at which the keyboard reads; nil where the cross is at a place of its own, or there is none.
  func readCell(_ rect: Rect) -> Point? {
    if case .cell? = cross { crossCell(rect) } else { nil }
  }

  /// The cell of the cross on a map.
  func crossCell(_ rect: Rect) -> Point? { crossCell(cross, rect) }

  /// The cell of a cross on a map.
  func crossCell(_ cross: Cross?, _ rect: Rect) -> Point? {
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
    picture.samples = editor?.points ?? snapshot?.material.points
    picture.scaling = snapshot?.material.preparation.targetScaling
    picture.classNames = snapshot?.material.classNames ?? []
    picture.axisNames = (sourceName(ofCoordinate: 0), axisNameUpwards)
    if let samples = picture.samples, samples.kind == .regression {
      picture.heights = ChartScale.heights(samples.points.map(\.label))
      picture.reach = reach(of: samples)
    }
    if picture.kind == .curve1D, attention.held != nil {
      // A unit's answers have a scale of their own, and no samples.
      picture.heights = ChartScale.heights([])
      picture.samples = nil
    }
    picture.showsGlyphs = editor != nil
    picture.pointed = isPointed && attention.pointerMovedLast ? pointer : nil
    picture.showsTestSamples = showsTestData
    picture.cursor = editor.map { classGlyph($0.chosenClass) }
    picture.cross = editor.map { .place(x1: $0.x1, x2: $0.x2) } ?? readCross
    picture.probed = probedPlace.map { .place(x1: $0.x1, x2: $0.x2) }
    return picture
  }

  /// The largest number to be predicted, as the network is taught it; 1 where all are about 1.
  private func reach(of samples: PointSet) -> Double {
    let taught = snapshot?.material.preparation.taught(samples) ?? samples
    let largest = taught.points.reduce(0) { max($0, abs($1.label)) }
    return largest > 2 ? largest : 1
  }

  /// What stands upwards: the second input, or of data on a line what is predicted.
  private var axisNameUpwards: String {
    snapshot?.material.kind == .curve1D ? outputNames.first ?? "y" : sourceName(ofCoordinate: 1)
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
