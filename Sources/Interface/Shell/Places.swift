/// The places that lie over each other, and the ground that waits.
///
/// The ground is the room for the data in play. When the data change between points and pictures the other ground takes
/// its place, as it was left: a drawing stays on its pad.
struct Places: Sendable {
  /// From the ground up; never empty.
  private(set) var open: [Place] = [.playground(PlaygroundRoom())]
  private var waiting = Place.digits(DigitsRoom())

  /// The rooms, the topmost first.
  var rooms: [any Room] { open.reversed().map(\.room) }

  /// Asks rooms from the top down until one answers.
  func first<Answer>(_ question: (any Room) -> Answer?) -> Answer? {
    for room in rooms {
      if let answer = question(room) { return answer }
    }
    return nil
  }

  /// Lets rooms act from the top down until one does.
  mutating func act<Answer>(_ deed: (inout any Room) -> Answer?) -> Answer? {
    for index in open.indices.reversed() {
      if let answer = deed(&open[index].room) { return answer }
    }
    return nil
  }

  /// Lets every open room act, the ground first.
  mutating func forEach(_ deed: (inout any Room) -> Void) {
    for index in open.indices { deed(&open[index].room) }
  }

  /// Lets the topmost room act.
  mutating func top(_ deed: (inout any Room) -> Void) { deed(&open[open.count - 1].room) }

  /// Lets the ground act.
  mutating func ground(_ deed: (inout any Room) -> Void) { deed(&open[0].room) }

  /// Puts a place on top; a room is open only once.
  mutating func push(_ place: Place) {
    let ground = open.removeFirst()
    open = [ground] + open.filter { type(of: $0.room) != type(of: place.room) } + [place]
  }

  /// Takes the topmost place away; the ground stays.
  mutating func pop() -> Place? { open.count > 1 ? open.removeLast() : nil }

  /// Closes what has nothing left to show; the ground stays.
  mutating func closeWhatIsOver() { open = open.prefix(1) + open.dropFirst().filter { !$0.room.isOver } }

  /// Makes the digits room the ground, or the playground; returns whether that is new.
  mutating func stand(onDigits: Bool) -> Bool {
    if case .digits = open[0] { if onDigits { return false } } else if !onDigits { return false }
    swap(&open[0], &waiting)
    return true
  }

  /// The digits room, whether it is the ground or waits.
  var digits: DigitsRoom? {
    for case .digits(let room) in [open[0], waiting] { return room }
    return nil
  }
}
