/// Which place is open: every room there is.
///
/// A new room is a case here with its line of `room` and the command that opens it, its commands in the list of commands,
/// and a folder of its own.
enum Place: Sendable {
  case playground(PlaygroundRoom)
  case digits(DigitsRoom)
  case lecture(LectureRoom)
  case points(PointsRoom)
  case inside(InsideRoom)
  case surface(SurfaceRoom)
  case forward(ForwardRoom)
  case perceptron(PerceptronRoom)
  case graph(GraphRoom)
  case atlas(AtlasRoom)

  var room: any Room {
    get {
      switch self {
      case .playground(let room): room
      case .digits(let room): room
      case .lecture(let room): room
      case .points(let room): room
      case .inside(let room): room
      case .surface(let room): room
      case .forward(let room): room
      case .perceptron(let room): room
      case .graph(let room): room
      case .atlas(let room): room
      }
    }
    set { self = newValue.place }
  }
}

extension Place {
  /// The place that a command opens, where it can be opened now; the shell says why it cannot.
  init?(openedBy command: Command, _ shell: inout Shell) {
    switch command {
    case .inside:
      guard let room = InsideRoom.opened(&shell) else { return nil }
      self = .inside(room)
    case _: return nil
    }
  }
}

/// Where a room, or a list over it, wants to go next.
enum Turn: Sendable {
  case open(Place)
  /// To a place that takes the topmost one's.
  case replace(Place)
  /// Back to what lies beneath.
  case leave
}
