import Course
import Playground
import Screen

/// A lecture beside the playground: the step at the left, the experiment it sets at the right.
struct LectureRoom: Room {
  var lecture: OpenLecture
  /// The step to open; nil goes on where the lecture was left.
  private let first: Int?
  /// The name of the lecture that follows in the course; nil after the last, and after one of one's own.
  private let next: String?

  init(_ lecture: Lecture, step: Int? = nil) {
    self.lecture = OpenLecture(lecture: lecture)
    first = step
    next = LectureShelf.name(after: lecture)
  }

  var place: Place { .lecture(self) }

  /// On a pad the pad's keys are in force.
  func keys(_ shell: Shell) -> KeyScope? { shell.isOnPad ? nil : .lecture }

  func draw(_ shell: Shell, _ explanation: Explanation, over beneath: ArraySlice<any Room>, in scene: inout Scene) {
    let digits = beneath.lazy.compactMap { $0 as? DigitsRoom }.first
    LectureScreen(shell: shell, lecture: lecture, digits: digits, explanation: explanation).draw(in: &scene)
  }

  /// What pictures of the test are shown, the room beneath asks for.
  func request(_ shell: Shell) -> SnapshotRequest? { shell.showsImages ? nil : shell.mapsRequest(lecture: true) }

  func bar(_ shell: Shell, narrow: Bool) -> [Command]? {
    guard !shell.isOnPad else { return nil }
    // Where the keyboard walks, the arrows do not turn steps.
    let steps: [Command] = shell.attention.isWalking ? [.leave] : [.previousStep, .nextStep]
    let asks: [Command] = lecture.question == nil ? [] : [.answer1]
    let units: [Command] = shell.hidden.isEmpty ? [] : [.addUnit]
    return steps + asks + [.playOrPause]
      + (narrow ? [.ownExperiment, .lectures, .help] : [.rewind, .ownExperiment] + units + [.lectures, .help, .quit])
  }

  func word(for command: Command, _ shell: Shell) -> String? {
    switch command {
    case .playOrPause where !shell.isRunning && !shell.isOnPad: "run"
    case .lectures: "leave"
    case .ownExperiment where shell.size.width < 100: "reset"
    case .nextStep where isAtEnd: next.map { "on to \($0)" } ?? "next step"
    case .leave where shell.attention.isWalking: "back to the text"
    case _: nil
    }
  }

  func explain(_ target: Target?, _ shell: Shell) -> Explanation? {
    switch target {
    // What becomes of a picture is explained beneath, until there is something to say of the step.
    case nil: shell.showsImages && lecture.verdict == nil ? nil : explanation(shell)
    case .lectureText?, .choice?: explanation(shell)
    case .given(let index)?:
      lecture.numbers.map {
        LectureNumbers(shell: shell, numbers: $0, width: 0, glyphs: shell.theme.glyphs).explain(index)
      }
    case _?: nil
    }
  }

  // MARK: - Steps

  mutating func enter(_ shell: inout Shell) -> [Effect] {
    shell.attention = Attention()
    shell.enlarged = nil
    lecture.progress = shell.progress[lecture.lecture]
    if let first { lecture.progress.step = first }
    return enterStep(&shell)
  }

  /// Back to the playground, with the experiment in play.
  func leave(_ shell: inout Shell) -> [Effect] {
    shell.openedAs = nil
    shell.stage = nil
    shell.attention.focus(on: nil)
    return [shell.send(.goal(nil))]
  }

  mutating func perform(_ command: Command, _ shell: inout Shell) -> [Effect]? {
    switch command {
    case .nextStep: return changeNumber(by: 1, shell) ?? turnStep(by: 1, &shell)
    case .previousStep: return changeNumber(by: -1, shell) ?? turnStep(by: -1, &shell)
    case .readOn: return turnPage(by: 1, shell)
    case .readBack: return turnPage(by: -1, shell)
    case .down where !shell.attention.isWalking: return turnPage(by: 1, shell)
    case .up where !shell.attention.isWalking: return turnPage(by: -1, shell)
    case .ownExperiment: return setExperiment(&shell)
    case .lectures:
      shell.turn = .leave
      return []
    case _: return Command.answers.firstIndex(of: command).map { answer($0, &shell) }
    }
  }

