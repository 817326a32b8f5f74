/// The places in parameter space that a run went through, fewer of a long run, so that memory stays bounded.
struct WeightPath: Sendable {
  /// The places, in strokes: a jump, when weights are set by hand, begins a new one.
  private(set) var strokes: [[[Float]]] = []
  private var isLifted = true
  /// Whether places are kept at all; of a large network only from when somebody wants to see them.
  private var isKept = false
  /// Every so many places that come, one is kept.
  private var interval = 1
  private var sinceLast = 0

  /// Networks of no more parameters are followed from the beginning of their run.
  private static let mostParameters = 1 << 15
  /// How many numbers all places together hold, and how many places there are at most and at least.
  private static let mostNumbers = 1 << 18
  private static let places = (least: 8, most: 400)

  /// Whether the places of such a network are kept.
  func follows(parameters count: Int) -> Bool { isKept || count <= Self.mostParameters }

  /// Takes in where the run is.
  mutating func note(_ parameters: [Float]) {
    sinceLast += 1
    guard isLifted || sinceLast >= interval else { return }
    guard strokes.last?.last != parameters else { return }
    sinceLast = 0
    if isLifted {
      strokes.append([parameters])
    } else {
      strokes[strokes.count - 1].append(parameters)
    }
    isLifted = false
    let most = max(Self.places.least, min(Self.places.most, Self.mostNumbers / max(1, parameters.count)))
    if strokes.reduce(0, { $0 + $1.count }) > most { thin() }
  }

  /// The next place is not come to by training.
  mutating func lift() { isLifted = true }

  /// From now on places are kept, whatever the size of the network is.
  mutating func keep() { isKept = true }

  /// Forgets every other place but the ends of strokes.
  private mutating func thin() {
    strokes = strokes.map { stroke in
      stroke.indices.filter { $0 % 2 == 0 || $0 == stroke.count - 1 }.map { stroke[$0] }
    }
    interval *= 2
  }

  /// How many numbers it holds.
  var count: Int { strokes.joined().reduce(0) { $0 + $1.count } }
}
