import Playground
import Screen

/// A lecture that is open: where the reader is, and what was answered and reached.
public struct OpenLecture: Sendable, Equatable {
  public let lecture: Lecture
  /// The step in play, counted from 0.
  public internal(set) var step = 0
  /// The first line of the text that is shown.
  var scroll = 0
  /// The choice made for each question, by step.
  var answers: [Int: Int] = [:]
  /// The number of the order that set the step's goal: only what the run says after it is of that goal.
  var goalNumber = 0
  /// The epoch at which each step's goal was settled.
  var settled: [Int: Int] = [:]
  /// The steps whose goal was settled as the lecture wants it.
  var reached: Set<Int> = []

  var current: LectureStep { lecture.steps[step] }
  /// The step's question, if it asks one.
  var question: Question? { current.questions.first }
}

extension Shell {
  /// Features that a lecture's step does not use would only distract, unless it points at them.
  var showsUsedFeaturesOnly: Bool {
    guard let stage = lecture?.current.stage else { return false }
    return !stage.highlight.contains(.features) && !stage.panels.contains(.features)
  }

  /// `l`: the list of lectures; in a lecture, back to the playground with the experiment in play.
  mutating func toggleLectures() -> [Effect] {
    guard lecture == nil else {
      lecture = nil
      attention.focus(on: nil)
      return [send(.goal(nil))]
    }
    let items = LectureShelf.lectures.map {
      Picker.Item(value: $0.name, label: $0.name, sentence: "\($0.title) · \($0.minutes) minutes")
    }
    overlay = .picker(Picker(subject: .lecture, title: "Lectures", items: items, selected: 0, takesTyping: false))
    return []
  }

  mutating func openLecture(named name: String) -> [Effect] {
    do {
      guard let lecture = try LectureShelf.lecture(named: name) else { return [] }
      return open(lecture)
    } catch {
      notice = Notice(text: "\(error)", isAlarm: true)
      return []
    }
  }

  mutating func open(_ opened: Lecture) -> [Effect] {
    lecture = OpenLecture(lecture: opened)
    attention = Attention()
    isZoomed = false
    return enterStep()
  }

  /// Right and Left: to another step, whose experiment is set at once and free to be changed.
  ///
  /// Where a control has the focus, they change its value as everywhere.
  mutating func turnStep(by change: Int) -> [Effect] {
    if let focus = attention.focus, let effects = adjust(focus, by: change) { return effects }
    guard let open = lecture, open.lecture.steps.indices.contains(open.step + change) else {
      notice = Notice(text: change > 0 ? "This was the last step: l leaves the lecture." : "This is the first step.")
      return []
    }
    lecture?.step += change
    lecture?.scroll = 0
    attention.focus(on: nil)
    return enterStep()
  }

  private mutating func enterStep() -> [Effect] {
    guard let open = lecture else { return [] }
    var effects: [Effect] = []
    if let wanted = open.lecture.experiment(at: open.step),
      open.current.experiment != nil || snapshot == nil || open.step == 0
    {
      effects += ask(.open(wanted), takenBackBy: .open(experiment))
    }
    effects.append(send(.goal(open.current.goal.map(\.condition))))
    lecture?.goalNumber = session.lastNumber
    return effects
  }

  /// 1, 2, 3: answers the step's question; the picture decides who was right.
  mutating func answer(_ choice: Int) -> [Effect] {
    guard let open = lecture, let question = open.question, question.choices.indices.contains(choice) else {
      notice = Notice(text: "This step asks nothing.")
      return []
    }
    lecture?.answers[open.step] = choice
    return []
  }

  /// Takes down what became of the step's goal, once the run has judged it.
  ///
  /// A goal that was missed may be tried again; only where a lecture foretold it, that settles it.
  mutating func followLecture() {
    guard let open = lecture, let goal = open.current.goal, open.settled[open.step] == nil, let snapshot,
      snapshot.generation >= open.goalNumber, let verdict = snapshot.verdict, verdict.isReached || goal.fails
    else { return }
    lecture?.settled[open.step] = verdict.epoch
    if verdict.isReached != goal.fails { lecture?.reached.insert(open.step) }
  }

  /// Up and Down scroll the text where nothing has the focus.
  mutating func scrollLecture(by lines: Int) {
    let now = lecture?.scroll ?? 0
    lecture?.scroll = max(0, now + lines)
  }

  func explainLecture() -> Explanation {
    guard let open = lecture else { return Explanation(name: "Lecture") }
    if let settled = open.settled[open.step], let goal = open.current.goal {
      let isGood = open.reached.contains(open.step)
      var formula: [Span] = []
      formula.text(
        goal.fails && isGood
          ? "As foretold: after \(Number.count(settled)) epochs it is still not there."
          : "\(goal.condition.words.uppercasedFirst) at epoch \(Number.count(settled)).")
      return Explanation(
        name: isGood ? "Goal reached" : "It got there after all", formula: formula,
        sentence: open.step + 1 < open.lecture.steps.count
          ? "Right goes on to step \(open.step + 2)." : "This was the last step: l leaves the lecture.")
    }
    if case .finished(.missed(let goal))? = snapshot?.state {
      return Explanation(
        name: "Not reached", formula: [Span("\(goal.words.uppercasedFirst): that time is over.")],
        sentence: "Change something and press r to try again from epoch 0; Space goes on without the goal.")
    }
    let name = "Step \(open.step + 1) of \(open.lecture.steps.count)"
    if open.question != nil, open.answers[open.step] == nil {
      return Explanation(
        name: name, sentence: "Answer with 1, 2 or 3, then try it: nothing is marked, the picture decides.")
    }
    return Explanation(
      name: name,
      sentence: "Space trains. Everything may be changed; r goes back to epoch 0, Up and Down move the text.")
  }
}
