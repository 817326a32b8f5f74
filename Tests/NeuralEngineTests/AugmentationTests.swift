import CKernels
import NeuralEngine
import Testing

/// Pictures moved by chance: each kind of move by what it does to a picture that shows it.
@Suite struct AugmentationTests {
  private static let side = 9

  private func moved(
    _ how: ck_augmentation, _ picture: [Float], channels: Int = 1, outside: Float = 0, row: Int = 0, step: UInt64 = 0
  ) -> [Float] {
    var how = how
    var shape = ck_picture(channels: channels, rows: Self.side, columns: Self.side, outside: outside)
    var (moved, scratch) = (picture, picture)
    ck_augment(&how, &shape, 7, step, row, &moved, &scratch)
    return moved
  }

  /// One bright pixel.
  private func dot(x: Int, y: Int) -> [Float] {
    var picture = [Float](repeating: 0, count: Self.side * Self.side)
    picture[y * Self.side + x] = 1
    return picture
  }

  /// The middle of the brightness.
  private func middle(_ picture: [Float]) -> (x: Float, y: Float) {
    let sum = picture.reduce(0, +)
    let places = picture.indices
    return (
      places.reduce(0) { $0 + picture[$1] * Float($1 % Self.side) } / sum,
      places.reduce(0) { $0 + picture[$1] * Float($1 / Self.side) } / sum
    )
  }

  @Test func aShiftIsOfWholePixelsUpToItsLimitAndBringsInTheOutside() {
    let picture = (0..<81).map { Float($0 % 7 + 1) }
    var seen = Set<Int>()
    for row in 0..<200 {
      let moved = moved(
        ck_augmentation(flips: 0, shift: 2, rotation: 0, scale: 0, shear: 0, elastic: 0), picture,
        outside: -1, row: row)
      let fits = (0..<25).filter { code in
        let (across, down) = (code % 5 - 2, code / 5 - 2)
        return moved.indices.allSatisfy { place in
          let (x, y) = (place % Self.side + across, place / Self.side + down)
          let isInside = (0..<Self.side).contains(x) && (0..<Self.side).contains(y)
          return moved[place] == (isInside ? picture[y * Self.side + x] : -1)
        }
      }
      #expect(fits.count == 1)
      seen.formUnion(fits)
    }
    #expect(seen.count == 25, "every shift comes up")
  }

  @Test func halfOfThePicturesAreMirrored() {
    let picture = (0..<81).map { Float($0 % Self.side) }
    let mirrored = picture.map { 8 - $0 }
    let moves = (0..<400).map {
      moved(ck_augmentation(flips: 1, shift: 0, rotation: 0, scale: 0, shear: 0, elastic: 0), picture, row: $0)
    }
    #expect(moves.allSatisfy { $0 == picture || $0 == mirrored })
    #expect((150...250).contains(moves.count { $0 == mirrored }))
  }

  /// The dot at (7, 4), three right of the middle (4, 4), goes where the move says, up to its limit.
  @Test(arguments: [
    ("rotation", ck_augmentation(flips: 0, shift: 0, rotation: 0.3, scale: 0, shear: 0, elastic: 0), 0.6, 1.4),
    ("scale", ck_augmentation(flips: 0, shift: 0, rotation: 0, scale: 0.2, shear: 0, elastic: 0), 1.1, 0.02),
    ("shear", ck_augmentation(flips: 0, shift: 0, rotation: 0, scale: 0, shear: 0.3, elastic: 0), 0.02, 0.02),
    ("elastic", ck_augmentation(flips: 0, shift: 0, rotation: 0, scale: 0, shear: 0, elastic: 0.5), 1.5, 1.5),
  ])
  func aMoveStaysWithinItsLimit(_ name: String, _ how: ck_augmentation, _ mostX: Float, _ mostY: Float) {
    let places = (0..<300).map { middle(moved(how, dot(x: 7, y: 4), row: $0)) }
    #expect(places.allSatisfy { abs($0.x - 7) <= mostX && abs($0.y - 4) <= mostY }, "\(name)")
    #expect(mostX < 0.1 || places.contains { abs($0.x - 7) > mostX / 6 }, "\(name) moves it across")
    #expect(mostY < 0.1 || places.contains { abs($0.y - 4) > mostY / 4 }, "\(name) moves it down")
  }

  @Test func aShearMovesRowsByTheirDistanceFromTheMiddle() {
    let how = ck_augmentation(flips: 0, shift: 0, rotation: 0, scale: 0, shear: 0.3, elastic: 0)
    for row in 0..<50 {
      let (upper, lower) = (
        middle(moved(how, dot(x: 4, y: 2), row: row)), middle(moved(how, dot(x: 4, y: 6), row: row))
      )
      #expect(abs(upper.x - 4 + lower.x - 4) < 0.02 && abs(upper.x - 4) < 0.62)
    }
  }

  @Test func theSamePlaceIsTheSameMoveAndAllChannelsMoveTogether() {
    let how = ck_augmentation(flips: 1, shift: 2, rotation: 0.2, scale: 0.1, shear: 0.1, elastic: 1)
    let picture = (0..<81).map { Float($0 % 7 + 1) }
    #expect(moved(how, picture, row: 3, step: 4) == moved(how, picture, row: 3, step: 4))
    #expect(moved(how, picture, row: 3, step: 4) != moved(how, picture, row: 4, step: 4))
    #expect(moved(how, picture, row: 3, step: 4) != moved(how, picture, row: 3, step: 5))
    let colours = moved(how, picture + picture, channels: 2, row: 3, step: 4)
    #expect(Array(colours[..<81]) == Array(colours[81...]))
  }

  @Test func whatIsNoPictureIsRefused() throws {
    let network = Network(
      try Architecture(inputs: 5, hidden: [], outputs: 2, activation: .tanh, outputActivation: .tanh))
    var settings = TrainingSettings()
    settings.augmentation = Augmentation(shift: 1)
    #expect(throws: EngineError.augmentationNeedsPicture(input: Shape(channels: 5))) {
      try Learner(network: network, settings: settings)
    }
  }
}
