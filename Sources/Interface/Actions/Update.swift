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
    case .openingFailed(let sentence), .reported(let sentence, isAlarm: true):
      notice = Notice(text: sentence, isAlarm: true)
      return []
    case .reported(let sentence, isAlarm: false):
      notice = Notice(text: sentence)
      return []
    case .shown(let shown):
      regions = shown
      return []
    case .opened(let experiment, let name, let remarks, let hidden):
      return open(experiment, name: name, remarks: remarks, hidden: hidden)
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
    readPicture(again: true)
    return followLecture()
  }

  private mutating func open(_ opened: Experiment, name: String?, remarks: [String], hidden: Set<String>) -> [Effect] {
    past.append(experiment)
    experiment = opened
    openedName = name
    hiddenControls = hidden
    sanePicture = nil
    attention.held = nil
    if let first = remarks.first {
      notice = Notice(text: remarks.count == 1 ? first : "\(first) (and \(remarks.count - 1) more)")
    }
    return [.send(.open(opened))]
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
