import Playground
import Screen

extension Shell {
  /// Takes in what happened and says what is to be done outside.
  ///
  /// This is the only place from which the interface's memory changes.
  mutating func update(_ action: Action) -> [Effect] {
    defer { readPicture() }
    switch action {
    case .keyPressed(let key):
      notice = nil
      return overlay == nil ? press(key) : pressInOverlay(key)
    case .pointerActed(let event):
      return act(event)
    case .pasted(let text):
      return paste(text)
    case .resized(let size):
      self.size = size
      pointer = nil
      return []
    case .snapshotArrived(let arrived):
      return receive(arrived)
    case .refused(let refusal):
      return receive(refusal)
    case .suspended:
      trainsOn = isRunning
      return trainsOn ? [send(.pause)] : []
    case .resumed:
      return trainsOn ? [send(.run)] : []
    case .reported(let sentence, isAlarm: true):
      notice = Notice(text: sentence, isAlarm: true)
      return []
    case .reported(let sentence, isAlarm: false):
      notice = Notice(text: sentence)
      return []
    case .shown(let shown):
      regions = shown
      return []
    case .opened(let experiment, let remarks, let hidden):
      return open(experiment, remarks: remarks, hidden: hidden)
    case .lectureOpened(let lecture):
      return open(lecture)
    }
  }

  /// A key with nothing open over the screen.
  private mutating func press(_ key: Key) -> [Effect] {
    guard let command = keyMap.command(for: key, in: room) else { return [] }
    return perform(command)
  }

  private mutating func receive(_ arrived: Snapshot) -> [Effect] {
    if case .diverged = arrived.state {} else { sanePicture = arrived.maps ?? sanePicture }
    snapshot = arrived
    session.receive(arrived)
    readPicture(again: true)
    followLecture()
    return []
  }

  /// What was asked for cannot be had: what is shown is what runs on, and where nothing runs yet the circle does.
  private mutating func receive(_ refusal: Refusal) -> [Effect] {
    notice = Notice(text: refusal.sentence, isAlarm: true)
    hiddenControls = []
    session.receive(refusal)
    guard refusal.generation == 0, snapshot == nil else { return [] }
    return [send(.open(Experiment())), send(.pace(pace))]
  }

  private mutating func open(_ opened: Experiment, remarks: [String], hidden: Set<String>) -> [Effect] {
    hiddenControls = hidden
    sanePicture = nil
    attention.held = nil
    if let first = remarks.first {
      notice = Notice(text: remarks.count == 1 ? first : "\(first) (and \(remarks.count - 1) more)")
    }
    return ask(.open(opened), takenBackBy: .open(experiment))
  }

  /// Text from the clipboard: a link opens, anything else goes to the prompt that waits for text.
  private mutating func paste(_ text: String) -> [Effect] {
    if case .prompt(var prompt)? = overlay {
      prompt.text += text.filter { !$0.isNewline }
      overlay = .prompt(prompt)
      return []
    }
    return openPasted(text)
  }
}
