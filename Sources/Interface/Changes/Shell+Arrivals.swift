import Playground
import Screen

/// What comes from outside: pictures of the run, experiments that were opened, pasted text.
extension Shell {
  mutating func receive(_ arrived: Snapshot) {
    if case .diverged = arrived.state {} else { sanePicture = arrived.maps ?? sanePicture }
    if let continuation = arrived.continuation, continuation != snapshot?.continuation {
      notice = Notice(text: "\(continuation)")
    }
    if let account = arrived.material.account, account != snapshot?.material.account {
      notice = Notice(text: "\(account).")
    }
    if let hindrance = arrived.hindrances.first, hindrance != snapshot?.hindrances.first {
      notice = Notice(text: hindrance)
    }
    if arrived.resolved.dataset.description == "csv:\(askedTable)" { askedTable = "" }
    followProbe(arrived)
    followStep(arrived)
    snapshot = arrived
    session.receive(arrived)
  }

  /// What was asked for cannot be had: what is shown is what runs on, and where nothing runs yet the circle does.
  mutating func receive(_ refusal: Refusal) -> [Effect] {
    notice = Notice(text: refusal.sentence, isAlarm: true)
    hiddenControls = []
    session.receive(refusal)
    guard refusal.generation == 0, snapshot == nil else { return [] }
    return [send(.open(Experiment())), send(.pace(pace))]
  }

  /// The program is about to be suspended: a stopped program trains nothing, and the clock does not jump over epochs
  /// that nobody saw.
  mutating func suspend() -> [Effect] {
    trainsOn = isRunning
    return trainsOn ? [send(.pause)] : []
  }

  mutating func resume() -> [Effect] { trainsOn ? [send(.run)] : [] }

  mutating func open(_ opened: Experiment, remarks: [String], hidden: Set<String>) -> [Effect] {
    hiddenControls = hidden
    keptPoints = opened.points
    sanePicture = nil
    (attention.held, probe) = (nil, nil)
    if remarks.count == 1 {
      notice = Notice(text: remarks[0])
    } else if !remarks.isEmpty {
      overlay = .message(Message(title: "What of this is not as it says", lines: remarks.map { "· " + $0 }))
    }
    return ask(.open(opened), takenBackBy: .open(experiment))
  }

  /// Text from the clipboard: a link opens, and so does a file's path, as terminals paste it where it is dropped; anything
  /// else goes to the prompt that waits for text.
  mutating func paste(_ text: String) -> [Effect] {
    if case .prompt(var prompt)? = overlay {
      prompt.text += text.filter { !$0.isNewline }
      overlay = .prompt(prompt)
      return []
    }
    if case .files(var sheet)? = overlay {
      sheet.typed = text.trimmed
      overlay = .files(sheet)
      return []
    }
    let path = text.trimmed
    if path.hasPrefix("/"), !path.contains(where: \.isNewline) { return [.open(path: path)] }
    return openPasted(text)
  }
}
