import Playground
import Screen

/// A list of values of which one is chosen.
public struct Picker: Sendable, Equatable {
  /// What is being chosen.
  public enum Subject: Sendable, Equatable {
    case control(ExperimentKey)
    case lecture
    /// What a drawing is, to be kept with it.
    case label
    /// The class that a picture should become.
    case become
    /// A layer to be added to a network for pictures.
    case layer
    /// What else is seen of the run, over the room that shows a view already; the panel of before comes back when the list
    /// is left.
    case view(from: RunView, in: View?)
    /// The plane through the weights on which the loss is shown.
    case plane
    /// A weight for that plane's axis up, or, where there is none yet, across.
    case planeWeight(across: Int?)
    /// What the computation graph is of.
    case graph
    /// What differs across a map of trainings, or up; and what its colours tell.
    case axis(across: Bool)
    case measure(from: AtlasMeasure)
    /// Colours and characters; those of before come back when the list is left.
    case theme(from: Theme)
    case saving
    /// A file has the name that was chosen.
    case nameTaken(String, Effect.SavedThing)
    /// What becomes of a run that was cut off.
    case cutOff(CutOffRun)
  }

  /// One line of the list.
  public struct Item: Sendable, Equatable {
    /// The value as the experiment reads it, or the name of what is opened.
    public let value: String
    /// The value as the list shows it.
    public let label: String
    /// One sentence that says what it is or does.
    public let sentence: String

    /// A line for a value, with what is shown of it.
    public init(value: String, label: String, sentence: String) {
      self.value = value
      self.label = label
      self.sentence = sentence
    }
  }

  /// What the chosen value is for.
  public let subject: Subject
  /// The heading over the list.
  public let title: String
  /// The lines, from the top.
  public let items: [Item]
  /// Which of them is chosen, counted from 0.
  public var selected: Int
  /// Whether a value that is not in the list may be typed.
  public let takesTyping: Bool

  /// The number of the last order before it was opened: what came after was tried out in it.
  var opened = 0
  /// The letters typed so far to jump to a line that begins with them.
  var letters = ""

  /// A list that has just been opened.
  public init(subject: Subject, title: String, items: [Item], selected: Int, takesTyping: Bool) {
    self.subject = subject
    self.title = title
    self.items = items
    self.selected = selected
    self.takesTyping = takesTyping
  }

  /// What the explain line says of the chosen line; nil where the setting that it is about has words of its own.
  var explanation: Explanation? {
    if case .control = subject { return nil }
    return items[safe: selected].map {
      Explanation(name: "\(title.uppercasedFirst): \($0.label)", sentence: $0.sentence)
    }
  }

  /// One line on or back, from the last round to the first.
  mutating func move(by step: Int) {
    guard !items.isEmpty else { return }
    select((selected + step + items.count) % items.count)
  }

  /// Many lines on or back, to the ends at most.
  mutating func page(by step: Int) { select(min(items.count - 1, max(0, selected + step))) }

  mutating func select(_ row: Int) {
    selected = max(0, row)
    letters = ""
  }

  /// Jumps to the next line that begins with the letters typed, or with the last of them; false where none does.
  mutating func jump(to letter: Character) -> Bool {
    for typed in [letters + String(letter), String(letter)] {
      let order = (0..<items.count).map { (selected + $0 + (typed.count > 1 ? 0 : 1)) % items.count }
      if let row = order.first(where: { items[$0].label.lowercased().hasPrefix(typed.lowercased()) }) {
        selected = row
        letters = typed
        return true
      }
    }
    return false
  }
}
