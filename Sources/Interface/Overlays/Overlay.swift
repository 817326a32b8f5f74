import Playground

/// What lies over the screen and takes the keys until it is left.
public enum Overlay: Sendable, Equatable {
  case help(HelpSheet)
  case picker(Picker)
  case prompt(Prompt)
  case weights(WeightEditor)
  case equation(scroll: Int)
  case figures(FiguresSheet)
  case settings(SettingsSheet)
  case files(FilesSheet)
  case handles(HandlesSheet)
  case message(Message)
}

extension Overlay {
  /// The key of the experiment that it is about now; nil where it is about something else.
  func key(_ shell: Shell) -> ExperimentKey? {
    switch self {
    case .picker(let list): if case .control(let key) = list.subject { key } else { nil }
    case .settings(let sheet): sheet.key(shell)
    case .prompt(let prompt): if case .control(let key) = prompt.purpose { key } else { nil }
    case .help, .weights, .equation, .figures, .files, .handles, .message: nil
    }
  }

  var sheet: any Sheet {
    switch self {
    case .help(let sheet): sheet
    case .picker(let picker): picker
    case .prompt(let prompt): prompt
    case .weights(let editor): editor
    case .equation(let line): EquationSheet(firstLine: line)
    case .figures(let sheet): sheet
    case .settings(let sheet): sheet
    case .files(let sheet): sheet
    case .handles(let sheet): sheet
    case .message(let message): message
    }
  }
}
