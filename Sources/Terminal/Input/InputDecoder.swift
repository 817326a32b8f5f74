import Screen

/// Turns the bytes of a terminal into events, whatever way they are cut into pieces.
///
/// It reads what xterm and its likes, the Linux console, rxvt, tmux and screen send for a key, in both forms of the
/// arrows, rather than what one terminal's description lists: behind SSH and tmux the description is often wrong.
/// What it does not know it drops whole, so that no rest of a sequence is taken for typing.
package struct InputDecoder: Sendable {
  private var state = State.ground
  private var buttons = ButtonTracker()
  private var answers: [TerminalAnswer] = []

  /// A decoder that has read nothing yet.
  package init() {}

  private enum State: Sendable {
    case ground
    /// After ESC.
    case escape
    /// After ESC O, and numbers if a modifier is held.
    case singleShift
    /// After ESC [.
    case control(ControlSequence)
    /// After ESC [ [: the function keys of the Linux console.
    case consoleFunction
    /// After ESC [ M: three bytes follow.
    case legacyPointer([UInt8])
    case character(UTF8Sequence)
    /// After ESC and the first byte of a character: with Alt it is no key.
    case altCharacter(UTF8Sequence)
    case paste(PastedText)
    /// After ESC and one of `P X ] ^ _`: what a terminal says of itself (DCS, SOS, OSC, PM, APC).
    case string(TerminalString)
    /// After ESC in such a string: its end, if a backslash follows.
    case stringEscape(TerminalString)
  }

  /// What the decoder waits for when the bytes stop in the middle of something.
  package enum Pause: Sendable {
    /// ESC alone: the key, or the beginning of a sequence whose rest is on its way.
    case escape
    /// A paste whose end has not come.
    case paste
    /// A terminal's answer whose end has not come.
    case string
  }

  /// Set while only time can tell what the bytes so far mean; then `timeOut()` says that it has passed.
  package var pause: Pause? {
    switch state {
    case .escape: .escape
    case .paste: .paste
    case .string, .stringEscape: .string
    // The rest of these is certain to come, or the next key is swallowed. Giving up earlier would be worse: over a slow
    // line the rest of a pointer report would arrive as digits and letters, and start things.
    case .ground, .singleShift, .control, .consoleFunction, .legacyPointer, .character, .altCharacter: nil
    }
  }

  /// Ends the pause: an ESC was the Escape key; a paste is taken as it is; an answer that never ended is dropped.
  package mutating func timeOut() -> [InputEvent] {
    switch state {
    case .escape:
      state = .ground
      return [.key(.escape)]
    case .paste(let text):
      state = .ground
      return [.paste(text.string)]
    case .string, .stringEscape:
      state = .ground
      return []
    case .ground, .singleShift, .control, .consoleFunction, .legacyPointer, .character, .altCharacter:
      return []
    }
  }

  /// The events that these bytes complete.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    var events: [InputEvent] = []
    for byte in bytes { take(byte, &events) }
    return events
  }

  /// What the terminal has answered since the last call.
  package mutating func takeAnswers() -> [TerminalAnswer] {
    defer { answers = [] }
    return answers
  }

  private mutating func take(_ byte: UInt8, _ events: inout [InputEvent]) {
    switch state {
    case .ground:
      start(byte, &events)
    case .escape:
      takeAfterEscape(byte, &events)
    case .singleShift:
      if (0x30...0x39).contains(byte) || byte == 0x3b { return }
      state = .ground
      if let key = KeySequences.singleShift(byte) { events.append(.key(key)) }
      if byte < 0x20 { start(byte, &events) }
    case .control(var sequence):
      switch sequence.take(byte) {
      case .continues:
        state = .control(sequence)
      case .ends:
        state = .ground
        finish(sequence, byte, &events)
      case .breaks:
        state = .ground
        start(byte, &events)
      }
    case .consoleFunction:
      state = .ground
      if (0x41...0x45).contains(byte) { events.append(.key(.function(Int(byte) - 0x40))) }
    case .legacyPointer(var report):
      report.append(byte)
      state = report.count < 3 ? .legacyPointer(report) : .ground
      if report.count == 3 { events += buttons.events(for: PointerReport(legacy: report)).map(InputEvent.pointer) }
    case .character(var sequence):
      switch sequence.take(byte) {
      case .continues:
        state = .character(sequence)
      case .ends(let scalar):
        state = .ground
        events.append(.key(.character(Character(scalar))))
      case .breaks:
        state = .ground
        start(byte, &events)
      }
    case .altCharacter(var sequence):
      switch sequence.take(byte) {
      case .continues:
        state = .altCharacter(sequence)
      case .ends:
        state = .ground
      case .breaks:
        state = .ground
        start(byte, &events)
      }
    case .string(let string):
      state = .ground  // lets go of the string: otherwise every byte would copy it
      takeInString(byte, string, &events)
    case .stringEscape(let string):
      if byte == UInt8(ascii: "\\") {
        state = .ground
        if let answer = string.answer { answers.append(answer) }
      } else if byte == 0x1b {
        state = .stringEscape(string)  // tmux doubles the escapes of what it passes on
      } else {
        takeAfterEscape(byte, &events)
      }
    case .paste(var text):
      state = .ground  // lets go of the text: otherwise every byte would copy it
      if text.take(byte) {
        events.append(.paste(text.string))
      } else {
        state = .paste(text)
      }
    }
  }

  private mutating func start(_ byte: UInt8, _ events: inout [InputEvent]) {
    if byte == 0x1b {
      state = .escape
    } else if byte < 0x80 {
      events.append(.key(KeySequences.ascii(byte)))
    } else if let sequence = UTF8Sequence(first: byte) {
      state = .character(sequence)
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8, _ events: inout [InputEvent]) {
    switch byte {
    case UInt8(ascii: "["):
      state = .control(ControlSequence())
    case UInt8(ascii: "O"):
      state = .singleShift
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      state = .string(TerminalString(first: byte))
    case UInt8(ascii: "\\"):
      state = .ground  // the end of a string that was given up
    case 0x08, 0x09, 0x0a, 0x0d, 0x20...0x7f:
      state = .ground  // a key with Alt, of which we have none
    case 0x80...:
      state = UTF8Sequence(first: byte).map(State.altCharacter) ?? .ground
    default:
      // Escape and the next key, typed fast or carried by one packet.
      events.append(.key(.escape))
      state = .ground
      start(byte, &events)
    }
  }

  private mutating func takeInString(_ byte: UInt8, _ string: TerminalString, _ events: inout [InputEvent]) {
    switch byte {
    case 0x1b:
      state = .stringEscape(string)
    case 0x07, 0x18, 0x1a:  // BEL ends a string too; CAN and SUB give it up
      state = .ground
    case 0x03:  // typed by someone who was not heard: no answer holds it
      state = .ground
      start(byte, &events)
    default:
      var string = string
      state = string.take(byte) ? .string(string) : .ground
    }
  }

  private mutating func finish(_ sequence: ControlSequence, _ final: UInt8, _ events: inout [InputEvent]) {
    if sequence.isForeign { return }
    if let answer = TerminalAnswer(sequence, final) {
      answers.append(answer)
      return
    }
    if sequence.intermediate != nil { return }
    switch (sequence.marker, final) {
    case (nil, UInt8(ascii: "[")):
      state = .consoleFunction
    case (nil, UInt8(ascii: "M")) where sequence.isBare:
      state = .legacyPointer([])
    case (nil, UInt8(ascii: "~")) where sequence.parameters.first == 200:
      state = .paste(PastedText())
    case (UInt8(ascii: "<"), UInt8(ascii: "M")), (UInt8(ascii: "<"), UInt8(ascii: "m")):
      guard let report = PointerReport(sequence.parameters, isRelease: final == UInt8(ascii: "m")) else { return }
      events += buttons.events(for: report).map(InputEvent.pointer)
    case (nil, _) where sequence.isRelease:
      break
    case (nil, _):
      if let key = KeySequences.control(final, sequence) { events.append(.key(key)) }
    case (.some, _):
      break
    }
  }
}
