import Playground

/// What lies over the screen and takes the keys until it is left.
public enum Overlay: Sendable, Equatable {
  case help(page: Int)
  case picker(Picker)
  case prompt(Prompt)
  case weights(WeightEditor)
  case equation(scroll: Int)
  case figures
  case message(Message)
}

/// A list of values of which one is chosen.
public struct Picker: Sendable, Equatable {
  /// What is being chosen.
  public enum Subject: Sendable, Equatable {
    case control(Control)
    case lecture
    case theme
    case saving
  }

  /// One line of the list.
  public struct Item: Sendable, Equatable {
    /// The value as the experiment reads it, or the name of what is opened.
    public let value: String
    public let label: String
    /// One sentence that says what it is or does.
    public let sentence: String

    public init(value: String, label: String, sentence: String) {
      self.value = value
      self.label = label
      self.sentence = sentence
    }
  }

  public let subject: Subject
  public let title: String
  public let items: [Item]
  public var selected: Int
  /// Whether a value that is not in the list may be typed.
  public let takesTyping: Bool

  mutating func move(by step: Int) {
    guard !items.isEmpty else { return }
    selected = (selected + step + items.count) % items.count
  }
}

/// One line of text to be typed.
public struct Prompt: Sendable, Equatable {
  /// What the text is for.
  public enum Purpose: Sendable, Equatable {
    case slider(Slider)
    case control(Control)
    case seed
    case weight(Target)
    case saveAs
    case stopAt
  }

  public let purpose: Purpose
  public let title: String
  public var text: String
  /// What was wrong with the last try.
  public var complaint: String?

  /// What can be typed with the mouse alone: rows of characters to be clicked.
  static let keyboard: [[Character]] = [Array("0123456789.-/_:<"), Array("abcdefghijklmnopqrstuvwxyz")]

  public init(purpose: Purpose, title: String, text: String) {
    self.purpose = purpose
    self.title = title
    self.text = text
  }
}

/// The weights and the bias of one unit, one of them chosen.
public struct WeightEditor: Sendable, Equatable {
  public let layer: Int
  public let unit: Int
  /// 0 … sources−1 are the weights, the last one the bias.
  public var selected: Int
}

/// Something to be read and closed.
public struct Message: Sendable, Equatable {
  public let title: String
  public let lines: [String]
}
