/// Which place is open: every room there is.
///
/// A new room is a case here and a line of `room`, its commands in the list of commands, and a folder of its own.
enum Place: Sendable {
  case playground(PlaygroundRoom)
  case digits(DigitsRoom)
  case lecture(LectureRoom)
  case points(PointsRoom)

  var room: any Room {
    get {
      switch self {
      case .playground(let room): room
      case .digits(let room): room
      case .lecture(let room): room
      case .points(let room): room
      }
    }
    set { self = newValue.place }
  }
}

/// Where a room, or a list over it, wants to go next.
enum Turn: Sendable {
  case open(Place)
  /// Back to what lies beneath.
  case leave
}
