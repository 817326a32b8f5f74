/// What lies over the screen and takes the keys until it is left.
public enum Overlay: Sendable, Equatable {
  case help(HelpSheet)
  case picker(Picker)
  case prompt(Prompt)
  case weights(WeightEditor)
  case equation(scroll: Int)
  case figures
  case message(Message)
}

extension Overlay {
  var sheet: any Sheet {
    switch self {
    case .help(let sheet): sheet
    case .picker(let picker): picker
    case .prompt(let prompt): prompt
    case .weights(let editor): editor
    case .equation(let line): EquationSheet(firstLine: line)
    case .figures: FiguresSheet()
    case .message(let message): message
    }
  }
}
