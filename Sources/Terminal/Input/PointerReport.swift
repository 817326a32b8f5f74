import Screen

/// One report of the mouse as the terminal sends it: a number that holds button, movement and modifiers, and a cell.
struct PointerReport: Sendable {
  let code: Int
  let x: Int
  let y: Int
  let isRelease: Bool

  /// The SGR form, ESC [ < code ; column ; row M or m; `nil` unless there are three numbers, the cells counted from 1.
  init?(_ parameters: [Int], isRelease: Bool) {
    guard parameters.count == 3, parameters[1] >= 1, parameters[2] >= 1 else { return nil }
    code = parameters[0]
    x = parameters[1] - 1
    y = parameters[2] - 1
    self.isRelease = isRelease
  }

  /// The older form, three bytes of which 32 is zero, from terminals that do not know the other one.
  init(legacy bytes: [UInt8]) {
    let numbers = bytes.map { max(0, Int($0) - 32) }
    code = numbers[0]
    x = max(0, numbers[1] - 1)
    y = max(0, numbers[2] - 1)
    isRelease = numbers[0] & 0b110_0011 == 3
  }

  var isMotion: Bool { code & 32 != 0 }
  var isWheel: Bool { code & 64 != 0 }
  var isExtraButton: Bool { code & 128 != 0 }

  /// The button; `nil` where none is held, or where a release does not say which.
  var button: PointerEvent.Button? {
    switch code & 3 {
    case 0: .left
    case 1: .middle
    case 2: .right
    default: nil
    }
  }

  var modifiers: PointerEvent.Modifiers {
    var modifiers: PointerEvent.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    return modifiers
  }
}

/// Knows which button is down, and mends what terminals leave out.
///
/// A press is lost when the window gets the focus by it; a release, when it happens outside. Every stroke that leaves
/// here begins with a press and ends with a release.
struct ButtonTracker: Sendable {
  private var held: PointerEvent.Button?

  /// The events that a report stands for.
  mutating func events(for report: PointerReport) -> [PointerEvent] {
    func event(_ kind: PointerEvent.Kind, _ button: PointerEvent.Button = .left) -> PointerEvent {
      PointerEvent(kind, x: report.x, y: report.y, button: button, modifiers: report.modifiers)
    }
    if report.isExtraButton { return [] }
    if report.isWheel {
      switch report.code & 3 {
      case 0: return [event(.scrollUp)]
      case 1: return [event(.scrollDown)]
      default: return []
      }
    }
    if report.isRelease {
      let button = report.button ?? held ?? .left
      held = nil
      return [event(.release, button)]
    }
    guard report.isMotion else {
      guard let button = report.button else { return [] }
      held = button
      return [event(.press, button)]
    }
    switch (held, report.button) {
    case (let lost?, nil):
      held = nil
      return [event(.release, lost), event(.move)]
    case (nil, let lost?):
      held = lost
      return [event(.press, lost)]
    case (.some, let button?):
      held = button
      return [event(.drag, button)]
    case (nil, nil):
      return [event(.move)]
    }
  }
}
