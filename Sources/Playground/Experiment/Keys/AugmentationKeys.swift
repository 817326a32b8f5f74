import Datasets
import NeuralEngine

/// The keys that say how training pictures are moved, anew each time they are shown.
extension ExperimentKey {
  static let augmentation: [ExperimentKey] = [
    .augment, .augmentShift, .augmentRotation, .augmentScale, .augmentShear, .augmentElastic,
  ]

  /// The kinds of moves; none unless said.
  package static let augment = ExperimentKey(
    "augment", \.augment, .moves, fills: .field(\.augment, default: []),
    "How training pictures are moved by chance each time they are shown: none, or some of flip, shift, affine (turned, "
      + "scaled, sheared) and elastic.",
    isLive: true, lasting: .form, page: .lacks { _, _ in "The page has no pictures to augment." })

  /// How far `shift` goes, in whole pixels; 2 unless said.
  package static let augmentShift = strength(
    "augmentShift", \.augmentShift, .whole(1...100, "a whole number of pixels"), \.augmentShift, default: 2,
    "By how many pixels shift moves a picture at most, across and down.")

  /// How far `affine` turns, in degrees; 11 unless said.
  package static let augmentRotation = strength(
    "augmentRotation", \.augmentRotation, .number(0...180, "a number of degrees from 0 to 180"), \.augmentRotation,
    default: 11, "By how many degrees affine turns a picture at most, either way.")

  /// How far `affine` scales, as a share; 0.12 unless said.
  package static let augmentScale = strength(
    "augmentScale", \.augmentScale, .number(0...0.9, "a number from 0 to 0.9"), \.augmentScale, default: 0.12,
    "By what share affine changes a picture's width and height at most, each by itself.")

  /// How far `affine` shears; 0.15 unless said.
  package static let augmentShear = strength(
    "augmentShear", \.augmentShear, .number(0...2, "a number from 0 to 2"), \.augmentShear, default: 0.15,
    "By what share of its distance from the middle affine moves a row sideways at most.")

  /// How strong `elastic` is, in pixels; 1 unless said.
  package static let augmentElastic = strength(
    "augmentElastic", \.augmentElastic, .number(0...20, "a number of pixels from 0 to 20"), \.augmentElastic,
    default: 1,
    "How many pixels elastic moves each corner of a 6×6 grid, as a deviation; the rest of the picture follows.")

  private static func strength<Value: Sendable>(
    _ name: String, _ path: WritableKeyPath<Experiment, Value?> & Sendable, _ form: ValueForm<Value>,
    _ field: WritableKeyPath<ResolvedExperiment, Value> & Sendable, default standard: Value, _ meaning: String
  ) -> ExperimentKey {
    ExperimentKey(
      name, path, form, fills: .field(field, default: standard), meaning, isLive: true, lasting: .form,
      concerns: { $0.mayBePictures }, page: .lacks { _, _ in "The page has no pictures to augment." })
  }
}

/// A way in which training pictures are moved.
public enum PictureMove: String, CaseIterable, Codable, Sendable {
  /// Half of them are mirrored, left for right.
  case flip
  /// Moved by whole pixels.
  case shift
  /// Turned, scaled and sheared.
  case affine
  /// Bent like rubber.
  case elastic
}

extension ValueForm where Value == [PictureMove] {
  /// `none`, one, or a list; written as said where that can be told.
  fileprivate static var moves: ValueForm {
    let none = "none"
    let names = [none] + PictureMove.allCases.map(\.rawValue)
    return ValueForm(
      allowed: "none, \(PictureMove.allCases.map(\.rawValue).inChoice), or a list of them", names: names,
      read: { setting in
        let words = setting.words
        if words == [none] { return [] }
        let moves = words.compactMap(PictureMove.init)
        return moves.count == words.count ? PictureMove.allCases.filter(moves.contains) : nil
      },
      write: { moves in
        moves.count > 1 ? .list(moves.map(\.rawValue)) : .word(moves.first?.rawValue ?? none)
      })
  }
}

extension Dataset {
  /// Whether samples are pictures, or rows of a table, which may be.
  fileprivate var mayBePictures: Bool {
    switch self {
    case .images, .idx, .table: true
    case .points, .formula: false
    }
  }
}

extension ResolvedExperiment {
  /// What the engine is told of it.
  var augmentation: Augmentation {
    let isAffine = augment.contains(.affine)
    return Augmentation(
      flips: augment.contains(.flip), shift: augment.contains(.shift) ? augmentShift : 0,
      rotation: isAffine ? augmentRotation : 0, scale: isAffine ? augmentScale : 0, shear: isAffine ? augmentShear : 0,
      elastic: augment.contains(.elastic) ? augmentElastic : 0)
  }
}
