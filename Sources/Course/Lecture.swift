import Playground

/// A course unit that can be played: prose, experiments, predictions and goals, step by step.
///
/// A lecture is one Markdown file; `Presets/README.md` says how to write one.
public struct Lecture: Sendable, Equatable {
  /// The file's name without its ending: what is typed to open the lecture.
  public let name: String
  /// What the lecture is about, in a few words: the front matter says it.
  public let title: String
  /// Where the lecture stands in the course; equal orders are sorted by name.
  public let order: Int
  /// One sentence for the list of lectures.
  public let summary: String
  /// How long a learner is expected to need.
  public let minutes: Int
  /// The names of the lectures that should come first.
  public let after: [String]
  /// What stands before the first step.
  public let introduction: [Prose]
  /// The steps in the order in which they are taken; at least one.
  public let steps: [LectureStep]

  /// The experiment in play at a step: its own, or that of the nearest step before it that sets one.
  public func experiment(at step: Int) -> Experiment? {
    guard steps.indices.contains(step) else { return nil }
    return steps[...step].reversed().lazy.compactMap(\.experiment).first
  }
}

/// One step of a lecture: what stands under a `##` heading.
public struct LectureStep: Sendable, Equatable {
  /// The text of the heading, without its marks.
  public let title: String
  /// The line of the heading in the file, counted from 1.
  public let line: Int
  /// The line of its goal, for what is found wrong with it later.
  let goalLine: Int?
  /// Everything in the step, in the order of the file.
  public let blocks: [LectureBlock]

  /// The prose alone, in order.
  public var prose: [Prose] {
    blocks.compactMap { if case .prose(let prose) = $0 { prose } else { nil } }
  }

  /// The experiment that the step sets; nil leaves the one before it in play.
  public var experiment: Experiment? {
    blocks.lazy.compactMap { if case .playground(let experiment) = $0 { experiment } else { nil } }.first
  }

  /// What the learner is to reach, or to see fail; nil if there is nothing but to read and to try.
  public var goal: LectureGoal? {
    blocks.lazy.compactMap { if case .goal(let goal) = $0 { goal } else { nil } }.first
  }

  /// The questions asked before the goal can be tried, in the order of the file.
  public var questions: [Question] {
    blocks.compactMap { if case .predict(let question) = $0 { question } else { nil } }
  }

  /// The numbers to work with, if there are any.
  public var numbers: GivenNumbers? {
    blocks.lazy.compactMap { if case .numbers(let numbers) = $0 { numbers } else { nil } }.first
  }

  /// Which parts of the screen the step is about; without a `show` block none is named.
  public var stage: Stage {
    blocks.lazy.compactMap { if case .show(let stage) = $0 { stage } else { nil } }.first ?? Stage()
  }
}

/// A block of a step: prose, or one of the fenced blocks that the program acts on.
public enum LectureBlock: Sendable, Equatable {
  /// Something to read.
  case prose(Prose)
  /// An experiment that the playground takes up when the step is reached.
  case playground(Experiment)
  /// What is to be reached by training, or seen to fail.
  case goal(LectureGoal)
  /// A question to be answered before trying.
  case predict(Question)
  /// Which parts of the screen the step is about.
  case show(Stage)
  /// Numbers to work with.
  case numbers(GivenNumbers)
  /// Numbers that are worked out of the run in play, a line each.
  case compute([Computation])
}

/// A question with choices, asked before the learner tries.
public struct Question: Sendable, Equatable {
  /// What is asked, in a sentence to be completed or answered.
  public let text: String
  /// The answers to choose from: two to nine, answered with the keys 1 to 9.
  public let choices: [String]
  /// The index of the right choice, counted from 0.
  public let right: Int
  /// What is said once the question is answered.
  public let why: String
}
