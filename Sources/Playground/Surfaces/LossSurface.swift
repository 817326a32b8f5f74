import NeuralEngine

/// The loss on a part of a plane through parameter space, as measured: heights over [side × side] places.
///
/// The plane goes through the parameters that the network had then; what lies beside it is not seen.
public struct LossSurface: Sendable {
  /// What was asked for.
  public let request: SurfaceRequest
  /// The directions across and up.
  public let axes: SurfaceAxes
  /// The network as it was.
  public let network: Network
  /// Where it stands in the plane.
  public let position: SurfacePoint
  /// The coordinates from left to right.
  public let across: ClosedRange<Double>
  /// The coordinates from the lower edge to the upper.
  public let up: ClosedRange<Double>
  /// The mean loss at the middle of each pixel, row by row from the upper left, infinite where it is no number; of what is
  /// not measured yet, that of before, else that of a place near it, else no number.
  public private(set) var losses: [Double]
  /// Where the run went, brought down to the plane, in strokes that a jump ends.
  public let path: [[SurfacePoint]]
  /// How many samples the loss is the mean of, and out of how many.
  public let samples: (used: Int, all: Int)
  /// How much is measured, 0 … 1.
  public internal(set) var progress = 0.0

  /// Pixels in a row, and in a column.
  public let side = LossSurvey.side

  init(_ survey: LossSurvey) {
    let network = survey.network
    var strokes = survey.path.strokes
    if strokes.isEmpty { strokes = [[]] }
    if strokes[strokes.count - 1].last != network.parameters {
      strokes[strokes.count - 1].append(network.parameters)
    }
    let former = survey.former
    var axes: SurfaceAxes
    if let former, survey.request.plane != .principal {
      axes = former.axes
    } else {
      axes = SurfaceAxes(survey.request.plane, at: network, path: strokes.flatMap { $0 })
      if let former { axes = axes.facing(like: former.axes) }
    }
    let position = axes.coordinates(of: network.parameters)
    let path = strokes.map { $0.map(axes.coordinates) }
    let window = Self.window(survey, axes, position, path)
    (request, self.axes, self.network, self.position, self.path) = (survey.request, axes, network, position, path)
    (across, up) = window
    losses = Array(repeating: .nan, count: LossSurvey.side * LossSurvey.side)
    if let former, former.across == across, former.up == up { losses = former.losses }
    samples = (survey.samples.count, survey.wholeCount)
  }

  /// How far the usual part reaches from its middle: for two parameters in their own units; for random directions by the
  /// paper's 1, at which every weight has moved by as much as it is.
  private static let reach = (parameters: 3.0, random: 1.0)

  private typealias Window = (across: ClosedRange<Double>, up: ClosedRange<Double>)

  /// The part to be shown. It stays where it is until the network comes to its edge; of the path's own directions, until
  /// the path has no room in it or fills little of it: what was measured in it can stay, too.
  private static func window(
    _ survey: LossSurvey, _ axes: SurfaceAxes, _ position: SurfacePoint, _ path: [[SurfacePoint]]
  ) -> Window {
    let former = survey.former.flatMap { $0.request == survey.request ? $0 : nil }
    if axes.share != nil {
      let places = path.joined()
      let (left, right) = (places.map(\.a).min() ?? 0, places.map(\.a).max() ?? 0)
      let (low, high) = (places.map(\.b).min() ?? 0, places.map(\.b).max() ?? 0)
      let half = max(right - left, high - low, 1e-6) * 0.65 / survey.request.zoom
      if let former, former.axes.share != nil, half > 0.3 * (former.across.upperBound - former.across.lowerBound),
        places.allSatisfy({ former.across.contains($0.a) && former.up.contains($0.b) })
      {
        return (former.across, former.up)
      }
      return around(survey.request.zoom > 1 ? position : SurfacePoint((left + right) / 2, (low + high) / 2), half)
    }
    let usual: Double
    if case .parameters = survey.request.plane { usual = reach.parameters } else { usual = reach.random }
    let half = usual / survey.request.zoom
    guard let before = survey.former else { return around(position, half) }
    let center = SurfacePoint(
      (before.across.lowerBound + before.across.upperBound) / 2, (before.up.lowerBound + before.up.upperBound) / 2)
    let isInside = abs(position.a - center.a) < 0.9 * half && abs(position.b - center.b) < 0.9 * half
    guard isInside else { return around(position, half) }
    return former.map { ($0.across, $0.up) } ?? around(center, half)
  }

  private static func around(_ center: SurfacePoint, _ half: Double) -> Window {
    (center.a - half...center.a + half, center.b - half...center.b + half)
  }

  // MARK: - Places

  /// The coordinates of the middle of a pixel; row 0 is at the top.
  public func place(column: Int, row: Int) -> SurfacePoint {
    SurfacePoint(
      across.lowerBound + (Double(column) + 0.5) / Double(side) * (across.upperBound - across.lowerBound),
      up.upperBound - (Double(row) + 0.5) / Double(side) * (up.upperBound - up.lowerBound))
  }

  /// The parameters at a place of the plane.
  public func parameters(at place: SurfacePoint) -> [Float] {
    axes.parameters(place.a - position.a, place.b - position.b, from: network.parameters)
  }

  func move(_ parameters: inout [Float], to place: SurfacePoint) {
    axes.move(&parameters, place.a - position.a, place.b - position.b, from: network.parameters)
  }

  /// The loss measured nearest to a place.
  public func loss(near place: SurfacePoint) -> Double {
    func index(_ value: Double, _ range: ClosedRange<Double>) -> Int {
      let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
      return min(side - 1, max(0, Int(share * Double(side))))
    }
    return losses[(side - 1 - index(place.b, up)) * side + index(place.a, across)]
  }

  /// The lowest loss that was measured, and where; nil while there is no number.
  public var lowest: (place: SurfacePoint, loss: Double)? {
    let numbers = losses.indices.filter { losses[$0].isFinite }
    guard let index = numbers.min(by: { losses[$0] < losses[$1] }) else { return nil }
    return (place(column: index % side, row: index / side), losses[index])
  }

  /// Whether every place has a loss, be it one from before.
  public var isCovered: Bool { !losses.contains { $0.isNaN } }

  mutating func fill(_ columns: Range<Int>, _ rows: Range<Int>, with loss: Double) {
    for row in rows { for column in columns { losses[row * side + column] = loss.isNaN ? .infinity : loss } }
  }
}