  mutating func activate(_ target: Target, _ shell: inout Shell) -> [Effect]? {
    switch target {
    case .choice(let index): return answer(index, &shell)
    case .given(let index):
      lecture.numbers?.right = index
      return []
    case _: return nil
    }
  }

  mutating func wheel(_ target: Target, by step: Int, _ shell: inout Shell) -> [Effect]? {
    switch target {
    case .lectureText, .choice, .command(.readOn), .command(.readBack): return turnPage(by: -step, shell)
    case .given(let index):
      lecture.numbers?.change(index, by: Double(step) * Self.change)
      return []
    case _: return nil
    }
  }

  /// By how much a key or the wheel changes a number given.
  private static let change = 0.05

  /// Right and Left on a number given; nil where none has the focus.
  private mutating func changeNumber(by change: Int, _ shell: Shell) -> [Effect]? {
    guard shell.attention.isWalking, case .given(let index)? = shell.attention.focus else { return nil }
    lecture.numbers?.change(index, by: Double(change) * Self.change)
    return []
  }

  private var isAtEnd: Bool { lecture.step + 1 == lecture.lecture.steps.count }

  /// Right and Left: to another step, whose experiment is set at once and free to be changed; from the last one to the
  /// lecture that follows.
  ///
  /// Where the keyboard has walked to a control, they walk on as everywhere; Esc lets go of it.
  private mutating func turnStep(by change: Int, _ shell: inout Shell) -> [Effect] {
    if shell.attention.isWalking { return shell.walk(dx: change, dy: 0) }
    guard lecture.lecture.steps.indices.contains(lecture.step + change) else {
      if change > 0, let next {
        shell.openLecture(named: next)
      } else {
        shell.notice = Shell.Notice(
          text: change > 0 ? "This was the last step: l leaves the lecture." : "This is the first step.")
      }
      return []
    }
    lecture.progress.step += change
    shell.attention.focus(on: nil)
    return enterStep(&shell)
  }

  private mutating func enterStep(_ shell: inout Shell) -> [Effect] {
    lecture.page = 0
    lecture.verdict = nil
    shell.stage = lecture.current.stage
    let isOpen = shell.snapshot != nil && shell.openedAs?.name == lecture.lecture.name
    let goesOn = isOpen && lecture.step > 0 && lecture.current.experiment == nil
    let wanted = lecture.lecture.experiment(at: lecture.step)
    shell.openedAs = wanted.map { Shell.Title(name: lecture.lecture.name, dataset: $0.resolved().dataset) }
    lecture.numbers = lecture.current.numbers
    return (goesOn ? [] : setExperiment(&shell)) + [watchGoal(&shell)] + keep(&shell)
  }

  /// Sets the step's own experiment, that of the step before where it has none; it waits to be read about.
  private mutating func setExperiment(_ shell: inout Shell) -> [Effect] {
    lecture.numbers = lecture.current.numbers
    guard let wanted = lecture.lecture.experiment(at: lecture.step) else { return [] }
    let pause = shell.isRunning ? [shell.send(.pause)] : []
    return pause + shell.ask(.open(wanted), takenBackBy: .open(shell.experiment))
  }

  /// The run is judged by the step's goal and goes on when it is reached.
  private mutating func watchGoal(_ shell: inout Shell) -> Effect {
    var goal = lecture.current.goal?.condition
    goal?.endsRun = false
    let effect = shell.send(.goal(goal))
    lecture.goalNumber = shell.session.lastNumber
    return effect
  }

  /// Keeps what was done of the lecture.
  private func keep(_ shell: inout Shell) -> [Effect] {
    shell.progress[lecture.lecture] = lecture.progress
    return [.keepProgress(lecture.progress, of: lecture.lecture)]
  }

