/// What the terminal is asked when it is taken, because the environment does not know or does not pass it on.
package struct Inquiry: Equatable, Sendable {
  /// The questions, as bytes; the last is one that every terminal answers.
  package let questions: String
  /// Whether it shows 24-bit colours, if that is among the questions and was answered.
  private(set) package var hasFullColor = false
  /// Whether it can hold back a picture until it is whole.
  private(set) package var canSynchronize = false
  /// Whether the last question was answered, and so all others that ever will be.
  private(set) package var isOver = false

  /// The longest that the start waits for answers; what comes later does not change the colours.
  static let patience = Duration.milliseconds(50)

  /// Asks for what is not known yet: the colours, where they are to be chosen and the environment names no more than 256.
  package init(asksForColor: Bool, environment: TerminalEnvironment) {
    // Older ones print what they do not understand, and GNU screen hands it to a terminal that it does not speak for.
    guard environment.understandsQuestions else {
      questions = Question.isReady
      return
    }
    questions = (asksForColor ? Question.fullColor : "") + Question.synchronizedOutput + Question.isReady
  }

  /// Takes an answer in.
  package mutating func take(_ answer: TerminalAnswer) {
    switch answer {
    case .ready: isOver = true
    case .mode(2026, let isKnown): canSynchronize = isKnown
    case .mode: break
    case .pen: hasFullColor = answer.hasColorOfTheQuestion
    }
  }
}

/// The questions that are asked.
enum Question {
  /// DSR: answered when all before it is done.
  static let isReady = "\u{1b}[5n"
  /// DECRQM for mode 2026.
  static let synchronizedOutput = "\u{1b}[?2026$p"
  /// A ground in 24 bits, DECRQSS for the pen, and the pen at rest again: a terminal that has them tells the colour back.
  static let fullColor = "\u{1b}[48;2;1;2;3m\u{1b}P$qm\u{1b}\\\u{1b}[m"
}
