import Course
import Playground
import Screen

/// A lecture beside the playground: the step at the left, the experiment it sets at the right.
struct LectureRoom: Room {
  var lecture: OpenLecture

  init(_ lecture: Lecture) { self.lecture = OpenLecture(lecture: lecture) }

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
    return steps
      + (narrow
        ? [.answer1, .playOrPause, .addUnit, .lectures, .help]
        : [.answer1, .playOrPause, .rewind, .addUnit, .lectures, .help, .quit])
  }

  func word(for command: Command, _ shell: Shell) -> String? {
    switch command {
    case .playOrPause where !shell.isRunning && !shell.isOnPad: "run"
    case .lectures: "leave the lecture"
    case .leave where shell.attention.isWalking: "back to the text"
    case _: nil
    }
  }

  func explain(_ target: Target?, _ shell: Shell) -> Explanation? {
    switch target {
    // What becomes of a picture is explained beneath, until there is something to say of the step.
    case nil: shell.showsImages && lecture.settled[lecture.step] == nil ? nil : explanation(shell)
    case .lectureText?, .choice?: explanation(shell)
    case _?: nil
    }
  }

  // MARK: - Steps

  mutating func enter(_ shell: inout Shell) -> [Effect] {
    shell.attention = Attention()
    shell.enlarged = nil
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
    case .nextStep: return turnStep(by: 1, &shell)
    case .previousStep: return turnStep(by: -1, &shell)
    case .up where shell.attention.focus == nil: return scroll(by: -1)
    case .down where shell.attention.focus == nil: return scroll(by: 1)
    case .lectures:
      shell.turn = .leave
      return []
    case _: return Command.answers.firstIndex(of: command).map { answer($0, &shell) }
    }
  }

  mutating func activate(_ target: Target, _ shell: inout Shell) -> [Effect]? {
    guard case .choice(let index) = target else { return nil }
    return answer(index, &shell)
  }

  /// Right and Left: to another step, whose experiment is set at once and free to be changed.
  ///
  /// Where the keyboard has walked to a control, they walk on as everywhere; Esc lets go of it.
  private mutating func turnStep(by change: Int, _ shell: inout Shell) -> [Effect] {
    if shell.attention.isWalking { return shell.walk(dx: change, dy: 0) }
    guard lecture.lecture.steps.indices.contains(lecture.step + change) else {
      shell.notice = Shell.Notice(
        text: change > 0 ? "This was the last step: l leaves the lecture." : "This is the first step.")
      return []
    }
    lecture.step += change
    lecture.scroll = 0
    shell.attention.focus(on: nil)
    return enterStep(&shell)
  }

  private mutating func enterStep(_ shell: inout Shell) -> [Effect] {
    var effects: [Effect] = []
    let wanted = lecture.lecture.experiment(at: lecture.step)
    shell.stage = lecture.current.stage
    shell.openedAs = wanted.map { Shell.Title(name: lecture.lecture.name, dataset: $0.resolved().dataset) }
    if let wanted, lecture.current.experiment != nil || shell.snapshot == nil || lecture.step == 0 {
      effects += shell.ask(.open(wanted), takenBackBy: .open(shell.experiment))
    }
    effects.append(shell.send(.goal(lecture.current.goal.map(\.condition))))
    lecture.goalNumber = shell.session.lastNumber
    return effects
  }

  /// 1 to 9: answers the question that is asked; the picture decides who was right.
  private mutating func answer(_ choice: Int, _ shell: inout Shell) -> [Effect] {
    guard let question = lecture.question, question.choices.indices.contains(choice) else {
      shell.notice = Shell.Notice(text: "This step asks nothing.")
      return []
    }
    lecture.answer(choice)
    return []
  }

  /// Up and Down move the text where nothing has the focus.
  private mutating func scroll(by lines: Int) -> [Effect] {
    lecture.scroll = max(0, lecture.scroll + lines)
    return []
  }

  /// Takes down what became of the step's goal, once the run has judged it.
  ///
  /// A goal that was missed may be tried again; only where a lecture foretold it, that settles it.
  mutating func receive(_ snapshot: Snapshot, _ shell: inout Shell) -> [Effect] {
    guard let goal = lecture.current.goal, lecture.settled[lecture.step] == nil,
      snapshot.generation >= lecture.goalNumber, let verdict = snapshot.verdict, verdict.isReached || goal.fails
    else { return [] }
    lecture.settled[lecture.step] = verdict.epoch
    if verdict.isReached != goal.fails { lecture.reached.insert(lecture.step) }
    return []
  }
}

extension LectureRoom {
  /// What the explain line says of the step.
  private func explanation(_ shell: Shell) -> Explanation {
    if let settled = lecture.settled[lecture.step], let goal = lecture.current.goal {
      let isGood = lecture.reached.contains(lecture.step)
      var formula: [Span] = []
      formula.text(
        goal.fails && isGood
          ? "As foretold: after \(Number.count(settled)) epochs it is still not there."
          : "\(goal.condition.words.uppercasedFirst) at epoch \(Number.count(settled)).")
      return Explanation(
        name: isGood ? "Goal reached" : "It got there after all", formula: formula,
        sentence: lecture.step + 1 < lecture.lecture.steps.count
          ? "Right goes on to step \(lecture.step + 2)." : "This was the last step: l leaves the lecture.")
    }
    if case .finished(.missed(let goal))? = shell.snapshot?.state {
      return Explanation(
        name: "Not reached", formula: [Span("\(goal.words.uppercasedFirst): that time is over.")],
        sentence: "Change something and press r to try again from epoch 0; Space goes on without the goal.")
    }
    let name = "Step \(lecture.step + 1) of \(lecture.lecture.steps.count)"
    if let question = lecture.question, !lecture.isAnswered {
      let count = question.choices.count
      let keys = count == 2 ? "1 or 2" : count == 3 ? "1, 2 or 3" : "1 to \(count)"
      return Explanation(
        name: name, sentence: "Answer with \(keys), then try it: nothing is marked, the picture decides.")
    }
    return Explanation(
      name: name,
      sentence: "Space trains. Everything may be changed; r goes back to epoch 0, Up and Down move the text.")
  }
}