  /// PageDown and PageUp, the wheel, and Down and Up where nothing has the focus.
  private mutating func turnPage(by change: Int, _ shell: Shell) -> [Effect] {
    let column = LectureColumn(shell, lecture)
    lecture.page = min(max(0, column.page + change), column.pages.count - 1)
    return []
  }

  /// 1 to 9: answers the question that is asked; the picture decides who was right.
  private mutating func answer(_ choice: Int, _ shell: inout Shell) -> [Effect] {
    guard let question = lecture.question, question.choices.indices.contains(choice) else {
      shell.notice = Shell.Notice(text: "This step asks nothing.")
      return []
    }
    lecture.answer(choice)
    showQuestion(shell)
    return keep(&shell)
  }

  /// Turns to the page where what was asked last is answered.
  private mutating func showQuestion(_ shell: Shell) {
    lecture.page = LectureColumn(shell, lecture).questionPage ?? lecture.page
  }

  /// Takes down what became of the step's goal, once the run has judged it: that it was reached stays ticked, a miss may
  /// be tried again. What comes of other data than the step's is not of its goal.
  mutating func receive(_ snapshot: Snapshot, _ shell: inout Shell) -> [Effect] {
    guard let goal = lecture.current.goal, snapshot.generation >= lecture.goalNumber,
      snapshot.resolved.dataset == lecture.dataset, snapshot.verdict != lecture.verdict
    else { return [] }
    lecture.verdict = snapshot.verdict
    guard let verdict = snapshot.verdict else { return [] }
    showQuestion(shell)
    guard verdict.isReached != goal.fails, !lecture.isReached else { return [] }
    lecture.progress.reached.insert(lecture.step)
    return keep(&shell)
  }
}

extension LectureRoom {
  /// What the explain line says of the step.
  private func explanation(_ shell: Shell) -> Explanation {
    if let goal = lecture.current.goal, let verdict = lecture.verdict { return explanation(verdict, goal) }
    let name = "Step \(lecture.step + 1) of \(lecture.lecture.steps.count)"
    if let question = lecture.question, !lecture.isAnswered {
      let count = question.choices.count
      let keys = count == 2 ? "1 or 2" : count == 3 ? "1, 2 or 3" : "1 to \(count)"
      let trial = lecture.current.goal == nil ? "." : ", then try it: the run decides."
      return Explanation(name: name, sentence: "Answer with \(keys)\(trial)")
    }
    return Explanation(
      name: name,
      sentence: "Space trains, r goes back to epoch 0. Everything may be changed: 0 sets the step's own again.")
  }

  /// What became of the step's goal.
  private func explanation(_ verdict: Verdict, _ goal: LectureGoal) -> Explanation {
    let words = goal.condition.words.uppercasedFirst
    switch (verdict.isReached, goal.fails) {
    case (true, false):
      return Explanation(
        name: "Goal reached", formula: [Span("\(words) at epoch \(Number.count(verdict.epoch)).")], sentence: onward)
    case (false, true):
      let sentence = "As foretold: after \(Number.count(verdict.epoch)) epochs it is still not there."
      return Explanation(name: "Goal reached", formula: [Span(sentence)], sentence: onward)
    case (true, true):
      return Explanation(
        name: "It got there after all", formula: [Span("\(words) at epoch \(Number.count(verdict.epoch)).")],
        sentence: "0 sets the step's own experiment again, which does not.")
    case (false, false):
      return Explanation(
        name: "Not reached", formula: [Span("\(words): that time is over.")],
        sentence: "Change something and press r to try again from epoch 0; Space goes on all the same.")
    }
  }

  /// Where Right leads.
  private var onward: String {
    guard isAtEnd else { return "Right goes on to step \(lecture.step + 2)." }
    return next.map { "Right opens the next lecture, \($0)." } ?? "This was the last step: l leaves the lecture."
  }
}
